"""Lanes of a timeline: the marks of one company, kind or source, ready to be counted and cut.

Every lane keeps its days sorted, so that what lies before, in and after any view is a matter of
binary search, whatever the number of marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from curator.ui.timeline.columns import FIRST_DAY, LAST_DAY, Shape
from curator.ui.timeline.modes import keys

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

    from curator.ui.timeline.columns import Columns

_LEAST_DAYS = 120.0
_FEW = 20
_FAR_DAYS = 15 * 365.25


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """One lane: its key ("" for the marks that have none) and its marks by anchor day.

    `members` are indexes of marks in order of `anchors`; `starts` and `ends` are sorted each for
    itself, for counting; `periods` are the members that are not days, by start, and `reach` the
    latest end of any of them so far.
    """

    key: str
    members: NDArray[np.int64]
    anchors: NDArray[np.float64]
    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    periods: NDArray[np.int64]
    period_starts: NDArray[np.float64]
    period_ends: NDArray[np.float64]
    reach: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.members)

    def before(self, day: float) -> int:
        """How many marks end before a day."""
        return int(np.searchsorted(self.ends, day, "left"))

    def after(self, day: float) -> int:
        """How many marks start after a day."""
        return len(self.starts) - int(np.searchsorted(self.starts, day, "right"))

    def overlapping(self, first: float, last: float) -> NDArray[np.int64]:
        """Indexes of the periods that reach into a stretch of days, by start."""
        begin = int(np.searchsorted(self.reach, first, "right"))
        stop = int(np.searchsorted(self.period_starts, last, "left"))
        return self.periods[begin:stop][self.period_ends[begin:stop] > first]


def lanes(columns: Columns, mode: str) -> list[Lane]:
    """The lanes of a mode, the fullest first, then by name; marks without a name come last."""
    known: dict[str, int] = {}
    indexes: list[int] = []
    codes: list[int] = []
    shown = columns.shown.tolist()
    for index, mark in enumerate(columns.marks):
        if shown[index]:
            for key in keys(mark, mode):
                indexes.append(index)
                codes.append(known.setdefault(key, len(known)))
    where = np.asarray(indexes, np.int64)
    code = np.asarray(codes, np.int64)
    order = np.lexsort((columns.anchor[where], code))
    where = where[order]
    parts = np.split(where, np.cumsum(np.bincount(code))[:-1]) if known else []
    found = [_lane(key, part, columns) for key, part in zip(known, parts, strict=True)]
    return sorted(found, key=lambda lane: (not lane.key, -len(lane), lane.key.casefold()))


def _lane(key: str, members: NDArray[np.int64], columns: Columns) -> Lane:
    periods = members[columns.shape[members] != Shape.DOT]
    periods = periods[np.argsort(columns.start[periods], kind="stable")]
    starts, ends = columns.start[periods], columns.end[periods]
    return Lane(
        key,
        members,
        columns.anchor[members],
        np.sort(columns.start[members]),
        np.sort(columns.end[members]),
        periods,
        starts,
        ends,
        np.maximum.accumulate(ends),
    )


def first_range(columns: Columns, today: date) -> tuple[float, float]:
    """The days to show at first: nearly all marks, and today, but no lone outlier.

    Of many marks the middle nine tenths count; of few, those within fifteen years of the median.
    An outermost mark that lies just beyond is taken in too.
    """
    now = today.toordinal() + 0.5
    shown = columns.shown
    low, high = now, now
    if shown.any():
        low, high = _core(np.sort(columns.anchor[shown]))
        low, high = min(low, now), max(high, now)
    if high - low < _LEAST_DAYS:
        middle = (low + high) / 2
        low, high = middle - _LEAST_DAYS / 2, middle + _LEAST_DAYS / 2
    return within(low - (high - low) * 0.07, high + (high - low) * 0.04)


def _core(days: NDArray[np.float64]) -> tuple[float, float]:
    near = days[np.abs(days - days[len(days) // 2]) <= _FAR_DAYS]
    if len(days) < _FEW:
        return float(near[0]), float(near[-1])
    low, high = (float(day) for day in np.quantile(days, (0.05, 0.95)))
    slack = (high - low) * 0.25 + 30
    return (
        float(days[np.searchsorted(days, low - slack, "left")]),
        float(days[np.searchsorted(days, high + slack, "right") - 1]),
    )


def within(low: float, high: float) -> tuple[float, float]:
    """A stretch of days moved, or cut, so that the calendar can name all of it."""
    span = min(high - low, LAST_DAY - FIRST_DAY)
    low = min(max(low, FIRST_DAY), LAST_DAY - span)
    return low, low + span
