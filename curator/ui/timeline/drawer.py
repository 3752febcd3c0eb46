"""Drawing lanes into a frame: marks to pixels, arrows, counts out of view, and words where they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from curator.ui.timeline.columns import Columns, Shape
from curator.ui.timeline.frame import Arrow, Frame, Label, Measures, Pill, Shown, View, Width, Words
from curator.ui.timeline.labels import Shelf
from curator.ui.timeline.lanes import Lane
from curator.ui.timeline.layout import Placed

_OUTSIDE = 30.0
_MANY_ARROWS = 4
_EDGE = 14.0
_LINE = 3.0
_LEAST_LABEL = 24.0


@dataclass(frozen=True, slots=True)
class Drawer:
    """Turns what a lane shows into a part of a frame."""

    columns: Columns
    view: View
    measures: Measures
    words: Words
    width: Width
    texts: dict[tuple[int, int], tuple[str, str]]
    today: date
    selected: frozenset[int]

    def lane(
        self,
        frame: Frame,
        number: int,
        lane: Lane,
        items: Sequence[Placed],
        top: float,
        places: Sequence[int],
    ) -> None:
        """Add a lane whose upper edge is at `top`; `places` of its members are selected."""
        rows = 1 + max((item.row for item in items if item.row >= 0), default=0)
        below = top + self.measures.height(rows)
        first, last = self.view.day(-_OUTSIDE), self.view.day(self.view.width + _OUTSIDE)
        shown = [
            self._shown(number, item, top, below, places)
            for item in items
            if item.end > first and item.start < last
        ]
        arrows = self._arrows(shown)
        pills = self._pills(number, lane, top)
        frame.pills += pills
        frame.arrows += arrows
        frame.shown += shown
        self._label(shown, arrows, pills)

    def _shown(self, number: int, item: Placed, top: float, below: float, places: Sequence[int]) -> Shown:
        y = top + self.measures.lane / 2 + item.row * self.measures.row
        if item.row < 0:
            y = below + 0.5 + item.row * _LINE
        left, right = self.view.x(item.start), self.view.x(item.end)
        if item.shape == Shape.CLUSTER:
            middle = (left + right) / 2
            half = (self.width(self.words.count(item.count), True) + 12) / 2
            chosen = any(0 <= place - item.first < item.count for place in places)
            return Shown(number, item, middle - half, middle + half, y, selected=chosen)
        mark = self.columns.marks[item.members[0]]
        return Shown(
            number,
            item,
            left,
            right,
            y,
            self.measures.diameter(mark.importance) / 2 if item.shape == Shape.DOT else 0.0,
            mark.overdue(self.today),
            mark.fact_id is None,
            self._kind(item),
            not self.selected.isdisjoint(item.members),
        )

    def _kind(self, item: Placed) -> str:
        """The kind of all marks of an item; date, where they differ."""
        kinds = {self.columns.marks[index].kind.value for index in item.members}
        return kinds.pop() if len(kinds) == 1 else "date"

    def _arrows(self, shown: list[Shown]) -> list[Arrow]:
        dots = {
            self.columns.marks[one.item.members[0]].article_id: one
            for one in shown
            if one.published and one.shape == Shape.DOT
        }
        found: list[Arrow] = []
        for one in shown:
            if one.shape == Shape.CLUSTER or one.published or one.overdue or one.thin:
                continue
            members = (self.columns.marks[index] for index in one.item.members)
            mark = next((mark for mark in members if mark.published is not None), None)
            if mark is None or mark.published is None:
                continue
            dot = dots.get(mark.article_id)
            begin = self.view.x(mark.published.toordinal() + 0.5)
            if dot is not None:
                begin = dot.left + dot.radius + (5.5 if dot.selected else 2)
            end = one.left - (one.radius + 2 if one.shape == Shape.DOT else 1)
            if end - max(begin, 0) >= 14 * self.measures.scale:
                found.append(Arrow(max(begin, -10.0), dot.y if dot else one.y, end, one.y, one.selected))
        if len(found) > _MANY_ARROWS:
            found = [replace(arrow, quiet=not arrow.selected) for arrow in found]
        return sorted(found, key=lambda arrow: arrow.selected)

    def _pills(self, number: int, lane: Lane, top: float) -> list[Pill]:
        y = top + self.measures.lane / 2
        found: list[Pill] = []
        counts = ((-1, lane.before(self.view.first)), (1, lane.after(self.view.last)))
        for side, count in counts:
            if count:
                width = max(self.measures.pill, self.width(self.words.count(count), True) + 25)
                x = self.measures.inset if side < 0 else self.view.width - self.measures.beside_bar - width
                found.append(Pill(number, side, count, x, y, width))
        return found

    def _label(self, shown: list[Shown], arrows: list[Arrow], pills: list[Pill]) -> None:
        """Give words to as many marks as have room, the selected and the overdue first."""
        marks: dict[float, Shelf] = {}
        for one in shown:
            shelf = marks.setdefault(one.y, Shelf())
            if one.shape == Shape.DOT:
                shelf.take(one.left - one.radius - 3, one.left + one.radius + 3)
            elif one.shape == Shape.CLUSTER:
                shelf.take(one.left - 2, one.right + 2)
        now = self.view.x(self.today.toordinal() + 0.5)
        for shelf in marks.values():
            shelf.take(now - 4, now + 4)
        for pill in pills:
            marks.setdefault(pill.y, Shelf()).take(pill.x - 4, pill.x + pill.width + 4)
        every = {y: Shelf(list(shelf.taken)) for y, shelf in marks.items()}
        for one in shown:
            if one.shape not in (Shape.DOT, Shape.CLUSTER):
                every[one.y].take(one.left - 2, one.right + 4)
        for arrow in arrows:
            every.setdefault(arrow.end_y, Shelf()).take(arrow.x, arrow.end_x)
        wishes = [one for one in shown if not (one.shape == Shape.CLUSTER or one.published or one.thin)]
        for one in sorted(wishes, key=lambda one: (not one.selected, not one.overdue)):
            self._name(one, marks[one.y], every[one.y])

    def _name(self, one: Shown, marks: Shelf, every: Shelf) -> None:
        if one.shape == Shape.DOT and not every.free(one.right + one.radius + 4, one.right + _LEAST_LABEL):
            return
        long, short = self._texts(one.item.members, timed=one.shape == Shape.UNTIL and not one.overdue)
        if one.overdue:
            self._say_late(one, marks, every, long, short)
        elif one.shape == Shape.UNTIL:
            _ = (
                self._at_cap(one, marks, every, long)
                or self._beside(one, every, (long,))
                or self._at_cap(one, marks, every, short)
                or self._beside(one, every, (short,))
            )
        elif one.shape == Shape.BAR and self._within(one, marks, every, short):
            if long != short:
                self._beside(one, every, (long,))
        else:
            self._beside(one, every, (long, short))

    def _say_late(self, one: Shown, marks: Shelf, every: Shelf, long: str, short: str) -> None:
        """An overdue mark has its icon beside it, or inside, with as many words as fit."""
        texts = tuple(self.words.late(text) for text in (long, short, ""))
        inside = self._at_cap if one.shape == Shape.UNTIL else self._within
        period = one.shape != Shape.DOT
        _ = (
            self._beside(one, every, texts)
            or (period and any(inside(one, marks, every, text) for text in texts))
            or (period and inside(one, marks, every, ""))
            or self._beside(one, every, ("",))
        )

    def _texts(self, members: tuple[int, ...], *, timed: bool) -> tuple[str, str]:
        """What marks that say the same say, in full and in short."""
        key = (members[0], len(members))
        known = self.texts.get(key)
        if known is None:
            marks = [self.columns.marks[index] for index in members]
            long = self.words.long(marks, timed=timed)
            known = self.texts[key] = (long, self.words.short(marks[0]))
        return known

    def _within(self, one: Shown, marks: Shelf, every: Shelf, text: str) -> bool:
        low, high = marks.widest(max(one.left, 0) + 4, min(one.right, self.view.width) - 4)
        width = self.width(text, True) + self._icon(one)
        if high - low < width:
            return False
        return self._put(one, (marks, every), text, (low + high - width) / 2, width, inside=True)

    def _at_cap(self, one: Shown, marks: Shelf, every: Shelf, text: str) -> bool:
        width = self.width(text, True) + self._icon(one)
        right = one.right - self.measures.cap - 5
        if right > self.view.width:
            right = self.view.width - self.measures.beside_bar - 2 * self.measures.pill
        left = right - width
        clear = one.left + (one.right - one.left) * 0.3
        if left < max(clear, 0) or not marks.free(left, right):
            return False
        return self._put(one, (marks, every), text, left, width, inside=True)

    def _beside(self, one: Shown, every: Shelf, texts: tuple[str, ...]) -> bool:
        edge = one.left + one.radius if one.shape == Shape.DOT else one.right
        left = edge + (6 if one.shape == Shape.DOT else 7 if one.overdue else self.measures.label_gap)
        for text in texts:
            width = self.width(text, False) + self._icon(one)
            if left > 0 and left + width < self.view.width - _EDGE and every.free(left - 2, left + width + 4):
                return self._put(one, (every,), text, left, width, inside=False)
        return False

    def _icon(self, one: Shown) -> float:
        """The room that the icon before the words takes."""
        return self.measures.icon + 5 if one.overdue else 0.0

    def _put(
        self, one: Shown, shelves: tuple[Shelf, ...], text: str, x: float, width: float, *, inside: bool
    ) -> bool:
        for shelf in shelves:
            shelf.take(x, x + width)
        one.labels.append(Label(text, x, inside))
        return True
