"""Talks: new names of which enough is said that shows a company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curator.domain.spans import Span
from curator.extraction.companies.contexts import Place, is_german, word_before
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.deeds import COMPOUND, listen_behind
from curator.extraction.companies.mentions import BUSINESS, Mention, Trust
from curator.extraction.companies.name_words import NAME_WORD, is_institution
from curator.extraction.companies.namesakes import begins_a_persons_name, is_a_surname, is_a_town
from curator.extraction.companies.neighbours import Neighbours
from curator.extraction.companies.persons import is_a_persons, is_titled
from curator.extraction.companies.signs import listen_before, listen_where_capitals_tell
from curator.extraction.companies.spellings import CAPITALS
from curator.extraction.companies.towns import QUOTES_BEFORE, is_of_a_town, is_place, surely_of_a_town
from curator.extraction.companies.weighing import Talk, Talks
from curator.extraction.companies.wordings import worded
from curator.extraction.languages import is_frequent
from curator.extraction.memories import Memory

_MOST_WORDS = 4
_SHORTEST = 3
_JOINING = "&|de|del|di|do|da|du|des|dos|das|della|of"
_NAME = re.compile(
    rf"{NAME_WORD}(?:[ \u00a0](?:(?:{_JOINING})[ \u00a0])?(?=[{CAPITALS}\d]){NAME_WORD})"
    rf"{{0,{_MOST_WORDS - 1}}}"
)
_NEVER_FIRST = frozenset(
    {
        Cue.PLACE,
        Cue.LONE,
        Cue.MEDIUM,
        Cue.INSTITUTION,
        Cue.NATIONAL,
        Cue.COMPANY,
        Cue.ROLE,
        Cue.GIVEN,
        Cue.ORIGIN,
        Cue.COUNTERPART,
        Cue.SHARES,
        Cue.SHARES_BEFORE,
    }
)
_DETERMINERS = worded("determiners")
_ENDS_QUOTED = re.compile(r"[ \u00a0][^\W\d_]+(?=[»“”\"])")
"""The last word of a name in quotes, which needs no capital: «Северного каучука»."""
_POSSESSIVE = re.compile(r"['’](?:s|S)?\Z")
_PIECE = re.compile(r"[^ \u00a0]+")
_VERBS = frozenset({Cue.SPEAKING, Cue.RAISES, Cue.EMPLOYS, Cue.SHARES})
_WORD = re.compile(r"[^\W\d_A-Z]{4,}")
_OF_BUSINESS = frozenset({Cue.COMPANY, Cue.SHARES, Cue.FIGURES_OF, Cue.TRADES, Cue.CHIEF, Cue.COUNTERPART})
_MOST_TALKED_OF = 200
_LONGEST_HEADLINE = 200


def talked_of(text: str, unnamed: Sequence[tuple[int, str]], mentions: Sequence[Mention]) -> Iterator[Span]:
    """A place of each name that enough is said of, where its form is the shortest.

    `mentions` are the companies known beside them.
    """
    if not unnamed:
        return
    neighbours = Neighbours(text, mentions)
    capitals_tell = not is_german(text)
    headline = text.find("\n", 0, _LONGEST_HEADLINE)
    talks = Talks()
    end = 0
    for start, word in unnamed:
        if start < end or len(word) < _SHORTEST or not word[0].isalpha() or len(talks) > _MOST_TALKED_OF:
            continue
        if not _may_begin[word] and not surely_of_a_town(word):
            continue
        name = _name_at(text, start)
        if name is None:
            continue
        end = name.end
        talk = talks.of(name.of(text))
        talk.places.append(name)
        talk.headed |= start < headline
        _listen(text, name, talk, neighbours, capitals_tell=capitals_tell)
    business = len(talks) > 0 and _is_business(text, mentions)
    for talk in talks:
        if not talk.no_company and talk.enough(text, business=business) and not is_a_persons(text, talk):
            yield min(talk.places, key=_length)


def _length(place: Span) -> int:
    return place.end - place.start


def _is_business(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether the text is about companies: it names several, or one with as many nouns and signs of them."""
    known = {each.company for each in mentions if each.company and each.trust < Trust.REPEATED}
    if not known or len(known) >= BUSINESS:
        return bool(known)
    return len(known) + len({word for word in _WORD.findall(text) if cues(word) & _OF_BUSINESS}) > BUSINESS


def _name_at(text: str, start: int) -> Span | None:
    """The words of a name that may be a company's, None if they are none."""
    match = _NAME.match(text, start)
    if match is None or (start and (text[start - 1].isalnum() or text[start - 1] in "-‑'’./@")):
        return None
    end = _end_before_verb(match)
    compound = COMPOUND.search(text, start, end)
    written = text[start : end if compound is None else compound.start()]
    written = _POSSESSIVE.sub("", _without_a_place(written)).rstrip("'’-& ")
    before = word_before(text, start) if start and text[start - 1] in " \u00a0" else ""
    first, _, rest = written.partition(" ")
    opens = not before or not before[-1].isalpha()
    if rest and opens and surely_of_a_town(first) and cues(first) <= {Cue.ORIGIN}:
        return _name_at(text, start + len(first) + 1)
    determined = not rest and compound is None and before.lower() in _DETERMINERS
    if determined or _goes_on_before(before) or not _names[written]:
        return None
    end = start + len(written)
    quoted = _ENDS_QUOTED.match(text, end) if text[start - 1 : start] in QUOTES_BEFORE else None
    if quoted is not None:
        return Span(start, quoted.end())
    return None if text[end : end + 2].strip()[:1] in ("«", "„") else Span(start, end)


def _without_a_place(written: str) -> str:
    """The name without a place in a case that stands behind it: "Toroslar Narenciye Rusya'ya"."""
    name, _, last = written.rpartition(" ")
    place, apostrophe, _ = last.replace("’", "'").partition("'")
    return name if name and apostrophe and is_place(place) else written


def _goes_on_before(before: str) -> bool:
    """Whether the word before a name is the beginning of a longer one: "Real Betis"."""
    named = before[:1].isupper() and before[-1].isalpha() and not is_frequent(before)
    return named and not cues(before) and not is_of_a_town(before)


def _may_name(written: str) -> bool:
    first = written.partition(" ")[0]
    if not first:
        return False
    if cues(first.rstrip(".")) & _NEVER_FIRST or is_institution(written) or is_frequent(first):
        return False
    if any(Cue.GIVEN in cues(word) for word in written.split()[1:-1]):
        return False  # "Yrittäjä Sari Laine"
    if first.isupper() and any(letter.isdigit() for letter in written):
        return False  # "FTSE 100"
    tells = len(written) > _SHORTEST or written.isupper()
    return tells and not first[0].isdigit() and not is_place(written)


_names = Memory(_may_name)


def _may_be_first(word: str) -> bool:
    return not cues(word) & _NEVER_FIRST and not is_frequent(word)


_may_begin = Memory(_may_be_first)


def _end_before_verb(match: re.Match[str]) -> int:
    """Where the name ends before what a headline gives a capital, too: a verb, a number, "Ihrer"."""
    for piece in list(_PIECE.finditer(match[0]))[1:]:
        if cues(piece[0]) & _VERBS or piece[0].isdecimal() or piece[0].lower() in _DETERMINERS:
            return match.start() + len(match[0][: piece.start()].rstrip(" \u00a0&"))
    return match.end()


def _listen(text: str, name: Span, talk: Talk, neighbours: Neighbours, *, capitals_tell: bool) -> None:
    place = Place(text, name.start, name.end)
    before = place.before(3)
    if before:
        listen_before(text, place, before, talk)
        if capitals_tell:
            listen_where_capitals_tell(name.of(text), before, talk)
    talk.titled |= is_titled(place, before)
    listen_behind(text, place, before[0] if before else "", talk)
    beside = neighbours.listed(name, before)
    if beside:
        talk.says("listed", beside)
        if beside == 1 and neighbours.joined:
            talk.says("joined", 0)
    if is_a_surname(place) or (talk.signs and (begins_a_persons_name(place) or is_a_town(place))):
        talk.no_company = True
