"""The head of a dialog: what it is for, and a line about it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from curator.ui.look import theme
from curator.ui.widgets.panes import ElidedLabel


class DialogHead(QWidget):
    """A title with a line of words below it; both may be changed later."""

    def __init__(self, title: str, words: str, parent: QWidget, *, inset: bool = True) -> None:
        super().__init__(parent)
        self._title = QLabel(title, self)
        self._title.setFont(theme.sans(16, 600))
        self._words = ElidedLabel(words, self)
        self._words.setFont(theme.sans(10))
        self._words.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(*((28, 20, 28, 14) if inset else (0, 0, 0, 0)))
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._words)

    def say(self, title: str, words: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._words.set_text(words)
