"""A name to be given, with what would come of it told while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from curator.domain.errors import CuratorError
from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import theme
from curator.ui.widgets.panes import push_button, set_role

Foretell = Callable[[str], str]
"""Says what a name would change; CuratorError where it cannot be given."""


class NameDialog(QDialog):
    """Asks for a name; its button works only where the name can be given."""

    def __init__(self, title: str, action: str, foretell: Foretell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._foretell = foretell
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        head = QLabel(title, self)
        head.setFont(theme.sans(12, 600))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.line = QLineEdit(self)
        self.line.setFont(theme.sans(11))
        self.line.setMinimumHeight(32)
        self.line.setAccessibleName(title)
        self.preview = QLabel(self)
        self.preview.setFont(theme.sans(9.5))
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(66)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        cancel = push_button(self.tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        self.button = push_button(action, kind="primary", parent=self)
        self.button.setDefault(True)
        self.button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (cancel, self.button):
            button.setMinimumHeight(32)
            buttons.addWidget(button)
        Mnemonics(self)
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self.line)
        layout.addWidget(self.preview)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.line.textChanged.connect(self._tell)
        self._tell("")

    def complete_from(self, names: Sequence[str]) -> None:
        """Offer these names while one is typed."""
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    def name(self) -> str:
        """The name typed."""
        return self.line.text().strip()

    def _tell(self, _text: str) -> None:
        said, possible = "", False
        if self.name():
            try:
                said, possible = self._foretell(self.name()), True
            except CuratorError as error:
                said = str(error)
        self.preview.setText(said)
        set_role(self.preview, "muted" if possible or not said else "warn")
        self.button.setEnabled(possible)
