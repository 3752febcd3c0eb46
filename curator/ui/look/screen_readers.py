"""What screen readers are told of widgets that paint themselves: what they are, and whether they are on."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE, _ON = "spoken_role", "spoken_on"


def tell_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let a widget be told as a button, a box and the like; Qt would say nothing of what it is."""
    _answer()
    widget.setProperty(_ROLE, role.value)


def tell_on(widget: QWidget, on: bool) -> None:
    """Let it be told whether a box or one of several choices is on; a change is told at once."""
    before = widget.property(_ON)
    widget.setProperty(_ON, on)
    if before is not None and bool(before) != on:
        changed = QAccessible.State()
        changed.checked = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, changed))


def announce(widget: QWidget, words: str) -> None:
    """Have words said that no focus leads to; what is being said is not broken off."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class _Told(QAccessibleWidget):
    """A widget with the role it was given."""

    def state(self) -> QAccessible.State:
        """What Qt knows, and whether it is on."""
        result = super().state()
        on = self.object().property(_ON)
        if on is not None:
            result.checkable = True
            result.checked = bool(on)
        return result

    def text(self, kind: QAccessible.Text) -> str:
        """Name and description; the value of what has one is its description."""
        if kind is QAccessible.Text.Value:
            return super().text(QAccessible.Text.Description)
        return super().text(kind)


@cache
def _answer() -> None:
    """Answer for such widgets from now on; Qt asks only while something listens."""
    QAccessible.installFactory(_told)


def _told(_kind: str, thing: QObject) -> QAccessibleWidget | None:
    role = thing.property(_ROLE) if isinstance(thing, QWidget) else None
    if role is None or not isinstance(thing, QWidget):
        return None
    return _Told(thing, QAccessible.Role(role))
