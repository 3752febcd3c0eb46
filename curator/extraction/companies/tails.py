"""Tails: new names told by the word they end or begin with, "Aquila Capital", "Banca Ligure"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from curator.domain.spans import Span
from curator.extraction.companies.cues import Cue, cues, words_of
from curator.extraction.companies.name_words import CAPITAL, NAME_WORD, is_institution
from curator.extraction.companies.spellings import CAPITALS
from curator.extraction.companies.wordings import sections, worded
from curator.extraction.languages import is_frequent

_LONGEST = 70
_WORD = re.compile(rf"{NAME_WORD}")
_BEFORE_TAIL = re.compile(rf"(?<![\w-])(?:{CAPITAL}[\w&+’'-]{{0,30}}[ \u00a0](?:[&+][ \u00a0])?){{1,4}}$")
_BEHIND_HEAD = re.compile(rf"(?:[ \u00a0][{CAPITALS}][\w&+’'-]{{2,30}}){{1,3}}")
_BEHIND_CRAFT = re.compile(
    rf"(?:[ \u00a0](?:(?:de|du|des|del|da|do|di|della|de la)[ \u00a0])?[{CAPITALS}][\w&+’'-]{{2,30}}){{1,3}}"
)
_CRAFTS = frozenset(sections("cues")["head"]["crafts"].split())
"""Such words that "of" may follow: "Papeteries de la Vienne"."""
_BEGINS = re.compile(r"(?:[.!?:\n][ \n]*)\Z")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_HEADLINE = 160
_LONGEST_TAIL = 24
_MOST_WORDS = Fraction(2, 3)
"""So many of a title's longer words have capitals: "From", "With" and "Over" stay small."""
_DETERMINERS = worded("determiners")
_NEVER_FIRST = frozenset({Cue.PLACE, Cue.INSTITUTION, Cue.NATIONAL, Cue.LONE, Cue.ROLE})


def ending_names(text: str, words: Iterable[tuple[int, str]]) -> Iterator[Span]:
    """Names of words with capitals whose last one is that of companies; `words` are those to look at."""
    for start, word in words:
        if word not in _tails() or not text[start - 1 : start].isspace():
            continue
        end = start + len(word)
        while end - start < _LONGEST and text[end : end + 1] in (" ", "\u00a0"):
            further = _WORD.match(text, end + 1)
            if further is None or further[0] not in _tails():
                break
            end = further.end()
        name = _with_words_before(text, start, end)
        if name is not None and (word in words_of(Cue.TAIL) or not _is_in_headline(text, name)):
            yield name


def beginning_names(text: str, words: Iterable[tuple[int, str]]) -> Iterator[Span]:
    """Names whose first word is that of companies: "Banca Ligure", "Grupa Wisła"."""
    heads = words_of(Cue.HEAD)
    for start, word in words:
        if word not in heads:
            continue
        behind = (_BEHIND_CRAFT if word in _CRAFTS else _BEHIND_HEAD).match(text, start + len(word))
        if behind is None or is_institution(behind[0]) or _is_in_headline(text, Span(start, behind.end())):
            continue
        if not cues(behind[0].split()[0]) & (_NEVER_FIRST | {Cue.GIVEN, Cue.VAGUE}):
            yield Span(start, behind.end())


def ends_in_english(text: str, end: int) -> bool:
    """Whether the last word of a name is one that says little in English."""
    return text[max(0, end - _LONGEST_TAIL) : end].rsplit(maxsplit=1)[-1] not in words_of(Cue.TAIL)


def _with_words_before(text: str, start: int, end: int) -> Span | None:
    left = text[max(0, start - _LONGEST) : start]
    match = _BEFORE_TAIL.search(left)
    if match is None:
        return None
    begin = start - len(match[0])
    pieces = list(_WORD.finditer(match[0]))
    while len(pieces) > 1 and _leads(pieces[0][0]):
        pieces.pop(0)
    first, kinds = pieces[0][0], cues(pieces[0][0])
    if kinds & _NEVER_FIRST or Cue.VAGUE in kinds or len(first) < 2 or first[0].isdigit():
        return None
    if any(piece[0].lower() in _DETERMINERS for piece in pieces):
        return None  # "Benutzer Ihres Systems"
    if text[start:end] not in words_of(Cue.TAIL) and is_frequent(pieces[-1][0]):
        return None  # "60 Milliarden Kubikmeter Gas"
    at = begin
    begin += pieces[0].start()
    if len(pieces) > 1 and is_frequent(first) and (at == 0 or _BEGINS.search(text[max(0, at - 4) : at])):
        begin += pieces[1].start() - pieces[0].start()  # "Ieri Carpat Energie": the sentence's capital
    if (begin and text[begin - 1] in "-’'") or is_institution(text[begin:end]):
        return None
    return Span(begin, end)


def _leads(word: str) -> bool:
    """Whether a word with a capital only stands before a name: a country's adjective, a noun, a number."""
    return word[0].isdigit() or not cues(word).isdisjoint(_NEVER_FIRST | {Cue.COMPANY, Cue.COUNTERPART})


def _is_in_headline(text: str, name: Span) -> bool:
    """Whether nearly all longer words of a short line have capitals, so that they tell nothing."""
    start, stop = text.rfind("\n", 0, name.start) + 1, text.find("\n", name.end)
    line = text[start : stop if stop >= 0 else len(text)]
    if len(line) > _LONGEST_HEADLINE or line.rstrip().endswith("."):
        return False
    words = _LONGER_WORD.findall(line[: name.start - start] + " " + line[name.end - start :])
    return bool(words) and sum(word[0].isupper() for word in words) > _MOST_WORDS * len(words)


@cache
def _tails() -> frozenset[str]:
    return words_of(Cue.TAIL) | words_of(Cue.ENGLISH_TAIL)
