"""Files changed outside: reload what has nothing unsaved, choose field by field for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.services.files import reloading
from curator.services.files.comparing import FileChange, Standing
from curator.services.files.reloading import Comparison, Outcome, ReloadReport
from curator.ui.background.jobs import Job, Lane
from curator.ui.look import icons, theme
from curator.ui.widgets.dialog_foot import DialogFoot
from curator.ui.widgets.dialog_head import DialogHead
from curator.ui.widgets.diff_view import DiffView
from curator.ui.widgets.panes import ElidedLabel, push_button, rule, section_head
from curator.ui.widgets.side_lists import side_list
from curator.ui.widgets.versions_table import VersionsTable
from curator.ui.windows.layouts import set_out_work
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library
    from curator.ui.background.jobs import Jobs, Run

COMPARE, RELOAD = "compare", "reload"
PATIENCE = 300
"""Milliseconds until it is shown that a comparison is under way."""
_CHANGE = Qt.ItemDataRole.UserRole


class ChangedFilesWindow(QDialog):
    """Lists the files, shows each beside its article, and takes what the editor chooses."""

    reloaded = Signal(object)
    """The numbers of the articles that say something else now."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        changes: Sequence[FileChange],
        parent: QWidget | None = None,
        state: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._compared: Comparison | None = None
        self._run: Run | None = None
        self._closed = False
        self.setWindowTitle(self.tr("Files changed outside"))
        keep_size(self, "changed-files", (1120, 720), state)
        self.files = QListWidget(self)
        self.files.setProperty("inset", True)
        self.files.setFont(theme.sans(9.5))
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.currentItemChanged.connect(self._compare)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(side_list(self.files, self.tr("Files"), "", 320, self))
        body.addWidget(rule(self, upright=True))
        body.addLayout(self._make_detail(), 1)
        self._foot = self._make_foot()
        set_out_work(self, self._make_head(), body, self._foot)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._foot.begin)
        self._fill(changes)
        self.files.setFocus()

    def _make_head(self) -> DialogHead:
        words = self.tr("Another program changed them since they were read. Undo takes each choice back.")
        return DialogHead(self.tr("Files changed outside"), words, self)

    def _make_detail(self) -> QVBoxLayout:
        self._name = ElidedLabel("", self)
        self._name.setFont(theme.sans(9.5))
        self._name.setProperty("role", "muted")
        self.versions = VersionsTable(self)
        self.versions.chosen.connect(lambda: self._foot.say(""))
        self.diff = DiffView(self)
        self.diff.setAccessibleName(self.tr("Differences of the text"))
        column = QVBoxLayout()
        column.setContentsMargins(20, 10, 28, 16)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self.versions, 3)
        column.addWidget(section_head(self.tr("Text, from here to the file"), self))
        column.addWidget(self.diff, 2)
        return column

    def _make_foot(self) -> DialogFoot:
        self.all = push_button("", parent=self)
        self.all.clicked.connect(self._reload)
        foot = DialogFoot(self.tr("Take these versions"), self.tr("Close"), self, beside=self.all)
        self.go = foot.go
        self.go.clicked.connect(self._resolve)
        return foot

    def _fill(self, changes: Sequence[FileChange]) -> None:
        for each in sorted(changes, key=lambda change: change.standing is not Standing.CHANGED):
            gone = each.standing is not Standing.CHANGED
            entry = QListWidgetItem(each.path, self.files)
            entry.setData(_CHANGE, each)
            entry.setToolTip(each.file)
            if gone:
                entry.setIcon(icons.icon("prohibit", "muted"))
            elif each.unsaved:
                entry.setIcon(icons.icon("warning", "warn"))
            else:
                entry.setIcon(icons.icon("circle", "muted"))
            words = {
                Standing.CHANGED: self.tr("has edits that are not saved") if each.unsaved else "",
                Standing.GONE: self.tr("gone"),
                Standing.UNREADABLE: self.tr("cannot be read"),
            }[each.standing]
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.path} {words}".strip())
        self._show_nothing()
        self._count()
        if self.files.count():
            self.files.setCurrentRow(0)

    def changes(self) -> list[FileChange]:
        """The files that are listed."""
        return [self.files.item(row).data(_CHANGE) for row in range(self.files.count())]

    def _free(self) -> list[int]:
        return [
            each.article_id
            for each in self.changes()
            if each.standing is Standing.CHANGED and not each.unsaved
        ]

    def _count(self) -> None:
        count = len(self._free())
        self.all.setText(self.tr("Reload the %n without unsaved edits", "", count))
        self.all.setVisible(bool(count))
        self.all.setEnabled(self._run is None)

    # One file

    def _compare(self, entry: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        self._show_nothing()
        change: FileChange | None = entry.data(_CHANGE) if entry else None
        if change is None:
            return
        self._name.set_text(change.file)
        if change.standing is not Standing.CHANGED:
            gone = self.tr("The file is gone. The article stays; export it to write it anew.")
            self.diff.say(change.reason or gone)
            return
        self._patience.start()
        library, number = self._library, change.article_id
        self._jobs.start(
            Job(COMPARE, lambda _run: reloading.compare(library, number), self._show, failed=self._failed)
        )

    def _show_nothing(self) -> None:
        self._compared = None
        self._compare_ended()
        self._name.set_text("")
        self.versions.show_differences(())
        self.diff.show_diff("")
        self.go.setEnabled(False)

    def _compare_ended(self) -> None:
        self._patience.stop()
        if self._run is None:
            self._foot.say("")

    def _show(self, compared: Comparison) -> None:
        entry = self.files.currentItem() if not self._closed else None
        if entry is None or entry.data(_CHANGE).article_id != compared.article.id:
            return
        self._compared = compared
        self._compare_ended()
        self.versions.show_differences(compared.differences)
        if compared.diff:
            self.diff.show_diff(compared.diff)
        else:
            self.diff.say(self.tr("The text is the same."))
        self.go.setEnabled(True)

    def _resolve(self) -> None:
        compared, sides = self._compared, dict(self.versions.sides)
        if compared is None or not self.go.isEnabled():
            return
        library = self._library
        self.go.setEnabled(False)
        self._run = self._jobs.start(
            Job(
                RELOAD,
                lambda _run: reloading.resolve(library, compared, sides),
                lambda applied: self._resolved(compared.article.id, applied),
                failed=self._failed,
                lane=Lane.LONG,
            )
        )

    def _resolved(self, number: int, _applied: Applied) -> None:
        self._run = None
        self.reloaded.emit([number])
        if not self._closed:
            self._drop({number})

    # All that are free

    def _reload(self) -> None:
        library, ids = self._library, self._free()
        self.all.setEnabled(False)
        self._foot.begin()
        self._run = self._jobs.start(
            Job(
                RELOAD,
                lambda run: reloading.reload(library, ids, run.progress),
                self._all_reloaded,
                progressed=self._advance,
                failed=self._failed,
                lane=Lane.LONG,
            )
        )

    def _advance(self, done: int, total: int, _label: str) -> None:
        if not self._closed:
            self._foot.advance(done, total)

    def _all_reloaded(self, report: ReloadReport) -> None:
        self._run = None
        self.reloaded.emit(list(report.article_ids))
        if self._closed:
            return
        self._foot.say("")
        self._drop(set(report.article_ids))
        failed = [item for item in report.items if item.outcome is Outcome.FAILED]
        if failed:
            self._foot.say(f"{failed[0].path}: {failed[0].reason}", "danger")

    def _drop(self, ids: set[int]) -> None:
        for row in reversed(range(self.files.count())):
            if self.files.item(row).data(_CHANGE).article_id in ids:
                self.files.takeItem(row)
        self._count()
        if not self.files.count():
            self.accept()

    def _failed(self, error: BaseException) -> None:
        self._run = None
        self._patience.stop()
        if not self._closed:
            self._count()
        self._foot.fail(error)

    def reject(self) -> None:
        """Esc stops what is under way, else closes the window."""
        if self._run is not None:
            self._run.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, and heed no more of what is under way."""
        self._closed = True
        self._patience.stop()
        super().done(result)
