"""Chips: names as pills that can be taken away, and the dashed pill to add one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.ui.keyboard.own_keys import ENTER, OwnKeys
from curator.ui.look import icons, screen_readers, theme

HEIGHT = 22
"""Of a pill at the usual size of letters."""


def chip_height() -> int:
    """The height of a pill at the present size of letters."""
    return theme.grown(HEIGHT)


class Chip(OwnKeys):
    """One name as a pill; the cross, Delete or Backspace takes it away."""

    OWN = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, *ENTER})
    removed = Signal(str)
    activated = Signal(str)
    menu_requested = Signal(str, QPoint)
    """The name and the place on the screen for a menu."""

    def __init__(self, name: str, tint: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tint = tint
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.sans(9))
        self.set_name(name)
        screen_readers.tell_role(self, QAccessible.Role.Button)
        self.setAccessibleDescription(self.tr("Delete takes it away"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Show another name: cheaper than another chip, where articles follow each other quickly."""
        self.name = name
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.name) + 34, chip_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, chip_height())

    def _cross(self) -> QRectF:
        return QRectF(self.width() - 21, (chip_height() - 12) / 2, 12, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        fill = colours.tint(self._tint) if self._tint else colours.color("hover")
        focused = self.hasFocus()
        painter.setPen(QPen(colours.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        inset = 1 if focused else 0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, chip_height() / 2, chip_height() / 2)
        painter.setPen(colours.color("text"))
        text = QFontMetrics(self.font()).elidedText(self.name, Qt.TextElideMode.ElideRight, self.width() - 32)
        painter.drawText(QRectF(10, 0, self.width() - 32, chip_height()), Qt.AlignmentFlag.AlignVCenter, text)
        icons.paint(painter, self._cross(), "x", "muted")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._cross().adjusted(-4, -5, 8, 5).contains(event.position()):
            self.removed.emit(self.name)
        elif self.rect().contains(event.position().toPoint()):
            self.activated.emit(self.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.name, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(self.name)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif event.key() in ENTER:
            self.activated.emit(self.name)
        else:
            super().keyPressEvent(event)


class AddButton(OwnKeys):
    """A dashed pill that turns into a line to type in."""

    OWN = frozenset({Qt.Key.Key_Space, Qt.Key.Key_F2, *ENTER})
    pressed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setFont(theme.sans(9))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        screen_readers.tell_role(self, QAccessible.Role.Button)

    def set_text(self, text: str) -> None:
        """Show another word on the pill."""
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(26, QFontMetrics(self.font()).horizontalAdvance(self._text) + 20), chip_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        if self.hasFocus():
            pen = QPen(colours.color("accent"), 2)
        else:
            pen = QPen(colours.color("control"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), chip_height() / 2 - 1, chip_height() / 2 - 1
        )
        painter.setPen(colours.color("muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.OWN:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
