"""A push button as keys press it: Enter while it has the focus, and Alt with a letter of its words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from curator.ui.keyboard.own_keys import ENTER


class PressButton(QPushButton):
    """A push button that Enter presses as Space does, but only while it has the focus.

    Its text is plain words, an "&" in them one of their own; the letter that Alt presses is marked apart.
    """

    reworded = Signal()
    """It shows other words, in which no letter is marked yet."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain = ""
        self.setText(text)
        # Else a dialog would press its first button at any Enter, also one that ends a line of text.
        self.setAutoDefault(False)

    def text(self) -> str:
        """The words on it."""
        return self._plain

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self._plain:
            self._plain = text
            super().setText(escaped(text))
            self.reworded.emit()

    def mark(self, text: str) -> None:
        """Show the same words with "&" before the letter that Alt presses."""
        if text != super().text():
            super().setText(text)

    def marked(self) -> str:
        """The words as they are drawn, "&" before the letter that Alt presses."""
        return super().text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not self.isDefault():
            self.click()
        else:
            super().keyPressEvent(event)


def escaped(text: str) -> str:
    """The text with each "&" of its own doubled, so that Qt takes none for a mark."""
    return text.replace("&", "&&")
