"""The time axis: years, quarters, months or days along the top, and today's date."""
# pyqtgraph ships no types, so what it gives is known here only by name.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUntypedBaseClass=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from curator.domain.ticks import Grain
from curator.ui import formatting, theme
from curator.ui.widgets.timeline_words import tick_name

if TYPE_CHECKING:
    from curator.ui.widgets.timeline_plot import TimelinePlot

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


class TimeAxis(pg.AxisItem):
    """An axis that paints names to the right of their ticks, and today as a pill."""

    def __init__(self, plot: TimelinePlot) -> None:
        super().__init__("top", maxTickLength=0)
        self.enableAutoSIPrefix(False)
        self._plot = plot
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
        colors = self._plot.colors.role
        width, height = float(self.size().width()), float(self.size().height())
        painting, view = self._plot.painting(painter), self._plot.view()
        painter.fillRect(QRectF(0, 0, width, height), colors["base"])
        painting.line(0, height - 1, width, 1, "hair")
        font, plain, metrics = self._font, self._plain, self._metrics
        baseline = (height - 1) / 2 + metrics.capHeight() / 2
        pill = self._pill(metrics)
        free = -2.0
        for tick in self._plot.ticks():
            x = view.x(tick.position)
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
                painter.setPen(colors["muted"])
                painter.drawText(QPointF(painting.snap(x + 6), baseline), name)
        self._today(painter, pill, metrics)

    def _pill(self, metrics: QFontMetricsF) -> QRectF:
        """Where today's date stands: right of its line, else left of it."""
        view, scale = self._plot.view(), self._plot.measures.scale
        x = view.x(self._plot.board.today.toordinal() + 0.5)
        width = metrics.horizontalAdvance(self._date()) + 10 * scale
        left = x + 4 if x + 4 + width < view.width else x - 4 - width
        return QRectF(left, 2.5 * scale, width, 16 * scale)

    def _date(self) -> str:
        return formatting.day(self._plot.board.today, year=False)

    def _today(self, painter: QPainter, pill: QRectF, metrics: QFontMetricsF) -> None:
        view = self._plot.view()
        x = view.x(self._plot.board.today.toordinal() + 0.5)
        painting = self._plot.painting(painter)
        painting.today(x, pill.top(), float(self.size().height()) - pill.top())
        pill.moveTo(painting.snap(pill.left()), painting.snap(pill.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._plot.colors.role["accent"])
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(self._strong)
        painter.setPen(self._plot.colors.role["on_accent"])
        painter.drawText(
            QPointF(pill.left() + 5 * self._plot.measures.scale, pill.center().y() + metrics.capHeight() / 2),
            self._date(),
        )
