"""Icons: the Phosphor set out of qtawesome's font, drawn in the theme's colours.

Importing qtawesome takes half a second (it loads a shim for every Qt binding), so its font file and
table of names are read directly. A glyph is drawn when it is painted, in the colour that its role has
then, so that going from light to dark needs no reload.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from curator.ui.look import theme

_FONT = "phosphor-1.3.0.ttf"
_NAMES = "phosphor-charmap-1.3.0.json"


def icon(name: str, role: str = "muted", size: int = theme.ICON) -> QIcon:
    """The Phosphor icon of that name; `size` in logical pixels.

    `role` is a colour role of the theme, or a kind ("money", "repair") for its ink.
    """
    return QIcon(_Glyph(_code(name), role, size))


def pixmap(name: str, role: str = "muted", size: int = theme.ICON, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture for labels."""
    return icon(name, role, size).pixmap(QSize(size, size), ratio)


def paint(painter: QPainter, rect: QRectF, name: str, role: str = "muted") -> None:
    """Draw the icon into `rect`, for delegates."""
    _paint(painter, rect, _code(name), role)


@cache
def _code(name: str) -> str:
    return chr(int(_names()[name], 16))


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = json.loads((_folder() / _NAMES).read_text(encoding="utf-8"))
    return names


def _folder() -> Path:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        message = "qtawesome is not installed"
        raise ModuleNotFoundError(message)
    return Path(spec.origin).parent / "fonts"


@cache
def _family() -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_folder() / _FONT)))
    return families[0] if families else ""


def _paint(painter: QPainter, rect: QRectF, code: str, role: str) -> None:
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    colours = theme.current()
    painter.setPen(colours.ink(role) if role in colours.KINDS else colours.color(role))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, code)
    painter.restore()


_given_away: list[QIconEngine] = []


def given_away(engine: QIconEngine) -> QIconEngine:
    """An engine that Qt owns from now on; Python would delete it together with the last name for it."""
    _given_away.append(engine)
    return engine


class _Glyph(QIconEngine):
    """Draws one glyph; disabled icons take the `control` colour."""

    def __init__(self, code: str, role: str, size: int) -> None:
        super().__init__()
        self._glyph = (code, role, size)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        code, role, size = self._glyph
        side = min(rect.width(), rect.height(), max(size, 1)) if size else rect.width()
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        _paint(painter, box, code, "control" if mode is QIcon.Mode.Disabled else role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        # Since Qt 6.8 the size is logical; the picture has `scale` device pixels to each.
        result = QPixmap((QSizeF(size) * scale).toSize())
        result.setDevicePixelRatio(scale)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, _state)
        painter.end()
        return result

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return size

    def clone(self) -> QIconEngine:
        return given_away(_Glyph(*self._glyph))
