"""The keys of the timeline: zoom, scrolling, and the mark that the keyboard is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from curator.ui.timeline.plot import TimelinePlot

KEYS = frozenset(
    (
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus,
        Qt.Key.Key_0, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_T,
    )
)  # fmt: skip
"""The keys that belong to the lanes while they have the focus."""

_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ZOOM = 1.5


class LaneKeys(QObject):
    """Takes the keys of a plot that has the focus, before the window's actions do."""

    fit_wanted = Signal()
    table_wanted = Signal()
    choice_wanted = Signal()
    """Enter on the mark that the keyboard is on."""
    stepped = Signal()
    """The keyboard is on another mark."""

    def __init__(self, plot: TimelinePlot, parent: QObject) -> None:
        super().__init__(parent)
        self._plot = plot
        plot.key_pressed.connect(self._key)
        plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        ours = not event.modifiers() & ~_SHIFTED and event.key() in KEYS
        if ours:
            event.accept()
        return ours

    def _key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in KEYS or event.modifiers() & ~_SHIFTED:
            return
        event.accept()
        if not (self._key_of_view(key) or self._key_of_cursor(key)) and key == Qt.Key.Key_T:
            self.table_wanted.emit()

    def _key_of_view(self, key: Qt.Key) -> bool:
        plot = self._plot
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            plot.zoom(1 / _ZOOM, self._cursor_x())
        elif key == Qt.Key.Key_Minus:
            plot.zoom(_ZOOM, self._cursor_x())
        elif key == Qt.Key.Key_0:
            self.fit_wanted.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            page = plot.lanes_height() * (1 if key == Qt.Key.Key_PageDown else -1)
            plot.scroll_to(plot.board.scroll + page)
        else:
            return False
        return True

    def _key_of_cursor(self, key: Qt.Key) -> bool:
        board = self._plot.board
        if not board.lanes or key == Qt.Key.Key_T:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if board.cursor is not None:
                self.choice_wanted.emit()
            return True
        if board.cursor is None:
            view = self._plot.view()
            board.start((view.first + view.last) / 2)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            board.step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            board.change_lane(1 if key == Qt.Key.Key_Down else -1)
        else:
            far = len(board.columns.marks)
            board.step(far if key == Qt.Key.Key_End else -far)
        self.stepped.emit()
        return True

    def _cursor_x(self) -> float | None:
        shown = self._plot.board.under_cursor(self._plot.frame())
        return None if shown is None else (shown.left + shown.right) / 2
