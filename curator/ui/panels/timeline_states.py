"""The other faces of the timeline pane: the table, and the sentence when there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QTableView, QWidget

from curator.domain.timelines import Mark
from curator.ui.background.jobs import Jobs
from curator.ui.look import theme
from curator.ui.timeline.table import MarkTable
from curator.ui.timeline.words import tr
from curator.ui.widgets.panes import push_button

_WIDTHS = (120, 220, 160, 300, 120, 110, 140)
"""Of the columns at the usual size of letters."""


class EmptyTimeline(QWidget):
    """One sentence and one action."""

    import_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        self.sentence = QLabel(tr("No dated facts yet."), self)
        self.sentence.setFont(theme.sans(9.5))
        self.sentence.setProperty("role", "muted")
        self.button = push_button(tr("Import articles…"), parent=self)
        self.button.clicked.connect(self.import_requested)
        row.addStretch(1)
        row.addWidget(self.sentence)
        row.addSpacing(8)
        row.addWidget(self.button)
        row.addStretch(1)

    def show_filtered(self, filtered: bool, *, found: bool = True) -> None:
        """Say whether there is nothing at all, no article `found`, or nothing in those that were."""
        none = tr("No dates in these articles.") if found else tr("No article matches.")
        self.sentence.setText(none if filtered else tr("No dated facts yet."))
        self.button.setVisible(not filtered)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().color("base"))


class TimelineTable(QTableView):
    """The marks as a table; Enter or a double click chooses."""

    chosen = Signal(int, object)
    plot_wanted = Signal()
    arranging = Signal(bool)
    """Whether very many rows are being put in order."""

    def __init__(self, parent: QWidget, jobs: Jobs) -> None:
        super().__init__(parent)
        self._selection: tuple[int | None, int | None] = (None, None)
        self.marks = MarkTable(self, jobs)
        self.marks.arranging.connect(self.arranging)
        self.marks.modelReset.connect(self._select)
        self.setModel(self.marks)
        self.setAccessibleName(tr("Timeline as a table"))
        self.setFont(theme.sans(9))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.grown(30))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFont(theme.sans(9))
        # Cells are set in by the style's own three pixels, heads are not.
        head.setStyleSheet("QHeaderView::section { padding-left: 11px; padding-right: 11px; }")
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, theme.grown(width))
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.clicked.connect(self._choose)
        self.installEventFilter(self)

    def set_marks(self, marks: Sequence[Mark], today: date) -> None:
        """Show these marks."""
        self.marks.set_marks(marks, today)

    def select(self, article_id: int | None, fact_id: int | None) -> None:
        """Make the row of a mark the current one, where there is one."""
        self._selection = (article_id, fact_id)
        self._select()

    def _select(self) -> None:
        article_id, fact_id = self._selection
        row = None if article_id is None else self.marks.row_of(article_id, fact_id)
        if row is None:
            self.clearSelection()
            return
        self.selectRow(row)
        self.scrollTo(self.marks.index(row, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ours = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_T, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
        )
        if ours:
            event.accept()
        return ours

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.plot_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        mark = self.marks.mark(index.row())
        self.chosen.emit(mark.article_id, mark.fact_id)
