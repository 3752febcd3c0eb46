"""The overview: counts, facets and the timeline of what a query finds, read outside the GUI thread."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from curator.domain.changes import Subject
from curator.domain.errors import QueryError
from curator.domain.listings import Facets
from curator.domain.queries.conditions import conditions
from curator.domain.timelines import Mark
from curator.services import listing, sets, timelines
from curator.ui.background.jobs import Job, Run
from curator.ui.look import formatting

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing

COUNTS, TIMELINE, SEARCHES = "counts", "timeline", "searches"
SETTLE = 150
"""Milliseconds after a change until they are read again."""


class _Counted(NamedTuple):
    found: int
    total: int
    facets: Facets
    searches: tuple[tuple[str, str], ...]
    sets: tuple[tuple[str, int], ...]


class Overview(QObject):
    """Keeps the panels that sum up the library true, soon after each change."""

    shown = Signal()
    """Counts and facets are as they are."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window, self._library, self._jobs = desk.window, desk.library, desk.jobs
        self._query = ""
        self._order = desk.order
        self.counts = (0, 0)
        """Articles that the query finds, and all there are."""
        self._found: dict[str, int] = {}
        """How many articles each saved search found when it was last counted."""
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._read)
        desk.searched.connect(self._follow_search)
        desk.opened.connect(self._read_soon)
        desk.announced.connect(self._follow)
        desk.closing.connect(self._settle.stop)

    def settled(self) -> bool:
        """Whether everything is shown as it is."""
        return not self._settle.isActive() and not any(map(self._jobs.running, (COUNTS, TIMELINE, SEARCHES)))

    def _follow(self, touched: frozenset[Subject]) -> None:
        if touched:
            self._read_soon()

    def _follow_search(self) -> None:
        """Read what another query finds; the same articles in another order have been counted."""
        sorted_only = self._desk.order != self._order and self._desk.query == self._query
        self._order = self._desk.order
        if not sorted_only:
            self._read_soon()

    def _read_soon(self) -> None:
        """Read for the present query once changes have ceased."""
        self._query = self._desk.query
        self._settle.start()

    def _read(self) -> None:
        query, library = self._query, self._library

        def count() -> _Counted:
            return _Counted(
                listing.count(library, query),
                listing.count(library, ""),
                listing.facets(library, query),
                tuple(sets.searches(library)),
                tuple(sets.sets(library)),
            )

        self._jobs.forget(SEARCHES)  # what is shown comes first
        self._jobs.read(COUNTS, count, self._show)
        if self._window.actions_["timeline"].isChecked():
            self._window.timeline.set_loading(True)
            self._jobs.read(TIMELINE, partial(timelines.marks, library, query), self._show_marks)

    def _show(self, counted: _Counted) -> None:
        self.counts = counted.found, counted.total
        window, facets = self._window, counted.facets
        window.list.set_count(self._articles(counted.found))
        if self._query:
            text = self.tr("{found} of {all} articles").format(
                found=formatting.count(counted.found), all=formatting.count(counted.total)
            )
            window.top_bar.search.set_count(text)
        else:
            window.top_bar.search.set_count(self._articles(counted.total) if counted.total else "")
        window.sidebar.show_states(facets.states)
        window.sidebar.show_searches(counted.searches, self._found)
        window.sidebar.show_sets(counted.sets)
        window.sidebar.show_facets(facets.companies, facets.languages, facets.sources, facets.tags)
        window.sidebar.mark_active(self._query, set(conditions(self._query)))
        window.show_welcome(counted.total == 0)
        self.shown.emit()
        if counted.searches:
            self._count_searches(counted.searches)

    def _count_searches(self, searches: tuple[tuple[str, str], ...]) -> None:
        """Count what the saved searches find, once nothing that is looked at waits for it."""
        library = self._library

        def count(run: Run) -> dict[str, int]:
            found: dict[str, int] = {}
            for place, (_, query) in enumerate(searches):
                run.progress(place, len(searches))
                with suppress(QueryError):  # saved by a program that reads other queries
                    found[query] = listing.count(library, query)
            return found

        def show(found: dict[str, int]) -> None:
            self._found = found
            self._window.sidebar.show_searches(searches, found)
            self._window.sidebar.mark_active(self._query, set(conditions(self._query)))

        self._jobs.start(Job(SEARCHES, count, show))

    def _articles(self, count: int) -> str:
        return self.tr("%n article(s)", "", count)

    def _show_marks(self, marks: tuple[Mark, ...]) -> None:
        self._window.timeline.set_loading(False)
        self._window.timeline.empty.show_filtered(
            bool(self._query), found=self._window.list.model.rowCount() > 0
        )
        self._window.timeline.set_marks(marks)
        self._desk.point_at_mark()
