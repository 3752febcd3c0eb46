"""Keys that a widget has for itself: while it has the focus, they are no keys of the window."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OwnKeys(QWidget):
    """A widget whose `OWN` keys reach it, though the window has an action for them."""

    OWN: ClassVar[frozenset[Qt.Key]] = frozenset()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in self.OWN:
                event.accept()
                return True
        return super().event(event)
