"""Articles being cleaned again: how far, and what could not be."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from curator.services.recleaning import Outcome, RecleanItem, RecleanReport
from curator.ui.look import formatting, theme
from curator.ui.windows.progress_window import ProgressWindow

ARTICLE = Qt.ItemDataRole.UserRole


class RecleaningWindow(ProgressWindow):
    """Says how far cleaning again is, and lists what failed."""

    def __init__(self, total: int, parent: QWidget | None = None) -> None:
        super().__init__("", self.tr("What is done, stays done if you stop."), parent)
        self.setWindowTitle(self.tr("Clean again"))
        self.title.setText(self.tr("Cleaning again: %n article(s)", "", total))
        self.failures = QListWidget(self)
        self.failures.setProperty("boxed", True)
        self.failures.setAccessibleName(self.tr("What could not be cleaned again"))
        self.failures.setFont(theme.sans(9.5))
        self.failures.setWordWrap(True)
        self.failures.itemActivated.connect(self._open)
        self.failures.hide()
        self.column.insertWidget(3, self.failures)
        self.show_progress(0, total)

    def show_progress(self, done: int, total: int) -> None:
        """How many articles are done."""
        super().show_progress(done, total)
        if done:
            self.title.setText(
                self.tr("Cleaning again: {done} of {total}").format(
                    done=formatting.count(done), total=formatting.count(total)
                )
            )

    def add_item(self, item: RecleanItem) -> None:
        """One article is done; only failures are listed."""
        if item.outcome is Outcome.FAILED:
            words = f"{item.path or item.article_id}: {item.reason} {item.hint}".rstrip()
            entry = QListWidgetItem(words, self.failures)
            entry.setData(ARTICLE, item.article_id)
            self.failures.show()

    def finish(self, report: RecleanReport | None, problem: str = "") -> None:
        """Say what came of it."""
        counts = report.counts if report else Counter[Outcome]()
        stopped = report is None or report.cancelled
        parts = (
            (Outcome.CLEANED, self.tr("changed: {n}")),
            (Outcome.SAME, self.tr("the same as before: {n}")),
            (Outcome.CURRENT, self.tr("up to date: {n}")),
            (Outcome.FAILED, self.tr("failed: {n}")),
        )
        said = " · ".join(
            words.format(n=formatting.count(counts[each])) for each, words in parts if counts[each]
        )
        title = self.tr("Stopped") if stopped else self.tr("Cleaned again")
        self.show_end(title, problem or said, whole=not stopped, problem=bool(problem))

    def _open(self, entry: QListWidgetItem) -> None:
        self.article_chosen.emit(int(entry.data(ARTICLE)))
