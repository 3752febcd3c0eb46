"""The legend of the timeline: each shape with what it means."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.ui.look import theme
from curator.ui.timeline.words import tr


class Legend(QWidget):
    """What each shape means; leaves out entries from the left where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = (
            ("dot", 8.0, tr("day")),
            ("bar", 6.0, tr("quarter")),
            ("bar", 12.0, tr("half")),
            ("bar", 24.0, tr("year")),
            ("until", 26.0, tr("by, open start")),
            ("overdue", 26.0, tr("overdue")),
            ("today", 1.5, tr("today")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(
            tr("Dot: day. Bars: quarter, half, year. Open to the left: by. Red: overdue. Line: today.")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.sans(8.5)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        y = self.height() / 2
        right = float(self.width())
        for shape, width, text in reversed(self.entries):
            left = right - metrics.horizontalAdvance(text)
            start = left - 6 - width - (1 if shape in ("dot", "today") else 0)
            if start < 8:
                break
            painter.setPen(theme.current().color("muted"))
            painter.drawText(QPointF(left, y + metrics.capHeight() / 2), text)
            _swatch(painter, shape, QRectF(start, y - 4, width, 8))
            right = start - 16


def _swatch(painter: QPainter, shape: str, rect: QRectF) -> None:
    colours = theme.current()
    middle = rect.center().y()
    if shape == "dot":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("text"))
        painter.drawEllipse(rect)
    elif shape == "bar":
        painter.setPen(QPen(colours.ink("date"), 1))
        painter.setBrush(colours.tint("date"))
        box = QRectF(round(rect.left()) + 0.5, round(middle - 4) + 0.5, rect.width() - 1, 7)
        painter.drawRoundedRect(box, 1.5, 1.5)
    elif shape == "today":
        painter.fillRect(QRectF(rect.left(), middle - 7, 1.5, 14), colours.color("accent"))
    else:
        late = shape == "overdue"
        ink = colours.color("danger") if late else colours.ink("date")
        tint = colours.color("danger_tint") if late else colours.tint("date")
        _fading_swatch(painter, QRectF(rect.left(), round(middle - 4), rect.width(), 8), ink, tint)


def _fading_swatch(painter: QPainter, box: QRectF, ink: QColor, tint: QColor) -> None:
    for color, part in ((tint, box), (ink, QRectF(box.left(), box.top(), box.width(), 1)),
                        (ink, QRectF(box.left(), box.bottom() - 1, box.width(), 1))):  # fmt: skip
        clear = QColor(color)
        clear.setAlpha(0)
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, color)
        painter.fillRect(part, gradient)
    painter.fillRect(QRectF(box.right() - 2.5, box.center().y() - 6, 2.5, 12), ink)
