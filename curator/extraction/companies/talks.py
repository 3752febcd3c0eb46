"""Talks: new names of which enough is said that shows a company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curator.domain.spans import Span
from curator.extraction.companies.contexts import Place, is_german
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.deeds import listen_behind
from curator.extraction.companies.mentions import BUSINESS, Mention, Trust
from curator.extraction.companies.namesakes import begins_a_persons_name, is_a_surname, is_a_town
from curator.extraction.companies.neighbours import Neighbours
from curator.extraction.companies.persons import is_a_persons, is_titled
from curator.extraction.companies.signs import listen_before, listen_where_capitals_tell
from curator.extraction.companies.talked_names import may_begin, talked_name_at
from curator.extraction.companies.towns import surely_of_a_town
from curator.extraction.companies.weighing import Talk, Talks

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_A-Z]{4,}")
_OF_BUSINESS = frozenset({Cue.COMPANY, Cue.SHARES, Cue.FIGURES_OF, Cue.TRADES, Cue.CHIEF, Cue.COUNTERPART})
_MOST_TALKED_OF = 200
_LONGEST_HEADLINE = 200
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{3}[.!?] ")


def talked_of(text: str, unnamed: Sequence[tuple[int, str]], mentions: Sequence[Mention]) -> Iterator[Span]:
    """A place of each name that enough is said of, where its form is the shortest.

    `mentions` are the companies known beside them.
    """
    if not unnamed:
        return
    neighbours = Neighbours(text, mentions)
    capitals_tell = not is_german(text)
    headline = _end_of_lead(text)
    talks = Talks()
    end = 0
    for start, word in unnamed:
        if start < end or len(word) < _SHORTEST or not word[0].isalpha() or len(talks) > _MOST_TALKED_OF:
            continue
        if not may_begin[word] and not surely_of_a_town(word):
            continue
        name = talked_name_at(text, start)
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


def _end_of_lead(text: str) -> int:
    """Where the headline ends, or the first sentence of a text without one; -1 if both are long."""
    line = text.find("\n", 0, _LONGEST_HEADLINE)
    if line >= 0:
        return line
    sentence = _SENTENCE_ENDS.search(text, 0, _LONGEST_HEADLINE)
    return -1 if sentence is None else sentence.start()


def _length(place: Span) -> int:
    return place.end - place.start


def _is_business(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether the text is about companies: it names several, or one with as many nouns and signs of them."""
    known = {each.company for each in mentions if each.company and each.trust is not Trust.AGAIN}
    if not known or len(known) >= BUSINESS:
        return bool(known)
    return len(known) + len({word for word in _WORD.findall(text) if cues(word) & _OF_BUSINESS}) > BUSINESS


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
