"""Nouns: new names told by a company noun beside them, "společnost Eustream", "Hera, società quotata"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curator.domain.spans import Span
from curator.extraction.companies.contexts import BESIDE, Place, is_english, word_before
from curator.extraction.companies.cues import Cue, cues, words_of
from curator.extraction.companies.name_words import OPENING, may_name, name_at
from curator.extraction.companies.towns import is_of_a_town
from curator.extraction.companies.wordings import either, worded
from curator.extraction.languages import is_frequent
from curator.extraction.memories import Memory

LONGEST_NAME = 70
_LONGEST_PREPOSITION = 3
"""A longer word may tell what a maker makes: "výrobce letadel Aero"."""
_LONGEST_ARTICLE = 3
_ADJECTIVE_BEHIND = re.compile(rf"(?:{either('adjectives_behind')})$")
_ROMANCE_ADJECTIVE = re.compile(rf"(?:{either('romance_adjectives')})\Z")
_MADE_OF = re.compile(
    r"(?<!\w)(?:l['’])?(?P<noun>[^\W\d_]{4,})[ \u00a0](?:de |di |d['’]|of |на )"
    r"(?!la |los |las |les |the |an? )[^\W\dA-Z_]{3,20}(?: [^\W\dA-Z_]{3,20})?[ \u00a0]\Z"
)
"""A maker and what it makes before a name: "producătorul de mobilă Carpatica"."""
_ENGLISH = re.compile(r"\b(?:the|and|with)\b")
_TOWN_BEFORE = re.compile(rf"[^\W\d_]{{3,}}(?:{either('towns_before_names')})[ \u00a0]")
_DETERMINERS = worded("determiners")
_NOT_MADE = worded("not_made")
_STORED = worded("stored")
_SWAHILI_OF = worded("swahili_of")
_BEHIND_NAME = re.compile(r"[»“”\"’']?[ \u00a0]([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?")
_GOES_ON = re.compile(r"[ \u00a0][^\W\d_a-z]\w")
_CLOSING = frozenset("»“”\"'’")
_LONGEST_LIST = 8
_LIST_LINK = re.compile(
    rf"[»“”\"’']?(?:,[ \u00a0](?!(?:{either('links')})[ \u00a0])"
    rf"|,?[ \u00a0](?P<last>{either('last_links')})[ \u00a0])(?=[«„“\"'‘]?[^\W_a-z])[«„“\"'‘]?"
)
"""What stands between the names of a list; "last" before the last one."""


def beside_nouns(text: str, unnamed: Sequence[tuple[int, str]]) -> Iterator[Span]:
    """Names right after a company noun: "společnost Eustream", "авиокомпания „Райънеър“"."""
    end = 0
    for start, _ in unnamed:
        if start < end or start == 0 or text[start - 1] not in BESIDE:
            continue
        noun = _noun_before(text, start)
        if not noun:
            continue
        name = name_at(text, start)
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
        following = name_at(text, link.end())
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
        name = name_at(text, start) if start >= end and start else None
        if name is None:
            continue
        end = name.end
        following = _BEHIND_NAME.match(text, name.end)
        nouns = following.groups() if following else ()
        if following and is_english(text, start) and _GOES_ON.match(text, following.end(1)):
            continue  # "San Diego startup Lumafold"
        if any(word in words_of(Cue.NOUN_BEHIND) for word in nouns if word) and may_name(text, "", name):
            town = _TOWN_BEFORE.match(text, name.start, name.end)
            yield name if town is None else Span(town.end(), name.end)


def _noun_before(text: str, start: int) -> str:
    """The company noun that a name follows, an adjective of origin perhaps between; "" if there is none."""
    nearest = word_before(text, start)
    if not nearest or not nearest[-1].isalpha():
        return ""
    kinds = cues(nearest)
    if nearest == "maker" and _is_a_maker(text, start):
        return nearest
    if Cue.COMPANY in kinds:
        other = Cue.INSTITUTION in kinds or _belongs_before(text, start, nearest)
        return "" if other or _is_of_a_title(text, start, nearest) else nearest
    if nearest in _SWAHILI_OF:
        return _swahili_noun(text, text.rindex(nearest, 0, start))
    quoted = text[start - 1] in OPENING
    maker = _MADE_OF.search(text, max(0, start - LONGEST_NAME), start - quoted)
    made = maker is not None and nearest not in _STORED and Cue.PLACE not in kinds
    if maker is not None and made and Cue.COMPANY in cues(maker["noun"]):
        return maker["noun"]
    wanted = _wanted_before[nearest]
    if not wanted:
        return ""
    further = word_before(text, text.rindex(nearest, 0, start))
    if not further or wanted.isdisjoint(cues(further)):
        return ""
    return nearest if Cue.SHARE_GROUP in kinds else further


def _is_of_a_title(text: str, start: int, noun: str) -> bool:
    """Whether the noun has the capital of an English heading: "See Vendor Numbers", "the Exchange Rates"."""
    if not noun[0].isupper() or not is_english(text, start):
        return False
    if _ENGLISH.search(text, max(0, start - LONGEST_NAME), start + LONGEST_NAME) is None:
        return False
    begin = text.rindex(noun, 0, start)
    return not Place(text, begin, begin + len(noun)).begins_sentence()


def _is_a_maker(text: str, start: int) -> bool:
    """Whether what is made before "maker" is told in small letters and made by companies: "aluminium"."""
    made = word_before(text, text.rindex("maker", 0, start))
    return made.islower() and made.isalpha() and made not in _NOT_MADE and not is_frequent(made)


def _swahili_noun(text: str, link: int) -> str:
    """The company noun before the word for "of", what it makes perhaps between: "kampuni ya kahawa ya"."""
    further = word_before(text, link)
    if not further:
        return ""
    if Cue.COMPANY in cues(further):
        return further
    begin = text.rindex(further, 0, link)
    made = further.islower() and word_before(text, begin) in _SWAHILI_OF
    noun = word_before(text, text.rindex(word_before(text, begin), 0, begin)) if made else ""
    return noun if noun and Cue.COMPANY in cues(noun) else ""


def _belongs_before(text: str, start: int, noun: str) -> bool:
    """Whether the noun makes a company's name of what stands before it: "Жетісу Құс компаниясы Қытайға"."""
    if noun not in words_of(Cue.NOUN_BEHIND) or is_english(text, start):
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
    if not nearest[0].islower() or nearest in _DETERMINERS:
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
