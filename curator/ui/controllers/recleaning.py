"""Cleaning again: which articles older engines have read, asking, and the work in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.domain.changes import Subject
from curator.services import recleaning
from curator.services.recleaning import RecleanReport
from curator.ui.background.jobs import Job, Lane

if TYPE_CHECKING:
    from curator.ui.background.jobs import Run
    from curator.ui.controllers.showing import Showing
    from curator.ui.windows.recleaning_window import RecleaningWindow

RECLEAN = "reclean"


class Recleaning(QObject):
    """Starts the work, shows how far it is, and announces what it brought."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self.window: RecleaningWindow | None = None

    def clean_again(self) -> None:
        """Ask, then clean again: of several selected articles those, else all that are outdated.

        Where no engine is newer, the chosen articles are read again if the editor wants it all the same.
        """
        if self._desk.jobs.running(RECLEAN):
            self.show()
            return
        selected = self._desk.window.list.selected()
        outdated = recleaning.outdated_ids(self._desk.library)
        if len(selected) > 1:
            chosen = set(selected)
            outdated = [number for number in outdated if number in chosen]
        if outdated:
            self._ask(outdated, self._said(len(outdated)), force=False)
            return
        ids = self._desk.selected()
        if not ids:
            self._desk.tell(self.tr("No article was cleaned by an older engine"), "muted")
            return
        chosen = self.tr("Chosen: %n article(s).", "", len(ids))
        said = self.tr("These engines have read them already. Read them again all the same?")
        self._ask(ids, f"{chosen} {said}", force=True)

    def _said(self, count: int) -> str:
        return self.tr("Cleaned by an older engine: %n article(s).", "", count)

    def _ask(self, ids: Sequence[int], said: str, *, force: bool) -> None:
        kept = self.tr(
            "Their original bytes are read again. Decisions, verdicts, notes and edited fields stay; "
            "what nobody decided may change. Undo takes all of it back."
        )
        if self._desk.dialogs.confirms(self.tr("Clean again"), f"{said}\n\n{kept}", self.tr("Clean again")):
            self._begin(ids, force=force)

    def _begin(self, ids: Sequence[int], *, force: bool) -> None:
        from curator.ui.windows.recleaning_window import RecleaningWindow

        library = self._desk.library
        window = self.window = RecleaningWindow(len(ids), self._desk.window)

        def work(run: Run) -> RecleanReport:
            return recleaning.reclean(library, ids, run.progress, force=force, on_item=run.tell)

        run = self._desk.jobs.start(
            Job(
                RECLEAN,
                work,
                self._done,
                progressed=lambda done, total, _label: window.show_progress(done, total),
                found=window.add_item,
                failed=self._failed,
                stopped=lambda: self._done(None),
                lane=Lane.LONG,
            )
        )
        window.stop_requested.connect(run.cancel)
        window.article_chosen.connect(self._desk.show_article)
        window.show()

    def show(self) -> None:
        """Show how far the work is."""
        if self.window:
            self.window.come_forward()

    def _done(self, report: RecleanReport | None) -> None:
        if self.window:
            self.window.finish(report)
        self._desk.announce({Subject.ARTICLE, Subject.FACT, Subject.REPAIR}, [])
        count = len(report.article_ids) if report else 0
        self._desk.look_again()
        self._desk.tell(self.tr("Cleaned again, changed: %n article(s)", "", count))

    def _failed(self, error: BaseException) -> None:
        if self.window:
            self.window.finish(None, str(error))
        self._desk.tell_error(error)

    def look(self) -> None:
        """Count in the background what older engines have read, and let the sidebar say it."""
        library = self._desk.library
        self._desk.jobs.read("outdated", lambda: recleaning.outdated(library), self._show_count)

    def _show_count(self, count: int) -> None:
        self._desk.window.sidebar.note.say(self._said(count) if count else "")
