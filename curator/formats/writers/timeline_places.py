"""Where things stand in a picture of the timeline: lanes, rows and days, in pixels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from curator.domain.facts import Precision
from curator.domain.ticks import Tick, ticks
from curator.domain.timelines import Mark

WIDTH = 1200
GUTTER = 168
"""What the names of lanes take at the left."""
MARGIN = 16
HEAD = 30
"""What the axis takes at the top."""
ROW = 22
LANE_GAP = 14
FONT = 12

MOST_LANES = 12
MOST_ROWS = 9
"""Rows of a lane at most; what has no room there is counted."""
LONGEST = 38
"""Columns of a label at most; an East Asian character takes two."""

_CORE = 0.02
"""The share of marks at either end that may stand outside the days shown."""
_FAR = 2.0
"""They do only where they would make the picture so many times as wide."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its place: from `left` to `right` in a row of its lane, its label after it or before."""

    mark: Mark
    left: float
    right: float
    row: int
    label: str
    label_left: float
    label_ends: bool
    """Whether the label ends at `label_left`, since there is no room to the right."""


@dataclass(slots=True)
class Lane:
    """The marks of a company, or those without one."""

    name: str
    placed: list[Placed] = field(default_factory=list[Placed])
    hidden: int = 0
    """Marks there was no room for."""
    top: float = 0.0

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return 1 + max((each.row for each in self.placed), default=0)

    @property
    def height(self) -> float:
        """What it takes, in pixels."""
        return self.rows * ROW + LANE_GAP + (ROW if self.hidden else 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A timeline laid out."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[Tick, float], ...]
    height: float
    outside: int
    """Marks before or after the days shown, which stand at the edge."""
    left_out: int
    """Marks of companies that got no lane of their own."""


def picture(marks: Sequence[Mark]) -> Picture | None:
    """The marks laid out, a lane for each of the companies with most of them; None if there are none."""
    dated = [mark for mark in marks if mark.low or mark.high]
    if not dated:
        return None
    low, high = _range(dated)
    scale = (WIDTH - GUTTER - MARGIN) / max(high - low, 1.0)
    chosen, left_out = _lanes(dated)
    top = float(HEAD)
    for lane, own in chosen:
        _place(lane, own, low, high, scale)
        lane.top = top
        top += lane.height
    axis = tuple((tick, GUTTER + (tick.position - low) * scale) for tick in ticks(low, high, scale, 52.0))
    outside = sum(_first(mark) < low or _last(mark) > high for mark in dated)
    return Picture(tuple(lane for lane, _ in chosen), axis, top, outside, left_out)


def parted(whole: Picture, most: float) -> list[Picture]:
    """The picture in parts at most so high, each with whole lanes; a higher lane has a part to itself."""
    parts: list[Picture] = []
    lanes: list[Lane] = []
    top = float(HEAD)
    for lane in whole.lanes:
        if lanes and top + lane.height > most:
            parts.append(replace(whole, lanes=tuple(lanes), height=top))
            lanes, top = [], float(HEAD)
        lanes.append(replace(lane, top=top))
        top += lane.height
    return [*parts, replace(whole, lanes=tuple(lanes), height=top)]


def _first(mark: Mark) -> float:
    day = mark.low or mark.high or date.min
    return float(day.toordinal())


def _last(mark: Mark) -> float:
    day = mark.high or mark.low or date.max
    return float(day.toordinal() + 1)


def _range(marks: Sequence[Mark]) -> tuple[float, float]:
    """The days shown: all, unless a few marks far away would press the others together."""
    firsts, lasts = sorted(map(_first, marks)), sorted(map(_last, marks))
    cut = int(len(marks) * _CORE) + 1
    core_low = firsts[min(cut, len(firsts) - 1)] if len(marks) > 4 else firsts[0]
    core_high = lasts[max(len(lasts) - 1 - cut, 0)] if len(marks) > 4 else lasts[-1]
    core = max(core_high - core_low, 60.0)
    low = firsts[0] if core_low - firsts[0] <= core * _FAR else core_low
    high = lasts[-1] if lasts[-1] - core_high <= core * _FAR else core_high
    room = max((high - low) * 0.03, 5.0)
    return low - room, high + room


def _lanes(marks: Sequence[Mark]) -> tuple[list[tuple[Lane, list[Mark]]], int]:
    """Lanes with their marks, those with most first, what is of no company last."""
    by_name: dict[str, list[Mark]] = {}
    for mark in marks:
        for name in mark.companies or ("",):
            by_name.setdefault(name, []).append(mark)
    named = sorted((name for name in by_name if name), key=lambda name: (-len(by_name[name]), name))
    kept, others = named[:MOST_LANES], named[MOST_LANES:]
    chosen = [(Lane(name), by_name[name]) for name in kept]
    if "" in by_name:
        chosen.append((Lane(""), by_name[""]))
    seen = {id(mark) for _, own in chosen for mark in own}
    left_out = {id(mark) for name in others for mark in by_name[name]} - seen
    return chosen, len(left_out)


def _place(lane: Lane, marks: Iterable[Mark], low: float, high: float, scale: float) -> None:
    """Give each mark the first row that has room for it and its label."""
    ends: list[float] = []
    for mark in sorted(marks, key=lambda each: (_first(each), -_last(each), each.fact_id or 0)):
        left = GUTTER + (min(max(_first(mark), low), high) - low) * scale
        right = GUTTER + (min(max(_last(mark), low), high) - low) * scale
        right = max(right, left + 5)
        label = shortened(mark.label, LONGEST)
        wide = columns(label) * FONT * 0.54
        ends_there = right + 6 + wide > WIDTH - 4
        begin, end = (left - 6 - wide, right) if ends_there else (left, right + 6 + wide)
        row = next((n for n, taken in enumerate(ends) if taken + 10 <= begin), len(ends))
        if row >= MOST_ROWS:
            lane.hidden += 1
            continue
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        label_left = left - 6 if ends_there else right + 6
        lane.placed.append(Placed(mark, left, right, row, label, label_left, ends_there))


def is_point(mark: Mark) -> bool:
    """Whether a mark is of one day."""
    return mark.precision is Precision.DAY and mark.low == mark.high


def columns(text: str) -> int:
    """How wide a text is, counted in narrow characters."""
    return sum(_wide(each) for each in text)


def _wide(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shortened(text: str, most: int) -> str:
    """The text on one line with at most so many columns; what is cut is told by an ellipsis."""
    line = " ".join(text.split())
    return line if columns(line) <= most else "".join(_fitting(line, most - 1)).rstrip() + "…"


def _fitting(text: str, room: int) -> Iterator[str]:
    for character in text:
        room -= _wide(character)
        if room < 0:
            return
        yield character
