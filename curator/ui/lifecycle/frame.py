"""The window's frame: what is painted first, before anything costly is imported.

It holds its place on the screen, takes drops, and says when it was painted; the workspace that fills it
is made afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from curator.ui.look import theme
from curator.ui.look.screens import largest_window

if TYPE_CHECKING:
    from curator.ui.lifecycle.drop_hint import DropHint

WIDE = 1440
USUAL = QSize(1440, 900)
WIDTHS = {True: (208, 322, 328), False: (184, 264, 296)}
"""Sidebar, list and right panel in a wide window (from 1440) and a narrow one."""
TIMELINE_HEIGHT = 208
SMALLEST = QSize(900, 560)


class Frame(QMainWindow):
    """The top-level window."""

    dropped = Signal(list)
    """Paths of files and folders let fall on the window."""
    closing = Signal()
    shown_first = Signal()
    """After the first paint."""

    def __init__(self, state: QSettings) -> None:
        super().__init__()
        self.state = state
        self._painted = False
        self.is_importing: Callable[[], bool] = lambda: False
        """Whether an import is under way, so that no other can begin; the desk knows."""
        self.setWindowTitle("Curator")
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.outline = Outline(self)
        self.setCentralWidget(self.outline)
        self.resize(USUAL.boundedTo(largest_window(self)))
        geometry = state.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def event(self, event: QEvent) -> bool:
        result = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.shown_first.emit)
        return result

    @cached_property
    def drop_hint(self) -> DropHint:
        """What is shown while files are dragged over the window."""
        from curator.ui.lifecycle.drop_hint import DropHint  # the window opens without it

        hint = DropHint(self, self.is_importing)
        hint.dropped.connect(self.dropped)
        return hint

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.drop_hint.show_for(event.mimeData())

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.drop_hint.leave_unless_under()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_hint.dropEvent(event)  # let go before the hint was shown

    def closeEvent(self, event: QCloseEvent) -> None:
        self.state.setValue("window/geometry", self.saveGeometry())
        self.closing.emit()
        self.state.sync()
        super().closeEvent(event)


class Outline(QWidget):
    """The surfaces of the panes where they are going to be; it can hold the list and the reader already."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._state = frame.state
        self._held: tuple[QWidget, QWidget] | None = None

    def hold(self, articles: QWidget, reader: QWidget) -> None:
        """Place the list and the reader."""
        self._held = articles, reader
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._held:
            left, middle, right, low = self._sizes()
            top = theme.BAR_HEIGHT
            articles, reader = self._held
            articles.setGeometry(left + 1, top, middle, low - top)
            start = left + middle + 2
            reader.setGeometry(start, top, self.width() - right - 1 - start, low - top)

    def _sizes(self) -> tuple[int, int, int, int]:
        """Widths of sidebar, list and right panel, and where the timeline begins."""
        left, middle, right = WIDTHS[self.width() >= WIDE]
        kept = str(self._state.value("window/sizes", "")).split()
        timeline = TIMELINE_HEIGHT
        if len(kept) == 4:
            left, middle, right, timeline = map(int, kept)
        return left, middle, right, self.height() - timeline - theme.STATUS_HEIGHT - 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self.width(), self.height()
        left, middle, right, low = self._sizes()
        top, upper = theme.BAR_HEIGHT, low - theme.BAR_HEIGHT
        _fill(painter, QRect(0, 0, width, height), "window")
        _fill(painter, QRect(left, top, width - left, upper), "base")
        _fill(painter, QRect(width - right, top, right, upper), "alt")
        _fill(painter, QRect(0, low, width, height - low - theme.STATUS_HEIGHT), "base")
        for x in (left, left + middle + 1, width - right - 1):
            _fill(painter, QRect(x, top, 1, upper), "line")
        for y in (top - 1, low, height - theme.STATUS_HEIGHT - 1):
            _fill(painter, QRect(0, y, width, 1), "line")


def _fill(painter: QPainter, box: QRect, role: str) -> None:
    """Fill a box with a colour of the theme.

    `fillRect` would do, but telling a colour from a brush lets PySide make all of Qt's enumerations,
    which takes 30 ms before the first paint.
    """
    dot = QPixmap(1, 1)
    dot.fill(theme.current().color(role))
    painter.drawPixmap(box, dot)
