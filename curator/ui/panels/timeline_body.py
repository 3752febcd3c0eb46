"""The lanes of the timeline pane with their names, scroll bar, pop-up and keys.

Importing this module imports pyqtgraph: the pane does it after the first paint.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from curator.ui.look.screen_readers import announce
from curator.ui.timeline.board import Board
from curator.ui.timeline.columns import Shape
from curator.ui.timeline.frame import Pill, Shown
from curator.ui.timeline.hint import Hint, HintAtPointer
from curator.ui.timeline.keys import LaneKeys
from curator.ui.timeline.lanes_in_view import LanesInView
from curator.ui.timeline.names import LaneNames
from curator.ui.timeline.plot import TimelinePlot
from curator.ui.timeline.preparing import Prepared
from curator.ui.timeline.words import description, lane_name, tr

_SCROLL_BAR = 8


class TimelineBody(QWidget):
    """Names at the left, lanes under the axis at the right.

    `chosen` carries article and fact (None for the publication), `table_wanted` that the key T was
    pressed.
    """

    chosen = Signal(int, object)
    table_wanted = Signal()

    def __init__(self, ready: Prepared, side_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._ready = ready
        self._side = side_width
        self._selection: tuple[int | None, int | None] = (None, None)
        self.plot = TimelinePlot(self._board(ready), self)
        self.plot.setAccessibleName(tr("Timeline"))
        self._in_view = LanesInView(self.plot)
        self.names = LaneNames(lambda: round(self.plot.axis.height()), self)
        self.names.lanes = self._lanes
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroll_bar.hide()
        self.hint = Hint(self)
        self._at_pointer = HintAtPointer(self.plot, self.hint)
        self._arrange_timer = QTimer(self, singleShot=True, interval=0)
        self._fitted = False
        self.setFocusProxy(self.plot)
        self._connect()

    def _connect(self) -> None:
        self.plot.clicked.connect(self._click)
        self.plot.double_clicked.connect(self._double_click)
        keys = LaneKeys(self.plot, self)
        keys.fit_wanted.connect(self.fit)
        keys.table_wanted.connect(self.table_wanted)
        keys.choice_wanted.connect(self._choose)
        keys.stepped.connect(self._show_cursor)
        # Frames are made while painting: what follows from one waits until that is over.
        self.plot.arranged.connect(self._arrange_timer.start)
        self._arrange_timer.timeout.connect(self._arrange)
        self.names.scrolled.connect(self._scroll)
        self.scroll_bar.valueChanged.connect(self.plot.scroll_to)

    # What is shown.

    def show_ready(self, ready: Prepared) -> None:
        """Show other marks, or other lanes; the days in view stay where the user chose them."""
        same = ready.columns is self._ready.columns
        moved = _differ(ready.days, self._ready.days)
        index = self.plot.board.index() if same else None
        self._ready = ready
        if not same:
            self._in_view.let_go()
        self.plot.board = self._board(ready)
        if index is not None:
            self.plot.board.point_at(index)
        self.select(*self._selection, reveal=False)
        view = self.plot.view()
        seen = any(len(lane) > lane.before(view.first) + lane.after(view.last) for lane in ready.lanes)
        if not same and (not seen or (moved and not self.plot.by_hand)):
            self.fit()
        self.plot.refresh()
        self._arrange()

    def fit(self) -> None:
        """Show nearly all marks and today."""
        self.plot.by_hand = False
        self.plot.show_days(*self._ready.days)

    def set_side_width(self, width: int) -> None:
        """Give the names so many pixels, and the line beside them one more."""
        self._side = width
        self._lay_out()

    def select(self, article_id: int | None, fact_id: int | None, *, reveal: bool = True) -> None:
        """Ring a fact's mark and the publication of its article, and bring one of them into view."""
        self._selection = (article_id, fact_id)
        columns = self._ready.columns
        facts = columns.find(article_id, fact_id) if fact_id is not None else []
        publications = columns.find(article_id, None)
        board = self.plot.board
        board.select([*facts, *publications])
        first = next(iter([*facts, *publications]), None)
        if first is not None:
            self._point_at(first, (*facts, *publications))
            if reveal:
                self.reveal(first)
        self.plot.refresh()

    def reveal(self, index: int) -> None:
        """Pan and scroll no further than needed to show a mark."""
        plot = self.plot
        view = plot.view()
        day = float(self._ready.columns.anchor[index])
        margin = 30 / view.scale
        if not view.first + margin <= day <= view.last - margin:
            side = 0.25 if day < view.first + margin else 0.75
            low = day - (view.last - view.first) * side
            plot.show_days(low, low + view.last - view.first)
        self._in_view.show(index)

    def _point_at(self, index: int, as_well: Sequence[int]) -> None:
        """Put the keyboard on a mark, in a lane in view if one has it, unless it is seen on one `as_well`."""
        board = self.plot.board
        if board.index() not in as_well or not (board.cursor and self._in_view.has(board.cursor.lane)):
            # The highest, as lanes grow once they are drawn.
            lanes = sorted(place.lane for place in board.places(index))
            board.point_at(index, next(filter(self._in_view.has, lanes), None))

    def _board(self, ready: Prepared) -> Board:
        return Board(ready.columns, ready.lanes, ready.mode, ready.today)

    def _lanes(self) -> list[tuple[str, int, float, float]]:
        lanes = self.plot.board.lanes
        return [
            (lane_name(lanes[number].key, self._ready.mode), len(lanes[number]), top, height)
            for number, top, height in self.plot.frame().tops
        ]

    # Geometry.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QEvent) -> None:  # type: ignore[override]
        if not self._fitted:
            self._fitted = True
            self.plot.refresh()

    def _lay_out(self) -> None:
        height = self.height()
        self.names.setGeometry(0, 0, self._side, height)
        self.plot.setGeometry(QRect(self._side + 1, 0, max(self.width() - self._side - 1, 1), height))
        head = round(self.plot.axis.height())
        self.scroll_bar.setGeometry(
            self.width() - _SCROLL_BAR - 2, head + 2, _SCROLL_BAR, max(height - head - 4, 1)
        )
        self._arrange()

    def _arrange(self) -> None:
        """Fit the scroll bar to the heights of the lanes."""
        plot = self.plot
        self.names.update()
        room = plot.lanes_height()
        more = plot.board.last_scroll(plot.measures, room)
        blocked = self.scroll_bar.blockSignals(True)
        self.scroll_bar.setRange(0, round(more))
        self.scroll_bar.setPageStep(max(round(room), 1))
        self.scroll_bar.setSingleStep(round(plot.measures.lane))
        self.scroll_bar.setValue(round(plot.board.scroll))
        self.scroll_bar.blockSignals(blocked)
        self.scroll_bar.setVisible(more >= 1)
        self.scroll_bar.raise_()
        if plot.board.scroll > more:
            plot.scroll_to(more)
        else:
            self._in_view.keep()

    def _scroll(self, pixels: float) -> None:
        self.plot.scroll_to(self.plot.board.scroll + pixels)

    # The pointer.

    def _click(self, hit: object) -> None:
        self._at_pointer.hide()
        if isinstance(hit, Pill):
            self._show_beyond(hit)
        elif isinstance(hit, Shown):
            members = self.plot.board.members(hit)
            first, last = self.plot.board.span(hit)
            if hit.shape == Shape.CLUSTER and last - first >= 1:
                self._zoom_to(first, last)
                return
            now = self.plot.board.index()
            place = (members.index(now) + 1) % len(members) if now in members and len(members) > 1 else 0
            self.plot.board.point_at(members[place], hit.lane)
            self._choose()

    def _double_click(self, hit: object) -> None:
        if isinstance(hit, Shown):
            self._zoom_to(*self.plot.board.span(hit))

    def _zoom_to(self, first: float, last: float) -> None:
        view = self.plot.view()
        least = min((view.last - view.first) / 4, 30.0)
        room = max((last - first) * 0.6, (least - (last - first)) / 2)
        self.plot.by_hand = True
        self.plot.show_days(first - room, last + room)

    def _show_beyond(self, pill: Pill) -> None:
        view = self.plot.view()
        day = self.plot.board.beyond(pill.lane, pill.side, view)
        span = view.last - view.first
        low = day - span * (0.15 if pill.side < 0 else 0.85)
        self.plot.by_hand = True
        self.plot.show_days(low, low + span)

    # The keyboard.

    def _show_cursor(self) -> None:
        """Bring the mark under the keyboard into view, and say what it is."""
        index = self.plot.board.index()
        if index is None:
            return
        self.reveal(index)
        self.plot.refresh()
        lines = description(self.plot.board.columns.marks[index], self.plot.board.today)
        self.plot.setAccessibleDescription(". ".join(lines))
        announce(self.plot, ". ".join(lines))
        shown = self.plot.board.under_cursor(self.plot.frame())
        if shown is not None and self.plot.isVisible():
            x = min(max(shown.left, 0.0), float(self.plot.width()))
            at = QPoint(round(x), round(shown.y + self.plot.axis.height() + 8))
            self.hint.tell(lines, self.plot.mapToGlobal(at))

    def _choose(self) -> None:
        mark = self.plot.board.mark()
        if mark is not None:
            self.select(mark.article_id, mark.fact_id, reveal=False)
            self.chosen.emit(mark.article_id, mark.fact_id)


def _differ(some: tuple[float, float], others: tuple[float, float]) -> bool:
    """Whether two ranges of days are so different that one would want to see the other."""
    span = others[1] - others[0]
    return any(abs(one - other) > span * 0.05 for one, other in zip(some, others, strict=True))
