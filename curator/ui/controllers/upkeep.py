"""Looking after the library: backups, restoring one, and the check for damage."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from curator.domain.errors import Cancelled
from curator.services import backing_up, checking, restoring
from curator.ui.background.jobs import Job, Lane
from curator.ui.background.waiting import PATIENCE, waited
from curator.ui.windows.progress_window import ProgressWindow

if TYPE_CHECKING:
    from curator.ui.background.jobs import Run
    from curator.ui.controllers.showing import Showing

BACKUP, CHECK = "backup", "check"
TASKS = ("import", "export", BACKUP, CHECK, "reclean", "save", "reload")
"""What may be under way and would lose its library."""

Result = TypeVar("Result")


class Upkeep(QObject):
    """Runs these tasks beside the desk; what takes longer shows how far it is, and can be stopped.

    `reopen` shows the library that stands in the place by then.
    """

    def __init__(self, desk: Showing, reopen: Callable[[], None]) -> None:
        super().__init__(desk)
        self._desk, self._reopen = desk, reopen
        self._windows: dict[str, ProgressWindow] = {}

    def back_up(self) -> None:
        """Write a copy of the library."""
        if self._shown(BACKUP):
            return
        library = self._desk.library
        suggested = library.path.with_stem(f"{library.path.stem}-{date.today():%Y-%m-%d}")  # noqa: DTZ011
        target = self._desk.dialogs.place_to_save(self.tr("Back up the library"), str(suggested))
        if target is None:
            return
        stops = self.tr("If you stop, no half copy is left.")
        self._run(
            BACKUP,
            (self.tr("Backing up the library"), stops),
            lambda run: (backing_up.backup(library, target, run.progress), backing_up.faults(library)),
            self._backed_up,
        )

    def _backed_up(self, made: tuple[Path, Sequence[str]]) -> None:
        path, faults = made
        if not faults:
            self._desk.tell(self.tr("Backed up to {path}").format(path=path))
            return
        told = self.tr("The library is damaged, and so is this copy: keep older ones.")
        self._desk.tell(told, "danger")
        self._desk.dialogs.tell(self.tr("Back up the library"), f"{told} ({path})", "\n".join(faults))

    def check(self) -> None:
        """Look for damage in the library, and say what was found."""
        if self._shown(CHECK):
            return
        library = self._desk.library
        harmless = self.tr("Nothing is changed; it can be stopped at any time.")
        self._run(
            CHECK,
            (self.tr("Checking the library"), harmless),
            lambda run: checking.check(library, progress=run.progress),
            self._checked,
        )

    def _checked(self, problems: Sequence[str]) -> None:
        if not problems:
            self._desk.tell(self.tr("Checked: nothing wrong with the library"))
            return
        found = self.tr("%n problem(s) found", "", len(problems))
        self._desk.tell(found, "danger")
        hint = self.tr("Restore a backup, or keep a copy and ask for help.")
        self._desk.dialogs.tell(self.tr("Check the library"), f"{found}. {hint}", "\n".join(problems))

    def restore(self) -> None:
        """Put a backup in the place of the library, which is itself kept beside it."""
        if any(map(self._desk.jobs.running, TASKS)):
            self._desk.tell(self.tr("Something else is under way. Wait for it, or stop it."), "danger")
            return
        pattern = self.tr("Libraries (*.curator *.sqlite *.db);;All files (*)")
        source = self._desk.dialogs.file_to_open(self.tr("Restore a backup"), pattern)
        if source is None or not self._desk.dialogs.confirms(
            self.tr("Restore a backup"),
            self.tr("The backup takes the place of this library. What is here now is kept beside it."),
            self.tr("Restore"),
        ):
            return
        self._desk.attempt(partial(self._restore, source))

    def _restore(self, source: Path) -> None:
        stopping = threading.Event()

        def go_on(*_: object) -> None:
            if stopping.is_set():
                raise Cancelled

        restore = partial(restoring.restore, self._desk.library, source, go_on)
        kept = waited(stopping.set, self.tr("Restoring the backup"), restore, self._desk.window)
        # What was open belongs to the library that was here.
        self._desk.show_article(None)
        self._reopen()
        self._desk.tell(self.tr("Restored. The library as it was: {path}").format(path=kept))

    # Tasks beside the desk

    def _shown(self, key: str) -> bool:
        """Whether the task is under way, and its window was brought to the front."""
        window = self._windows.get(key)
        if window is None:
            return False
        window.come_forward()
        return True

    def _run(
        self,
        key: str,
        words: tuple[str, str],
        work: Callable[[Run], Result],
        done: Callable[[Result], None],
    ) -> None:
        window = self._windows[key] = ProgressWindow(*words, self._desk.window)
        self._desk.tell(words[0], "muted")
        run = self._desk.jobs.start(
            Job(
                key,
                work,
                lambda result: self._end(key, partial(done, result)),
                progressed=lambda so_far, total, _label: window.show_progress(so_far, total),
                failed=lambda error: self._end(key, partial(self._desk.tell_error, error)),
                stopped=lambda: self._end(key, self._desk.tell_stopped),
                lane=Lane.LONG,
            )
        )
        window.stop_requested.connect(run.cancel)
        # What takes but a moment is not worth a window.
        QTimer.singleShot(PATIENCE, window, window.show)

    def _end(self, key: str, then: Callable[[], None]) -> None:
        window = self._windows.pop(key)
        window.end()
        window.close()
        window.deleteLater()
        then()
