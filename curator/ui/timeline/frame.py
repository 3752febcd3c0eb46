"""One frame of the timeline: everything that is to be painted, and where, in pixels of the view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from curator.ui.timeline.columns import Shape

if TYPE_CHECKING:
    from curator.domain.timelines import Mark
    from curator.ui.timeline.layout import Placed

Width = Callable[[str, bool], float]
"""The width of words in pixels, in semibold or not."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels, by the user's font scale.

    `inset` is what stays free before the counts at the left edge, `beside_bar` behind those at the right one,
    where the scroll bar may stand.
    """

    scale: float = 1.0
    lane: float = 32.0
    row: float = 22.0
    bar: float = 16.0
    cap: float = 2.5
    overhang: float = 2.0
    pill: float = 32.0
    inset: float = 11.0
    beside_bar: float = 19.0
    label_gap: float = 9.5
    icon: float = 13.0

    @classmethod
    def of(cls, scale: float) -> Measures:
        """The measures at a font scale."""
        base = cls()
        names = ("lane", "row", "bar", "cap", "overhang", "pill", "inset", "beside_bar", "label_gap", "icon")
        return cls(scale, **{name: getattr(base, name) * scale for name in names})

    def height(self, rows: int) -> float:
        """The height of a lane of so many rows."""
        return self.lane + (rows - 1) * self.row

    def diameter(self, importance: int | None) -> float:
        """The diameter of a day: 6 to 11 pixels by importance 1 to 5."""
        steps = 3.2 if importance is None else min(max(importance, 1), 5) - 1
        return round((6 + steps * 1.25) * 2) / 2 * self.scale


class Words(Protocol):
    """The words of a mark; the last wish is the shortest."""

    def short(self, mark: Mark) -> str:
        """Its time: "H2 2026"."""
        ...

    def long(self, marks: Sequence[Mark], *, timed: bool) -> str:
        """What marks of the same days say, `timed` with their time; how many, if not one."""
        ...

    def late(self, words: str) -> str:
        """The words with the remark that they are overdue; the remark alone for no words."""
        ...

    def count(self, number: int) -> str:
        """A number that fits a pill."""
        ...


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the row of a mark: inside of it, or beside."""

    text: str
    x: float
    inside: bool


@dataclass(slots=True)
class Shown:
    """A mark or cluster on the screen: from `left` to `right`, its centre line at `y`."""

    lane: int
    item: Placed
    left: float
    right: float
    y: float
    radius: float = 0.0
    overdue: bool = False
    published: bool = False
    kind: str = "date"
    selected: bool = False
    labels: list[Label] = field(default_factory=list["Label"])

    @property
    def shape(self) -> Shape:
        """How it is drawn."""
        return self.item.shape

    def holds(self, x: float, y: float, slack: float) -> bool:
        """Whether a point is on the mark, or next to it by `slack` pixels."""
        if self.shape == Shape.DOT:
            return abs(x - self.left) <= self.radius + slack and abs(y - self.y) <= self.radius + slack
        half = 2 if self.thin else 8
        return self.left - slack <= x <= self.right + slack and abs(y - self.y) <= half + slack

    @property
    def thin(self) -> bool:
        """Whether it is but a line along the lower edge of its lane."""
        return self.item.row < 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a publication to a promise; quiet where there are many."""

    x: float
    y: float
    end_x: float
    end_y: float
    selected: bool
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Pill:
    """How many marks of a lane lie out of view, and on which side (-1: earlier, 1: later)."""

    lane: int
    side: int
    count: int
    x: float
    y: float
    width: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is on the pill."""
        return self.x <= x <= self.x + self.width and abs(y - self.y) <= 10


@dataclass(slots=True)
class Frame:
    """All that is painted at once."""

    shown: list[Shown] = field(default_factory=list[Shown])
    arrows: list[Arrow] = field(default_factory=list[Arrow])
    pills: list[Pill] = field(default_factory=list[Pill])
    tops: list[tuple[int, float, float]] = field(default_factory=list[tuple[int, float, float]])
    """The lanes on the screen: number, upper edge, height."""

    def at(self, x: float, y: float, slack: float = 3.0) -> Shown | None:
        """The mark under a point; days lie above periods."""
        found = [shown for shown in self.shown if shown.holds(x, y, slack)]
        return min(found, key=lambda shown: (shown.shape != Shape.DOT, abs(shown.left - x)), default=None)

    def pill_at(self, x: float, y: float) -> Pill | None:
        """The pill under a point."""
        return next((pill for pill in self.pills if pill.holds(x, y)), None)


@dataclass(frozen=True, slots=True)
class View:
    """The stretch of days on the screen: from `first`, at `scale` pixels a day, `width` pixels wide."""

    first: float
    scale: float
    width: float

    @property
    def last(self) -> float:
        """The day at the right edge."""
        return self.first + self.width / self.scale

    def x(self, day: float) -> float:
        """Where a day is, in pixels."""
        return (day - self.first) * self.scale

    def day(self, x: float) -> float:
        """The day at a pixel."""
        return self.first + x / self.scale
