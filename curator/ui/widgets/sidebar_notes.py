"""A note at the foot of the sidebar: something to know, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from curator.ui.look import theme
from curator.ui.widgets.panes import push_button

PADDING = 7
"""What a quiet button has beside its words, which stand in line with those above."""


class SidebarNote(QWidget):
    """Muted words over a quiet button; hidden while there is nothing to say."""

    pressed = Signal()

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setFont(theme.sans(9))
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setContentsMargins(PADDING, 0, 0, 0)
        self.button = push_button(action, kind="quiet", parent=self)
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PANE_MARGIN - PADDING, 8, theme.PANE_MARGIN, 10)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words; none hide the note."""
        self._words.setText(words)
        self.button.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What the note says."""
        return self._words.text()
