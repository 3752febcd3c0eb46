"""Rows of companies: a name over its aliases, or two names that may be one, with their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from curator.domain.companies import CompanyRow, Pair
from curator.ui.look import formatting, theme
from curator.ui.widgets.side_lists import paint_ground

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
HEIGHT = 50
COUNTS = 56
"""Pixels at the right for a number."""


class CompanyRows(QStyledItemDelegate):
    """Draws the `CompanyRow` or the `Pair` of an item."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: CompanyRow | Pair = index.data(ENTRY)
        painter.save()
        top, low = paint_ground(painter, option)
        if isinstance(entry, Pair):
            _line(painter, top, entry.one.name, _number(entry.one), theme.sans(10, 500), "text")
            _line(painter, low, entry.other.name, _number(entry.other), theme.sans(10), "text")
        else:
            _line(painter, top, entry.name, _number(entry), theme.sans(10, 500), "text")
            below = ", ".join(entry.aliases) or self.tr("%n fact(s)", "", entry.facts)
            _line(painter, low, below, "", theme.sans(9), "muted")
        painter.restore()


def _number(row: CompanyRow) -> str:
    return formatting.count(row.articles) if row.articles else "–"


def _line(painter: QPainter, box: QRectF, text: str, number: str, font: QFont, role: str) -> None:
    colours = theme.current()
    painter.setFont(font)
    painter.setPen(colours.color(role))
    room = int(box.width()) - (COUNTS if number else 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(theme.sans(9.5, 500))
    painter.setPen(colours.color("muted" if number == "–" else "text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
