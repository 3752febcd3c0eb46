"""What stands in the place of a repair where there is none to decide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from curator.ui.look import theme
from curator.ui.widgets.panes import push_button


class RepairsEmptiness(QWidget):
    """Says why there is nothing to decide, and offers what can be looked at instead."""

    instead_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.said = QLabel(self)
        self.said.setFont(theme.sans(10, 600))
        self._hint = QLabel(self)
        self._hint.setFont(theme.sans(9.5))
        self._hint.setProperty("role", "muted")
        for label in (self.said, self._hint):
            label.setWordWrap(True)
        self.instead = push_button("", parent=self)
        self.instead.clicked.connect(self.instead_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addWidget(self._hint)
        column.addSpacing(6)
        column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say_decided(self) -> None:
        """Say that no guess is left, and offer what is certain."""
        self._say(
            self.tr("No guess is left to decide."),
            self.tr("What was repaired for certain needs no decision, but can be looked through."),
            self.tr("Show what is certain"),
        )

    def say_undamaged(self, *, is_article: bool) -> None:
        """Say that nothing was repaired; if one article was looked at, offer all others."""
        self._say(
            self.tr("Nothing was repaired here."),
            self.tr("The text is as it came, and needs no look."),
            self.tr("Show all articles") if is_article else "",
        )

    def _say(self, said: str, hint: str, instead: str) -> None:
        self.said.setText(said)
        self._hint.setText(hint)
        self.instead.setText(instead)
        self.instead.setVisible(bool(instead))
        if instead:
            self.instead.setFocus()
