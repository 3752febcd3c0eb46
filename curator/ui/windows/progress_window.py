"""How far a long task is, and in the end what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from curator.ui.keyboard.mnemonics import Mnemonics
from curator.ui.look import theme
from curator.ui.widgets.panes import push_button, set_role
from curator.ui.windows.task_window import TaskWindow


class ProgressWindow(TaskWindow):
    """A heading, a bar and a line of words; it stands beside the desk, which stays usable."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setMinimumWidth(theme.grown(480))
        self.title = QLabel(name, self)
        self.title.setFont(theme.sans(11, 600))
        self._words = QLabel(words, self)
        self._words.setFont(theme.sans(9.5))
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._close = push_button(self.tr("Close"), kind="primary", parent=self)
        self._close.clicked.connect(self.accept)
        self._close.hide()
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.background, self.stop, self._close):
            foot.addWidget(button)
        Mnemonics(self)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(10)
        for widget in (self.title, self._bar, self._words):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addLayout(foot)
        self.setLayout(self.column)

    def words(self) -> str:
        """What the window says below its bar."""
        return self._words.text()

    def show_progress(self, done: int, total: int) -> None:
        """How much is done."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def show_end(self, title: str, words: str, *, whole: bool = True, problem: bool = False) -> None:
        """Say what came of the task, and whether the whole of it was done."""
        self.end()
        self.title.setText(title)
        self._words.setText(words)
        set_role(self._words, "danger" if problem else "muted")
        if self._bar.maximum() == 0:
            self._bar.setRange(0, 1)
        self._bar.setValue(self._bar.maximum() if whole else self._bar.value())
        self._close.show()
        self._close.setDefault(True)
        self._close.setFocus()
