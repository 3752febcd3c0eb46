"""How the list of repairs draws a damaged word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from curator.ui.look import formatting, theme
from curator.ui.widgets.side_lists import paint_ground

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from curator.domain.damaged_words import DamagedWord

WORD = Qt.ItemDataRole.UserRole


class DamagedWordRows(QStyledItemDelegate):
    """A damaged word over its proposal, with the number of places and how sure it is."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 54)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        word: DamagedWord = index.data(WORD)
        colours = theme.current()
        painter.save()
        top, low = paint_ground(painter, option)
        _write(painter, top, word.before, theme.mono(9.5), colours.ink("repair").name())
        _write(painter, low, word.after, theme.serif(10.5), colours.color("text").name())
        count = formatting.count(len(word.places))
        _write(painter, top, count, theme.sans(9.5, 600), colours.color("text").name(), right=True)
        sure = "✓" if word.decided else formatting.percent(word.confidence)
        role = "ok" if word.decided else "warn" if word.confidence < 0.8 else "muted"
        _write(painter, low, sure, theme.sans(9), colours.color(role).name(), right=True)
        painter.restore()


def _write(
    painter: QPainter, box: QRectF, text: str, font: object, colour: str, *, right: bool = False
) -> None:
    painter.setFont(font)  # type: ignore[call-overload]
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) - 40)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
