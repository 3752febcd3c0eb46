"""Nouns: new names told by a company noun beside them, "společnost Eustream", "Hera, società quotata"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curator.domain.spans import Span
from curator.extraction.companies.contexts import BESIDE, Place, word_before
from curator.extraction.companies.cues import Cue, cues, words_of
from curator.extraction.companies.legal_forms import without_legal_form
from curator.extraction.companies.spellings import folded, is_latin
from curator.extraction.companies.tables import CAPITALS
from curator.extraction.companies.towns import is_of_a_town, is_place
from curator.extraction.companies.wordings import either
from curator.extraction.languages import is_frequent
from curator.extraction.memories import Memory

NAME_WORD = r"[\w&+’'-]{1,30}"
CAPITAL = rf"[{CAPITALS}\d]"
JOINING = either("joining")
LETTERS = re.compile(r"[^\W\d_]+")

_BARE = re.compile(
    rf"{NAME_WORD}(?:[ \u00a0](?:(?:{JOINING})[ \u00a0]|[dl]['’])?(?={CAPITAL}){NAME_WORD}){{0,3}}"
)
_PIECE = re.compile(r"[^ \u00a0]+")
_GOES_ON = re.compile(r"[.,:]\d|[ \u00a0]?[%€$£]|[ \u00a0](?:mil|мил|mln|млн|mld|млрд|tis|тыс|тис)\w*")
"""What goes on behind a number."""
_QUOTED = re.compile(r"[«„“\"'‘](?P<name>[^«»„“”\"\n.,;]{2,50})[»“”\"'’]")
LONGEST_NAME = 70
_LONGEST_PREPOSITION = 3
"""A longer word may tell what a maker makes: "výrobce letadel Aero"."""
_LONGEST_ARTICLE = 3
_ADJECTIVE_BEHIND = re.compile(rf"(?:{either('adjectives_behind')})$")
_ROMANCE_ADJECTIVE = re.compile(rf"(?:{either('romance_adjectives')})\Z")
_MADE_OF = re.compile(
    r"(?<!\w)(?:l['’])?(?P<noun>[^\W\d_]{4,})[ \u00a0](?:de |di |d['’]|of |на )(?!la |los |las |les )"
    r"[^\W\dA-Z_]{3,20}(?: [^\W\dA-Z_]{3,20})?[ \u00a0]\Z"
)
"""A maker and what it makes before a name: "producătorul de mobilă Carpatica"."""
_APOSTROPHE = re.compile(r"['’][^\W\d_A-Z]{1,4}$")
"""Endings behind an apostrophe, which are no part of a name: "Yeşilova Market'e"."""
_OWNER = re.compile(rf"(?:{either('owners')})$")
_SURNAME = re.compile(rf"(?:{either('surnames')})$")
_SLAVIC_ADJECTIVE = re.compile(r"[^\W\d_]+(?:(?:sk|ck|šk|čk)(?:[aei]|ou|ej|ého|iego)|[^\W\d_][áéýí])\Z")
_OF_A_TOWN = re.compile(r"(?<=\w)[ \u00a0](?:de|di|do|da|del|della|din)[ \u00a0]([^\W\d_]+)\Z")
"""Where a name is from, behind it: "il pastificio Granoverde di Foggia"."""
_SLAVIC_NOUN = re.compile(r"[ \u00a0]([^\W\d_]{4,})(?=[ \u00a0,.])")
"""What an adjective goes with that begins a Slavic name: "skupina Moravské pohony"."""
_SWAHILI_OF = frozenset({"ya", "za"})
_BEHIND_NAME = re.compile(r"[»“”\"’']?[ \u00a0]([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?")
_ACRONYM = re.compile(rf"[{CAPITALS}\d]{{2,5}}s?")
"""What a maker makes rather than who it is: "výrobce GPU", "maker of SUVs"."""
_OPENING = "«„“\"'‘"
_CLOSING = frozenset("»“”\"'’")
_LONGEST_LIST = 8
_LIST_LINK = re.compile(
    rf"[»“”\"’']?(?:,[ \u00a0](?!(?:{either('links')})[ \u00a0])"
    rf"|,?[ \u00a0](?P<last>{either('last_links')})[ \u00a0])(?=[«„“\"'‘]?[^\W_a-z])[«„“\"'‘]?"
)
"""What stands between the names of a list; "last" before the last one."""
NO_NAME = frozenset({Cue.PLACE, Cue.LONE, Cue.MEDIUM, Cue.INSTITUTION, Cue.COMPANY, Cue.ROLE, Cue.NATIONAL})


def beside_nouns(text: str, unnamed: Sequence[tuple[int, str]]) -> Iterator[Span]:
    """Names right after a company noun: "společnost Eustream", "авиокомпания „Райънеър“"."""
    end = 0
    for start, _ in unnamed:
        if start < end or start == 0 or text[start - 1] not in BESIDE:
            continue
        noun = _noun_before(text, start)
        if not noun:
            continue
        name = _name_at(text, start)
        if name is not None and may_name(text, noun, name):
            end = name.end
            yield name
            for other in _listed_behind(text, noun, name):
                end = other.end
                yield other


def _listed_behind(text: str, noun: str, name: Span) -> list[Span]:
    """The names that go on a list after the first: "startups Alpha, Beta and Gamma", with a last "and"."""
    names: list[Span] = []
    end = name.end
    while len(names) < _LONGEST_LIST:
        link = _LIST_LINK.match(text, end)
        if link is None:
            return []
        following = _name_at(text, link.end())
        if following is None or not may_name(text, noun, following):
            return []
        names.append(following)
        end = following.end + (text[following.end : following.end + 1] in _CLOSING)
        if link["last"]:
            several = len(names) > 1 or noun.casefold() in words_of(Cue.SEVERAL)
            return names if several and not is_frequent(following.of(text)) else []
    return []


def before_nouns(text: str, unnamed: Sequence[tuple[int, str]]) -> Iterator[Span]:
    """Names right before a noun that makes them a company's: "Tau Süt şirketi", "a Rábaform beszállító"."""
    if not any(map(text.__contains__, words_of(Cue.NOUN_BEHIND))):
        return
    end = 0
    for start, _ in unnamed:
        name = _name_at(text, start) if start >= end and start else None
        if name is None:
            continue
        end = name.end
        following = _BEHIND_NAME.match(text, name.end)
        nouns = following.groups() if following else ()
        if any(word in words_of(Cue.NOUN_BEHIND) for word in nouns if word) and may_name(text, "", name):
            yield name


def is_institution(written: str) -> bool:
    """Whether a word of the name says that it is a ministry, a court, a club."""
    return any(Cue.INSTITUTION in cues(word) for word in LETTERS.findall(written))


def short(written: str) -> str:
    """The name without its legal form, but "United Group" whole: one word would not tell it."""
    name = without_legal_form(written)
    return written if " " not in name and written.endswith((" Group", " Company", " Holding")) else name


def _noun_before(text: str, start: int) -> str:
    """The company noun that a name follows, an adjective of origin perhaps between; "" if there is none."""
    nearest = word_before(text, start)
    if not nearest or not nearest[-1].isalpha():
        return ""
    kinds = cues(nearest)
    if Cue.COMPANY in kinds:
        return "" if Cue.INSTITUTION in kinds or _belongs_before(text, start, nearest) else nearest
    if nearest in _SWAHILI_OF:
        further = word_before(text, text.rindex(nearest, 0, start))
        return further if further and Cue.COMPANY in cues(further) else ""
    quoted = text[start - 1] in _OPENING
    maker = _MADE_OF.search(text, max(0, start - LONGEST_NAME), start - quoted)
    if maker is not None and Cue.COMPANY in cues(maker["noun"]) and Cue.PLACE not in kinds:
        return maker["noun"]
    wanted = _wanted_before[nearest]
    if not wanted:
        return ""
    further = word_before(text, text.rindex(nearest, 0, start))
    if not further or wanted.isdisjoint(cues(further)):
        return ""
    return nearest if Cue.SHARE_GROUP in kinds else further


def _belongs_before(text: str, start: int, noun: str) -> bool:
    """Whether the noun makes a company's name of what stands before it: "Жетісу Құс компаниясы Қытайға"."""
    if noun not in words_of(Cue.NOUN_BEHIND):
        return False
    begin = text.rindex(noun, 0, start)
    before = text[max(0, begin - LONGEST_NAME) : begin].rstrip()
    if before[-1:] in ("»", "“", "”", '"'):
        return True
    named = word_before(text, begin)
    if is_of_a_town(named) and Place(text, begin, start).before(2)[1:] == []:
        return False  # "Trnavský startup Pixelbro"
    article = len(named) <= _LONGEST_ARTICLE or Cue.LONE in cues(named)
    return named[:1].isupper() and not (article and Place(text, begin, start).before(2)[1:] == [])


def _wanted(nearest: str) -> frozenset[Cue]:
    """What the word before this one has to be, that stands before a name and is no company noun itself."""
    kinds = cues(nearest)
    if not nearest[0].islower():
        return frozenset()
    if Cue.SHARE_GROUP in kinds:
        return frozenset({Cue.ORIGIN, Cue.INDUSTRY})
    if Cue.ORIGIN in kinds:
        return frozenset({Cue.COMPANY, Cue.GROUP})
    if _ADJECTIVE_BEHIND.search(nearest):
        return frozenset({Cue.COMPANY})
    if _ROMANCE_ADJECTIVE.search(nearest) and Cue.SPEAKING not in kinds:
        return frozenset({Cue.COMPANY, Cue.GROUP})
    made = len(nearest) > _LONGEST_PREPOSITION and Cue.SPEAKING not in kinds
    return frozenset({Cue.MAKER}) if made else frozenset()


_wanted_before = Memory(_wanted)


def _name_at(text: str, start: int) -> Span | None:
    if text[start - 1] in _OPENING:
        quoted = _QUOTED.match(text, start - 1)
        return None if quoted is None else Span(*quoted.span("name"))
    match = _BARE.match(text, start)
    if match is None:
        return None
    goes_on = _GOES_ON.match(text, match.end()) is not None
    end = start + _own_length(match[0], goes_on=goes_on)
    town = _OF_A_TOWN.search(text, start, end)
    if town is not None and is_place(town[1]):
        end = town.start()
    noun = _SLAVIC_NOUN.match(text, end) if _SLAVIC_ADJECTIVE.match(text, start, end) else None
    if noun is not None and Cue.SPEAKING not in cues(noun[1]) and not is_frequent(noun[1]):
        end = noun.end()
    return Span(start, end)


def _own_length(written: str, *, goes_on: bool) -> int:
    """How much of the words is the name: "Apple Tim Cook" and "Acme Raises Cash" go on with others.

    A number that `goes_on` behind them, "Koka Māja 3,5 miljoni", is none of its words.
    """
    pieces = list(_PIECE.finditer(written))
    for at, piece in enumerate(pieces[1:], 1):
        kinds = cues(piece[0])
        if piece[0].isdecimal() and (at + 1 < len(pieces) or goes_on):
            return len(written[: piece.start()].rstrip(" \u00a0&"))  # "Hefekranz 3 Millionen Euro"
        if Cue.SPEAKING in kinds or (Cue.GIVEN in kinds and at + 1 < len(pieces)):
            return len(written[: piece.start()].rstrip(" \u00a0&"))
    ending = _APOSTROPHE.search(written)
    return ending.start() if ending else len(written)


def _is_of_its_head(text: str, noun: str, name: Span) -> bool:
    """Whether a surname behind "the head of the company" is that person's: "prezes spółki Święcki"."""
    if not _SURNAME.search(name.of(text)) or text[name.start - 1] in _OPENING:
        return False
    before = text.rfind(noun, 0, name.start)
    return Cue.ROLE in cues(word_before(text, before)) if before > 0 else False


def may_name(text: str, noun: str, name: Span) -> bool:
    """Whether the words beside the noun can be a name: none of a place, a person, a ministry, a newspaper."""
    written = name.of(text).rstrip("'’-")
    first = LETTERS.search(written)
    if first is None or len(written) < 3 or written[0].isdigit() or is_institution(written):
        return False
    if any(Cue.MEDIUM in cues(word) for word in Place(text, name.start, name.end).before(2)):
        return False
    if text[name.start - 1 : name.start] in tuple(_OPENING):
        return True
    if Cue.MAKER in cues(noun) and _ACRONYM.fullmatch(written):
        return False
    kinds = cues(first[0])
    if " " not in written and (
        _OWNER.search(written) or _is_of_its_head(text, noun, name) or is_place(written)
    ):
        return False
    if Cue.GIVEN in kinds or (kinds & NO_NAME and " " not in written):
        return False
    kinds -= {Cue.NATIONAL} if written.split()[-1][0].islower() else set()
    foreign = is_latin(folded(written)) and not is_latin(folded(noun))
    return foreign or not kinds & NO_NAME
