"""The state of the timeline: its lanes, what is scrolled, selected and pointed at by the keyboard."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from curator.ui.timeline.columns import Columns, Shape
from curator.ui.timeline.drawer import Drawer
from curator.ui.timeline.frame import Frame, Measures, Shown, View, Width, Words
from curator.ui.timeline.layout import Placement, place
from curator.ui.timeline.modes import keys

if TYPE_CHECKING:
    from curator.domain.timelines import Mark
    from curator.ui.timeline.lanes import Lane

TOP = 1.0
_WHOLE_LANE = 240
_WHOLE_PIXELS = 20_000.0
_EDGE_PIXELS = 60.0


@dataclass(slots=True)
class Cursor:
    """Where the keyboard is: a lane, and a place among its members."""

    lane: int
    place: int


class Board:
    """Lanes under each other, and what of them is on the screen; pixels run down from the first lane."""

    def __init__(self, columns: Columns, lanes: Sequence[Lane], mode: str, today: date) -> None:
        self.columns = columns
        self.lanes = lanes
        self.today = today
        self.scroll = 0.0
        self.cursor: Cursor | None = None
        self._mode = mode
        self._numbers = {lane.key: number for number, lane in enumerate(lanes)}
        self._selected: frozenset[int] = frozenset()
        self._selected_places: dict[int, list[int]] = {}
        self._texts: dict[tuple[int, int], tuple[str, str]] = {}
        self._rows = [1] * len(lanes)
        self._tops: list[float] | None = None
        self._placed: dict[int, tuple[float, float, Placement]] = {}

    def frame(self, view: View, height: float, measures: Measures, words: Words, width: Width) -> Frame:
        """What stands on `height` pixels of the view."""
        frame = Frame()
        drawer = Drawer(self.columns, view, measures, words, width, self._texts, self.today, self._selected)
        number, top = self._first(measures)
        while number < len(self.lanes) and top < height:
            placement = self._placement(number, view)
            if placement.rows != self._rows[number]:
                self._rows[number] = placement.rows
                self._tops = None
            places = self._selected_places.get(number, [])
            drawer.lane(frame, number, self.lanes[number], placement.items, top, places)
            frame.tops.append((number, top, measures.height(placement.rows)))
            top += measures.height(placement.rows)
            number += 1
        return frame

    def last_scroll(self, measures: Measures, room: float) -> float:
        """How far lanes can be scrolled in so much room: the last is seen then, and the first one whole."""
        tops = self.tops(measures)
        least = max(tops[-1] - room, 0.0)
        whole = bisect_left(tops, least, hi=len(tops) - 1) if least else len(tops) - 1
        return tops[whole] if whole < len(tops) - 1 else least

    def tops(self, measures: Measures) -> list[float]:
        """The upper edge of every lane, unscrolled, and the lower edge of the last."""
        if self._tops is None:
            heights = (measures.height(rows) for rows in self._rows)
            self._tops = list(accumulate(heights, initial=TOP))
        return self._tops

    def _first(self, measures: Measures) -> tuple[int, float]:
        tops = self.tops(measures)
        number = max(bisect_right(tops, self.scroll) - 1, 0)
        return number, (tops[number] - self.scroll) if number < len(self.lanes) else 0.0

    def _placement(self, number: int, view: View) -> Placement:
        lane = self.lanes[number]
        span = view.last - view.first
        begin = floor(view.first / span) * span
        first, last = begin - _EDGE_PIXELS / view.scale, begin + 2 * span + _EDGE_PIXELS / view.scale
        if len(lane) <= _WHOLE_LANE and (lane.anchors[-1] - lane.anchors[0]) * view.scale < _WHOLE_PIXELS:
            begin, first, last = 0.0, float(lane.anchors[0]), float(lane.anchors[-1]) + 1.0
        known = self._placed.get(number)
        if known is not None and known[0] == view.scale and known[1] == begin:
            return known[2]
        placement = place(lane, self.columns, view.scale, first, last)
        self._placed[number] = (view.scale, begin, placement)
        return placement

    # The keyboard.

    def index(self) -> int | None:
        """The mark that the keyboard is on."""
        if self.cursor is None or self.cursor.lane >= len(self.lanes):
            return None
        return int(self.lanes[self.cursor.lane].members[self.cursor.place])

    def mark(self) -> Mark | None:
        """The mark that the keyboard is on, itself."""
        index = self.index()
        return None if index is None else self.columns.marks[index]

    def places(self, index: int) -> list[Cursor]:
        """Where a mark stands: in every lane that has it."""
        anchor = float(self.columns.anchor[index])
        result: list[Cursor] = []
        for key in keys(self.columns.marks[index], self._mode):
            number = self._numbers.get(key)
            if number is not None:
                lane = self.lanes[number]
                begin = int(np.searchsorted(lane.anchors, anchor, "left"))
                stop = int(np.searchsorted(lane.anchors, anchor, "right"))
                found: list[int] = np.nonzero(lane.members[begin:stop] == index)[0].tolist()
                result += [Cursor(number, begin + place) for place in found[:1]]
        return result

    def select(self, indexes: Sequence[int]) -> None:
        """Ring these marks."""
        self._selected = frozenset(indexes)
        self._selected_places = {}
        for index in indexes:
            for found in self.places(index):
                self._selected_places.setdefault(found.lane, []).append(found.place)

    def point_at(self, index: int, lane: int | None = None) -> None:
        """Put the keyboard on a mark: in the lane given, else in the first that has it."""
        found = self.places(index)
        self.cursor = next((one for one in found if one.lane == lane), found[0] if found else self.cursor)

    def start(self, day: float) -> None:
        """Put the keyboard on the first lane, where it is nowhere yet, next to a day."""
        if self.cursor is None and self.lanes:
            self.cursor = Cursor(0, 0)
            self._near(day)

    def step(self, by: int) -> None:
        """Go to another mark of the lane, in order of time; the ends hold."""
        if self.cursor is not None:
            last = len(self.lanes[self.cursor.lane]) - 1
            self.cursor.place = min(max(self.cursor.place + by, 0), last)

    def change_lane(self, by: int) -> None:
        """Go to the mark nearest in time in a lane above or below; the ends hold."""
        if self.cursor is not None:
            day = float(self.lanes[self.cursor.lane].anchors[self.cursor.place])
            self.cursor.lane = min(max(self.cursor.lane + by, 0), len(self.lanes) - 1)
            self._near(day)

    def _near(self, day: float) -> None:
        if self.cursor is None:
            return
        anchors = self.lanes[self.cursor.lane].anchors
        after = min(int(np.searchsorted(anchors, day)), len(anchors) - 1)
        before = max(after - 1, 0)
        self.cursor.place = before if abs(anchors[before] - day) < abs(anchors[after] - day) else after

    def under_cursor(self, frame: Frame) -> Shown | None:
        """What the keyboard is on, as far as it is on the screen."""
        index = self.index()
        if index is None or self.cursor is None:
            return None
        for shown in frame.shown:
            if shown.lane == self.cursor.lane:
                item = shown.item
                if index in item.members:
                    return shown
                if item.shape == Shape.CLUSTER and 0 <= self.cursor.place - item.first < item.count:
                    return shown
        return None

    def members(self, shown: Shown) -> list[int]:
        """Indexes of all marks of something shown, in order of time."""
        item = shown.item
        if item.shape != Shape.CLUSTER:
            return list(item.members)
        return self.lanes[shown.lane].members[item.first : item.first + item.count].tolist()

    def span(self, shown: Shown) -> tuple[float, float]:
        """The days from the first to the last of something shown."""
        item = shown.item
        if item.shape != Shape.CLUSTER:
            return item.start, item.end
        anchors = self.lanes[shown.lane].anchors[item.first : item.first + item.count]
        return float(anchors[0]), float(anchors[-1])

    def beyond(self, lane: int, side: int, view: View) -> float:
        """The day of the nearest mark out of view on a side of a lane."""
        found = self.lanes[lane]
        if side < 0:
            return float(found.ends[found.before(view.first) - 1])
        return float(found.starts[len(found.starts) - found.after(view.last)])
