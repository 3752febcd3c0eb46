"""Level of detail: which marks of a lane stand alone, in which sub-row, and which merge into counts.

A lane is divided into buckets of 2ᵏ days, so wide on the screen that a count fits. Buckets lie fixed in
time, not on the screen, so that panning never regroups anything. A bucket whose marks do not all find a
place in the lane's sub-rows is drawn as one cluster with its count, read from the sorted anchors.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log2
from typing import TYPE_CHECKING

import numpy as np

from curator.ui.timeline.columns import Columns, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from curator.ui.timeline.lanes import Lane

ROWS = 3
"""Sub-rows a lane may grow to."""

LINES = (-1, -2)
"""The rows of periods for which no sub-row is left: thin lines along the lower edge of the lane."""

LOST = -3
"""The row of what finds no place at all."""

BUCKET_PIXELS = 46.0
"""The least width of a bucket: a count of four digits in its pill."""

DOT_PIXELS = 13.0
"""The least distance of two days in one row: the largest dot and a gap."""

GAP_PIXELS = 3.0
_SHAPES: tuple[Shape, ...] = tuple(Shape)
_DOT = Shape.DOT
_ALONE = 240
_CROWD = 12
_CROWD_OF_MANY = 3
_SAY_DIFFERENT = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, or a cluster, and its place: days from `start` to `end`, sub-row from 0.

    `members` are indexes of marks that say the same; for a cluster it is empty, and `first` and
    `count` cut its marks from the lane's members.
    """

    shape: Shape
    start: float
    end: float
    row: int
    members: tuple[int, ...] = ()
    first: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Placement:
    """What a lane shows in a stretch of days, and how many sub-rows that takes."""

    items: tuple[Placed, ...]
    rows: int


def bucket_days(scale: float) -> float:
    """The width of a bucket in days at `scale` pixels a day: a power of two, for steady groups."""
    return 2.0 ** ceil(log2(BUCKET_PIXELS / scale))


def place(lane: Lane, columns: Columns, scale: float, first: float, last: float) -> Placement:
    """What a lane shows from day `first` to day `last` at `scale` pixels a day.

    Every mark whose anchor lies between the outermost buckets is in exactly one item.
    """
    width = bucket_days(scale)
    edges = np.arange(floor(first / width), ceil(last / width) + 1, dtype=np.float64) * np.float64(width)
    cuts = np.searchsorted(lane.anchors, edges)
    counts = np.diff(cuts)
    crowded = counts > (_CROWD if cuts[-1] - cuts[0] <= _ALONE else _CROWD_OF_MANY)
    singles = _singles(lane, columns, edges, cuts, crowded)
    while True:
        clusters = _clusters(lane, edges, cuts, crowded, 18.0 / scale)
        reserved = [(item.start, item.end) for item in clusters]
        rows = rows_of([(one.start, one.end, one.shape == Shape.DOT) for one in singles], reserved, scale)
        lost = {one.bucket for one, row in zip(singles, rows, strict=True) if row == LOST}
        if not lost:
            break
        inside = [bucket for bucket in lost if bucket >= 0]
        crowded[inside] = True
        # What only passes through, and finds no place, is counted where it belongs: out of view.
        singles = [
            one
            for one, row in zip(singles, rows, strict=True)
            if one.bucket not in lost or (one.bucket < 0 and row != LOST)
        ]
    items = [
        Placed(one.shape, one.start, one.end, row, tuple(one.members), 0, len(one.members))
        for one, row in zip(singles, rows, strict=True)
    ]
    items += [_unstacked(item, lane, columns) if item.count == 1 else item for item in clusters]
    return Placement(tuple(items), 1 + max((item.row for item in items if item.row >= 0), default=0))


def _unstacked(cluster: Placed, lane: Lane, columns: Columns) -> Placed:
    """A mark that found no row and nobody to be counted with: a day as it is, a period as a line."""
    index = int(lane.members[cluster.first])
    shape = Shape(int(columns.shape[index]))
    row = 0 if shape == Shape.DOT else LINES[0]
    return Placed(shape, float(columns.start[index]), float(columns.end[index]), row, (index,))


@dataclass(slots=True)
class _Single:
    """A mark that may stand alone, with those that say the same; bucket -1: counted out of view."""

    start: float
    end: float
    shape: Shape
    bucket: int
    members: list[int]


def _singles(
    lane: Lane,
    columns: Columns,
    edges: NDArray[np.float64],
    cuts: NDArray[np.int64],
    crowded: NDArray[np.bool_],
) -> list[_Single]:
    """The marks of the buckets that are not crowded, and what passes through, in order of start."""
    counts = np.where(crowded, 0, np.diff(cuts))
    inside = np.repeat(np.arange(len(counts)), counts)
    alone = lane.members[cuts[0] : cuts[-1]][np.repeat(~crowded, np.diff(cuts))]
    passing = _passing(lane, columns, edges)
    indexes = np.concatenate((alone, passing))
    buckets = np.concatenate((inside, np.full(len(passing), -1)))
    found: list[_Single] = []
    same: dict[tuple[object, ...], _Single] = {}
    # Plain lists: numpy's own numbers cost three times as much in the loop.
    places: list[int] = buckets.tolist()
    codes: list[int] = columns.shape[indexes].tolist()
    starts: list[float] = columns.start[indexes].tolist()
    ends: list[float] = columns.end[indexes].tolist()
    which: list[int] = indexes.tolist()
    for index, bucket, code, start, end in zip(which, places, codes, starts, ends, strict=True):
        shape = _SHAPES[code]
        if shape is not _DOT:
            mark = columns.marks[index]
            key = (code, end, mark.low, mark.label, mark.kind, bucket)
            known = same.get(key)
            if known is not None:
                known.members.append(index)
                known.start = min(known.start, start)
                continue
            same[key] = one = _Single(start, end, shape, bucket, [index])
        else:
            one = _Single(start, end, shape, bucket, [index])
        found.append(one)
    return sorted(_together(found), key=lambda one: (one.start, -one.end, one.members[0]))


def _together(singles: list[_Single]) -> list[_Single]:
    """Where many periods are of the same days but say different things, one stands for all."""
    alike: dict[tuple[float, float, int], list[_Single]] = {}
    for one in singles:
        if one.shape is not _DOT:
            # Open starts differ with every publication; the end is what is promised.
            start = 0.0 if one.shape is Shape.UNTIL else one.start
            alike.setdefault((start, one.end, one.bucket), []).append(one)
    found = [one for one in singles if one.shape is _DOT]
    for some in alike.values():
        if len(some) <= _SAY_DIFFERENT:
            found += some
        else:
            members = [index for one in some for index in one.members]
            start = min(one.start for one in some)
            found.append(_Single(start, some[0].end, some[0].shape, some[0].bucket, members))
    return found


def _passing(lane: Lane, columns: Columns, edges: NDArray[np.float64]) -> NDArray[np.int64]:
    """Periods that reach into view although they are counted outside of it; the few first."""
    found = lane.overlapping(float(edges[0]), float(edges[-1]))
    anchors = columns.anchor[found]
    return found[(anchors < edges[0]) | (anchors >= edges[-1])][:_CROWD]


def _clusters(
    lane: Lane,
    edges: NDArray[np.float64],
    cuts: NDArray[np.int64],
    crowded: NDArray[np.bool_],
    half: float,
) -> list[Placed]:
    """One item for each crowded bucket, at the median of its marks but inside of the bucket."""
    which = np.nonzero(crowded)[0]
    begins, stops = cuts[which], cuts[which + 1]
    middles = np.clip(lane.anchors[(begins + stops) // 2], edges[which] + half, edges[which + 1] - half)
    days: list[float] = middles.tolist()
    firsts: list[int] = begins.tolist()
    counts: list[int] = (stops - begins).tolist()
    return [
        Placed(Shape.CLUSTER, day - half, day + half, 0, (), first, count)
        for day, first, count in zip(days, firsts, counts, strict=True)
    ]


def rows_of(
    boxes: Sequence[tuple[float, float, bool]],
    reserved: Sequence[tuple[float, float]],
    scale: float,
) -> list[int]:
    """The sub-row of each box `(start, end, is a day)`, in order of start; `LOST` where there is none left.

    Two days, or two periods, of one row never overlap, and nothing overlaps what is `reserved` in the
    first row; a day may stand on a period.
    """
    gap = GAP_PIXELS / scale
    radius = DOT_PIXELS / 2 / scale
    ends = {True: [float("-inf")] * ROWS, False: [float("-inf")] * (ROWS + len(LINES))}
    result: list[int] = []
    for start, end, dot in boxes:
        low, high = (start - radius, end + radius) if dot else (start, end + gap)
        free = ends[dot]
        # Of the rows of periods the last ones are -2 and -1: Python counts them from the end.
        for row in (0, 1, 2) if dot else (0, 1, 2, *LINES):
            if free[row] <= low and (row or not any(a < high and low < b for a, b in reserved)):
                free[row] = high
                result.append(row)
                break
        else:
            result.append(LOST)
    return result
