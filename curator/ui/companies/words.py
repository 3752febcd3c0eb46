"""The words that name a company: ticked to be split off, taught by a line below, forgotten by Delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from curator.domain.companies import Wording
from curator.ui.keyboard.own_keys import ENTER
from curator.ui.look import theme
from curator.ui.widgets.panes import section_head
from curator.ui.widgets.word_line import WordLine

WORDING = Qt.ItemDataRole.UserRole


class CompanyWords(QWidget):
    """Shows words with the facts they stand in; emits what is to be taught or forgotten."""

    ticked_changed = Signal()
    alias_added = Signal(str)
    alias_removed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = section_head("", self)
        self.list = QListWidget(self)
        self.list.setProperty("boxed", True)
        self.list.setFont(theme.serif(10.5))
        self.list.setAccessibleName(self.tr("Words that name it"))
        self.list.itemChanged.connect(self._changed)
        self.line = WordLine(self.tr("Another alias"), 10.5, self)
        self.line.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self.line)
        self._rest = QWidget(self)
        column.addWidget(self._rest, 1)

    def show_words(self, words: Sequence[Wording]) -> None:
        """Show these words, none of them ticked."""
        self.list.blockSignals(True)
        self.list.clear()
        for each in words:
            item = QListWidgetItem(f"{each.words}   ({self._note(each)})")
            item.setData(WORDING, each)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(words))
        self._rest.setVisible(not words)
        self._head.setText(
            self.tr("Words that name it; tick those to split off") if words else self.tr("No other words")
        )

    def _note(self, each: Wording) -> str:
        count = self.tr("%n fact(s)", "", each.facts)
        return count if each.is_alias else self.tr("{count}, no alias").format(count=count)

    def ticked(self) -> list[str]:
        """The words ticked, to be split off."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return [item.data(WORDING).words for item in items if item.checkState() == Qt.CheckState.Checked]

    def is_typing(self) -> bool:
        """Whether an alias is being typed."""
        return self.line.hasFocus()

    def _changed(self) -> None:
        self.ticked_changed.emit()

    def _add(self) -> None:
        words = self.line.text().strip()
        if words:
            self.alias_added.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.list.currentRow() >= 0:
            wording: Wording = self.list.currentItem().data(WORDING)
            if wording.is_alias:
                self.alias_removed.emit(wording.words)
        elif not (self.is_typing() and event.key() in ENTER):
            super().keyPressEvent(event)
