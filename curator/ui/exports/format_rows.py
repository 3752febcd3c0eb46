"""The formats of an export to choose from: a name, what is in it, and a sign."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.formats.writing import FolderWriter, Writer
from curator.ui.look import icons, theme

Index = QModelIndex | QPersistentModelIndex

ROW = 46
_WRITER = Qt.ItemDataRole.UserRole
SIGNS = {
    ".md": "file-text", ".csv": "table", ".xlsx": "table", ".parquet": "columns", ".jsonl": "brackets-curly",
    ".json": "brackets-curly", ".jsonld": "brackets-curly", ".pdf": "file-pdf", ".html": "globe",
    ".svg": "chart-line", ".png": "image", ".xml": "rss", ".rss": "rss", ".atom": "rss", ".bib": "books",
    ".opml": "list-bullets",
}  # fmt: skip


class FormatRows(QListWidget):
    """A list in which one format is always chosen; typing the beginning of a name finds it."""

    def __init__(self, writers: Iterable[Writer], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("boxed", True)
        self.setFont(theme.sans(10, 600))
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(theme.grown(ROW * 3))
        for place, each in enumerate(writers):
            item = QListWidgetItem(each.title, self)
            item.setData(_WRITER, each)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, each.hint)
            if each.name == chosen or not place:
                self.setCurrentItem(item)

    def chosen(self) -> Writer:
        """The format that is chosen."""
        writer: Writer = self.currentItem().data(_WRITER)
        return writer


class _Row(QStyledItemDelegate):
    """Paints a format as the mark of a choice, its name above what it holds, and its sign at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(220, theme.grown(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        writer: Writer = index.data(_WRITER)
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - missing in Qt's stubs
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("sel" if is_chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        self._paint_choice(painter, box, is_chosen=is_chosen)
        self._paint_words(painter, box, writer)
        sign = "file-text" if isinstance(writer, FolderWriter) else SIGNS.get(writer.suffix, "file")
        side = float(theme.BAR_ICON)
        place = QRectF(box.right() - side - 14, box.center().y() - side / 2, side, side)
        role = "accent" if is_chosen else "muted"
        icons.paint(painter, place, sign, role)
        painter.restore()

    def _paint_choice(self, painter: QPainter, box: QRectF, *, is_chosen: bool) -> None:
        colours = theme.current()
        ring = QRectF(box.left() + 10, box.center().y() - 8, 16, 16)
        painter.setPen(QPen(colours.color("accent" if is_chosen else "control"), 5 if is_chosen else 1.2))
        painter.setBrush(colours.color("on_accent" if is_chosen else "base"))
        painter.drawEllipse(ring.adjusted(2.5, 2.5, -2.5, -2.5) if is_chosen else ring)

    def _paint_words(self, painter: QPainter, box: QRectF, writer: Writer) -> None:
        colours = theme.current()
        room = box.adjusted(38, 5, -44, -5)
        upper = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        for text, font, role, place in (
            (writer.title, theme.sans(10, 600), "text", upper),
            (writer.hint, theme.sans(9), "muted", upper.translated(0, room.height() / 2)),
        ):
            painter.setFont(font)
            painter.setPen(colours.color(role))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
