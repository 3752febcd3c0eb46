"""Other programs: what they did to the library while they were in front is shown when the desk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from curator.domain.changes import Subject
from curator.domain.errors import CuratorError
from curator.services import news
from curator.services.news import Reached

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing

EVERYTHING = frozenset(Subject)
_OWN_WORK = ("import", "reclean")
"""Jobs that bring much into the library bit by bit, and show it themselves at their end."""


class OtherPrograms(QObject):
    """Shows the library anew, where the desk comes to the front, if it is further than what is shown."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._shown = Reached()
        """How far the library had come when it was shown."""
        self._closed = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._follow)
        desk.opened.connect(self._all_is_shown)
        desk.announced.connect(self._changed_here)
        desk.closing.connect(self._close)

    def _close(self) -> None:
        self._closed = True

    def _all_is_shown(self) -> None:
        self._shown = self._reached() or self._shown

    def _changed_here(self, touched: frozenset[Subject]) -> None:
        """A change made here is one step; what came besides was not made here, and is not shown yet."""
        reached = self._reached()
        if reached and (touched == EVERYTHING or reached in (self._shown, self._shown.after_step())):
            self._shown = reached

    def _follow(self, state: Qt.ApplicationState) -> None:
        if self._closed or state is not Qt.ApplicationState.ApplicationActive:
            return
        if self._reached() not in (self._shown, None):
            self._desk.attempt(self._show)

    def _reached(self) -> Reached | None:
        """How far the library has come; None while that cannot be told."""
        if any(map(self._desk.jobs.running, _OWN_WORK)):
            return None
        try:
            return news.reached(self._desk.library)
        except CuratorError:  # it is gone or locked: whoever works with it next is told
            return None

    def _show(self) -> None:
        """Read everything anew, once what is being typed is kept."""
        self._desk.window.fields.commit()
        self._desk.look_again()
        if self._desk.article is None and (first := self._desk.window.list.model.article(0)):
            self._desk.show_article(first.id)
        self._desk.announce(EVERYTHING, [])
