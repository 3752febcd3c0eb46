"""What is changed in a window beside the desk: made while it stays alive, and taken back no further."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from curator.domain.errors import Cancelled, CuratorError
from curator.services import editing
from curator.ui.background.waiting import unhurried

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library


class OwnSteps(QObject):
    """Makes the changes of a window and counts those that stand, since its undo leaves all others alone.

    `label` says of a number of things that they are changed, for windows that change very many at once.
    """

    told = Signal(str, str)
    """Why nothing was changed, for the status bar, and the kind of these words."""

    def __init__(self, library: Library, window: QWidget, label: Callable[[int], str] = str) -> None:
        super().__init__(window)
        self._library, self._window, self._label = library, window, label
        self.count = 0

    def make(self, work: Callable[[], Applied], size: int = 1) -> Applied | None:
        """What a change of so many things really changed; None where it was refused or stopped."""
        applied = self._done(work, size)
        if applied is not None and applied.step is not None:
            self.count += 1
        return applied

    def undo(self) -> Applied | None:
        """What the last step of this window changed when it was taken back; None where nothing was."""
        if not self.count:
            return None
        applied = self._done(lambda: editing.undo(self._library), editing.undo_size(self._library))
        if applied is not None:
            self.count -= 1
        return applied

    def _done(self, work: Callable[[], Applied | None], size: int) -> Applied | None:
        try:
            applied = unhurried(self._library, work, self._window, size=size, label=self._label(size))
        except CuratorError as error:
            self.told.emit(str(error), "danger")
        except Cancelled:
            self.told.emit(self.tr("Stopped: nothing was changed"), "muted")
        else:
            if applied is None:
                self.told.emit(self.tr("Nothing changed"), "muted")
            return applied
        return None
