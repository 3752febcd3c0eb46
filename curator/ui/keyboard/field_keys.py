"""Keys that stay the window's while somebody types: a field takes more of them than what editing needs.

On X11 Qt's fields claim the keys of Emacs, Ctrl+E and Ctrl+D among them, before any action sees them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QKeyCombination, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

_EDITING = (
    *("Undo", "Redo", "Copy", "Cut", "Paste", "SelectAll"),
    *("MoveToNextWord", "MoveToPreviousWord", "SelectNextWord", "SelectPreviousWord"),
    *("MoveToStartOfDocument", "MoveToEndOfDocument", "SelectStartOfDocument", "SelectEndOfDocument"),
    *("DeleteStartOfWord", "DeleteEndOfWord"),
)
"""What a field needs whatever the window has for it."""


class FieldKeys(QObject):
    """Watches fields, so that the keys of actions with Ctrl reach their actions."""

    def __init__(self, keys: Callable[[], Iterable[QKeySequence]], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = keys

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(getattr(QKeySequence.StandardKey, name)) for name in _EDITING):
            return False
        pressed = QKeySequence(QKeyCombination(event.keyCombination()))
        if pressed not in self._keys():
            return False
        event.ignore()
        return True
