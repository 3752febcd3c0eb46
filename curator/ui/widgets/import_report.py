"""The report of an import: a row a file, what became of it, and whether it wants a look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QBrush, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.services.imports.importing import ImportItem, Outcome
from curator.ui.look import icons, theme
from curator.ui.widgets.article_rows import code_width, paint_code

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
PARTS = ALL, LOOK, FAILED = ("all", "look", "failed")


class ReportModel(QAbstractTableModel):
    """One row a file: mark, name, language, repairs, facts, outcome."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[ImportItem] = []

    def add(self, item: ImportItem) -> None:
        """Add a file that is done."""
        place = len(self.items)
        self.beginInsertRows(QModelIndex(), place, place)
        self.items.append(item)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            heads = (
                self.tr("File"),
                self.tr("Lang."),
                self.tr("Repairs"),
                self.tr("Facts"),
                self.tr("Outcome"),
            )
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight if section in {2, 3} else Qt.AlignmentFlag.AlignLeft
            return right | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        item = self.items[index.row()]
        column = index.column()
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.path if column == 0 else self._text(item, 4)
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return icons.icon(*mark(item))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in {2, 3}:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._font(item, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(theme.current().color(self._role(item, column)))
        return None

    def _text(self, item: ImportItem, column: int) -> str:
        counted = came_in(item)
        return (
            item.path,
            item.language,
            str(item.repairs) if counted else "",
            str(item.facts) if counted else "",
            self.outcome(item),
        )[column]

    def _font(self, item: ImportItem, column: int) -> QFont:
        if column == 1:
            return theme.mono(8.5)
        return theme.sans(9.5, 500 if column == 0 and item.outcome is not Outcome.PRESENT else 400)

    def _role(self, item: ImportItem, column: int) -> str:
        if column == 4 and item.outcome is Outcome.FAILED:
            return "danger"
        if column == 4 and needs_a_look(item):
            return "warn"
        return "muted" if item.outcome is Outcome.PRESENT or column in {1, 4} else "text"

    def outcome(self, item: ImportItem) -> str:
        """What became of a file, in words."""
        if item.outcome is Outcome.FAILED:
            return " ".join(filter(None, (item.reason, item.hint)))
        if item.outcome is Outcome.PRESENT:
            return self.tr("Already there, same text")
        if is_known(item):
            return self.tr("Known, with another text: take it below, or leave it")
        first = self.tr("New revision") if item.outcome is Outcome.REVISION else self.tr("Imported")
        looks = [self.tr("%n guess(es) to look at", "", item.guesses)] if item.guesses else []
        return ". ".join([", ".join([first, *looks]), *(note.rstrip(".") for note in item.notes)])


def mark(item: ImportItem) -> tuple[str, str]:
    """The icon and its colour role for a file."""
    if item.outcome is Outcome.FAILED:
        return "x-circle-fill", "danger"
    if item.outcome is Outcome.PRESENT:
        return "equals", "muted"
    if needs_a_look(item):
        return "warning", "warn"
    return "check-circle-fill", "ok"


def is_known(item: ImportItem) -> bool:
    """Whether a file was left aside since its article is there with another text."""
    return item.outcome is Outcome.SKIPPED or (item.outcome is Outcome.REVISION and bool(item.reason))


def came_in(item: ImportItem) -> bool:
    """Whether a file is a new article, or the new revision of one."""
    return item.outcome in {Outcome.ADDED, Outcome.REVISION} and not is_known(item)


def needs_a_look(item: ImportItem) -> bool:
    """Whether an editor should look at a file."""
    return is_known(item) or (came_in(item) and bool(item.guesses or item.notes))


class LanguageCodes(QStyledItemDelegate):
    """A language code in its box."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        code: str = index.data() or ""
        option.text = ""  # type: ignore[attr-defined]
        self._paint_ground(painter, option)
        if code:
            box = QRectF(option.rect)  # type: ignore[attr-defined]
            paint_code(painter, QPointF(box.left() + 11 + code_width(code), box.center().y()), code)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        widget = option.widget  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)


class ReportPart(QSortFilterProxyModel):
    """The rows of one part of the report; it is small and wholly in memory."""

    part = ALL

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        item = self.sourceModel().index(source_row, 0, source_parent).data(ITEM)
        if self.part == LOOK:
            return needs_a_look(item)
        return self.part == ALL or item.outcome is Outcome.FAILED
