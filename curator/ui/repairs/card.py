"""A damaged word as it stands in the file, beside what it is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.look import icons, theme
from curator.ui.widgets.panes import ElidedLabel

if TYPE_CHECKING:
    from curator.domain.damaged_words import DamagedWord

LENGTHS = (16, 32)
"""Letters of a word from which on it is set smaller, and smaller still."""


class RepairCard(QFrame):
    """Shows the word before and after, and how it came to be damaged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 14)
        row.setSpacing(20)
        self.before, self.after = _Word(self), _Word(self)
        self.before.setProperty("role", "repair")
        arrow = QLabel(self)
        arrow.setPixmap(icons.pixmap("arrow-right", "muted", 20, self.devicePixelRatioF()))
        self._channel = QLabel(self)
        self._channel.setFont(theme.sans(9.5))
        self._channel.setWordWrap(True)
        self._channel.setMinimumWidth(theme.grown(120))
        # It breaks into lines; the words are whole as far as there is room.
        self._channel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._channel.setTextFormat(Qt.TextFormat.PlainText)
        self._channel.setProperty("role", "muted")
        row.addLayout(_under(self.tr("in the file"), self.before, self))
        row.addWidget(arrow)
        row.addLayout(_under(self.tr("proposed"), self.after, self))
        row.addStretch(1)
        row.addWidget(self._channel, 1)
        self.setLayout(row)

    def show_word(self, word: DamagedWord | None) -> None:
        """Show a word with its proposal, or nothing."""
        before, after = (word.before, word.after) if word else ("", "")
        smaller = sum(max(len(before), len(after)) > most for most in LENGTHS)
        self.before.setFont(theme.mono((17, 13, 10)[smaller]))
        self.after.setFont(theme.serif((19, 14, 11)[smaller], 600))
        self.before.setText(before)
        self.after.setText(after)
        self._channel.setText(word.channel if word else "")


class _Word(QLabel):
    """A word that gives way where there is no room: it is cut at its end, and whole in its tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


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
