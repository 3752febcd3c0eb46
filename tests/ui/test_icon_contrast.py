"""Icons as they are painted: fine lines and dots stand out from their ground by 3 : 1 (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QToolButton

from curator.ui.look import theme
from curator.ui.workspace import Workspace


def _luminance(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(button: QToolButton) -> float:
    """Of the strongest pixel of its icon, as it stands on the window at one pixel a point."""
    size = button.iconSize()
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(theme.current().color("window"))
    painter = QPainter(picture)
    painter.drawPixmap(QPoint(0, 0), button.icon().pixmap(size, 1.0))
    painter.end()
    places = [(x, y) for x in range(size.width()) for y in range(size.height())]
    seen = [_luminance(picture.pixelColor(*place)) + 0.05 for place in places]
    return max(seen) / min(seen)


def test_the_icons_of_all_buttons_stand_out_at_one_pixel_a_point(window: Workspace) -> None:
    buttons = [button for button in window.findChildren(QToolButton) if not button.icon().isNull()]
    assert len(buttons) > 10
    faint = {button.accessibleName(): _contrast(button) for button in buttons if button.isEnabled()}
    assert {name: ratio for name, ratio in faint.items() if ratio < 3} == {}
