"""The names of the lanes, beneath the sidebar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from curator.ui.look import formatting, theme

MARGIN = 18


class LaneNames(QWidget):
    """Name and count of every lane on the screen; the wheel scrolls the lanes.

    `lanes` gives `(name, count, upper edge, height)` in pixels below the axis.
    """

    scrolled = Signal(float)

    def __init__(self, axis_height: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis_height = axis_height
        self.lanes: Callable[[], list[tuple[str, int, float, float]]] = list
        self.current: Callable[[], int | None] = lambda: None

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.color("base"))
        head = self._axis_height()
        painter.fillRect(QRectF(0, head - 1, self.width(), 1), colours.color("hair"))
        painter.setClipRect(QRectF(0, head, self.width(), self.height() - head))
        font, numbers = theme.sans(9.5, 500), theme.sans(9)
        metrics, figures = QFontMetricsF(font), QFontMetricsF(numbers)
        for place, (name, count, top, height) in enumerate(self.lanes()):
            y = head + top
            if place or top < 0:
                painter.fillRect(QRectF(MARGIN, round(y), self.width() - MARGIN, 1), colours.color("hair"))
            middle = y + min(height, 32 * max(1.0, metrics.height() / 15)) / 2
            text = formatting.count(count)
            right = self.width() - MARGIN - figures.horizontalAdvance(text)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, right - MARGIN - 10)
            painter.setFont(font)
            painter.setPen(colours.color("text"))
            painter.drawText(QPointF(MARGIN, middle + metrics.capHeight() / 2), shown)
            painter.setFont(numbers)
            painter.setPen(colours.color("muted"))
            painter.drawText(QPointF(right, middle + figures.capHeight() / 2), text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scrolled.emit(-event.angleDelta().y() * 0.4)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            head = self._axis_height()
            y = event.pos().y() - head
            text = next((name for name, _, top, height in self.lanes() if top <= y < top + height), "")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
