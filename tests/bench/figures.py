"""What measurements have in common: a row, clocks, and how times are summed up."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, how much, of what, and what one should know of it."""

    name: str
    value: float
    unit: str
    note: str = ""


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The median time of a piece of work, after once for warming up."""
    work()
    return statistics.median(times(work, rounds))


def times(work: Callable[[], object], rounds: int) -> list[float]:
    """The time of each round, in seconds."""
    found = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return found


def percentile(found: Sequence[float], share: float) -> float:
    """The time that this share of the rounds stayed within."""
    ordered = sorted(found)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def frames(name: str, found: Sequence[float], note: str = "") -> list[Row]:
    """Median and 95th percentile of frame times, in milliseconds."""
    return [
        Row(f"{name}, median", 1000 * percentile(found, 0.5), "ms", note),
        Row(f"{name}, p95", 1000 * percentile(found, 0.95), "ms", f"{len(found)} frames"),
    ]


def wheel_frames(application, surface, turns: Iterable[int], modifiers=None) -> list[float]:
    """The time of each turn of the wheel until it is painted; 120 is a notch away from the user."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    found = []
    middle = QPointF(surface.rect().center())
    for angle in turns:
        turn = QWheelEvent(
            middle,
            QPointF(surface.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            modifiers or Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        began = time.perf_counter()
        application.sendEvent(surface, turn)
        surface.repaint()
        application.processEvents()
        found.append(time.perf_counter() - began)
    return found


def peak_memory() -> float:
    """The most memory this process had so far, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)
