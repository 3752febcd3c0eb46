"""The plot of the timeline: a pyqtgraph view whose axis and lanes paint themselves.

Importing this module imports pyqtgraph, which takes half a second: do it after the first paint.
"""
# pyqtgraph ships no types, so what it gives is known here only by name.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUntypedBaseClass=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportArgumentType=false

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from shiboken6 import isValid

from curator.domain.ticks import Tick, ticks
from curator.ui.look import screen_readers, theme
from curator.ui.timeline.axis import Ruler, TimeAxis, font_scale, name_pixels
from curator.ui.timeline.board import Board
from curator.ui.timeline.columns import FIRST_DAY, LAST_DAY
from curator.ui.timeline.frame import Frame, Measures, View
from curator.ui.timeline.lanes import within
from curator.ui.timeline.paint import Painting
from curator.ui.timeline.styles import Colours, Widths
from curator.ui.timeline.words import MarkWords

LEAST_DAYS = 4.0
_DRAG_PIXELS = 4.0
_NOTCH = 120.0


class LanesItem(pg.GraphicsObject):
    """All lanes in one item, painted in pixels of the view box."""

    def __init__(self, plot: TimelinePlot) -> None:
        super().__init__(plot.box)
        self._plot = plot

    def boundingRect(self) -> QRectF:
        return QRectF(self._plot.box.rect())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._plot.paint_lanes(painter)


class TimelinePlot(pg.GraphicsView):
    """Lanes under a time axis; the pointer pans, zooms and clicks, the keys are left to the panel.

    `clicked` and `double_clicked` carry what was hit (a Shown, a Pill, or None), `pointed` that and the
    place on the screen, `range_changed` comes after every pan and zoom, `arranged` when the heights of
    lanes may have changed.
    """

    clicked = Signal(object)
    double_clicked = Signal(object)
    pointed = Signal(object, QPointF)
    range_changed = Signal()
    arranged = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.by_hand = False
        self.words = MarkWords(self)
        self._frame: Frame | None = None
        self._ticks: list[Tick] | None = None
        self._view: View | None = None
        self._tops: list[tuple[int, float, float]] = []
        self._press: tuple[QPointF, float, float] | None = None
        self._dragged = False
        # Axis and lanes cover everything: nothing needs to be painted beneath them.
        self.setBackground(None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        screen_readers.tell_role(self, QAccessible.Role.Chart)
        self.centralLayout.setContentsMargins(0, 0, 0, 0)
        self.centralLayout.setSpacing(0)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.box.disableAutoRange()
        self.box.setLimits(xMin=FIRST_DAY, xMax=LAST_DAY, minXRange=LEAST_DAYS)
        self.axis = TimeAxis(self.ruler, self.painting)
        self.centralLayout.addItem(self.axis, 0, 0)
        self.centralLayout.addItem(self.box, 1, 0)
        self.axis.linkToView(self.box)
        self.lanes = LanesItem(self)
        self.box.sigXRangeChanged.connect(self._moved)
        self.box.sigResized.connect(self.refresh)
        self.restyle()

    def restyle(self) -> None:
        """Take the colours and the font scale as they are now."""
        self.widths = Widths()
        self.colours = Colours(theme.current())
        self.measures = Measures.of(font_scale())
        self.axis.restyle()
        self.refresh()

    # Range.

    def view(self) -> View:
        """The stretch of days on the screen."""
        if self._view is None:
            low, high = self.box.viewRange()[0]
            width = max(float(self.box.width()), 1.0)
            self._view = View(float(low), width / max(float(high - low), 1e-6), width)
        return self._view

    def show_days(self, low: float, high: float) -> None:
        """Show the days from `low` to `high`, within the calendar."""
        if high - low < LEAST_DAYS:
            low, high = (low + high - LEAST_DAYS) / 2, (low + high + LEAST_DAYS) / 2
        self.box.setXRange(*within(low, high), padding=0)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show `factor` times as many days, with the day at `x` (else the middle) held in place."""
        view = self.view()
        day = view.day(view.width / 2 if x is None else x)
        self.by_hand = True
        self.show_days(day - (day - view.first) * factor, day + (view.last - day) * factor)

    def pan(self, pixels: float) -> None:
        """Move the view to the right by so many pixels."""
        view = self.view()
        self.by_hand = True
        self.show_days(view.first + pixels / view.scale, view.last + pixels / view.scale)

    def scroll_to(self, offset: float) -> None:
        """Scroll the lanes so that `offset` pixels of them lie above the view."""
        most = self.board.last_scroll(self.measures, self.lanes_height())
        offset = min(max(offset, 0.0), most)
        if offset != self.board.scroll:
            self.board.scroll = offset
            self.refresh()
            self.arranged.emit()

    def lanes_height(self) -> float:
        """The height of the part that shows lanes, in pixels."""
        return float(self.box.height())

    def _moved(self) -> None:
        self.refresh()
        self.range_changed.emit()

    # Painting.

    def refresh(self) -> None:
        """Paint anew, soon."""
        self._frame = self._ticks = self._view = None
        self.lanes.update()
        self.axis.update()

    def frame(self) -> Frame:
        """What is on the screen."""
        if self._frame is None:
            self._frame = self.board.frame(
                self.view(), self.lanes_height(), self.measures, self.words, self.widths
            )
            if self._frame.tops != self._tops:
                self._tops = self._frame.tops
                self.arranged.emit()
        return self._frame

    def ticks(self) -> list[Tick]:
        """The ticks of the axis, in order."""
        if self._ticks is None:
            view = self.view()
            self._ticks = ticks(view.first, view.last, view.scale, name_pixels(self.measures.scale))
        return self._ticks

    def ruler(self) -> Ruler:
        """What the axis shows."""
        return Ruler(self.view(), self.ticks(), self.board.today, self.measures.scale)

    def painting(self, painter: QPainter) -> Painting:
        """A painter of frames on a painter of Qt."""
        return Painting(painter, self.colours, self.widths, self.measures, self.words)

    def paint_lanes(self, painter: QPainter) -> None:
        """Paint all but the axis."""
        view, frame = self.view(), self.frame()
        painting = self.painting(painter)
        lines = [view.x(tick.position) for tick in self.ticks() if tick.named]
        painting.frame(frame, view, self.lanes_height(), self.board.today, lines)
        if self.hasFocus():
            shown = self.board.under_cursor(frame)
            if shown is not None:
                painting.focus(shown)

    # The pointer. pyqtgraph's own mouse handling asks every item at every move; here one frame answers.

    def place(self, position: QPointF) -> QPointF:
        """A position of the widget in pixels of the lanes."""
        return QPointF(position.x(), position.y() - float(self.axis.height()))

    def hit(self, position: QPointF) -> object:
        """The pill or mark at a position of the widget."""
        at = self.place(position)
        frame = self.frame()
        return frame.pill_at(at.x(), at.y()) or frame.at(at.x(), at.y())

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        if ev.button() == Qt.MouseButton.LeftButton:
            self._press = (ev.position(), self.view().first, self.board.scroll)
            self._dragged = False
        ev.accept()

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        ev.accept()
        if self._press is None or not ev.buttons() & Qt.MouseButton.LeftButton:
            hit = self.hit(ev.position())
            shape = Qt.CursorShape.ArrowCursor if hit is None else Qt.CursorShape.PointingHandCursor
            if self.viewport().cursor().shape() is not shape:
                self.viewport().setCursor(shape)
            self.pointed.emit(hit, ev.globalPosition())
            return
        start, first, scroll = self._press
        moved = ev.position() - start
        if not self._dragged and moved.manhattanLength() < _DRAG_PIXELS:
            return
        if not self._dragged:
            self._dragged = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pointed.emit(None, ev.globalPosition())
        view = self.view()
        low = first - moved.x() / view.scale
        self.by_hand = True
        self.show_days(low, low + view.width / view.scale)
        self.scroll_to(scroll - moved.y())

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        ev.accept()
        if self._press is not None and not self._dragged:
            self.clicked.emit(self.hit(ev.position()))
        if self._dragged:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._press = None

    def mouseDoubleClickEvent(self, ev: QMouseEvent) -> None:
        ev.accept()
        self._press = None
        self.double_clicked.emit(self.hit(ev.position()))

    def leaveEvent(self, ev: QEvent) -> None:
        self.pointed.emit(None, QPointF())
        ev.accept()

    def wheelEvent(self, ev: QWheelEvent) -> None:
        across, down = ev.angleDelta().x(), ev.angleDelta().y()
        if ev.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-(down or across))
        elif abs(across) > abs(down):
            self.pan(-across)
        elif down:
            self.zoom(1.2 ** (-down / _NOTCH), ev.position().x())
        ev.accept()

    # The keys.

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        ev.ignore()
        self.key_pressed.emit(ev)

    def focusInEvent(self, ev: QFocusEvent) -> None:
        super().focusInEvent(ev)
        self._show_focus()

    def focusOutEvent(self, ev: QFocusEvent) -> None:
        super().focusOutEvent(ev)
        self._show_focus()

    def _show_focus(self) -> None:
        # At exit Qt takes the focus away from what is half destroyed.
        if isValid(self.lanes):
            self.lanes.update()
