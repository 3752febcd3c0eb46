"""The timeline pane: what happened and what is promised for when, in lanes.

The pane itself is cheap; pyqtgraph and numpy come in when its plot is built, after the first paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from curator.domain.facts import Decision
from curator.domain.timelines import Mark
from curator.ui.background.jobs import Job, Jobs, Lane
from curator.ui.look import theme
from curator.ui.panels.timeline_states import EmptyTimeline, TimelineTable
from curator.ui.timeline.head import MARGIN, TimelineHead
from curator.ui.timeline.modes import MODES
from curator.ui.widgets.panes import FocusEdge, LoadingBar

if TYPE_CHECKING:
    from curator.ui.panels.timeline_body import TimelineBody
    from curator.ui.timeline.preparing import Prepared

HEAD_HEIGHT = 36
_CELL = 11
_JOB = "timeline lanes"
_AT_ONCE = 5_000
"""Marks up to this number are made ready at once; more in a job."""


class TimelinePanel(QWidget):
    """Marks in lanes by company, kind or source, under a time axis, or as a table.

    `chosen` carries an article and a fact (None for the article's publication).
    """

    chosen = Signal(int, object)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._marks: Sequence[Mark] | None = None
        self._today = datetime.now(UTC).date()
        self._mode = MODES[0]
        self._side = 208
        self._selection: tuple[int | None, int | None] = (None, None)
        self._days: tuple[float, float] | None = None
        self.ready: Prepared | None = None
        self._body: TimelineBody | None = None
        self._painted = False
        self._stale = False
        self._under_way = False
        self._table: TimelineTable | None = None
        self._as_table = False
        self._table_stale = True
        self.setAccessibleName(self.tr("Timeline"))
        self.head = TimelineHead(self._mode, self)
        self.head.lanes_chosen.connect(self.set_lanes)
        self.head.table_wanted.connect(self.show_table)
        self.head.set_side_width(self._side)
        self.empty = EmptyTimeline(self)
        self.empty.hide()
        self.empty.import_requested.connect(self.import_requested)
        self.loading = LoadingBar(self, HEAD_HEIGHT)
        self.edge = FocusEdge(self)
        theme.news().changed.connect(self._restyle)

    # Public.

    def set_lanes(self, mode: str) -> None:
        """Make lanes of each "company", "kind" or "source"; any other word changes nothing."""
        if mode != self._mode and mode in MODES:
            self._mode = mode
            self.head.lanes.set_value(mode)
            self._renew()

    def set_side_width(self, width: int) -> None:
        """Give the names of the lanes the width of the sidebar above."""
        self._side = width
        self.head.set_side_width(width)
        if self._body is not None:
            self._body.set_side_width(width)
        self._lay_out()
        self.update()

    def set_marks(self, marks: Sequence[Mark], today: date | None = None) -> None:
        """Show these marks; what is promised for a day before `today` (UTC) may be overdue."""
        self._marks = marks
        self._today = today or datetime.now(UTC).date()
        self._table_stale = True
        self._renew()
        self._show_face()

    def select(self, article_id: int | None, fact_id: int | None) -> None:
        """Ring the marks of a fact and of its article, and bring them into view."""
        self._selection = (article_id, fact_id)
        if self._body is not None:
            self._body.select(article_id, fact_id)
        if self._as_table and self._table is not None:
            self._table.select(article_id, fact_id)

    def set_loading(self, loading: bool) -> None:
        """Say that other marks are on their way; what is shown stays."""
        self.loading.set_loading(loading)

    def state(self) -> dict[str, Any]:
        """What to keep for the next start: the lanes, the days in view, table or plot."""
        state: dict[str, Any] = {"lanes": self._mode, "table": self._as_table}
        days = self._days
        if self._body is not None and self._body.plot.by_hand:
            view = self._body.plot.view()
            days = (view.first, view.last)
        if days is not None:
            state["days"] = list(days)
        return state

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave; what it does not say, or says wrong, stays as it is."""
        self.set_lanes(str(state.get("lanes", self._mode)))
        match state.get("days"):
            case [int() | float() as low, int() | float() as high] if low < high:
                self._days = (float(low), float(high))
                self._show_days()
            case _:
                pass
        if isinstance(state.get("table"), bool):
            self.show_table(state["table"])

    def build(self) -> None:
        """Make the plot now: pyqtgraph is imported, and what marks there are become visible."""
        from curator.ui.panels import timeline_body  # pyqtgraph

        del timeline_body
        if self._stale and not self._under_way:
            self._prepare()

    @property
    def body(self) -> TimelineBody | None:
        """The plot with its names, once built."""
        return self._body

    @property
    def table(self) -> TimelineTable | None:
        """The table, once it was asked for."""
        return self._table

    def show_table(self, shown: bool) -> None:
        """Show the table instead of the plot, or the plot again."""
        self.head.show_table(shown)
        if shown == self._as_table:
            return
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._as_table = shown
        self._show_face()
        face = self._table if shown else self._body
        if focused and face is not None:
            face.setFocus()

    # Making ready.

    def _renew(self) -> None:
        """Make the marks ready, at once where they are seen, else when they will be painted."""
        if self._marks is not None:
            self._stale = True
            if self._painted and self.isVisible():
                self._prepare()

    def _prepare(self) -> None:
        from curator.ui.timeline.preparing import prepared  # numpy

        if self._marks is None:
            return
        marks, mode, today = self._marks, self._mode, self._today
        known = self.ready.columns if self.ready else None
        self._under_way = True
        if len(marks) <= _AT_ONCE:
            self._take(prepared(marks, mode, today, known))
            return
        self.set_loading(True)
        work = partial(prepared, marks, mode, today, known)
        self._own_jobs().start(Job(_JOB, lambda _run: work(), self._take, lane=Lane.PURE))

    def _own_jobs(self) -> Jobs:
        if self._jobs is None:
            self._jobs = Jobs(self)
        return self._jobs

    def _take(self, ready: Prepared) -> None:
        from curator.ui.panels.timeline_body import TimelineBody  # pyqtgraph

        if ready.columns.marks is not self._marks or ready.mode != self._mode:
            return  # a job for what was shown before
        self._stale = self._under_way = False
        self.set_loading(False)
        self.ready = ready
        if self._body is None:
            self._body = TimelineBody(ready, self._side, self)
            self._body.chosen.connect(self._choose)
            self._body.table_wanted.connect(lambda: self.show_table(True))
            self._lay_out()
            self._body.show()
            self._body.fit()
            self._show_days()
            self._body.select(*self._selection)
            self.loading.raise_()
            self.edge.raise_()
        else:
            self._body.show_ready(ready)
        self._show_face()

    def _show_days(self) -> None:
        if self._body is not None and self._days is not None:
            self._body.plot.by_hand = True
            self._body.plot.show_days(*self._days)
            self._days = None

    def _choose(self, article_id: int, fact_id: object) -> None:
        self._selection = (article_id, fact_id if isinstance(fact_id, int) else None)
        if self._body is not None and self._as_table:
            self._body.select(*self._selection)
        self.chosen.emit(article_id, fact_id)

    # Faces.

    def _show_face(self) -> None:
        """Plot, table, or the sentence that there is nothing."""
        nothing = self._marks is not None and not any(_drawable(mark) for mark in self._marks)
        if self._as_table and not nothing:
            self._fill_table()
        if self._table is not None:
            self._table.setVisible(self._as_table and not nothing)
        if self._body is not None:
            self._body.setVisible(nothing or not self._as_table)
        self.empty.setVisible(nothing)
        self.empty.raise_()
        # Who comes by key wants to step through marks, not to choose lanes.
        face = None if nothing else self._table if self._as_table else self._body
        self.setFocusProxy(face)  # type: ignore[arg-type] - Qt takes none away with None

    def _fill_table(self) -> None:
        if self._table is None:
            self._table = TimelineTable(self, self._own_jobs())
            self._table.arranging.connect(self.set_loading)
            self._table.chosen.connect(self._choose)
            self._table.plot_wanted.connect(lambda: self.show_table(False))
            self._lay_out()
        if self._table_stale:
            self._table.set_marks(self._marks or (), self._today)
            self._table_stale = False
        self._table.select(*self._selection)

    def _restyle(self) -> None:
        self.head.restyle()
        if self._body is not None:
            self._body.plot.restyle()
        self.update()
        for child in self.findChildren(QWidget):
            child.update()

    # Geometry.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        top = max(HEAD_HEIGHT, self.head.minimumSizeHint().height() + 4)
        self.head.setGeometry(0, 0, self.width(), top)
        rest = QRect(0, top, self.width(), max(self.height() - top, 1))
        if self._body is not None:
            self._body.setGeometry(rest)
        if self._table is not None:
            self._table.setGeometry(rest.adjusted(MARGIN - _CELL, 0, 0, 0))
        if hasattr(self, "empty"):
            axis = 22 if self._body is None else round(self._body.plot.axis.height())
            self.empty.setGeometry(rest.adjusted(self._side + 1, axis, 0, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.color("base"))
        painter.fillRect(0, self.head.height() - 1, self.width(), 1, colours.color("hair"))
        below = self.head.height() if self._as_table else self.height()
        painter.fillRect(self._side, 0, 1, below, colours.color("line"))
        self._painted = True
        if self._stale and not self._under_way:
            # This paint is on its way to the screen; what is slow comes after it.
            QTimer.singleShot(0, self, self.build)


def _drawable(mark: Mark) -> bool:
    return mark.decision is not Decision.REJECTED
