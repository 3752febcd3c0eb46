"""Export: what, in which format, into which folder, with a preview of the first files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.domain.errors import CuratorError
from curator.formats.writing import FileWriter, FolderWriter, Writer
from curator.services.exports import exporting, writers
from curator.ui import WRITERS
from curator.ui.background.jobs import Job, Lane
from curator.ui.exports.contents import ExportContents
from curator.ui.exports.format_rows import FormatRows
from curator.ui.exports.preview import PREVIEW, ExportPreview
from curator.ui.exports.scope import ExportScope, Scope
from curator.ui.exports.target import ExportTarget
from curator.ui.look import icons, theme
from curator.ui.widgets.dialog_foot import DialogFoot
from curator.ui.widgets.dialog_head import DialogHead
from curator.ui.widgets.panes import section_head
from curator.ui.windows.layouts import set_out_work, side_by_side
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from curator.services.library import Library
    from curator.ui.background.jobs import Jobs, Run

COUNTS = "export-counts"


class ExportDialog(QDialog):
    """Writes the selection, what the search found, or the whole library."""

    exported = Signal(str)

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        *,
        query: str,
        selected: Sequence[int],
        state: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        writers.offer(WRITERS)
        self._library, self._jobs, self._state = library, jobs, state
        self._query, self._selected = query, list(selected)
        self._run: Run | None = None
        self._ids: list[int] = []
        self.setWindowTitle(self.tr("Export"))
        keep_size(self, "export", (1160, 780), state)
        self._head = DialogHead(self.tr("Export"), "", self)
        choices = self._make_choices()
        self._preview = ExportPreview(library, jobs, self)
        shown = QVBoxLayout()
        shown.addWidget(self._preview)
        self._foot = DialogFoot(self.tr("Export"), self.tr("Cancel"), self)
        self._foot.go.setDefault(True)
        self._foot.go.clicked.connect(self._export)
        set_out_work(self, self._head, side_by_side(self, choices, shown, (4, 6)), self._foot)
        self._pick_format()
        self._scope.ask()
        self._formats.setFocus()
        # What comes when the dialog is gone has nowhere to go.
        for key in (COUNTS, PREVIEW):
            self.destroyed.connect(partial(jobs.forget, key))

    def _make_choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(28, 16, 24, 16)
        column.setSpacing(8)
        self._scope = ExportScope(self._library, self._jobs, self._query, self._selected, self)
        self._scope.asked.connect(self._say_scope)
        self._scope.read.connect(self._take_scope)
        column.addWidget(self._scope)
        column.addSpacing(4)
        self._formats = FormatRows(
            writers.writers(), str(self._state.value("export/format", "markdown")), self
        )
        column.addWidget(section_head(self.tr("Format"), self, self._formats))
        self._formats.setAccessibleName(self.tr("Format"))
        self._formats.currentItemChanged.connect(self._pick_format)
        column.addWidget(self._formats, 1)
        column.addSpacing(4)
        column.addWidget(section_head(self.tr("Contents"), self))
        self._chosen = ExportContents(self._state, self)
        self._chosen.changed.connect(self._show_preview)
        column.addWidget(self._chosen)
        column.addSpacing(4)
        self._target = ExportTarget(self)
        self._target.changed.connect(self._enable)
        column.addWidget(self._target)
        self._warning = QLabel(self)
        self._warning.setFont(theme.sans(9))
        self._warning.setProperty("role", "warn")
        self._warning.setWordWrap(True)
        self._warning_mark = QLabel(self)
        warning = QHBoxLayout()
        warning.setSpacing(8)
        warning.addWidget(self._warning_mark, 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self._warning, 1)
        column.addLayout(warning)
        return column

    def _format(self) -> Writer:
        return self._formats.chosen()

    def _say_scope(self) -> None:
        """Say what is to be exported while it is read which articles these are."""
        self._ids = []
        self._warn("")
        self._name_action(self.tr("Export"))
        if self._run is None:
            self._foot.say(self.tr("Reading which articles these are…"))
        self._enable()

    def _take_scope(self, scope: Scope) -> None:
        self._ids = scope.ids
        self._name_action(self.tr("Export %n article(s)", "", len(scope.ids)))
        library, ids = self._library, self._ids
        self._jobs.read(COUNTS, partial(exporting.holdings, library, ids), self._chosen.show_holdings)
        parts = [self.tr("%n have no date", "", scope.undated)] if scope.undated else []
        parts += [self.tr("%n have no source", "", scope.sourceless)] if scope.sourceless else []
        self._warn(", ".join(parts))
        self._preview.show_articles(ids)
        self._show_preview()
        self._enable()

    def _warn(self, words: str) -> None:
        self._warning.setText(words)
        self._warning_mark.setPixmap(icons.pixmap("warning", "warn", 16, self.devicePixelRatioF()))
        for part in (self._warning_mark, self._warning):
            part.setVisible(bool(words))

    def _name_action(self, action: str) -> None:
        self._head.say(action, self._scope.words())
        self._foot.go.setText(action)
        self._foot.go.updateGeometry()

    def _pick_format(self) -> None:
        form = self._format()
        many = isinstance(form, FolderWriter)
        self._chosen.show_format(form.name)
        kept = self._state.value(f"export/{form.name}")
        name = f"articles{self._suffix(form)}" if isinstance(form, FileWriter) else "Curator"
        folder = Path(str(self._state.value("export/folder") or _home()))
        self._target.ask_for(str(kept or folder / name), is_folder=many)
        self._show_preview()

    def _suffix(self, form: FileWriter) -> str:
        """The end of a file's name; of what a template makes, as the template's name says."""
        if form.name == "template" and self._chosen.template.text():
            from curator.formats.writers.templates import suffix_of

            return suffix_of(self._chosen.template.text())
        return form.suffix

    def _show_preview(self) -> None:
        self._say_what_comes()
        try:
            self._preview.show_format(self._format().name, self._chosen.contents())
        except CuratorError as error:
            self._preview.text.say(str(error))

    def _say_what_comes(self) -> None:
        if self._run is not None or self._scope.is_reading():
            return
        if not self._ids:
            self._foot.say(self.tr("There is no article here. Choose others above."), "warn")
            return
        many = isinstance(self._format(), FolderWriter)
        files = self.tr("%n file(s)", "", len(self._ids) if many else 1)
        proved = self.tr("{files} and a manifest").format(files=files)
        self._foot.say(proved if self._chosen.manifest.isChecked() else files)

    def _enable(self) -> None:
        possible = self._target.written() and bool(self._ids) and self._run is None
        self._foot.go.setEnabled(possible)

    def _export(self) -> None:
        if self._run is not None or not self._ids:
            return
        target = self._target.path()
        try:
            contents = self._chosen.contents()
        except CuratorError as error:
            self._foot.say(str(error), "danger")
            return
        form, ids, library = self._format().name, self._ids, self._library
        manifest = self._chosen.manifest.isChecked()
        self._state.setValue(f"export/{form}", str(target))
        self._state.setValue("export/folder", str(target.parent))
        self._state.setValue("export/format", form)
        self._chosen.keep()
        self._foot.begin()
        self._run = self._jobs.start(
            Job(
                "export",
                lambda run: exporting.export(
                    library, ids, form, target, contents=contents, manifest=manifest, progress=run.progress
                ),
                self._done,
                progressed=self._advance,
                failed=self._failed,
                stopped=self._stopped,
                lane=Lane.LONG,
            )
        )
        self._enable()

    def _advance(self, done: int, total: int, _label: str) -> None:
        self._foot.advance(done, total)

    def _done(self, report: exporting.ExportReport) -> None:
        self._run = None
        count = len(report.written)
        told = self.tr("Exported %n article(s) to {place}", "", count).format(place=report.out)
        self.exported.emit(told)
        if report.failed:
            self._preview.show_failures([f"{item.path}: {item.reason}" for item in report.failed])
            said = self.tr("%n could not be exported, as listed above.", "", len(report.failed))
            self._foot.say(f"{said} {told}", "danger")
            self._foot.leave.setText(self.tr("Close"))
            self._enable()
            return
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._run = None
        self._enable()
        self._foot.fail(error)

    def _stopped(self) -> None:
        self._run = None
        self.exported.emit(self.tr("The export was stopped"))
        super().reject()

    def reject(self) -> None:
        """Esc stops an export under way, else closes the dialog."""
        if self._run is not None:
            self._run.cancel()
        else:
            super().reject()


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # the system names none
        return Path.cwd()
