"""Pictures of what stands often in the timeline, each drawn once: icons, days, counts."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from curator.ui.look import icons, theme
from curator.ui.timeline.styles import LABEL_POINTS


def _blank(width: int, height: int, ratio: float) -> QImage:
    """A clear picture of so many device pixels; an image, for a kept pixmap must not outlive Qt."""
    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


@lru_cache(64)
def icon_picture(name: str, role: str, size: float, ratio: float, _look: tuple[str, str]) -> QImage:
    """An icon, drawn once."""
    picture = _blank(ceil(size * ratio), ceil(size * ratio), ratio)
    painter = QPainter(picture)
    icons.paint(painter, QRectF(0, 0, size, size), name, role)
    painter.end()
    return picture


@lru_cache(512)
def dot_picture(radius: float, colours: tuple[int, int, int], ringed: bool, ratio: float) -> QImage:
    """A day in ink, fill and halo, drawn once; with a ring where it is selected."""
    ink, fill, base = colours
    half = ceil(radius + 5)
    picture = _blank(round(2 * half * ratio), round(2 * half * ratio), ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    rings = ((3.5, ink), (1.75, base), (0.0, ink)) if ringed else ((1.0, base), (0.0, ink))
    for more, color in rings:
        painter.setBrush(QColor.fromRgb(color))
        painter.drawEllipse(QPointF(half, half), radius + more, radius + more)
    if fill != ink:
        painter.setBrush(QColor.fromRgb(fill))
        painter.drawEllipse(QPointF(half, half), radius - 1.5, radius - 1.5)
    painter.end()
    return picture


@lru_cache(4096)
def cluster_picture(
    text: str, width: int, height: int, strength: int, ratio: float, _look: tuple[str, str]
) -> QImage:
    """A count in its pill, drawn once; the more marks, the stronger its fill."""
    colours = theme.current()
    picture = _blank(round((width + 4) * ratio), round((height + 4) * ratio), ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(2, 2, width, height)
    painter.setPen(QPen(colours.color("base"), 2))
    painter.setBrush(_mixed(colours.color("hover"), colours.color("control"), strength * 0.14))
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), height / 2 + 1, height / 2 + 1)
    font = QFont(theme.sans(LABEL_POINTS, 600))
    painter.setFont(font)
    painter.setPen(colours.color("text"))
    metrics = QFontMetricsF(font)
    x = rect.center().x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(x, rect.center().y() + metrics.capHeight() / 2), text)
    painter.end()
    return picture


def _mixed(one: QColor, other: QColor, part: float) -> QColor:
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * part,
        one.greenF() + (other.greenF() - one.greenF()) * part,
        one.blueF() + (other.blueF() - one.blueF()) * part,
    )
