"""Joints: how well two characters of Chinese, Japanese or Korean go together."""

from __future__ import annotations

from functools import lru_cache

from curator.cleaning.models.pairs import pairs_of

UNSEEN = -0.35
"""The gain of two characters of which nothing is known."""

_MOST = 5.0
_RARE_END = 0.5
_ENDINGS = "을를던는었았겠습됐렸였"
_NO_BEGINNING = -3.5
_ALONE = "또데및곧좀꼭참늘덜못안잘더약중때것수등곳채뿐줄점적말일이그저두세네첫각전후내새한몇온왜"
_STANDING = 1.5
_NUMERALS = "〇一二三四五六七八九十百千万亿億零两"
_AFTER_NUMERALS = {
    "zh": "年月日个名位元度座时分岁公多万场枚只天人次第",
    "ja": "年月日人度円分時歳回代位か万坪名本便以周",
}
_NUMERAL = 2.5
_COUNTED = 1.75


@lru_cache(maxsize=4)
def joints_of(language: str) -> dict[str, float]:
    """For pairs of characters what speaks for them, in logarithms; a space is where a Korean word ends."""
    result = {pair: min(_MOST, gain) for pair, gain in pairs_of(language).items()}
    if language == "ko":
        _parted(result)
    for pair, gain in _of_numerals(language).items():
        result[pair] = max(result.get(pair, UNSEEN), gain)
    return result


def _parted(gains: dict[str, float]) -> None:
    """Nearly any syllable may end a Korean word; those of particles and endings begin none."""
    for pair, gain in gains.items():
        if pair[1] == " ":
            gains[pair] = gain if gain > 0 else gain * _RARE_END
    gains |= {" " + sign: _NO_BEGINNING for sign in _ENDINGS}
    for sign in _ALONE:
        for pair in (" " + sign, sign + " "):
            gains[pair] = max(gains.get(pair, UNSEEN), _STANDING)


def _of_numerals(language: str) -> dict[str, float]:
    """Numbers are written in so many ways that word lists hold few."""
    behind = _AFTER_NUMERALS.get(language)
    if behind is None:
        return {}
    result = {one + two: _COUNTED for one in _NUMERALS for two in behind}
    result |= {one + two: _NUMERAL for one in _NUMERALS for two in _NUMERALS}
    return result | {"第" + one: _NUMERAL for one in _NUMERALS}
