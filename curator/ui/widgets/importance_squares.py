"""Importance as it is painted: five squares, one to five filled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from curator.ui.look import theme

HIGHEST = 5


def paint_squares(
    painter: QPainter, origin: QPointF, importance: int | None, *, side: float = 7, gap: float = 2
) -> float:
    """Draw the squares from `origin` (top left); gives the width taken."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.current()
    for index in range(HIGHEST):
        box = QRectF(origin.x() + index * (side + gap), origin.y(), side, side)
        filled = index < (importance or 0)
        painter.setPen(QPen(colours.color("text" if filled else "control"), 1))
        painter.setBrush(colours.color("text") if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), side / 8, side / 8)
    painter.restore()
    return HIGHEST * (side + gap) - gap
