"""A line that narrows the list below it while words are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from curator.ui.keyboard.own_keys import ENTER
from curator.ui.look import theme

PAUSE = 150
"""Milliseconds after a key until the list is narrowed."""


class FilterLine(QLineEdit):
    """Tells once the typing pauses; Enter and Down lead to the list, Esc shows all of it again."""

    narrowed = Signal()
    left = Signal()
    """The list is wanted, narrowed by all that is typed."""

    def __init__(self, asked: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(theme.sans(9.5))
        self.setMinimumHeight(28)
        self.setPlaceholderText(asked)
        self.setAccessibleName(asked)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.narrowed)
        self.textChanged.connect(self._wait)

    def _wait(self) -> None:
        self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, *ENTER}:
            self._pause.stop()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
