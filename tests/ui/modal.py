"""Modal windows: what a test does in one that is going to open, from within its loop of events."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

OFTEN = 10
"""Milliseconds between two looks."""

Window = TypeVar("Window", bound=QDialog)


def once(ready: Callable[[], bool], act: Callable[[], object]) -> None:
    """Have `act` called as soon as `ready` says so."""

    def look() -> None:
        if ready():
            act()
        else:
            QTimer.singleShot(OFTEN, look)

    QTimer.singleShot(OFTEN, look)


def once_open(kind: type[Window], act: Callable[[Window], object]) -> None:
    """Have `act` called with the modal window of that kind as soon as it is there."""

    def found() -> Window | None:
        window = QApplication.activeModalWidget()
        return window if isinstance(window, kind) else None

    def done() -> None:
        window = found()
        assert window is not None
        act(window)

    once(lambda: found() is not None, done)
