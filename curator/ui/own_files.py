"""The editors' own files: saving to them, and what other programs changed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.services.saving import Outcome, SaveReport

if TYPE_CHECKING:
    from curator.ui.desk import Desk


class OwnFiles(QObject):
    """Opens the windows beside the desk that write to files and compare with them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

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
        self._desk.announce(frozenset(), report.article_ids)
        refused = report.counts[Outcome.REFUSED]
        if refused:
            self._desk.tell(self.tr("%n file(s) can't be written", "", refused), "danger")
        else:
            self._desk.tell(self.tr("%n file(s) written", "", report.counts[Outcome.WRITTEN]))
