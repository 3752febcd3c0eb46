"""Other programs: what they did to the library while they were in front is shown when the desk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from curator.domain.changes import Subject
from curator.domain.errors import CuratorError
from curator.services import news

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing

_OWN_WORK = ("import", "reclean")
"""Jobs that bring much into the library bit by bit, and show it themselves at their end."""


class OtherPrograms(QObject):
    """Shows the library anew if it changed while another program was in front."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._left: tuple[int, ...] = ()
        """How far the library had come when another program came to the front; () while none is."""
        self._closed = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._follow)
        desk.announced.connect(self._changed_here)
        desk.closing.connect(self._close)

    def _close(self) -> None:
        self._closed = True

    def _follow(self, state: Qt.ApplicationState) -> None:
        if self._closed:
            return
        left, self._left = self._left, ()
        if state is not Qt.ApplicationState.ApplicationActive:
            self._left = left or self._reached()
        elif left and self._reached() not in (left, ()):
            self._show()

    def _changed_here(self) -> None:
        if self._left:
            self._left = self._reached()

    def _reached(self) -> tuple[int, ...]:
        if any(map(self._desk.jobs.running, _OWN_WORK)):
            return ()
        try:
            return news.reached(self._desk.library)
        except CuratorError:  # it is gone or locked: whoever works with it next is told
            return ()

    def _show(self) -> None:
        self._desk.window.fields.commit()
        self._desk.search(self._desk.query)
        self._desk.announce(frozenset(Subject), [])
