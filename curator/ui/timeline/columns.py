"""The marks of a timeline as columns of numbers: where each stands, in days.

Days are proleptic ordinals as floats: a day `d` fills `[d, d + 1)`. A million marks are drawn from
these columns; the marks themselves are asked only for the few that are on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from curator.domain.facts import Approximation, Decision, Precision

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from curator.domain.timelines import Mark

FIRST_DAY = 1.0
LAST_DAY = 3652060.0
"""The days a calendar of years 1 to 9999 can name; the last is excluded."""

OPEN_DAYS = 365.0
"""How far an open end is drawn where nothing else bounds it."""

_MISSING = -1
_NONE = float("nan")


class Shape(IntEnum):
    """How a mark is drawn: a day, a period, a period open to the left or to the right, many as one."""

    DOT = 0
    BAR = 1
    UNTIL = 2
    SINCE = 3
    CLUSTER = 4


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What drawing needs of every mark, in the order of `marks`.

    `start` and `end` enclose what is painted, `anchor` is the day by which a mark is counted and
    stepped through: the middle of a day or a period, the closed end of an open one. `shown` is
    False for rejected facts and for marks without any date.
    """

    marks: Sequence[Mark]
    shape: NDArray[np.uint8]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    anchor: NDArray[np.float64]
    shown: NDArray[np.bool_]
    article: NDArray[np.int64]
    fact: NDArray[np.int64]

    def find(self, article_id: int | None, fact_id: int | None) -> list[int]:
        """Indexes of the marks of a fact, else of the article's publication; empty when unknown."""
        if article_id is None:
            return []
        fact = _MISSING if fact_id is None else fact_id
        found = np.nonzero((self.article == article_id) & (self.fact == fact) & self.shown)[0]
        return [int(index) for index in found]


def columns(marks: Sequence[Mark]) -> Columns:
    """The marks as columns; an interval the wrong way round is turned, an open end is drawn fading."""
    count = len(marks)
    low, high, published = (
        np.fromiter((_NONE if day is None else day.toordinal() for day in days), np.float64, count)
        for days in (
            (mark.low for mark in marks),
            (mark.high for mark in marks),
            (mark.published for mark in marks),
        )
    )
    until = np.fromiter((mark.approximation in _UNTIL for mark in marks), np.bool_, count)
    since = np.fromiter((mark.approximation is Approximation.SINCE for mark in marks), np.bool_, count)
    day = np.fromiter((mark.precision is Precision.DAY for mark in marks), np.bool_, count)
    rejected = np.fromiter((mark.decision is Decision.REJECTED for mark in marks), np.bool_, count)
    article = np.fromiter((mark.article_id for mark in marks), np.int64, count)
    facts = (_MISSING if mark.fact_id is None else mark.fact_id for mark in marks)
    fact = np.fromiter(facts, np.int64, count)

    low, high = _turned(low, high)
    until |= np.isnan(low)
    since = (since | np.isnan(high)) & ~until
    first = np.where(np.isnan(low), high, low)
    last = np.where(np.isnan(high), low, high)
    shape = np.select([until, since, day | (first == last)], [Shape.UNTIL, Shape.SINCE, Shape.DOT], Shape.BAR)
    end = last + 1.0
    fade = _fade(published, first, end, ~np.isnan(low))
    start = np.select([shape == Shape.UNTIL, shape == Shape.DOT], [fade, first + 0.5], first)
    end = np.select([shape == Shape.SINCE, shape == Shape.DOT], [first + OPEN_DAYS, first + 0.5], end)
    anchor = np.select([shape == Shape.UNTIL, shape == Shape.SINCE], [end, start], (start + end) / 2)
    shown = ~rejected & ~np.isnan(anchor)
    return Columns(marks, shape.astype(np.uint8), start, end, anchor, shown, article, fact)


_UNTIL = frozenset((Approximation.BY, Approximation.BEFORE))


def _turned(
    low: NDArray[np.float64], high: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    wrong = low > high
    return np.where(wrong, high, low), np.where(wrong, low, high)


def _fade(
    published: NDArray[np.float64],
    first: NDArray[np.float64],
    end: NDArray[np.float64],
    bounded: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Where an open start begins to show: half-way between publication and end."""
    known = published < end - 1.0
    fallback = np.where(bounded & (first < end - 1.0), first, end - OPEN_DAYS)
    return np.where(known, (np.where(known, published, 0.0) + end) / 2, fallback)
