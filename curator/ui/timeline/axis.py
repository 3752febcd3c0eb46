"""The time axis: years, quarters, months or days along the top, and today's date."""
# pyqtgraph ships no types, so what it gives is known here only by name.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUntypedBaseClass=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from curator.domain.ticks import Grain, Tick
from curator.ui.look import formatting, theme
from curator.ui.timeline.frame import View
from curator.ui.timeline.paint import Painting
from curator.ui.timeline.words import tick_name

_POINTS = 8.5


def axis_height(scale: float) -> int:
    """The height of the axis with its lower line, in pixels at a font scale."""
    return round(21 * scale) + 1


def font_scale() -> float:
    """The user's font scale, 1 or more."""
    return max(1.0, theme.sans(10).pointSizeF() / 10.0)


def name_pixels(scale: float) -> float:
    """How far apart the names of ticks stand at least."""
    return 46.0 * scale


@dataclass(frozen=True, slots=True)
class Ruler:
    """What an axis shows: a stretch of days with its ticks in order, and today."""

    view: View
    ticks: Sequence[Tick]
    today: date
    scale: float
    """The user's font scale."""


class TimeAxis(pg.AxisItem):
    """An axis that paints names to the right of their ticks, and today as a pill.

    It asks for what it shows (`ruler`), and for a painting on a painter, when it is painted.
    """

    def __init__(self, ruler: Callable[[], Ruler], painting: Callable[[QPainter], Painting]) -> None:
        super().__init__("top", maxTickLength=0)
        self.enableAutoSIPrefix(False)
        self._ruler, self._painting = ruler, painting
        self.restyle()

    def restyle(self) -> None:
        """Take the font scale as it is now."""
        self._font, self._plain = theme.sans(_POINTS, 500), theme.sans(_POINTS, 400)
        self._strong = theme.sans(_POINTS, 600)
        self._metrics = QFontMetricsF(self._font)
        self.setHeight(axis_height(font_scale()))

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.size().width(), self.size().height())

    def paint(self, p: QPainter, opt: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._paint(p)

    def _paint(self, painter: QPainter) -> None:
        ruler, painting = self._ruler(), self._painting(painter)
        width, height = float(self.size().width()), float(self.size().height())
        painter.fillRect(QRectF(0, 0, width, height), painting.color("base"))
        painting.line(0, height - 1, width, 1, "hair")
        font, plain, metrics = self._font, self._plain, self._metrics
        baseline = (height - 1) / 2 + metrics.capHeight() / 2
        pill = self._pill(ruler)
        free = -2.0
        for tick in ruler.ticks:
            x = ruler.view.x(tick.position)
            if not tick.named:
                painting.line(x, height - 5, 1, 4, "line")
                continue
            painting.line(x, height - 8, 1, 7, "hair")
            name = tick_name(tick)
            end = x + 6 + metrics.horizontalAdvance(name)
            if x >= free and (end + 4 < pill.left() or x > pill.right()):
                free = end + 4
                strong = tick.full or tick.grain is Grain.YEAR
                painter.setFont(font if strong else plain)
                painter.setPen(painting.color("muted"))
                painter.drawText(QPointF(painting.snap(x + 6), baseline), name)
        if pill.width():
            self._today(painter, painting, ruler, pill)

    def _pill(self, ruler: Ruler) -> QRectF:
        """Where today's date stands: right of its line, else left of it; nowhere if that is out of view."""
        x = _noon(ruler)
        if not 0 <= x < ruler.view.width:
            return QRectF(-1, 0, 0, 0)
        width = self._metrics.horizontalAdvance(_date(ruler)) + 10 * ruler.scale
        left = x + 4 if x + 4 + width < ruler.view.width else x - 4 - width
        return QRectF(left, 2.5 * ruler.scale, width, 16 * ruler.scale)

    def _today(self, painter: QPainter, painting: Painting, ruler: Ruler, pill: QRectF) -> None:
        painting.today(_noon(ruler), pill.top(), float(self.size().height()) - pill.top())
        pill.moveTo(painting.snap(pill.left()), painting.snap(pill.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(painting.color("accent"))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(self._strong)
        painter.setPen(painting.color("on_accent"))
        baseline = pill.center().y() + self._metrics.capHeight() / 2
        painter.drawText(QPointF(pill.left() + 5 * ruler.scale, baseline), _date(ruler))


def _noon(ruler: Ruler) -> float:
    """Where the line of today stands."""
    return ruler.view.x(ruler.today.toordinal() + 0.5)


def _date(ruler: Ruler) -> str:
    return formatting.day(ruler.today, year=False)
