"""The list of companies, or of pairs that may be the same: what it shows and what is chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from curator.domain.companies import CompanyRow, Pair
from curator.ui.companies.rows import ENTRY, CompanyRows

Entry = CompanyRow | Pair


class CompanyList(QListWidget):
    """Entries by name; of companies several can be chosen, of pairs one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setItemDelegate(CompanyRows(self))
        self._turned = False
        self.itemSelectionChanged.connect(self._turn_back)

    def show_entries(self, entries: Sequence[Entry], part: str, company: str = "", *, several: bool) -> None:
        """Show those with `part` in a name; stay at the present row, or go to a company that is named."""
        place = max(0, self.currentRow())
        wanted = part.casefold().strip()
        shown = [entry for entry in entries if any(wanted in name.casefold() for name in _names(entry))]
        mode = QAbstractItemView.SelectionMode
        self.blockSignals(True)
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.clear()
        for entry in shown:
            item = QListWidgetItem(_names(entry)[0])
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._said(entry))
            self.addItem(item)
        if company:
            place = next((i for i, entry in enumerate(shown) if _names(entry)[0] == company), 0)
        self.blockSignals(False)
        self._turn_back()
        self.setCurrentRow(min(place, len(shown) - 1))

    def chosen(self) -> list[CompanyRow]:
        """The companies selected, the most used first."""
        entries = [item.data(ENTRY) for item in self.selectedItems()]
        rows = [entry for entry in entries if isinstance(entry, CompanyRow)]
        return sorted(rows, key=lambda row: (-row.articles, -row.facts))

    def pair(self) -> Pair | None:
        """The pair chosen, of which `one` is to stay and `other` to go into it."""
        item = self.currentItem()
        entry = item.data(ENTRY) if item else None
        if not isinstance(entry, Pair):
            return None
        return replace(entry, one=entry.other, other=entry.one) if self._turned else entry

    def turn_pair(self) -> None:
        """Let the other company of the pair chosen be the one that stays, until another is chosen."""
        self._turned = not self._turned

    def _turn_back(self) -> None:
        self._turned = False

    def _said(self, entry: Entry) -> str:
        if isinstance(entry, Pair):
            return self.tr("{one} and {other}").format(one=entry.one.name, other=entry.other.name)
        articles = self.tr("%n article(s)", "", entry.articles)
        return f"{entry.name}, {articles}"


def _names(entry: Entry) -> list[str]:
    """The names by which an entry is found, its own first."""
    rows = (entry.one, entry.other) if isinstance(entry, Pair) else (entry,)
    return [name for row in rows for name in (row.name, *row.aliases)]
