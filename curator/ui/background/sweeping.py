"""Garbage: collected in the GUI thread only, since Qt's objects may not be destroyed in another one.

Python collects cycles in whichever thread happens to allocate. A window whose last cycle were collected
while a worker reads the library would be destroyed there, and the program with it.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between two looks at how much there is to collect."""
MOST_PUT_OFF = 10
"""Looks in a row that pass over what a worker makes: a third of a million pieces take a tenth of a second."""
_alive: set[int] = set()
_makers: set[int] = set()
"""The threads that are waited for."""


@contextmanager
def waited_for() -> Generator[None, None, None]:
    """Let all sweepers wait for what this thread makes: most of it goes by itself in the end."""
    thread = threading.get_ident()
    _makers.add(thread)
    try:
        yield
    finally:
        _makers.discard(thread)


class Sweeper(QObject):
    """Collects in its own thread, the GUI's, until it ends; Python's own collecting is off meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._put_off = 0
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        _alive.add(id(self))
        self.destroyed.connect(partial(_release, id(self)))
        gc.disable()

    def sweep(self) -> None:
        """Collect the oldest generation that has filled up, unless somebody is waited for."""
        if _makers and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            return
        self._put_off = 0
        for generation, (count, threshold) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if threshold and count > threshold:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Leave collecting to Python again, once no other sweeper is left."""
        self._timer.stop()
        _release(id(self))


def _release(number: int) -> None:
    _alive.discard(number)
    if not _alive:
        gc.enable()
