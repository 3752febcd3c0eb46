"""Questions and notices: a heading, words below it, and buttons that say what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import theme
from curator.ui.widgets.panes import push_button
from curator.ui.widgets.plain_view import PlainView

WIDTH = 440


class Question(QDialog):
    """Asks what is to be done; `chosen` is the action that was pressed, "" if the question was left.

    The first action is what Enter does. Without actions it is a notice, which can only be left.
    """

    def __init__(
        self,
        title: str,
        text: str,
        *,
        actions: Sequence[str] = (),
        leave: str = "",
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.buttons: dict[str, QPushButton] = {}
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.grown(WIDTH))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(10)
        for words, font in ((title, theme.sans(12, 600)), (text, theme.sans(10))):
            label = QLabel(words, self)
            label.setFont(font)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            label.setVisible(bool(words))
            self.column.addWidget(label)
        if details:
            shown = PlainView(self, details)
            shown.setAccessibleName(self.tr("Details"))
            self.column.addWidget(shown, 1)
        else:
            self.column.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(0, 10, 0, 0)
        self.column.addLayout(self._foot)
        self._fill_foot(actions, leave, details)
        Mnemonics(self)

    def _fill_foot(self, actions: Sequence[str], leave: str, details: str) -> None:
        if details:
            copy = push_button(self.tr("Copy details"), "copy", parent=self)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
            self._foot.addWidget(copy)
        self._foot.addStretch(1)
        usual = self.tr("Cancel") if actions else self.tr("Close")
        left = push_button(leave or usual, kind="" if actions else "primary", parent=self)
        left.clicked.connect(self.reject)
        self._foot.addWidget(left)
        for action in reversed(actions):
            button = push_button(action, kind="primary" if action == actions[0] else "", parent=self)
            button.clicked.connect(lambda _checked=False, action=action: self._choose(action))
            self._foot.addWidget(button)
            self.buttons[action] = left = button
        left.setDefault(True)
        left.setFocus()

    def _choose(self, action: str) -> None:
        self.chosen = action
        self.accept()


class TextQuestion(Question):
    """Asks for a line of text; `choices` are offered in a list, and another may be typed.

    The `action` is what its button says.
    """

    def __init__(
        self,
        title: str,
        label: str,
        value: str = "",
        choices: Sequence[str] = (),
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._action = action or QCoreApplication.translate("TextQuestion", "OK")
        super().__init__(title, label, actions=[self._action], parent=parent)
        field = _combo(choices, self) if choices else QLineEdit(self)
        edit = field.lineEdit() if isinstance(field, QComboBox) else field
        assert edit is not None
        self.line = edit
        for widget in (field, self.line):
            widget.setFont(theme.sans(11))
            widget.setAccessibleName(label or title)
        field.setMinimumHeight(32)
        self.column.insertWidget(2, field)
        self.line.textChanged.connect(self._enable)
        self.line.setText(value)
        self.line.selectAll()
        self._enable()
        field.setFocus()

    def text(self) -> str:
        """The text typed or chosen, without spaces round it."""
        return self.line.text().strip()

    def _enable(self) -> None:
        self.buttons[self._action].setEnabled(bool(self.text()))


def _combo(choices: Sequence[str], parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setEditable(True)
    combo.addItems([choice for choice in choices if choice])
    combo.setCurrentIndex(-1)  # none is taken unless it is chosen
    return combo
