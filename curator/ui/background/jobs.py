"""Background work: a thread for reading, one for long tasks, one for pure work; news by queued signals."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from enum import Enum
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from curator.domain.errors import Cancelled
from curator.ui.background.sweeping import Sweeper, waited_for

Result = TypeVar("Result")

TURN = 0.0005
"""Seconds that a worker computes on while the GUI waits for its turn.

One event takes many turns: with the five milliseconds that Python gives they add up to a stall.
"""


class Lane(Enum):
    """The thread that a job goes to, where one job follows the other."""

    READING = "reading"
    LONG = "long"
    """Tasks of seconds and more: counts and the timeline don't wait for an import of minutes."""
    PURE = "pure"
    """Work that needs no library."""


def _nothing(*_: object) -> None:
    """Nobody wants to hear of it."""


@dataclass(frozen=True, eq=False, slots=True)
class Job(Generic[Result]):
    """Work to be done in a thread, and what follows in the GUI's: one of `done`, `failed` and `stopped`.

    Where nobody says what follows a failure, all are told of it (`Jobs.failed`).
    """

    key: str
    work: Callable[[Run], Result]
    done: Callable[[Result], object]
    lane: Lane = Lane.READING
    failed: Callable[[BaseException], object] | None = None
    stopped: Callable[[], object] = _nothing
    progressed: Callable[[int, int, str], object] = _nothing
    """How far the work is: done, total, label."""
    found: Callable[[Any], object] = _nothing
    """One piece of the result (a finished item), while the work goes on."""


News = Callable[[Job[Any]], object]
"""What a worker has to say, to be told to the job in the GUI thread: no worker ever holds a window."""


class Run:
    """A job under way: its work reports here how far it is, and stops there once `cancel` was called."""

    def __init__(self, key: str, send: Callable[[Run, News], None]) -> None:
        self.key = key
        self._send = send
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next progress report."""
        self._cancelled.set()

    def progress(self, done: int, total: int, label: str = "", /) -> None:
        """Report progress from the worker thread; Cancelled if the work shall stop."""
        if self._cancelled.is_set():
            raise Cancelled
        self._send(self, lambda job: job.progressed(done, total, label))

    def tell(self, item: object) -> None:
        """Hand over a piece of the result from the worker thread."""
        self._send(self, lambda job: job.found(item))


class Jobs(QObject):
    """Runs jobs outside the GUI thread and calls back in it.

    A job started under a key makes the earlier one under that key stale: its answer is dropped.
    """

    failed = Signal(object)
    """An error of a job that has no ear of its own for it."""
    _told = Signal(object, object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._threads = {lane: ThreadPoolExecutor(1, lane.value) for lane in Lane}
        self._sweeper = Sweeper(self)
        self._latest: dict[str, tuple[Run, Job[Any]]] = {}
        # Queued by force: a job may end before the caller has returned to the event loop.
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def read(self, key: str, work: Callable[[], Result], done: Callable[[Result], object]) -> None:
        """Read in a moment something of the library; `done(result)` follows unless it became stale."""
        self.start(Job(key, lambda _run: work(), done))

    def start(self, job: Job[Result]) -> Run:
        """Start a job; what it says follows in the GUI thread, unless it became stale."""
        self.cancel(job.key)
        run = Run(job.key, self._told.emit)
        self._latest[job.key] = run, job
        self._threads[job.lane].submit(self._work, run, job.work, job.lane)
        return run

    def running(self, key: str) -> bool:
        """Whether a job under that key is under way."""
        return key in self._latest

    def cancel(self, key: str) -> None:
        """Ask the job under that key to stop."""
        if key in self._latest:
            self._latest[key][0].cancel()

    def forget(self, key: str) -> None:
        """Stop the job under that key, and let nothing of it arrive any more."""
        self.cancel(key)
        self._latest.pop(key, None)

    def close(self) -> None:
        """Cancel everything and wait for what cannot be interrupted."""
        for run, _ in self._latest.values():
            run.cancel()
        for thread in self._threads.values():
            thread.shutdown(wait=True, cancel_futures=True)
        # What they still had to say finds nobody to hear it.
        self._latest.clear()
        self._sweeper.end()

    def _work(self, run: Run, work: Callable[[Run], Any], lane: Lane) -> None:
        if not self._is_latest(run):
            return
        with nullcontext() if lane is Lane.LONG else waited_for():
            outcome = self._outcome(run, work)
        self._ended.emit(run, outcome)

    def _outcome(self, run: Run, work: Callable[[Run], Any]) -> News:
        try:
            result = work(run)
        except Cancelled:
            return lambda job: job.stopped()
        except BaseException as error:  # noqa: BLE001 - a border: everything goes to the GUI thread
            problem = error
            return lambda job: (job.failed or self.failed.emit)(problem)
        return lambda job: job.done(result)

    def _tell(self, run: Run, news: News) -> None:
        if self._is_latest(run):
            news(self._latest[run.key][1])

    def _end(self, run: Run, news: News) -> None:
        if self._is_latest(run):
            news(self._latest.pop(run.key)[1])

    def _is_latest(self, run: Run) -> bool:
        latest = self._latest.get(run.key)
        return latest is not None and latest[0] is run
