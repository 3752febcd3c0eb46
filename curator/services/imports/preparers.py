"""Preparers: files made ready in their order, on other processors too where there are many."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace
from typing import NamedTuple, Self, TypeVar

from curator.domain.articles import Article
from curator.domain.companies import Company
from curator.domain.intakes import Intake
from curator.services.imports import finding, preparing
from curator.services.imports.preparing import File

MANY = 200
"""From so many files on it pays to start other processes."""

AHEAD = 64
"""Files that wait in memory at most while others are prepared."""

MOST_WORKERS = 8

_ALLOCATIONS = 10_000
"""How many objects more a process that prepares may have before it looks for garbage."""

Kept = TypeVar("Kept")


class Unsearched(NamedTuple):
    """An article that is there but for its facts."""

    article: Article


class Preparer:
    """Prepares files in their order, on other processors too where there are many."""

    def __init__(self, known: Sequence[Company], expected: int) -> None:
        self.known = tuple(known)
        self.pool: Executor | None = None
        if expected >= MANY and (os.cpu_count() or 1) > 1:
            self.pool = _pool(self.known)

    def prepared(
        self, files: Iterable[File | Unsearched | Kept]
    ) -> Iterator[Intake | Article | Kept | Exception]:
        """Each file made ready and each article with its facts, or what went wrong with it.

        Anything else is passed on as it is.
        """
        ahead: deque[tuple[File | Unsearched | Kept, Future[Intake | Article] | None]] = deque()
        for each in files:
            ahead.append((each, self._begun(each)))
            if self.pool is None or len(ahead) >= AHEAD:
                yield self._ready(*ahead.popleft())
        while ahead:
            yield self._ready(*ahead.popleft())

    def _begun(self, each: object) -> Future[Intake | Article] | None:
        if self.pool is None or not isinstance(each, (File, Unsearched)):
            return None
        try:
            return self.pool.submit(_prepare_known, each)
        except BrokenExecutor:
            return None

    def _ready(
        self, each: File | Unsearched | Kept, begun: Future[Intake | Article] | None
    ) -> Intake | Article | Kept | Exception:
        if not isinstance(each, (File, Unsearched)):
            return each
        try:
            if begun is not None:
                with contextlib.suppress(BrokenExecutor):  # then it is done here
                    return begun.result()
            return _done(each, self.known)
        except Exception as error:  # noqa: BLE001 - one file, whatever it holds, never stops the rest
            return error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)


def _pool(known: tuple[Company, ...]) -> Executor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")  # a fork would copy Qt and the database's connections
    return ProcessPoolExecutor(min(os.cpu_count() or 1, MOST_WORKERS), context, _remember, (known,))


_known: tuple[Company, ...] = ()


def _remember(known: tuple[Company, ...]) -> None:
    """Keep what the library knows, in a process that prepares."""
    # What cleaning remembers is no garbage: looking through it as often as Python does takes a tenth.
    gc.set_threshold(_ALLOCATIONS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that was started
    threading.Thread(target=_end_with_parent, daemon=True).start()
    global _known  # noqa: PLW0603 - each process has its own, set once at its start
    _known = known


def _end_with_parent() -> None:
    """End this process when the one that started it was killed; the pool's queue would wait for ever.

    A worker holds the writing end of its own queue, so that no end of file tells it.
    """
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _prepare_known(each: File | Unsearched) -> Intake | Article:
    return _done(each, _known)


def _done(each: File | Unsearched, known: Sequence[Company]) -> Intake | Article:
    if isinstance(each, File):
        return preparing.prepare(each, known)
    return replace(each.article, facts=finding.facts_of(each.article, known))
