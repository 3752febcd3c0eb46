"""Screenshots: a picture of the desk, taken when everything is there."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

LONGEST = 20.0
"""Seconds until the picture is taken of what never settles."""


def save_when_settled(app: QApplication, window: QWidget, settled: Callable[[], bool], target: Path) -> None:
    """Save the picture once nothing is under way and everything was painted, and end the program.

    What a job brought is laid out when the event loop comes round again: so everything has to be found
    settled twice.
    """
    deadline = time.monotonic() + LONGEST
    was_settled = False

    def look() -> None:
        nonlocal was_settled
        is_settled = settled()
        if not (is_settled and was_settled) and time.monotonic() < deadline:
            was_settled = is_settled
            QTimer.singleShot(50, look)
            return
        if not _saved(window.grab(), target):
            print(f"curator: The picture could not be written. ({target})", file=sys.stderr)  # noqa: T201
            app.exit(1)
            return
        window.close()
        app.quit()

    QTimer.singleShot(100, look)


def _saved(picture: QPixmap, target: Path) -> bool:
    with contextlib.suppress(OSError):  # then the picture cannot be saved either
        target.parent.mkdir(parents=True, exist_ok=True)
    return picture.save(str(target))
