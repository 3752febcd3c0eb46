"""Invisibles: zero-width characters and soft hyphens, which of them nobody needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from curator.cleaning.edits import Edit
from curator.domain.repairs import RepairKind

_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = frozenset("\xad\u200b\u2060\u2061\u2062\u2063\u2064")
"""What says where a line may break, or may not: nothing beside a space."""
_SIGNS = frozenset("·…•、。，：；！？\xa0\u2009\u202f")
_PLAIN_KINDS = frozenset("Sc Pd Ps Pe Pi Pf".split())
_PLAIN_SCRIPTS = (
    "LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "ETHIOPIC", "CJK", "HIRAGANA", "KATAKANA",
    "HANGUL", "DIGIT", "MODIFIER LETTER", "COMBINING",
)  # fmt: skip
_UNSPACED_SCRIPTS = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "TAI ", "NEW TAI", "JAVANESE", "BALINESE")
"""Scripts whose writers type zero-width spaces between words."""


def invisible(text: str) -> Iterator[Edit]:
    """The edits that take out what stands within or beside plain words, or where nothing needs it."""
    if not _INVISIBLE.search(text):
        return
    right_to_left = _RIGHT_TO_LEFT.search(text.replace("\ufeff", "")) is not None
    for match in _INVISIBLE.finditer(text):
        if right_to_left and not _DIRECTIONS.isdisjoint(match[0]):
            continue
        start, end = match.span()
        if _is_idle(match[0], text[start - 1 : start], text[end : end + 1]):
            yield Edit(start, end, "", RepairKind.INVISIBLE)


def _is_idle(found: str, before: str, behind: str) -> bool:
    """Whether what stands on both sides has no use for what was found between."""
    if _is_plain(before) and _is_plain(behind):
        return True
    if not _BREAKS.issuperset(found):
        return False
    if _is_space(before) or _is_space(behind):
        return not (_is_unspaced(before) or _is_unspaced(behind))
    return set(found) == {"\xad"} and _is_of_words(before) and _is_of_words(behind)


@lru_cache(maxsize=1_000)
def _is_plain(sign: str) -> bool:
    """Whether what stands beside has no use for joiners and break marks: plain letters, spaces, signs."""
    if sign.isascii() or sign in _SIGNS:
        return True
    kind = unicodedata.category(sign)
    if kind in _PLAIN_KINDS:
        return True
    return (sign.isalnum() or kind == "Mn") and unicodedata.name(sign, "").startswith(_PLAIN_SCRIPTS)


def _is_space(sign: str) -> bool:
    return not sign or sign.isspace()


def _is_of_words(sign: str) -> bool:
    return sign.isalpha() or unicodedata.category(sign) in {"Mn", "Mc"}


def _is_unspaced(sign: str) -> bool:
    return bool(sign) and unicodedata.name(sign, "").startswith(_UNSPACED_SCRIPTS)
