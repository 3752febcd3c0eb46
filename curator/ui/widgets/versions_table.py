"""Versions of an article's fields side by side: as imported, here, in the file; one of two stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from curator.services.files.reloading import TEXT, Difference, Side
from curator.ui.look import formatting, icons, theme

HERE, FILE = 2, 3
_SIDES = {HERE: Side.HERE, FILE: Side.FILE}


class VersionsTable(QTableWidget):
    """A row a field; the arrow keys walk it, Space or H and F choose whose version stands."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._differences: tuple[Difference, ...] = ()
        self.sides: dict[str, Side] = {}
        self.setHorizontalHeaderLabels(
            [self.tr("Field"), self.tr("As imported"), self.tr("Here"), self.tr("In the file")]
        )
        self.setAccessibleName(self.tr("Versions"))
        self.setFont(theme.sans(9.5))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        )
        self.setShowGrid(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.cellClicked.connect(self._choose)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show these, each with the version that stands unless it is chosen otherwise."""
        self._differences = tuple(differences)
        self.sides = {each.name: each.side for each in differences}
        self.setRowCount(len(differences))
        for row, each in enumerate(differences):
            name = self.tr("Text") if each.name == TEXT else formatting.field_name(each.name)
            if each.is_conflict:
                name = self.tr("{field}, changed in both").format(field=name)
            is_text = each.name == TEXT
            values = (each.imported, each.here, each.file)
            shown = [*map(formatting.field_lines, values)]
            if is_text:
                shown = [formatting.NOTHING, *[self.tr("see below")] * 2]
            for column, text in enumerate((name, *shown)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 0 and each.is_conflict:
                    item.setIcon(icons.icon("warning", "warn"))
                self.setItem(row, column, item)
            self._mark(row)
        self.resizeRowsToContents()
        if differences:
            self.setCurrentCell(0, HERE if differences[0].side is Side.HERE else FILE)

    def _choose(self, row: int, column: int) -> None:
        if column in _SIDES and 0 <= row < len(self._differences):
            self.sides[self._differences[row].name] = _SIDES[column]
            self._mark(row)
            self.chosen.emit()

    def _mark(self, row: int) -> None:
        side = self.sides[self._differences[row].name]
        for column, own in _SIDES.items():
            item = self.item(row, column)
            if item is None:
                continue
            stands = own is side
            icon, role = ("check-circle-fill", "accent") if stands else ("circle", "control")
            item.setIcon(icons.icon(icon, role))
            item.setFont(theme.sans(9.5, 600 if stands else 400))
            words = self.tr("{value}, stands").format(value=item.text()) if stands else item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        columns = {Qt.Key.Key_H: HERE, Qt.Key.Key_F: FILE, Qt.Key.Key_Space: self.currentColumn()}
        column = columns.get(Qt.Key(event.key())) if plain else None
        if column is None:
            super().keyPressEvent(event)
            return
        if column in _SIDES:
            self._choose(self.currentRow(), column)
            self.setCurrentCell(self.currentRow(), column)
