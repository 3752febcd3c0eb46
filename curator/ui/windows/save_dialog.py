"""Save to files: which files change and how, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator import settings
from curator.domain.errors import CuratorError
from curator.domain.exports import Contents
from curator.services import saving
from curator.services.saving import Outcome, SaveItem, SaveReport
from curator.ui import icons, theme
from curator.ui.widgets.dialog_foot import DialogFoot
from curator.ui.widgets.dialog_head import DialogHead
from curator.ui.widgets.diff_view import DiffView
from curator.ui.widgets.panes import ElidedLabel, rule, section_head

if TYPE_CHECKING:
    from curator.services.library import Library
    from curator.ui.jobs import Job, Jobs

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
        self._library, self._jobs, self._state = library, jobs, state
        self._selected = list(selected)
        self._job: Job | None = None
        self._writing = False
        self._closed = False
        self._report = SaveReport(())
        self.setWindowTitle(self.tr("Save to files"))
        self.resize(1040, 700)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(self._make_choices(), 4)
        body.addWidget(rule(self, upright=True))
        body.addLayout(self._make_preview(), 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        layout.addWidget(rule(self))
        layout.addLayout(body, 1)
        layout.addWidget(rule(self))
        self._foot = DialogFoot(self.tr("Save"), self.tr("Cancel"), self)
        self.go = self._foot.go
        self.go.clicked.connect(self._save)
        layout.addWidget(self._foot)
        self._look()

    def _make_head(self) -> DialogHead:
        words = self.tr("Only the values that were edited change; every other byte stays.")
        return DialogHead(self.tr("Save to files"), words, self)

    def _make_choices(self) -> QVBoxLayout:
        self._scope = QComboBox(self)
        self._scope.setAccessibleName(self.tr("Articles"))
        self._scope.addItem(self.tr("All that were edited"), None)
        if self._selected:
            self._scope.addItem(self.tr("The %n selected", "", len(self._selected)), self._selected)
            self._scope.setCurrentIndex(int(len(self._selected) > 1))
        self._scope.currentIndexChanged.connect(self._look)
        self.repaired = QCheckBox(self.tr("Repaired text"), self)
        self.repaired.setToolTip(self.tr("Also write the repairs of damaged text, without those rejected"))
        self.repaired.setChecked(self._state.value("save/repaired", "false") in {"true", True})
        self.facts = QCheckBox(self.tr("Facts and verdicts, under the key"), self)
        self.facts.setChecked(self._state.value("save/facts", "false") in {"true", True})
        self.facts_key = QLineEdit(
            str(self._state.value("save/facts-key") or settings.load().facts_key), self
        )
        self.facts_key.setAccessibleName(self.tr("Front-matter key for facts"))
        self.facts_key.setFont(theme.mono(9))
        self.facts_key.setMaximumWidth(120)
        self.facts_key.editingFinished.connect(self._key_changed)
        for box in (self.repaired, self.facts):
            box.setFont(theme.sans(10))
            box.toggled.connect(self._look)
        keyed = QHBoxLayout()
        keyed.addWidget(self.facts)
        keyed.addWidget(self.facts_key)
        keyed.addStretch(1)
        self.files = QListWidget(self)
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setFont(theme.sans(9.5))
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.currentItemChanged.connect(self._show)
        column = QVBoxLayout()
        column.setContentsMargins(28, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(section_head(self.tr("Articles"), self))
        column.addWidget(self._scope)
        column.addWidget(self.repaired)
        column.addLayout(keyed)
        column.addSpacing(6)
        column.addWidget(section_head(self.tr("Files"), self))
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
        column.setContentsMargins(24, 12, 28, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.diff, 1)
        return column

    # Looking

    def contents(self) -> Contents:
        """What is written beside the edited fields."""
        key = self.facts_key.text().strip() if self.facts.isChecked() else ""
        return Contents(repaired=self.repaired.isChecked(), facts_key=key)

    def _key_changed(self) -> None:
        if self.facts.isChecked():
            self._look()

    def _look(self) -> None:
        """Find out in the background what would be written."""
        if self._writing:
            return
        library, contents = self._library, self.contents()
        self.facts_key.setEnabled(self.facts.isChecked())
        chosen: list[int] | None = self._scope.currentData()
        self._state.setValue("save/repaired", self.repaired.isChecked())
        self._state.setValue("save/facts", self.facts.isChecked())
        self._state.setValue("save/facts-key", self.facts_key.text())

        def work(job: Job) -> SaveReport:
            ids = saving.unsaved(library, "" if chosen is None else chosen, contents)
            return saving.preview(library, ids, contents, job.progress)

        self._foot.begin()
        self.go.setEnabled(False)
        self._job = self._jobs.run(
            PREVIEW, work, self._looked, on_progress=self._advance, on_error=self._failed, long=True
        )

    def _looked(self, report: SaveReport) -> None:
        if self._closed:  # a look that was over when the dialog closed
            return
        self._job = None
        self._fill(report)
        count = report.counts[Outcome.WRITTEN]
        refused = report.counts[Outcome.REFUSED]
        self.go.setText(self.tr("Save %n file(s)", "", count) if count else self.tr("Save"))
        self.go.updateGeometry()
        self.go.setEnabled(bool(count))
        if not report.items:
            self._foot.say(self.tr("Nothing was edited since the files were read"), "muted")
        elif refused:
            self._foot.say(self.tr("%n file(s) can't be written", "", refused), "danger")
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
            self.diff.show_diff(f"{item.reason}\n{item.hint}")
        else:
            self.diff.show_diff(item.diff)

    # Writing

    def _save(self) -> None:
        if self._writing or not self.go.isEnabled():
            return
        self._writing = True
        library, contents = self._library, self.contents()
        ids = [item.article_id for item in self._report.items if item.outcome is Outcome.WRITTEN]
        self.go.setEnabled(False)
        self._foot.begin()
        self._job = self._jobs.run(
            SAVE,
            lambda job: saving.save(library, ids, contents, job.progress),
            self._done,
            on_progress=self._advance,
            on_error=self._failed,
            long=True,
        )

    def _advance(self, done: int, total: int, _label: str) -> None:
        if self._closed:
            return
        self._foot.advance(done, total)

    def _done(self, report: SaveReport) -> None:
        self._job, self._writing = None, False
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
        self._job, self._writing = None, False
        if not isinstance(error, CuratorError):
            raise error
        self._foot.say(str(error), "danger")

    def reject(self) -> None:
        """Esc stops what is being written, else closes the dialog."""
        if self._job is not None:
            self._job.cancel()
            if self._writing:
                return
        super().reject()

    def done(self, result: int) -> None:
        """Close, and heed no more of what is under way."""
        self._closed = True
        super().done(result)
