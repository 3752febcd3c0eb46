"""The editors' own files: saving to them, and what other programs changed in them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from curator.domain.changes import Subject
from curator.services.files import comparing
from curator.services.files.comparing import FileChange, Seen, Standing
from curator.ui.background.jobs import Job, Lane

if TYPE_CHECKING:
    from curator.services.files.saving import SaveReport
    from curator.ui.controllers.showing import Showing

LOOK, COMPARE = "changed-files", "compare-files"
PAUSE = 5.0
"""Seconds at least between two looks at the files."""
FIRST = 1500
"""Milliseconds after the start until the first look."""


class OwnFiles(QObject):
    """Opens the windows beside the desk that write to files and compare with them."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._seen = Seen()
        self._looked = time.monotonic()
        self._closed = False
        self._first = QTimer(self, singleShot=True, interval=FIRST)
        self._first.timeout.connect(self.look)
        self._changes: dict[int, FileChange] = {}
        desk.article_shown.connect(self._tell_of_article)
        desk.window.reader.conflict.button.clicked.connect(self.show_changed)
        frame = self._desk.window.frame
        frame.installEventFilter(self)
        frame.closing.connect(self._close)

    def begin(self) -> None:
        """Look for the first time in a moment, when the library has been shown."""
        self._first.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Another program was in front: it may have changed files.
        if event.type() == QEvent.Type.WindowActivate and time.monotonic() - self._looked > PAUSE:
            self.look()
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        self._closed = True
        self._first.stop()

    # Saving

    def save(self) -> None:
        """Show what would be written to the files, and write it."""
        from curator.ui.windows.save_dialog import SaveDialog

        self._desk.window.fields.commit()
        dialog = SaveDialog(
            self._desk.library,
            self._desk.jobs,
            selected=self._desk.window.list.selected(),
            state=self._desk.window.state,
            parent=self._desk.window,
        )
        dialog.saved.connect(self._saved)
        dialog.exec()
        dialog.deleteLater()

    def _saved(self, report: SaveReport) -> None:
        from curator.services.files.saving import Outcome

        self._desk.announce(frozenset(), report.article_ids)
        refused = report.counts[Outcome.REFUSED]
        if refused:
            self._desk.tell(self.tr("%n file(s) can't be written", "", refused), "danger")
        else:
            self._desk.tell(self.tr("%n file(s) written", "", report.counts[Outcome.WRITTEN]))

    # Changed outside

    def look(self) -> None:
        """Look in the background for files that other programs changed, and let the sidebar say so."""
        if self._closed:
            return
        self._looked = time.monotonic()
        library, seen = self._desk.library, self._seen
        self._desk.jobs.start(
            Job(
                LOOK,
                lambda run: comparing.changed(library, progress=run.progress, seen=seen),
                self._show,
                lane=Lane.LONG,
            )
        )

    def _show(self, changes: tuple[FileChange, ...]) -> None:
        count = sum(each.standing is Standing.CHANGED for each in changes)
        said = self.tr("%n file(s) changed outside.", "", count) if count else ""
        self._desk.window.sidebar.files_note.say(said)
        self._changes = {each.article_id: each for each in changes}
        self._tell_of_article()

    def _tell_of_article(self) -> None:
        """Say over the text if the shown article's file is another by now."""
        article = self._desk.article
        change = self._changes.get(article.id) if article else None
        if change is None or change.standing is not Standing.CHANGED:
            said = ""
        elif change.unsaved:
            said = self.tr(
                "Another program changed this article's file, and it has edits that are not saved."
            )
        else:
            said = self.tr("Another program changed this article's file.")
        action = self.tr("Compare…") if said else ""
        self._desk.window.reader.conflict.tell(said, "warn", action)

    def show_changed(self) -> None:
        """Compare now, and open the window with what was found."""
        self._desk.window.fields.commit()
        library, seen = self._desk.library, self._seen
        self._desk.jobs.start(
            Job(
                COMPARE,  # not the key of a look, which might begin meanwhile
                lambda run: comparing.changed(library, progress=run.progress, seen=seen),
                self._open,
                lane=Lane.LONG,
            )
        )

    def _open(self, changes: tuple[FileChange, ...]) -> None:
        from curator.ui.windows.changed_files_window import ChangedFilesWindow

        self._show(changes)
        if not changes:
            self._desk.tell(self.tr("All files are as they were read"))
            return
        desk, beside = self._desk, self._desk.window
        window = ChangedFilesWindow(desk.library, desk.jobs, changes, beside, beside.state)
        window.reloaded.connect(self._reloaded)
        window.exec()
        window.deleteLater()
        self.look()

    def _reloaded(self, ids: list[int]) -> None:
        self._show(tuple(each for each in self._changes.values() if each.article_id not in ids))
        self._desk.announce({Subject.ARTICLE, Subject.FACT, Subject.REPAIR}, ids)
        self._desk.look_again()
        self._desk.tell(self.tr("%n file(s) reloaded", "", len(ids)))
