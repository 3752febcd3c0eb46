"""Modal windows: what a test does in one that is going to open, from within its loop of events."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from tests.patience import PATIENCE

OFTEN = 10
"""Milliseconds between two looks."""

Window = TypeVar("Window", bound=QDialog)


def once(ready: Callable[[], bool], act: Callable[[], object]) -> None:
    """Have `act` called as soon as `ready` says so.

    Where that never comes, or `act` fails, the test fails, and does not wait for ever in the window's loop.
    """
    end = time.monotonic() + PATIENCE

    def look() -> None:
        try:
            if ready():
                act()
            elif time.monotonic() < end:
                QTimer.singleShot(OFTEN, look)
            else:
                pytest.fail("What was waited for in a modal window never came.")
        except BaseException:
            _close_all()
            raise

    QTimer.singleShot(OFTEN, look)


def _close_all() -> None:
    while isinstance(window := QApplication.activeModalWidget(), QDialog):
        window.done(0)


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
