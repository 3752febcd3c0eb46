"""Garbage: collected in the GUI thread only, since Qt's objects may not be destroyed in another one.

Python collects cycles in whichever thread happens to allocate. A window whose last cycle were collected
while a worker reads the library would be destroyed there, and the program with it.
"""

from __future__ import annotations

import gc
from functools import partial

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000
"""Milliseconds between two looks at how much there is to collect."""
_alive: set[int] = set()


class Sweeper(QObject):
    """Collects in its own thread, the GUI's, until it ends; Python's own collecting is off meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        _alive.add(id(self))
        self.destroyed.connect(partial(_release, id(self)))
        gc.disable()

    def sweep(self) -> None:
        """Collect the oldest generation that has filled up."""
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
