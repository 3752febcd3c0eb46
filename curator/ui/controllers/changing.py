"""Changing the library: a change is made, what really changed is announced, a failure is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from curator.domain.errors import Cancelled, CuratorError
from curator.ui.background.waiting import unhurried

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.ui.controllers.showing import Showing

Result = TypeVar("Result")


class Changing(QObject):
    """The one way by which the parts of the desk change the library."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk

    def make(self, work: Callable[[], Applied], size: int = 1, *, field: str = "") -> bool:
        """Make a change of so many articles; whether it was made.

        If it was not, what was typed into `field` stays there, with the reason beside it.
        """
        try:
            applied = self.unhurried(work, size, self.tr("%n article(s) are changed", "", size))
        except (Cancelled, CuratorError) as error:
            if field:
                self._desk.window.fields.mark_bad(field, self._desk.said_of(error))
            self._desk.tell_error(error)
            return False
        self.announce(applied)
        return True

    def unhurried(self, work: Callable[[], Result], size: int = 1, label: str = "") -> Result:
        """What `work` gives, which makes one change; the window stays alive however long it takes."""
        return unhurried(self._desk.library, work, self._desk.window, size=size, label=label)

    def announce(self, applied: Applied) -> None:
        """Let every view show what was changed."""
        self._desk.announce(applied.touched, applied.articles, applied.step)
