"""The timeline as a table, for those who cannot see the plot or would rather read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from heapq import merge
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from curator.domain.facts import Decision
from curator.domain.progress import Progress, silent
from curator.domain.timelines import Mark
from curator.ui.background.jobs import Job, Jobs, Lane, Run
from curator.ui.timeline.words import states, tr, when

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NUMBERS = 5
_JOB = "timeline table"
_AT_ONCE = 50_000
"""Rows up to this number are put in order at once; more in a job, since a million take seconds."""
_PORTION = 20_000
"""Rows that a job sorts at a time: while Python sorts, no other thread runs."""


class MarkTable(QAbstractTableModel):
    """Marks as rows, rejected facts left out; sortable by every column, at first by time."""

    arranging = Signal(bool)
    """Whether very many rows are being put in order; the old ones stay meanwhile."""

    def __init__(self, parent: QObject | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._marks: list[Mark] = []
        self._coming: Sequence[Mark] | None = None
        """What a job is putting in order, to be shown then."""
        self._today = date.min
        self._sorting = (0, Qt.SortOrder.AscendingOrder)
        self.columns: tuple[tuple[str, Callable[[Mark], str], Callable[[Mark], Any]], ...] = (
            (tr("Date"), when, _time),
            (tr("What"), self._what, self._what),
            (tr("Companies"), _companies, _companies),
            (tr("Article"), lambda mark: mark.title, lambda mark: mark.title.casefold()),
            (tr("Source"), lambda mark: mark.source, lambda mark: mark.source.casefold()),
            (tr("Importance"), _importance, lambda mark: mark.importance or 0),
            (tr("State"), self._state, self._state),
        )

    def set_marks(self, marks: Sequence[Mark], today: date) -> None:
        """Show other marks, in the order chosen before."""
        self._today = today
        shown = [mark for mark in marks if mark.decision is not Decision.REJECTED]
        if not self._arrange_later(shown):
            self._take(self._arranged(shown))

    def mark(self, row: int) -> Mark:
        """The mark of a row."""
        return self._marks[row]

    def row_of(self, article_id: int, fact_id: int | None) -> int | None:
        """The row of a mark, None where it is not in the table."""
        wanted = (article_id, fact_id)
        rows = (row for row, mark in enumerate(self._marks) if (mark.article_id, mark.fact_id) == wanted)
        return next(rows, None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._marks)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        mark = self._marks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[index.column()][1](mark)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (1, 3):
            return self.columns[index.column()][1](mark)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section][0] if 0 <= section < len(self.columns) else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self._sorting = (column, order)
        if self._arrange_later(self._marks if self._coming is None else self._coming):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._marks[index.row()] for index in before]
        self._marks = self._arranged(self._marks)
        rows = {id(mark): row for row, mark in enumerate(self._marks)}
        after = [self.index(rows[id(mark)], old.column()) for mark, old in zip(held, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange_later(self, marks: Sequence[Mark]) -> bool:
        """Put very many marks in order outside the GUI thread; whether there are so many."""
        if self._jobs is None:
            return False
        self._jobs.forget(_JOB)
        if len(marks) <= _AT_ONCE:
            return False
        self._coming = marks
        self.arranging.emit(True)
        work = partial(self._arranged_in, marks)
        self._jobs.start(Job(_JOB, work, self._take, lane=Lane.PURE))
        return True

    def _arranged_in(self, marks: Sequence[Mark], run: Run) -> list[Mark]:
        return self._arranged(marks, run.progress)

    def _arranged(self, marks: Sequence[Mark], progress: Progress = silent) -> list[Mark]:
        column, order = self._sorting
        backwards = order == Qt.SortOrder.DescendingOrder
        return arranged(marks, self.columns[column][2], backwards=backwards, progress=progress)

    def _take(self, marks: list[Mark]) -> None:
        self.beginResetModel()
        self._marks, self._coming = marks, None
        self.endResetModel()
        self.arranging.emit(False)

    def _what(self, mark: Mark) -> str:
        return tr("Published") if mark.fact_id is None else mark.label

    def _state(self, mark: Mark) -> str:
        return "" if mark.fact_id is None else " · ".join(states(mark, self._today))


def arranged(
    marks: Sequence[Mark], key: Callable[[Mark], Any], *, backwards: bool, progress: Progress = silent
) -> list[Mark]:
    """The marks in the order of a key, equal ones as they were; `progress` is told how many are in order."""
    portions: list[list[Mark]] = []
    for start in range(0, len(marks), _PORTION):
        progress(start, len(marks))
        portions.append(sorted(marks[start : start + _PORTION], key=key, reverse=backwards))
    return list(merge(*portions, key=key, reverse=backwards))


def _time(mark: Mark) -> tuple[date, date]:
    """By the closed end of what is open; what has no time at all comes last."""
    low, high = mark.low or mark.high or date.max, mark.high or mark.low or date.max
    return min(low, high), max(low, high)


def _companies(mark: Mark) -> str:
    return ", ".join(mark.companies)


def _importance(mark: Mark) -> str:
    return "" if mark.importance is None else str(mark.importance)
