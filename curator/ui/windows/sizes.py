"""The sizes of windows beside the desk: as the editor left them, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, QSize
from PySide6.QtWidgets import QDialog

from curator.ui.look.screens import largest_window


def keep_size(window: QDialog, name: str, usual: tuple[int, int], state: QSettings | None) -> None:
    """Give a window the size it was left with, at first the usual one; it is remembered when it closes."""
    kept = state.value(_key(name)) if state else None
    size = kept if isinstance(kept, QSize) and kept.isValid() else QSize(*usual)
    window.resize(size.boundedTo(largest_window(window.parentWidget() or window)))
    if state is not None:
        window.installEventFilter(_Keeper(window, name, state))


class _Keeper(QObject):
    """Writes the size of a window down when it is hidden or closed, if the editor has changed it."""

    def __init__(self, window: QDialog, name: str, state: QSettings) -> None:
        super().__init__(window)
        self._given, self._name, self._state = window.size(), name, state

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Events still come when Python has taken the attributes away.
        given = getattr(self, "_given", None)
        if given is not None and event.type() == QEvent.Type.Hide and isinstance(watched, QDialog):
            changed = watched.size() != given
            if changed and not watched.isMaximized() and not watched.isFullScreen():
                self._state.setValue(_key(self._name), watched.size())
        return False


def _key(name: str) -> str:
    return f"windows/{name}"
