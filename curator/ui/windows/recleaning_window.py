"""Articles being cleaned again: how far, and what could not be."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from curator.services.recleaning import Outcome, RecleanItem, RecleanReport
from curator.ui import theme
from curator.ui.widgets.panes import push_button, set_role
from curator.ui.windows.task_window import TaskWindow

ARTICLE = Qt.ItemDataRole.UserRole


class RecleaningWindow(TaskWindow):
    """Stands beside the desk, which stays usable."""

    def __init__(self, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Clean again"))
        self.setMinimumWidth(theme.grown(480))
        self._title = QLabel(self.tr("Cleaning again: %n article(s)", "", total), self)
        self._title.setFont(theme.sans(11, 600))
        self._words = QLabel(self.tr("What is done, stays done if you stop."), self)
        self._words.setFont(theme.sans(9.5))
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, max(1, total))
        self._bar.setAccessibleName(self.tr("Progress"))
        self.failures = QListWidget(self)
        self.failures.setProperty("boxed", True)
        self.failures.setAccessibleName(self.tr("What could not be cleaned again"))
        self.failures.setFont(theme.sans(9.5))
        self.failures.setWordWrap(True)
        self.failures.itemActivated.connect(self._open)
        self.failures.hide()
        self._close = push_button(self.tr("Close"), kind="primary", parent=self)
        self._close.clicked.connect(self.accept)
        self._close.hide()
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.background, self.stop, self._close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (self._title, self._bar, self._words, self.failures):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(foot)

    def words(self) -> str:
        """What the window says of the outcome."""
        return self._words.text()

    def show_progress(self, done: int, total: int) -> None:
        """How many articles are done."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._title.setText(self.tr("Cleaning again: {done} of {total}").format(done=done, total=total))

    def add_item(self, item: RecleanItem) -> None:
        """One article is done; only failures are listed."""
        if item.outcome is Outcome.FAILED:
            words = f"{item.path or item.article_id}: {item.reason} {item.hint}".rstrip()
            entry = QListWidgetItem(words, self.failures)
            entry.setData(ARTICLE, item.article_id)
            self.failures.show()

    def finish(self, report: RecleanReport | None, problem: str = "") -> None:
        """Say what came of it."""
        self.end()
        counts = report.counts if report else Counter[Outcome]()
        stopped = report is None or report.cancelled
        self._title.setText(self.tr("Stopped") if stopped else self.tr("Cleaned again"))
        parts = (
            (Outcome.CLEANED, self.tr("changed: {n}")),
            (Outcome.SAME, self.tr("the same as before: {n}")),
            (Outcome.CURRENT, self.tr("up to date: {n}")),
            (Outcome.FAILED, self.tr("failed: {n}")),
        )
        said = " · ".join(words.format(n=counts[each]) for each, words in parts if counts[each])
        self._words.setText(problem or said)
        set_role(self._words, "danger" if problem else "muted")
        if not stopped:
            self._bar.setValue(self._bar.maximum())
        self._close.show()
        self._close.setDefault(True)
        self._close.setFocus()

    def _open(self, entry: QListWidgetItem) -> None:
        self.article_chosen.emit(int(entry.data(ARTICLE)))
