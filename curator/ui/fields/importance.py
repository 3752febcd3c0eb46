"""Importance as five squares that are chosen from, one to five filled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from curator.ui.keyboard.own_keys import OwnKeys
from curator.ui.look import screen_readers, theme
from curator.ui.widgets.importance_squares import HIGHEST, paint_squares


class ImportanceEditor(OwnKeys):
    """Five squares that can be clicked, or stepped with the arrow keys; 0 or Delete empties them."""

    OWN = frozenset(map(Qt.Key, range(Qt.Key.Key_0, Qt.Key.Key_6))) | {Qt.Key.Key_Delete}
    chosen = Signal(object)
    """The importance chosen, 1 to 5, or None."""

    SIDE, GAP = 11, 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importance: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(self.tr("Importance"))
        screen_readers.tell_role(self, QAccessible.Role.Slider)

    def sizeHint(self) -> QSize:
        return QSize(HIGHEST * (self.SIDE + self.GAP) - self.GAP + 8, theme.grown(theme.FIELD_HEIGHT))

    def set_importance(self, importance: int | None) -> None:
        """Show an importance, or None."""
        self._importance = importance
        self.setAccessibleDescription(str(importance) if importance else self.tr("none"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self.SIDE) / 2
        paint_squares(painter, QPointF(4, top), self._importance, side=self.SIDE, gap=self.GAP)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int((event.position().x() - 4) // (self.SIDE + self.GAP)) + 1
        index = max(1, min(HIGHEST, index))
        # A click on the last filled square takes the importance away again.
        self.chosen.emit(None if index == self._importance else index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self._importance or 0
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        if event.key() in step:
            self.chosen.emit(max(0, min(HIGHEST, now + step[Qt.Key(event.key())])) or None)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_0}:
            self.chosen.emit(None)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5:
            self.chosen.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
