"""Key caps: the key that does something, drawn where the action is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from curator.ui.look import theme

HEIGHT = 16.0
MARGIN = 4.5
RADIUS = 3.0
SPACE = "␣"
LINE_ON_ACCENT, FILL_ON_ACCENT = 0.28, 0.18
"""How much of the ink a cap on the accent takes for its line and its fill."""


def cap_width(key: str) -> float:
    """The width of the cap for a key, in logical pixels; nothing for no key."""
    if not key:
        return 0.0
    return max(HEIGHT, QFontMetricsF(_font()).horizontalAdvance(key) + 2 * MARGIN)


def paint_cap(
    painter: QPainter, left: float, middle: float, key: str, role: str = "muted", *, on_accent: bool = False
) -> None:
    """Draw a cap whose left edge and middle line are given; its letters take a colour role of the theme.

    `on_accent` draws it for a surface in the accent, in the ink of that.
    """
    if not key:
        return
    colours = theme.current()
    ink = colours.color("on_accent" if on_accent else role)
    line, fill = colours.color("line"), colours.color("base")
    if on_accent:
        line, fill = colours.color("on_accent"), colours.color("on_accent")
        line.setAlphaF(LINE_ON_ACCENT)
        fill.setAlphaF(FILL_ON_ACCENT)
    font = _font()
    height = max(HEIGHT, QFontMetricsF(font).height())
    box = QRectF(left, middle - height / 2, cap_width(key), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setPen(ink)
    if key == SPACE:
        _paint_bar(painter, box, font)
    else:
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def _font() -> QFont:
    return theme.sans(8, 500)  # in the mono face O is too like a zero


def _paint_bar(painter: QPainter, box: QRectF, font: QFont) -> None:
    """Draw a space bar: in fonts its sign is narrow, and stands below where letters do."""
    letter = QFontMetricsF(font).capHeight()
    low = box.center().y() + letter / 2
    left, right = box.center().x() - letter * 0.6, box.center().x() + letter * 0.6
    edge = low - letter * 0.45
    painter.setPen(QPen(painter.pen().color(), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(left, edge), QPointF(left, low), QPointF(right, low), QPointF(right, edge)])
