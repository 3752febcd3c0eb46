"""A tile: a number with its name and icon."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.ui.look import formatting, icons, theme
from curator.ui.widgets.panes import ElidedLabel


class Tile(QFrame):
    """Shows how many there are of something."""

    def __init__(self, icon: str, role: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._role = role
        head = QLabel(self)
        head.setPixmap(icons.pixmap(icon, role, 16, self.devicePixelRatioF()))
        label = ElidedLabel(name, self)
        label.setProperty("role", "muted")
        label.setFont(theme.sans(9.5))
        self._number = QLabel("0", self)
        self._number.setFont(theme.sans(16, 600))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(head)
        row.addWidget(label, 1)
        layout = QVBoxLayout()
        layout.setContentsMargins(12, 10, 8, 10)
        layout.addLayout(row)
        layout.addWidget(self._number)
        self.setLayout(layout)
        self.setAccessibleName(name)

    def set_number(self, number: int) -> None:
        """Show the number; in its colour if it asks for something."""
        self._number.setText(formatting.number(Decimal(number)))
        loud = number and self._role in {"warn", "danger"}
        colour = theme.current().color(self._role if loud else "text").name()
        self._number.setStyleSheet(f"color: {colour};")
