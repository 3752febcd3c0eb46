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

from curator.ui.widgets.timeline_columns import Columns, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from curator.ui.widgets.timeline_lanes import Lane

ROWS = 3
"""Sub-rows a lane may grow to."""

BUCKET_PIXELS = 46.0
"""The least width of a bucket: a count of four digits in its pill."""

DOT_PIXELS = 13.0
"""The least distance of two days in one row: the largest dot and a gap."""

GAP_PIXELS = 3.0
_ALONE = 240
_CROWD = 12
_CROWD_OF_MANY = 3


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
    edges = np.arange(floor(first / width), ceil(last / width) + 1) * width
    cuts = np.searchsorted(lane.anchors, edges)
    counts = np.diff(cuts)
    crowded = counts > (_CROWD if cuts[-1] - cuts[0] <= _ALONE else _CROWD_OF_MANY)
    passing = _passing(lane, columns, edges)
    while True:
        clusters = _clusters(lane, edges, cuts, crowded, 18.0 / scale)
        alone = [lane.members[cuts[b] : cuts[b + 1]].tolist() for b in np.nonzero(~crowded & (counts > 0))[0]]
        singles = _merged([*(index for some in alone for index in some), *passing], columns)
        boxes = [(*_box(group, columns), _is_dot(group, columns)) for group in singles]
        rows = rows_of(boxes, [(item.start, item.end) for item in clusters], scale)
        lost = [group for group, row in zip(singles, rows, strict=True) if row < 0]
        passing = [index for index in passing if all(index not in group for group in lost)]
        homes = np.searchsorted(edges, columns.anchor[[group[0] for group in lost]], "right") - 1
        homes = homes[(homes >= 0) & (homes < len(counts))]
        if not lost:
            break
        crowded[homes] = True
    items = [_single(group, row, columns) for group, row in zip(singles, rows, strict=True)]
    return Placement((*items, *clusters), 1 + max((item.row for item in items), default=0))


def _passing(lane: Lane, columns: Columns, edges: NDArray[np.float64]) -> list[int]:
    """Periods that reach into view although they are counted outside of it; the few longest."""
    found = lane.overlapping(columns, float(edges[0]), float(edges[-1]))
    anchors = columns.anchor[found]
    found = found[(anchors < edges[0]) | (anchors >= edges[-1])]
    return [int(index) for index in found[:_CROWD]]


def _clusters(
    lane: Lane,
    edges: NDArray[np.float64],
    cuts: NDArray[np.int64],
    crowded: NDArray[np.bool_],
    half: float,
) -> list[Placed]:
    """One item for each crowded bucket, at the median of its marks but inside of the bucket."""
    found: list[Placed] = []
    for bucket in np.nonzero(crowded)[0]:
        begin, stop = int(cuts[bucket]), int(cuts[bucket + 1])
        middle = float(lane.anchors[(begin + stop) // 2])
        room = (float(edges[bucket]) + half, float(edges[bucket + 1]) - half)
        middle = min(max(middle, room[0]), room[1])
        found.append(Placed(Shape.CLUSTER, middle - half, middle + half, 0, (), begin, stop - begin))
    return found


def _merged(indexes: Iterable[int], columns: Columns) -> list[tuple[int, ...]]:
    """Marks in order of start, the longer first; such as say the same of the same days are one."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for index in indexes:
        mark = columns.marks[index]
        key: tuple[object, ...] = (index,)
        if columns.shape[index] != Shape.DOT:
            key = (int(columns.shape[index]), float(columns.end[index]), mark.low, mark.label, mark.kind)
        groups.setdefault(key, []).append(index)
    found = [tuple(group) for group in groups.values()]
    return sorted(found, key=lambda group: (*_box(group, columns), group))


def _box(group: Sequence[int], columns: Columns) -> tuple[float, float]:
    start = min(float(columns.start[index]) for index in group)
    return start, float(columns.end[group[0]])


def _is_dot(group: Sequence[int], columns: Columns) -> bool:
    return bool(columns.shape[group[0]] == Shape.DOT)


def _single(group: tuple[int, ...], row: int, columns: Columns) -> Placed:
    return Placed(Shape(int(columns.shape[group[0]])), *_box(group, columns), row, group, 0, len(group))


def rows_of(
    boxes: Sequence[tuple[float, float, bool]],
    reserved: Sequence[tuple[float, float]],
    scale: float,
) -> list[int]:
    """The sub-row of each box `(start, end, is a day)`, in order of start; -1 where there is none left.

    Two days, or two periods, of one row never overlap, and nothing overlaps what is `reserved` in the
    first row; a day may stand on a period.
    """
    gap = GAP_PIXELS / scale
    radius = DOT_PIXELS / 2 / scale
    ends = {True: [float("-inf")] * ROWS, False: [float("-inf")] * ROWS}
    result: list[int] = []
    for start, end, dot in boxes:
        low, high = (start - radius, end + radius) if dot else (start, end + gap)
        free = ends[dot]
        row = next(
            (
                row
                for row in range(ROWS)
                if free[row] <= low
                and not (row == 0 and any(a < high and low < b for a, b in reserved))
            ),
            -1,
        )
        if row >= 0:
            free[row] = high
        result.append(row)
    return result
