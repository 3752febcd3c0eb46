"""The foot of a dialog that does some work: how far it is, what came of it, and its two buttons."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QWidget

from curator.domain.errors import CuratorError
from curator.ui.look import icons, theme
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
        self._mark = QLabel(self)
        self._mark.hide()
        self.said = _Said("", self)
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
        row.addWidget(self._mark)
        for widget, stretch in ((self.said, 1), (self.progress, 1), (self.leave, 0), (self.go, 0)):
            row.addWidget(widget, stretch)

    def begin(self) -> None:
        """Show that work has begun, however much it is."""
        for widget in (self.said, self._mark):
            widget.hide()
        self.progress.setRange(0, 0)
        self.progress.show()

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def fail(self, error: BaseException) -> None:
        """Say what went wrong; a fault of ours is said to have happened, and raised."""
        ours = not isinstance(error, CuratorError)
        self.say(self.tr("This went wrong; the log says more.") if ours else str(error), "danger")
        if ours:
            raise error

    def say(self, text: str, role: str = "muted") -> None:
        """Say what came of the work, or nothing; what went wrong stands there with all its words."""
        self.progress.hide()
        self._mark.setVisible(role == "danger" and bool(text))
        if role == "danger":
            self._mark.setPixmap(icons.pixmap("warning", "danger", 16, self.devicePixelRatioF()))
        self.said.setWordWrap(role == "danger")
        self.said.set_text(text)
        self.said.show()
        set_role(self.said, role)


class _Said(ElidedLabel):
    """Words on one line, cut at its end; or all of them on as many lines as they take."""

    def _elide(self) -> None:
        if not self.wordWrap():
            super()._elide()
        elif self.text() != self._whole:
            self.setText(self._whole)
            self.setToolTip("")
