"""Which articles are exported: the selection, what the search found, or the whole library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from curator.services import listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from curator.services.library import Library
    from curator.ui.background.jobs import Jobs

SCOPE = "export-scope"
LOOKED_AT = 2_000
"""Articles in which it is looked for what is missing."""


class Scope(NamedTuple):
    """Articles to be exported, in the order of the list, and how many of the first lack something."""

    ids: list[int]
    undated: int
    sourceless: int


class ExportScope(QComboBox):
    """Offers what can be exported, and reads in the background which articles these are."""

    asked = Signal()
    """Others were chosen; they are being read."""
    read = Signal(object)
    """The Scope that was chosen."""

    def __init__(
        self, library: Library, jobs: Jobs, query: str, selected: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self.setAccessibleName(self.tr("Articles"))
        if len(selected) > 1:
            self.addItem(self.tr("The %n selected", "", len(selected)), list(selected))
        if query:
            self.addItem(self.tr("What the search found"), query)
        self.addItem(self.tr("The whole library"), "")
        if len(selected) == 1:
            self.addItem(self.tr("The one selected"), list(selected))
        self.currentIndexChanged.connect(self.ask)
        self.destroyed.connect(partial(jobs.forget, SCOPE))

    def words(self) -> str:
        """What is chosen, in words; of a search its query."""
        chosen = self.currentData()
        if isinstance(chosen, str) and chosen:
            return self.tr("the set you see: {query}").format(query=chosen)
        return self.currentText()

    def is_reading(self) -> bool:
        """Whether it is not known yet which articles were chosen."""
        return self._jobs.running(SCOPE)

    def ask(self) -> None:
        """Read which articles these are."""
        library, chosen = self._library, self.currentData()
        self._jobs.read(SCOPE, partial(_read, library, chosen), self.read.emit)
        self.asked.emit()


def _read(library: Library, chosen: list[int] | str) -> Scope:
    ids = listing.identifiers(library, chosen) if isinstance(chosen, str) else chosen
    rows = listing.rows(library, ids[:LOOKED_AT])
    return Scope(ids, sum(row.published is None for row in rows), sum(not row.source for row in rows))
