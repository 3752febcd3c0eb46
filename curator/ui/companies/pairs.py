"""Pairs of companies that may be the same: looked for in the background, since comparing all takes time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from curator.domain.companies import CompanyRow, Pair
from curator.services import companies
from curator.ui.background.jobs import Job, Lane

if TYPE_CHECKING:
    from curator.services.library import Library
    from curator.ui.background.jobs import Jobs, Run

COMPARE = "companies-alike"


class CompanyPairs(QObject):
    """Holds the pairs found last, and looks again when the companies are others; without jobs, at once."""

    found = Signal()

    def __init__(self, library: Library, jobs: Jobs | None, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self.pairs: tuple[Pair, ...] = ()

    def look(self, rows: Sequence[CompanyRow]) -> None:
        """Compare the companies; till then the pairs stay whose two companies are among these."""
        if self._jobs is None:
            self._take(companies.suggested(self._library))
            return
        there = {row.name for row in rows}
        self._take(tuple(pair for pair in self.pairs if _names(pair) <= there))
        self._jobs.start(Job(COMPARE, partial(_compared, self._library), self._take, lane=Lane.LONG))

    def leave_out(self, apart: Pair) -> None:
        """Show a pair no more, before it is looked again."""
        self._take(tuple(pair for pair in self.pairs if _names(pair) != _names(apart)))

    def stop(self) -> None:
        """Heed no more of what is under way."""
        if self._jobs is not None:
            self._jobs.forget(COMPARE)

    def _take(self, pairs: tuple[Pair, ...]) -> None:
        self.pairs = pairs
        self.found.emit()


def _compared(library: Library, _run: Run) -> tuple[Pair, ...]:
    return companies.suggested(library)


def _names(pair: Pair) -> set[str]:
    return {pair.one.name, pair.other.name}
