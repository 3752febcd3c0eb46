"""Joints: how well two characters of Chinese or Japanese go together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from curator.cleaning.models.pairs import pairs_of

UNSEEN = -0.35
"""The gain of two characters of which nothing is known."""

_MOST = 5.0
_NUMERALS = "〇一二三四五六七八九十百千万亿億零两"
_AFTER_NUMERALS = {
    "zh": "年月日个名位元度座时分岁公多万场枚只天人次第",
    "ja": "年月日人度円分時歳回代位か万坪名本便以周",
}
_NUMERAL = 2.5
_COUNTED = 1.75
EDGE = "\n"
"""What stands before and behind a line."""
_OPENING, _CLOSING, _ENDING = "「『【（《〈〔“", "」』】）》〉〕”", "。！？，"
_WRONG = -40.0
"""The gain of signs that nobody writes beside each other."""


@lru_cache(maxsize=4)
def joints_of(language: str) -> dict[str, float]:
    """For pairs of characters what speaks for them, in logarithms."""
    result = {pair: min(_MOST, gain) for pair, gain in pairs_of(language).items()}
    for pair, gain in _of_numerals(language).items():
        result[pair] = max(result.get(pair, UNSEEN), gain)
    return result | dict.fromkeys(_wrong(), _WRONG)


def _wrong() -> Iterator[str]:
    """Signs that do not stand beside each other, or at the edge of a line, for which damage makes them."""
    for sign in f"{EDGE} {_OPENING}{_ENDING}、":
        yield sign + "、"
    for sign in f"{EDGE}{_CLOSING}{_ENDING}":
        yield "、" + sign
    for sign in _OPENING:
        yield sign + EDGE
        yield sign + "【"
        yield "【" + sign
    for sign in _CLOSING:
        yield EDGE + sign


def _of_numerals(language: str) -> dict[str, float]:
    """Numbers are written in so many ways that word lists hold few."""
    behind = _AFTER_NUMERALS.get(language)
    if behind is None:
        return {}
    result = {one + two: _COUNTED for one in _NUMERALS for two in behind}
    result |= {one + two: _NUMERAL for one in _NUMERALS for two in _NUMERALS}
    return result | {"第" + one: _NUMERAL for one in _NUMERALS}
