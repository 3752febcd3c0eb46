"""Lists at the side of a window: entries of two lines under a head of two words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.ui.look import theme

INDENT, MARGIN = 20, 16


def side_list(entries: QListWidget, left: str, right: str, width: int, parent: QWidget) -> QWidget:
    """A pane of fixed width with a list, under a head of what stands at the left and at the right."""
    pane = QWidget(parent)
    pane.setFixedWidth(width)
    pane.setProperty("surface", "base")
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    entries.setAccessibleName(left)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(_Head(left, right, entries, pane))
    column.addWidget(entries, 1)
    return pane


class _Head(QWidget):
    """Two words over a list, the right one over the right edge of the entries, scroll bar or not."""

    def __init__(self, left: str, right: str, entries: QListWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries
        self._row = QHBoxLayout(self)
        for text, stretch in ((left, 1), (right, 0)):
            label = QLabel(text, self)
            label.setFont(theme.sans(9))
            label.setProperty("role", "muted")
            self._row.addWidget(label, stretch)
        entries.viewport().installEventFilter(self)
        self._stand_over()

    def _stand_over(self) -> None:
        bar = self._entries.width() - self._entries.viewport().geometry().right() - 1
        self._row.setContentsMargins(INDENT, 10, MARGIN + max(0, bar), 8)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand_over()
        return False


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> tuple[QRectF, QRectF]:
    """Draw an entry's ground, selected or not; gives the boxes of its upper and its lower line."""
    colours = theme.current()
    rect = QRectF(option.rect)  # type: ignore[attr-defined]
    if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
        entries = option.widget  # type: ignore[attr-defined]
        active = entries.hasFocus()
        painter.fillRect(rect, colours.color("sel" if active else "hover"))
        bar = QRectF(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(bar, colours.color("accent" if active else "control"))
    painter.fillRect(QRectF(rect.left() + INDENT, rect.bottom() - 1, rect.width(), 1), colours.color("hair"))
    box = rect.adjusted(INDENT, 6, -MARGIN, -6)
    half = box.height() / 2
    return box.adjusted(0, 0, 0, -half), box.adjusted(0, half, 0, 0)
