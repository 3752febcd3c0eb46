"""Save to files: which files change and how, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from curator.services.files import saving
from curator.services.files.saving import Outcome, SaveItem, SaveReport
from curator.ui.background.jobs import Job, Lane
from curator.ui.look import icons, theme
from curator.ui.widgets.dialog_foot import DialogFoot
from curator.ui.widgets.dialog_head import DialogHead
from curator.ui.widgets.diff_view import DiffView
from curator.ui.widgets.panes import ElidedLabel, section_head
from curator.ui.widgets.save_choices import SaveChoices
from curator.ui.windows.layouts import set_out_work, side_by_side
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.services.library import Library
    from curator.ui.background.jobs import Jobs, Run

PREVIEW, SAVE = "save-preview", "save"
_ITEM = Qt.ItemDataRole.UserRole
_MARKS = {
    Outcome.WRITTEN: ("check-circle", "ok"),
    Outcome.REFUSED: ("warning", "danger"),
    Outcome.UNCHANGED: ("equals", "muted"),
}


class SaveDialog(QDialog):
    """Lists the files with their differences, and writes them when the editor says so."""

    saved = Signal(object)
    """The report of what was written."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        *,
        selected: Sequence[int],
        state: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._run: Run | None = None
        self._writing = False
        self._closed = False
        self._report = SaveReport(())
        self.setWindowTitle(self.tr("Save to files"))
        keep_size(self, "save", (1100, 740), state)
        self.choices = SaveChoices(selected, state, self)
        self.choices.changed.connect(self._look)
        columns = side_by_side(self, self._make_files(), self._make_preview(), (4, 6))
        self._foot = DialogFoot(self.tr("Save"), self.tr("Cancel"), self)
        self.go = self._foot.go
        self.go.clicked.connect(self._save)
        set_out_work(self, self._make_head(), columns, self._foot)
        self._look()

    def _make_head(self) -> DialogHead:
        words = self.tr("Only the values that were edited change; every other byte stays.")
        return DialogHead(self.tr("Save to files"), words, self)

    def _make_files(self) -> QVBoxLayout:
        self.files = QListWidget(self)
        self.files.setProperty("boxed", True)
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setFont(theme.sans(9.5))
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.currentItemChanged.connect(self._show)
        column = QVBoxLayout()
        column.setContentsMargins(28, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.choices)
        column.addSpacing(6)
        column.addWidget(section_head(self.tr("Files"), self, self.files))
        column.addWidget(self.files, 1)
        return column

    def _make_preview(self) -> QVBoxLayout:
        self._name = ElidedLabel("", self)
        self._name.setFont(theme.sans(9.5))
        self._name.setProperty("role", "muted")
        self.diff = DiffView(self)
        self.diff.setAccessibleName(self.tr("Differences"))
        head = QHBoxLayout()
        head.addWidget(section_head(self.tr("Differences"), self))
        head.addWidget(self._name, 1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 28, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.diff, 1)
        return column

    # Looking

    def _look(self) -> None:
        """Find out in the background what would be written."""
        if self._writing:
            return
        library, contents, chosen = self._library, self.choices.contents(), self.choices.articles()

        def work(run: Run) -> SaveReport:
            ids = saving.unsaved(library, "" if chosen is None else chosen, contents)
            return saving.preview(library, ids, contents, run.progress)

        self._foot.begin()
        self.go.setEnabled(False)
        self._run = self._jobs.start(
            Job(PREVIEW, work, self._looked, progressed=self._advance, failed=self._failed, lane=Lane.LONG)
        )

    def _looked(self, report: SaveReport) -> None:
        if self._closed:  # a look that was over when the dialog closed
            return
        self._run = None
        self._fill(report)
        count = report.counts[Outcome.WRITTEN]
        refused = report.counts[Outcome.REFUSED]
        self.go.setText(self.tr("Save %n file(s)", "", count) if count else self.tr("Save"))
        self.go.updateGeometry()
        self.go.setEnabled(bool(count))
        if not report.items:
            nothing = self.tr("Nothing was edited since the files were read")
            self._foot.say(nothing)
            self.diff.say(
                self.tr("Nothing was edited. Edit a field first, or tick what else is to be written.")
            )
        elif refused:
            said = self.tr("%n file(s) can't be written: choose one to see why.", "", refused)
            others = self.tr("The others can.")
            self._foot.say(f"{said} {others}" if count else said, "danger")
        else:
            self._foot.say("")

    def _fill(self, report: SaveReport) -> None:
        self._report = report
        self.files.clear()
        shown = [item for item in report.items if item.outcome is not Outcome.UNCHANGED or item.reason]
        for item in sorted(shown, key=lambda each: each.outcome is not Outcome.REFUSED):
            icon, role = _MARKS[item.outcome]
            fields = ", ".join(item.fields)
            entry = QListWidgetItem(icons.icon(icon, role), item.path, self.files)
            entry.setToolTip(item.file or item.path)
            entry.setData(_ITEM, item)
            what = item.reason or fields
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.path}: {what}")
        if self.files.count():
            self.files.setCurrentRow(0)
        else:
            self._show(None)

    def _show(self, entry: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        item: SaveItem | None = entry.data(_ITEM) if entry else None
        self._name.set_text(item.file if item else "")
        if item is None:
            self.diff.show_diff("")
        elif item.reason:
            self.diff.say(f"{item.reason}\n{item.hint}")
        else:
            self.diff.show_diff(item.diff)

    # Writing

    def _save(self) -> None:
        if self._writing or not self.go.isEnabled():
            return
        self._writing = True
        library, contents = self._library, self.choices.contents()
        ids = [item.article_id for item in self._report.items if item.outcome is Outcome.WRITTEN]
        self.go.setEnabled(False)
        self._foot.begin()
        self._run = self._jobs.start(
            Job(
                SAVE,
                lambda run: saving.save(library, ids, contents, run.progress),
                self._done,
                progressed=self._advance,
                failed=self._failed,
                lane=Lane.LONG,
            )
        )

    def _advance(self, done: int, total: int, _label: str) -> None:
        if self._closed:
            return
        self._foot.advance(done, total)

    def _done(self, report: SaveReport) -> None:
        self._run, self._writing = None, False
        self.saved.emit(report)
        problems = [item for item in report.items if item.reason]
        if problems or report.cancelled:
            self._fill(report)
            written = self.tr("%n file(s) written", "", report.counts[Outcome.WRITTEN])
            wrong = self.tr("%n file(s) can't be written", "", report.counts[Outcome.REFUSED])
            self._foot.say(f"{written}, {wrong}" if problems else written, "danger" if problems else "muted")
            self._foot.leave.setText(self.tr("Close"))
            self.go.setEnabled(False)
            return
        self.accept()

    def _failed(self, error: BaseException) -> None:
        if self._closed:
            return
        self._run, self._writing = None, False
        self._foot.fail(error)

    def reject(self) -> None:
        """Esc stops what is being written, else closes the dialog."""
        if self._run is not None:
            self._run.cancel()
            if self._writing:
                return
        super().reject()

    def done(self, result: int) -> None:
        """Close, and heed no more of what is under way."""
        self._closed = True
        super().done(result)
