"""Background work: a thread for reading, one for long tasks, one for pure work; news by a queued signal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from curator.domain.errors import Cancelled
from curator.ui.sweeping import Sweeper

log = logging.getLogger(__name__)
Result = TypeVar("Result")


@dataclass(eq=False)
class Job:
    """Work under way: `progress` is handed to it and raises `Cancelled` once `cancel` was called."""

    key: str
    on_done: Callable[[Any], None]
    on_error: Callable[[BaseException], None] | None
    on_progress: Callable[[int, int, str], None] | None
    on_news: Callable[[Any], None] | None
    on_cancelled: Callable[[], None] | None
    cancelled: Event = field(default_factory=Event)
    news: Callable[[str, object], None] = field(default=lambda _kind, _value: None)

    def cancel(self) -> None:
        """Ask the work to stop at its next progress report."""
        self.cancelled.set()

    def progress(self, done: int, total: int, label: str = "", /) -> None:
        """Report progress from the worker thread."""
        if self.cancelled.is_set():
            raise Cancelled
        self.news("progress", (done, total, label))

    def tell(self, value: object) -> None:
        """Send one piece of news (a finished item) from the worker thread."""
        self.news("item", value)


class Jobs(QObject):
    """Runs functions outside the GUI thread and calls back in it.

    A job started under a key makes the earlier one under that key stale: its answer is dropped.
    """

    _news = Signal(object, str, object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = ThreadPoolExecutor(1, "library")
        # Counts and the timeline don't wait for an import that takes minutes.
        self._long = ThreadPoolExecutor(1, "long")
        self._pure = ThreadPoolExecutor(1, "pure")
        self._sweeper = Sweeper(self)
        self._latest: dict[str, Job] = {}
        # Queued by force: a job may end before the caller has returned to the event loop.
        self._news.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(  # noqa: PLR0913 - one callback for each kind of news
        self,
        key: str,
        work: Callable[[Job], Result],
        on_done: Callable[[Result], None],
        *,
        on_error: Callable[[BaseException], None] | None = None,
        on_progress: Callable[[int, int, str], None] | None = None,
        on_news: Callable[[Any], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        pure: bool = False,
        long: bool = False,
    ) -> Job:
        """Start `work(job)`; `on_done(result)` follows in the GUI thread unless it became stale.

        `long` is for tasks of seconds and more, `pure` for work that needs no library.
        """
        job = Job(key, on_done, on_error, on_progress, on_news, on_cancelled)
        job.news = lambda kind, value: self._news.emit(job, kind, value)
        self.cancel(key)
        self._latest[key] = job
        (self._pure if pure else self._long if long else self._library).submit(self._work, job, work)
        return job

    def running(self, key: str) -> bool:
        """Whether a job under that key is under way."""
        return key in self._latest

    def cancel(self, key: str) -> None:
        """Ask the job under that key to stop."""
        if key in self._latest:
            self._latest[key].cancel()

    def forget(self, key: str) -> None:
        """Stop the job under that key, and let nothing of it arrive any more."""
        job = self._latest.pop(key, None)
        if job is not None:
            job.cancel()

    def close(self) -> None:
        """Cancel everything and wait for what cannot be interrupted."""
        for job in self._latest.values():
            job.cancel()
        for executor in (self._library, self._long, self._pure):
            executor.shutdown(wait=True, cancel_futures=True)
        # What they still had to say finds nobody to hear it.
        self._latest.clear()
        self._sweeper.end()

    def _work(self, job: Job, work: Callable[[Job], Any]) -> None:
        if self._latest.get(job.key) is not job:
            return
        try:
            job.news("done", work(job))
        except Cancelled:
            job.news("cancelled", None)
        except BaseException as error:  # noqa: BLE001 - a border: everything goes to the GUI thread
            job.news("error", error)

    def _deliver(self, job: Job, kind: str, value: Any) -> None:  # noqa: ANN401 - the job's own result
        if self._latest.get(job.key) is not job:
            return
        if kind in {"done", "cancelled", "error"}:
            del self._latest[job.key]
        if kind == "done":
            job.on_done(value)
        elif kind == "progress" and job.on_progress:
            job.on_progress(*value)
        elif kind == "item" and job.on_news:
            job.on_news(value)
        elif kind == "cancelled" and job.on_cancelled:
            job.on_cancelled()
        elif kind == "error":
            (job.on_error or self.failed.emit)(value)
