"""Key caps: the key that does something, drawn where the action is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.ui import theme

HEIGHT = 16.0
MARGIN = 4.0
RADIUS = 3.0
WEIGHT = 600


def keycap_width(key: str) -> float:
    """The width of a cap with that word on it, in logical pixels."""
    return max(HEIGHT, QFontMetricsF(theme.sans(8, WEIGHT)).horizontalAdvance(key) + 2 * MARGIN)


def draw_keycap(painter: QPainter, left: float, middle: float, key: str, role: str = "muted") -> None:
    """Draw a cap whose left edge and middle line are given, for widgets that paint themselves."""
    colours = theme.current()
    metrics = QFontMetricsF(theme.sans(8, WEIGHT))
    height = max(HEIGHT, metrics.height())
    box = QRectF(left, middle - height / 2, keycap_width(key), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.color("line"), 1))
    painter.setBrush(colours.color("base"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setPen(colours.color(role))
    painter.setFont(theme.sans(8, WEIGHT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


class KeyCap(QWidget):
    """One key as a small widget, for rows of hints."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)
        theme.news().changed.connect(self.update)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(keycap_width(self._key) + 0.49), round(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_keycap(painter, 0, self.height() / 2, self._key)
        painter.end()
