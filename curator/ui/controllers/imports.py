"""Imports: files taken in while the window stays usable, with their progress and report.

They are made when the first is wanted, since their window and services take long to import.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator import paths, settings
from curator.domain.changes import Subject
from curator.domain.errors import CuratorError
from curator.formats.collections import Choices
from curator.services.imports import choosing, importing
from curator.ui.background.jobs import Job, Lane, Run
from curator.ui.look import formatting
from curator.ui.windows import columns_window
from curator.ui.windows.import_window import NOTHING, ImportWindow

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing

IMPORT = "import"
LAST_FOLDER = "import/folder"
"""The state that holds the folder from which something was imported last."""
SHORT = 100
"""Rows of a list that is shown anew while articles come in."""
REFRESHED = 2.0
"""Seconds between two looks at what came in."""


class Imports(QObject):
    """Starts an import, shows how it goes, and announces what it brought."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._import_window: ImportWindow | None = None
        self._refreshed = 0.0
        self._at_top: int | None = None
        """The article that was shown because nothing was, while more came in."""
        self._window.status.task_chosen.connect(self.show_import)
        self._window.frame.closing.connect(self._close_import)

    @property
    def is_under_way(self) -> bool:
        """Whether files are being taken in, so that no others can be."""
        return self._desk.jobs.running(IMPORT)

    def import_folder(self) -> None:
        """Ask for a folder and take in what it holds."""
        folder = self._desk.dialogs.folder_to_import(self._last_folder())
        if folder:
            self._window.state.setValue(LAST_FOLDER, str(folder))
            self.take_in([folder])

    def import_files(self) -> None:
        """Ask for files and take them in."""
        files = self._desk.dialogs.files_to_import(self._last_folder())
        if files:
            self._window.state.setValue(LAST_FOLDER, str(files[0].parent))
            self.take_in(files)

    def _last_folder(self) -> str:
        return str(self._window.state.value(LAST_FOLDER, ""))

    def import_samples(self) -> None:
        """Take in the shipped samples."""
        self.take_in([paths.resource("samples")])

    def take_in(self, sources: Sequence[Path], revisions: importing.Revisions | None = None) -> None:
        """Import files and folders in the background; the window stays usable.

        What becomes of known articles with other bytes is as the settings say, unless it is said.
        """
        if not sources:
            return
        if self.is_under_way:
            self.show_import()
            self._desk.tell(self.tr("An import is under way. Wait for it, or stop it."), "danger")
            return
        choices = self._choices(sources)
        if choices is not None:
            policy = revisions or importing.Revisions(settings.load().revisions)
            self._begin(sources, policy, choices)

    def _begin(self, sources: Sequence[Path], revisions: importing.Revisions, choices: Choices) -> None:
        window, library = self._open_import(sources), self._desk.library

        def work(run: Run) -> importing.ImportReport:
            return importing.import_paths(
                library,
                sources,
                revisions=revisions,
                choices=choices,
                progress=run.progress,
                on_item=run.tell,
            )

        run = self._desk.jobs.start(
            Job(
                IMPORT,
                work,
                self._imported,
                progressed=self._advance,
                found=self._take_item,
                failed=self._import_failed,
                stopped=lambda: self._imported(None),
                lane=Lane.LONG,
            )
        )
        window.stop_requested.connect(run.cancel)
        window.show()

    def _choices(self, sources: Sequence[Path]) -> Choices | None:
        """What an editor says of the columns of each table; None if the import shall not begin."""
        files: dict[str, Mapping[str, str]] = {}
        for source in sources:
            try:
                look = choosing.look(source)
            except CuratorError:
                continue  # importing it says why
            if look is None or look.is_ours:
                continue
            columns = columns_window.asked(look, source.name, self._window.state, self._window)
            if columns is None:
                return None
            files[os.path.abspath(source)] = columns  # noqa: PTH100 - links stay as they are named
        return Choices(files=files)

    def _open_import(self, sources: Sequence[Path]) -> ImportWindow:
        if self._import_window:
            self._import_window.deleteLater()
        window = self._import_window = ImportWindow(sources, self._window, self._window.state)
        window.article_chosen.connect(self._desk.show_article)
        window.replace_requested.connect(self._replace_revisions)
        self._refreshed = time.monotonic()
        return window

    def show_import(self) -> None:
        """Show the import that is under way, or the report of the last one."""
        if self._import_window is None:
            self._desk.tell(self.tr("Nothing was imported since the start"), "muted")
            return
        self._import_window.come_forward()
        if not self._import_window.running:
            self._window.status.set_task("")

    def _close_import(self) -> None:
        if self._import_window:
            self._import_window.close()

    def _replace_revisions(self, sources: list[Path]) -> None:
        if self._import_window:
            self._import_window.close()
        self.take_in(sources, importing.Revisions.REPLACE)

    def _advance(self, done: int, total: int, label: str) -> None:
        if self._import_window:
            self._import_window.show_progress(done, total, label)
        if total:
            text = self.tr("Importing {done} of {total}").format(
                done=formatting.count(done), total=formatting.count(total)
            )
            self._window.status.set_task(text)

    def _take_item(self, item: importing.ImportItem) -> None:
        if self._import_window:
            self._import_window.add_item(item)
        # A short list shows what comes in as it comes; a long one keeps its place till the end.
        short = self._window.list.model.rowCount() < SHORT
        if short and time.monotonic() - self._refreshed > REFRESHED:
            self._refresh()

    def _refresh(self) -> None:
        self._refreshed = time.monotonic()
        self._desk.look_again()
        self._window.show_welcome(self._desk.library_is_empty())
        if self._desk.article is None:
            self._show_top()

    def _show_top(self) -> None:
        first = self._window.list.model.article(0)
        self._at_top = first.id if first else None
        self._desk.show_article(self._at_top)

    def _imported(self, report: importing.ImportReport | None) -> None:
        self._end_import(
            cancelled=report is None or report.cancelled,
            left_out=report.left_out if report else NOTHING,
        )
        self._refresh()
        article = self._desk.article
        if article and article.id == self._at_top:
            self._show_top()  # what came in later may stand before it
        self._at_top = None
        self._desk.announce(frozenset(Subject), [])
        if report:
            self._tell_of(report)

    def _tell_of(self, report: importing.ImportReport) -> None:
        outcomes = Counter(item.outcome for item in report.items)
        present, failed = outcomes[importing.Outcome.PRESENT], outcomes[importing.Outcome.FAILED]
        said = [self.tr("%n article(s) imported", "", len(report.article_ids))]
        if present and not report.article_ids:
            said = [self.tr("%n file(s) already there", "", present)]
        if failed:
            said.append(self.tr("%n file(s) could not be read", "", failed))
        self._desk.tell(", ".join(said), "muted" if failed else "ok")

    def _import_failed(self, error: BaseException) -> None:
        self._end_import(cancelled=True, problem=str(error))
        self._desk.tell_error(error)

    def _end_import(
        self, *, cancelled: bool, problem: str = "", left_out: importing.LeftOut = NOTHING
    ) -> None:
        window = self._import_window
        if window:
            window.finish(cancelled=cancelled, problem=problem, left_out=left_out)
        behind = window is not None and not window.isVisible()
        self._window.status.set_task(self.tr("Import ended: show the report") if behind else "")
