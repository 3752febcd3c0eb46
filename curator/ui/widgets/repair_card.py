"""A damaged word as it stands in the file, beside what it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.ui import icons, theme
from curator.ui.widgets.panes import ElidedLabel

if TYPE_CHECKING:
    from curator.domain.damaged_words import DamagedWord


class RepairCard(QFrame):
    """Shows the word before and after, and how it came to be damaged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 14)
        row.setSpacing(28)
        self.before = QLabel(self)
        self.before.setFont(theme.mono(17))
        self.before.setProperty("role", "repair")
        self.after = QLabel(self)
        self.after.setFont(theme.serif(19, 600))
        for label in (self.before, self.after):
            label.setTextFormat(Qt.TextFormat.PlainText)
        arrow = QLabel(self)
        arrow.setPixmap(icons.pixmap("arrow-right", "muted", 20, self.devicePixelRatioF()))
        self._channel = QLabel(self)
        self._channel.setFont(theme.sans(9.5))
        self._channel.setWordWrap(True)
        self._channel.setTextFormat(Qt.TextFormat.PlainText)
        self._channel.setProperty("role", "muted")
        row.addLayout(_under(self.tr("in the file"), self.before, self))
        row.addWidget(arrow)
        row.addLayout(_under(self.tr("proposed"), self.after, self))
        row.addStretch(1)
        row.addWidget(self._channel, 2)

    def show_word(self, word: DamagedWord | None) -> None:
        """Show a word with its proposal, or nothing."""
        self.before.setText(word.before if word else "")
        self.after.setText(word.after if word else "")
        self._channel.setText(word.channel if word else "")


def _under(text: str, below: QLabel, parent: QWidget) -> QVBoxLayout:
    label = ElidedLabel(text, parent)
    label.setFont(theme.sans(8.5))
    label.setProperty("role", "muted")
    label.setMinimumWidth(70)
    below.setMinimumHeight(40)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(below)
    return column
