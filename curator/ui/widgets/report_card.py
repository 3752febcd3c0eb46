"""The report of an import as a card: all files, or those to look at, or those that failed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from curator.services.imports.importing import ImportItem
from curator.ui.look import formatting, theme
from curator.ui.widgets.import_report import (
    ALL,
    FAILED,
    ITEM,
    LOOK,
    PARTS,
    LanguageCodes,
    ReportModel,
    ReportPart,
)
from curator.ui.widgets.panes import rule, section_head
from curator.ui.widgets.segmented import Choice, Segmented

WIDTHS = (170, 64, 84, 74)
"""Pixels of the columns, the first one's at least; the last one takes the rest."""
MOST = 330
"""Pixels to which the names of files widen the first column."""
BESIDE = 56
"""Pixels that the mark and the margins take beside a name."""


class ReportCard(QFrame):
    """A table of files; Enter on one shows its article."""

    article_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.model = ReportModel(self)
        self._shown = ReportPart(self)
        self._shown.setSourceModel(self.model)
        self.model.rowsInserted.connect(self._fit)
        self.parts = Segmented([Choice(part, part_name(part, 0)) for part in PARTS], self)
        self.parts.chosen.connect(self.show_part)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.addWidget(section_head(self.tr("Report"), self), 1)
        top.addWidget(self.parts)
        self.table = self._make_table()
        layout = QVBoxLayout()
        layout.setContentsMargins(1, 1, 1, 6)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(rule(self))
        layout.addWidget(self.table, 1)
        self.setLayout(layout)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._shown)
        table.setItemDelegateForColumn(1, LanguageCodes(table))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.grown(30))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, theme.grown(width))
        header.setStretchLastSection(True)
        table.setAccessibleName(self.tr("Report"))
        table.activated.connect(self._open)
        return table

    def _fit(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Make room for the names of these files, so that the outcomes keep what is left."""
        metrics = QFontMetrics(theme.sans(9.5, 500))
        longest = max(metrics.horizontalAdvance(item.path) for item in self.model.items[first : last + 1])
        wanted = min(longest + theme.grown(BESIDE), theme.grown(MOST))
        if wanted > self.table.columnWidth(0):
            self.table.setColumnWidth(0, wanted)

    def count(self, numbers: Mapping[str, int]) -> None:
        """Say how many files each part holds."""
        for part in PARTS:
            self.parts.set_words(part, part_name(part, numbers[part]))

    def show_part(self, part: str) -> None:
        """Show the files of one part only."""
        self._shown.part = part
        self._shown.invalidate()

    def _open(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, ImportItem) and item.article_id is not None:
            self.article_chosen.emit(item.article_id)


def part_name(part: str, number: int) -> str:
    """A part by its name, with the number of its files."""
    translate = QCoreApplication.translate
    names = {
        ALL: translate("ReportCard", "All {n}"),
        LOOK: translate("ReportCard", "To look at {n}"),
        FAILED: translate("ReportCard", "Failed {n}"),
    }
    return names[part].format(n=formatting.number(Decimal(number)))
