"""Numerals: numbers in Chinese characters, which are made by rules, so that no list of words has them all.

Units go down within a group of four digits, and groups from trillions on: 二千八百万, 三十五. How often what
follows what is roughly as newspapers have it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from curator.cleaning.east_asian.graphs import Edges
from curator.cleaning.images import Candidates

_DIGITS = (
    dict.fromkeys("一二三四五六七八九", -2.3) | dict.fromkeys("两兩数數", -4.0) | dict.fromkeys("几幾", -6.0)
)
"""With how often each of them is met, in logarithms."""
_TEN, _HUNDRED, _THOUSAND, _NO_UNIT, _NO_UNIT_YET = range(1, 6)
"""The unit before a sign; behind a group there is none yet, mostly thousands follow."""
_END, _DIGIT, _GROUP, _COUNTER = 0, 6, 7, 8
"""What else can follow a sign."""
_UNITS = {"十": _TEN, "百": _HUNDRED, "千": _THOUSAND}
_GROUPS = {"万": 1, "萬": 1, "亿": 2, "億": 2, "兆": 3}
_BEYOND = 4
_COUNTERS = {
    "ja": "日月年人円時分歳号回個台社店本枚割倍点度棟階週票便冊隻両戸坪頭頁",
    "zh": "日月年人元时時分岁歲号號回个個家天倍度点點张張座间間届屆周週",
}
"""Counters that stand behind numbers, by language."""
_SHORTEST = {"ja": 1, "zh": 2}
"""How long numbers with a counter are at least: Chinese words have all the shorter ones."""
_FIRST = {_DIGIT: 0.6, _TEN: 0.25, _HUNDRED: 0.05, _THOUSAND: 0.1}
"""How often numbers begin with what."""
_BEHIND_DIGIT = {
    _NO_UNIT: {_END: 0.45, _TEN: 0.3, _HUNDRED: 0.1, _THOUSAND: 0.05, _GROUP: 0.1},
    _NO_UNIT_YET: {_END: 0.04, _TEN: 0.1, _HUNDRED: 0.2, _THOUSAND: 0.6},
    _THOUSAND: {_END: 0.05, _TEN: 0.02, _HUNDRED: 0.9, _GROUP: 0.03},
    _HUNDRED: {_END: 0.1, _TEN: 0.85, _GROUP: 0.05},
    _TEN: {_END: 0.9, _GROUP: 0.1},
}
"""By the unit that stands before a digit how often what follows it."""
_BEHIND_UNIT = {
    _NO_UNIT_YET: {_END: 0.78, _DIGIT: 0.22},
    _THOUSAND: {_END: 0.5, _DIGIT: 0.25, _GROUP: 0.25},
    _HUNDRED: {_END: 0.45, _DIGIT: 0.4, _GROUP: 0.15},
    _TEN: {_END: 0.5, _DIGIT: 0.38, _GROUP: 0.12},
}
"""The same of what follows units; of groups, where there is none yet."""
_COUNTED = -3.5
"""How often a number has a certain counter, as a logarithm."""
_MOST_READ = 40
_MOST_KNOWN = 2_000


class _Number(NamedTuple):
    """A number as far as it was read."""

    end: int
    text: str
    score: float
    unit: int
    """The last unit of this group of digits, or that there is none."""
    group: int
    """The last group, or one beyond all."""
    behind: dict[int, float]
    """How often what follows its last sign."""
    is_doubtful: bool
    """Whether it has a doubtful character."""

    def ended(self) -> float | None:
        """How likely it is that this is the whole number; None if it can't be."""
        share = self.behind.get(_END)
        return self.score + math.log(share) if share and self.is_doubtful else None


class Numerals:
    """Finds the numbers that lines of one channel can have; remembers which images can be parts of them."""

    def __init__(self, language: str) -> None:
        self._kinds = _kinds(language)
        self._shortest = _SHORTEST[language]
        self._known: dict[str, str] = {}

    def beginning(self, line: str, edges: Edges, place: int, limit: int) -> Iterator[tuple[int, str, float]]:
        """The numbers that can begin at a place and have a doubtful character, with or without a counter.

        Each with where it ends, not behind the limit, and how likely it is among numbers, in logarithms.
        """
        read = [_Number(place, "", 0.0, _NO_UNIT, _BEYOND, _FIRST, is_doubtful=False)]
        while read:
            longer: list[_Number] = []
            for number in read:
                for sign, end, is_doubtful in self._following(line, edges, number, limit):
                    here = number._replace(is_doubtful=is_doubtful)
                    if self._kinds[sign] == _COUNTER:
                        score = here.ended()
                        if score is not None and len(here.text) >= self._shortest:
                            yield end, here.text + sign, score + _COUNTED
                        continue
                    after = _with(here, sign, self._kinds[sign], end)
                    if after is None:
                        continue
                    longer.append(after)
                    score = after.ended()
                    if score is not None and number.text and not line[end : end + 1].isdecimal():
                        yield end, after.text, score
            read = longer[:_MOST_READ]

    def _following(
        self, line: str, edges: Edges, number: _Number, limit: int
    ) -> Iterator[tuple[str, int, bool]]:
        """The signs that can follow, each with where it ends, and whether anything is doubtful by then."""
        here = edges.get(number.end, ())
        for end, candidates in here:
            if end <= limit:
                is_doubtful = number.is_doubtful or len(here) > 1 or len(candidates) > 1
                for sign in self._among(line[number.end : end], candidates):
                    yield sign, end, is_doubtful

    def _among(self, image: str, candidates: Candidates) -> str:
        """Those of the characters of an image that stand in numbers or behind them."""
        if len(candidates) == 1:
            sign = candidates[0][0]
            return sign if sign in self._kinds else ""
        known = self._known.get(image)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[image] = "".join(sign for sign, _ in candidates if sign in self._kinds)
        return known


def _kinds(language: str) -> dict[str, int]:
    kinds = dict.fromkeys(_COUNTERS[language], _COUNTER)
    return kinds | _UNITS | dict.fromkeys(_DIGITS, _DIGIT) | dict.fromkeys(_GROUPS, _GROUP)


def _with(number: _Number, sign: str, kind: int, end: int) -> _Number | None:
    """A number with one more sign, None if it can't have that."""
    share = number.behind.get(kind)
    text = number.text + sign
    if not share or text == "一十" or (kind == _GROUP and _GROUPS[sign] >= number.group):
        return None
    longer = number._replace(end=end, text=text, score=number.score + math.log(share))
    if kind == _DIGIT:
        return longer._replace(score=longer.score + _DIGITS[sign], behind=_BEHIND_DIGIT[number.unit])
    if kind == _GROUP:
        return longer._replace(unit=_NO_UNIT_YET, group=_GROUPS[sign], behind=_BEHIND_UNIT[_NO_UNIT_YET])
    return longer._replace(unit=kind, behind=_BEHIND_UNIT[kind])
