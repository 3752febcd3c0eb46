"""Waiting: for work of seconds that has to end before anything else is done; the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from curator.domain.errors import Cancelled
from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import theme
from curator.ui.widgets.key_buttons import KeyButton

if TYPE_CHECKING:
    from curator.services.library import Library

MANY = 500
"""Things to change from which on it may take longer than a moment."""

PATIENCE = 300
"""Milliseconds until it is said that something is under way."""

Result = TypeVar("Result")


class _Busy(Exception):
    """Somebody else is writing into the library."""


def unhurried(
    library: Library, work: Callable[[], Result], window: QWidget, *, size: int, label: str
) -> Result:
    """What `work` gives, which makes one change in the library, of so many things; Cancelled if stopped.

    A large change, which `label` tells of, is made in another thread, and so is one that has to wait because
    somebody else is writing, another program or an import of ours: the window stays alive meanwhile, and
    either can be stopped.
    """
    if size < MANY:
        try:
            with library.waiting(_give_up):
                return work()
        except _Busy:
            label = QCoreApplication.translate(
                "waiting", "The library is in use. The change is made as soon as it is free."
            )
    stopped = threading.Event()
    threads: list[int] = []

    def go_on() -> None:
        if stopped.is_set():
            raise Cancelled

    def change() -> Result:
        threads.append(threading.get_ident())
        with library.waiting(go_on):
            return work()

    def stop() -> None:
        stopped.set()
        for thread in threads:
            library.interrupt(thread)

    return waited(stop, label, change, window)


def _give_up() -> None:
    raise _Busy


def waited(stop: Callable[[], object], text: str, work: Callable[[], Result], parent: QWidget) -> Result:
    """What `work` gives, done in another thread while the window goes on painting.

    After a moment a dialog says what is under way and offers to stop it, for which it calls `stop`; the work
    then has to end soon, raising Cancelled. What `work` raises is raised here.
    """
    errand = _Errand(work)
    loop = QEventLoop()
    errand.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    thread = threading.Thread(target=errand.run, name="waited", daemon=True)
    thread.start()
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not errand.over():
        dialog = _Patience(text, parent)
        dialog.stopped.connect(stop)
        errand.ended.connect(dialog.accept, Qt.ConnectionType.QueuedConnection)
        if not errand.over():  # else it has ended before the dialog could hear of it
            dialog.exec()
        dialog.deleteLater()
    thread.join()
    return errand.result()


class _Errand(QObject, Generic[Result]):
    """Work in another thread, and what came of it."""

    ended = Signal()

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__()
        self._work = work
        self._done: list[Result] = []
        self._error: BaseException | None = None
        self._over = threading.Event()

    def run(self) -> None:
        """Do the work, in the thread that was made for it."""
        try:
            self._done.append(self._work())
        except BaseException as error:  # noqa: BLE001 - a border: it is raised again where it is waited for
            self._error = error
        self._over.set()  # said before the signal: the thread itself lives a little longer
        self.ended.emit()

    def over(self) -> bool:
        """Has the work ended? If not, `ended` is still to come."""
        return self._over.is_set()

    def result(self) -> Result:
        """What came of it, or the error raised again."""
        if self._error is not None:
            raise self._error
        return self._done[0]


class _Patience(QDialog):
    """Says what is under way, and can stop it; it closes when the work has ended."""

    stopped = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("One moment"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(theme.grown(360))
        self._words = QLabel(text, self)
        self._words.setFont(theme.sans(10))
        self._words.setWordWrap(True)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(text)
        self._stop = KeyButton(self.tr("Stop"), "Esc", parent=self)
        self._stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._stop)
        Mnemonics(self)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        for widget in (self._words, bar):
            column.addWidget(widget)
        column.addLayout(row)
        self.setLayout(column)

    def reject(self) -> None:
        """Stop the work; the dialog stays until it has ended."""
        self._stop.setEnabled(False)
        self._words.setText(self.tr("Stopping, and putting everything back as it was"))
        self.stopped.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()
