"""The places that state the same as a fact, or something else: each a click or Enter away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.corroborations import Place
from curator.ui.facts.agreement_line import short
from curator.ui.look import icons, theme
from curator.ui.look.screens import room_around
from curator.ui.widgets.article_rows import paint_code

PLACE = Qt.ItemDataRole.UserRole
WIDTH = 420
MOST_ROWS = 8


def _lines() -> tuple[float, float]:
    """The heights of the title's line and of the words' below it."""
    fonts = theme.sans(9.5, 500), theme.serif(9)
    upper, lower = (max(18.0, QFontMetricsF(font).height()) for font in fonts)
    return upper, lower


def row_height() -> int:
    """The height of a place, in logical pixels."""
    return round(sum(_lines())) + 8


class _Rows(QStyledItemDelegate):
    """A place: whether it agrees, the title, the words, the language."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place: Place = index.data(PLACE)
        colours = theme.current()
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(box, colours.color("sel"))
        icon, role = ("intersect", "ok") if place.agrees else ("warning", "warn")
        upper, lower = _lines()
        middle = box.top() + 4 + upper / 2
        icons.paint(painter, QRectF(box.left() + 10, middle - 7.5, 15, 15), icon, role)
        right = box.right() - 10
        if place.language:
            right -= paint_code(painter, QPointF(right, middle), place.language) + 8
        left = box.left() + 34
        title = QRectF(left, box.top() + 4, right - left, upper)
        _draw(painter, title, index.data(Qt.ItemDataRole.DisplayRole), theme.sans(9.5, 500), "text")
        words = QRectF(left, box.top() + 4 + upper, box.right() - 10 - left, lower)
        if not place.agrees:
            words.setLeft(left + _draw(painter, words, short(place.fact), theme.sans(9, 600), "warn") + 8)
        _draw(painter, words, " ".join(place.quote.split()), theme.serif(9), "muted")
        painter.restore()


def _draw(painter: QPainter, box: QRectF, text: str, font: QFont, role: str) -> float:
    painter.setFont(font)
    painter.setPen(theme.current().color(role))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


class PlacesPopup(QDialog):
    """A small list that goes away with Esc or a click elsewhere; `chosen` gives an article and its fact."""

    chosen = Signal(int, int)

    def __init__(self, places: Sequence[Place], own: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QListWidget(self)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Who else states it"))
        for place in places:
            title = self.tr("In this article") if place.article_id == own else place.title
            item = QListWidgetItem(title or short(place.fact), self._list)
            item.setData(PLACE, place)
            agrees = self.tr("agrees") if place.agrees else self.tr("differs")
            spoken = ", ".join(filter(None, (title, place.quote, place.language, agrees)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(f"{place.title}\n{' '.join(place.quote.split())}".strip())
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._list)
        self._list.setMinimumHeight(row_height())
        self.resize(WIDTH, row_height() * min(MOST_ROWS, len(places)) + 4)
        self._list.setCurrentRow(0)

    def open_below(self, widget: QWidget) -> None:
        """Open under a widget, at its right edge, where the screen has room for it."""
        place = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 2))
        room = room_around(widget)
        if place.y() + self.height() > room.bottom():
            place.setY(widget.mapToGlobal(QPoint(0, -self.height() - 2)).y())
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self._list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        place: Place = item.data(PLACE)
        self.close()
        self.chosen.emit(place.article_id, place.fact_id)
