"""The find bar of the reader: a needle, how many there are, next and previous."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from curator.ui.look import formatting, icons, theme
from curator.ui.widgets.panes import IconButton

HEIGHT = 36


class FindBar(QWidget):
    """Asks for words; Enter and Shift+Enter go on and back, Esc closes."""

    needle_changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.field.setFont(theme.sans(9.5))
        self.field.setMaximumWidth(280)
        self.field.textChanged.connect(self.needle_changed)
        self.count = QLabel(self)
        self.count.setFont(theme.sans(9))
        self.count.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 14, 1)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self._button("caret-up", self.tr("Previous"), "Shift+Enter", -1))
        row.addWidget(self._button("caret-down", self.tr("Next"), "Enter", 1))
        row.addWidget(self.count)
        row.addStretch(1)
        close = self._button("x", self.tr("Close"), "Esc", 0)
        row.addWidget(close)
        theme.news().changed.connect(self.update)

    def _button(self, icon: str, name: str, key: str, step: int) -> QToolButton:
        button = IconButton(self)
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(theme.ICON, theme.ICON))
        button.setToolTip(f"{name}  {key}")
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.stepped.emit(step) if step else self.closed.emit())
        return button

    def set_count(self, current: int, total: int) -> None:
        """Say which of how many is shown; `current` counts from 0."""
        if not self.field.text():
            self.count.clear()
        elif not total:
            self.count.setText(self.tr("Not found"))
        else:
            self.count.setText(
                self.tr("{n} of {total}").format(
                    n=formatting.count(current + 1), total=formatting.count(total)
                )
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("base"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().color("hair"))
        painter.end()
