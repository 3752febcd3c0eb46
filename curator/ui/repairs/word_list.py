"""The list of damaged words, of which one is being decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from curator.ui.repairs.word_rows import WORD, DamagedWordRows

if TYPE_CHECKING:
    from curator.domain.damaged_words import DamagedWord


class DamagedWordList(QListWidget):
    """Damaged words over their proposals; it stays at its row when others are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(DamagedWordRows(self))

    def show_words(self, words: Sequence[DamagedWord]) -> None:
        """Show other words, at the present row or the last; who shows the one chosen is to look himself."""
        row = max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for word in words:
            item = QListWidgetItem(word.after)
            item.setData(WORD, word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word.before}: {word.after}")
            self.addItem(item)
        self.setCurrentRow(min(row, len(words) - 1))
        self.blockSignals(False)

    def word(self) -> DamagedWord | None:
        """The damaged word being decided."""
        item = self.currentItem()
        return item.data(WORD) if item else None

    def go_to(self, row: int) -> None:
        """Go to a row, at most to the first or the last."""
        self.setCurrentRow(max(0, min(row, self.count() - 1)))
