"""The foot of a dialog that does some work: how far it is, what came of it, and its two buttons."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QWidget

from curator.ui import theme
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.panes import ElidedLabel, set_role


class DialogFoot(QWidget):
    """Progress or words at the left, the buttons at the right; Ctrl+Enter presses `go`."""

    def __init__(self, go: str, leave: str, dialog: QDialog, beside: QWidget | None = None) -> None:
        super().__init__(dialog)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        self.said = ElidedLabel("", self)
        self.said.setFont(theme.sans(9.5))
        self.said.setProperty("role", "muted")
        self.leave = KeyButton(leave, "Esc", parent=self)
        self.leave.clicked.connect(dialog.reject)
        self.go = KeyButton(go, "Ctrl+Enter", "primary", parent=self)
        # A key of the button's own would be lost with every other text on it.
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), dialog).activated.connect(self.go.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 14, 28, 16)
        row.setSpacing(10)
        if beside is not None:
            row.addWidget(beside)
        for widget, stretch in ((self.said, 1), (self.progress, 1), (self.leave, 0), (self.go, 0)):
            row.addWidget(widget, stretch)

    def begin(self) -> None:
        """Show that work has begun, however much it is."""
        self.said.hide()
        self.progress.setRange(0, 0)
        self.progress.show()

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def say(self, text: str, role: str = "muted") -> None:
        """Say what came of the work, or nothing."""
        self.progress.hide()
        self.said.show()
        self.said.set_text(text)
        set_role(self.said, role)
