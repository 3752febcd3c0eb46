"""The value of the open fact: shown as it is meant, and a line to type another one into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from curator.domain.facts import Fact
from curator.ui.keyboard.own_keys import ENTER
from curator.ui.look import formatting, theme
from curator.ui.widgets.panes import ElidedLabel
from curator.ui.widgets.pasting import one_line


class FactValue(QWidget):
    """Shows the value of a fact; while it is edited, a line stands in its place."""

    retyped = Signal(str)
    left = Signal()
    """Esc: the line is done with."""
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = QLabel(self)
        self._word.setFont(theme.sans(11.5))
        self._word.setProperty("role", "muted")
        self._value = ElidedLabel("", self)
        self._value.setFont(theme.sans(12.5, 600))
        self._value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line = _ValueLine(self)
        self.line.setFont(theme.sans(11))
        self.line.setAccessibleName(self.tr("Value"))
        self.line.returnPressed.connect(lambda: self.retyped.emit(one_line(self.line.text())))
        self.line.left.connect(self._leave)
        self.line.hide()
        self._problem = QLabel(self)
        self._problem.setFont(theme.sans(9))
        self._problem.setProperty("role", "danger")
        self._problem.setWordWrap(True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._word)
        row.addWidget(self._value, 1)
        row.addWidget(self.line, 1)
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._problem)
        self.setLayout(layout)

    def show_value(self, fact: Fact) -> None:
        """Show the value of a fact; what is being typed stays."""
        word = formatting.approximation(fact)
        self._word.setText(word)
        self._word.setVisible(bool(word) and self.line.isHidden())
        self._value.set_text(formatting.value(fact))

    def begin_edit(self, value: str) -> None:
        """Show the line, with a value to be changed."""
        self.line.setText(value)
        self._value.hide()
        self._word.hide()
        self.line.show()
        self.line.setFocus()
        self.line.selectAll()
        self._resize()

    def end_edit(self) -> None:
        """Go back to showing the value."""
        self.line.hide()
        self._value.show()
        self._word.setVisible(bool(self._word.text()))
        self._problem.hide()
        self._resize()

    def show_problem(self, text: str) -> None:
        """Say why the value typed was not understood."""
        self._problem.setText(text)
        self._problem.show()
        self._resize()

    def _resize(self) -> None:
        self.updateGeometry()  # the card is to know now, not when Qt comes round to it
        self.resized.emit()

    def _leave(self) -> None:
        self.end_edit()
        self.left.emit()


class _ValueLine(QLineEdit):
    """Typing another value: Enter keeps it, Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in ENTER:  # the list around it has Enter for something else
                event.accept()
