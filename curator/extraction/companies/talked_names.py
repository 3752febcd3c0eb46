"""Talked names: which words with capitals may be the name of a company that is talked of."""

from __future__ import annotations

import re

from curator.domain.spans import Span
from curator.extraction.companies.contexts import word_before
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.deeds import COMPOUND
from curator.extraction.companies.name_words import NAME_WORD, is_institution, with_small_noun
from curator.extraction.companies.spellings import CAPITALS
from curator.extraction.companies.towns import QUOTES_BEFORE, is_of_a_town, is_place, surely_of_a_town
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
_TURNED = worded("turned")
_BALTIC_GENITIVE = re.compile(r"[^\W\d_]{3,}(?:os|ės|ų|io|aus|as)")
"""What a noun in small letters belongs to where the text has both together always: "Aukštaitijos medus"."""
_STEM = 5
_ENDING = 2


def talked_name_at(text: str, start: int, *, led: bool = False) -> Span | None:
    """The words of a name that may be a company's, None if they are none.

    The word before is none of a longer name where it has `led` to this one.
    """
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
    if rest and _leads(text, first, rest, before, opens=opens):
        return talked_name_at(text, start + len(first) + 1, led=True)
    determined = not rest and compound is None and before.lower() in _DETERMINERS
    if determined or (not led and _goes_on_before(before)) or not _names[written]:
        return None
    end = start + len(written)
    quoted = _ENDS_QUOTED.match(text, end) if text[start - 1 : start] in QUOTES_BEFORE else None
    if quoted is not None:
        return Span(start, quoted.end())
    if text[end : end + 2].strip()[:1] in ("«", "„"):
        return None
    small = not rest and (not opens or _BALTIC_GENITIVE.fullmatch(written) is not None)
    return Span(start, with_small_noun(text, start, end, repeated=opens) if small else end)


def _leads(text: str, first: str, rest: str, before: str, *, opens: bool) -> bool:
    """Whether the first word with a capital is none of the name: a town's, a verb's, the sentence's.

    "Brněnský Vltavín", "W Gdyni Stoczniolux", "Финансира Юробанк"; and "Lieferant Shimano" where the text
    has the rest again without it.
    """
    if not opens:
        return Cue.IN_PLACE in cues(before) and is_place(first)
    if surely_of_a_town(first) and cues(first) <= {Cue.ORIGIN}:
        return True
    return first.lower() in _TURNED or _stands_without(text, first, rest)


def _stands_without(text: str, first: str, rest: str) -> bool:
    """Whether the text has the rest of a name, inflected perhaps, and never with its first word."""
    stem = rest if " " in rest else rest[: max(_STEM, len(rest) - _ENDING)]
    return text.count(f"{first} {stem}") == 1 and text.count(f" {stem}") > 1


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
    if not _may_be_first(first.rstrip("."), leads=" " in written) or is_institution(written):
        return False
    if any(Cue.GIVEN in cues(word) for word in written.split()[1:-1]):
        return False  # "Yrittäjä Sari Laine"
    if first.isupper() and any(letter.isdigit() for letter in written):
        return False  # "FTSE 100"
    tells = len(written) > _SHORTEST or written.isupper()
    return tells and not first[0].isdigit() and not is_place(written)


_names = Memory(_may_name)


def _may_be_first(word: str, *, leads: bool = True) -> bool:
    """Whether a word may begin a name; a noun as in "Metalúrgica do Vouga" if it leads one."""
    kinds = cues(word) & _NEVER_FIRST
    if leads and Cue.HEAD in cues(word):
        kinds -= {Cue.COMPANY}
    return not kinds and not is_frequent(word)


may_begin = Memory(_may_be_first)
"""Whether a word may be the first of such a name."""


def _end_before_verb(match: re.Match[str]) -> int:
    """Where the name ends before what a headline gives a capital, too: a verb, a number, "Ihrer"."""
    for piece in list(_PIECE.finditer(match[0]))[1:]:
        if cues(piece[0]) & _VERBS or piece[0].isdecimal() or piece[0].lower() in _DETERMINERS:
            return match.start() + len(match[0][: piece.start()].rstrip(" \u00a0&"))
    return match.end()
