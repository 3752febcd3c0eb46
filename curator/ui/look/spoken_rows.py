"""Rows that a widget paints itself, told to screen readers one by one.

Qt knows the children of a widget only if they are objects. So each row that is asked for gets a small
object of its own: what is told of it then lives and ends as Qt's own does, and nothing is left over when
the program ends.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from curator.ui.look.screen_readers import announce


class Rowed(Protocol):
    """What a widget says of its rows; places count from 0."""

    def row_count(self) -> int: ...

    def current_row(self) -> int:
        """The place of the current row, -1 without one."""
        ...

    def row_words(self, place: int, /) -> str: ...

    def row_box(self, place: int, /) -> QRect:
        """Where the row is, in pixels of the widget."""
        ...

    def row_at(self, at: QPoint, /) -> int:
        """The place of the row there, -1 where none is or a widget stands on it."""
        ...

    def row_is_ticked(self, place: int, /) -> bool | None:
        """Whether its box is ticked; None where rows have none."""
        ...


class SpokenRows(QObject):
    """Tells the rows of a widget as a list, and each step to another one.

    Who has the widget keeps this, and says what happened; it costs nothing while nothing listens.
    """

    def __init__(self, widget: QWidget, rows: Rowed) -> None:
        super().__init__(widget)
        self.rows = rows
        self.widget = widget
        self._objects: dict[int, _Row] = {}
        self._told = ""
        _answer()

    def told(self) -> None:
        """Tell the current row, where it or what it says is not what was told last."""
        if not QAccessible.isActive():
            return
        place = self.rows.current_row()
        words = self.rows.row_words(place) if place >= 0 else ""
        if words and words != self._told:
            if self.widget.hasFocus():
                self.focused()
            else:  # stepped through from another pane
                announce(self.widget, words)
        self._told = words

    def focused(self) -> None:
        """Tell the current row as what has the focus."""
        place = self.rows.current_row()
        if QAccessible.isActive() and place >= 0:
            event = QAccessibleEvent(self.widget, QAccessible.Event.Focus)
            event.setChild(place)
            QAccessible.updateAccessibility(event)

    def ticked(self, place: int) -> None:
        """Tell that the box of a row is ticked now, or is not any more."""
        if QAccessible.isActive():
            changed = QAccessible.State()
            changed.checked = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self.row(place), changed))

    def row(self, place: int) -> QObject:
        """The object that stands for a row."""
        if place not in self._objects:
            self._objects[place] = _Row(self, place)
        return self._objects[place]


class _Row(QObject):
    """Stands for the row at a place, whichever that is at the time."""

    def __init__(self, owner: SpokenRows, place: int) -> None:
        super().__init__(owner)
        self.owner, self.place = owner, place


class _ToldList(QAccessibleWidget):
    """The widget: its rows, then the widgets in it."""

    def __init__(self, widget: QWidget, owner: SpokenRows) -> None:
        super().__init__(widget, QAccessible.Role.List)
        self._owner = owner

    def childCount(self) -> int:
        return self._owner.rows.row_count() + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        count = self._owner.rows.row_count()
        if 0 <= index < count:
            return _of(self._owner.row(index))
        return super().child(index - count)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        thing = child.object()
        if isinstance(thing, _Row):
            return thing.place if thing.owner is self._owner else -1
        index = super().indexOfChild(child)
        return index if index < 0 else index + self._owner.rows.row_count()

    def focusChild(self) -> QAccessibleInterface:
        place = self._owner.rows.current_row()
        if place >= 0 and self._owner.widget.hasFocus():
            return self.child(place)
        return super().focusChild()

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        # Qt's own way asks every child for its place: there may be twenty thousand.
        widget = self._owner.widget
        at = widget.mapFromGlobal(QPoint(x, y))
        place = self._owner.rows.row_at(at) if widget.rect().contains(at) else -1
        return self.child(place) if place >= 0 else _of(widget.childAt(at))


class _ToldRow(QAccessibleObject):
    """A row: its words, whether it is the current one, and its box."""

    def __init__(self, row: _Row) -> None:
        super().__init__(row)
        self._row = row

    def isValid(self) -> bool:
        return super().isValid() and self._row.place < self._row.owner.rows.row_count()

    def parent(self) -> QAccessibleInterface:
        return _of(self._row.owner.widget)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        named = kind is QAccessible.Text.Name and self.isValid()
        return self._row.owner.rows.row_words(self._row.place) if named else ""

    def rect(self) -> QRect:
        owner = self._row.owner
        box = owner.rows.row_box(self._row.place)
        return QRect(owner.widget.mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        owner, place = self._row.owner, self._row.place
        current = place == owner.rows.current_row()
        state.focusable = state.selectable = True
        state.selected = current
        state.focused = current and owner.widget.hasFocus()
        state.offscreen = not owner.widget.rect().intersects(owner.rows.row_box(place))
        ticked = owner.rows.row_is_ticked(place)
        state.checkable, state.checked = ticked is not None, bool(ticked)
        return state

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        return _of(None)

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1


def _of(thing: QObject | None) -> QAccessibleInterface:
    """What is told of a thing; of none None, as Qt does it, though PySide's types don't say so."""
    told = None if thing is None else QAccessible.queryAccessibleInterface(thing)
    return cast("QAccessibleInterface", told)


@cache
def _answer() -> None:
    """Answer for such widgets and rows from now on; Qt asks only while something listens."""
    QAccessible.installFactory(_told)


def _told(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, _Row):
        return _ToldRow(thing)
    if isinstance(thing, QWidget):
        owner = thing.findChild(SpokenRows, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return _ToldList(thing, owner) if owner is not None else None
    return None
