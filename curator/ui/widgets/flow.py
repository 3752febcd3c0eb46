"""A layout that sets widgets one after another and wraps, as words in a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows of widgets of their own size; the height follows from the width.

    Lower ones stand in the middle of their row, so that words of one size are on one line.
    With `fill` the widgets of a row share its whole width, and give way down to their least size before
    a row is begun. `gap` stands between widgets, and between rows unless those have their own.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 6, *, row_gap: int | None = None, fill: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._fill = fill
        self._row_gap = gap if row_gap is None else row_gap
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def between_rows(self) -> int:
        """Pixels between two rows."""
        return self._row_gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one at `index`."""
        self.addChildWidget(widget)
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        rect = rect.marginsRemoved(margins)
        y = rect.y()
        for number, row in enumerate(self._rows(rect.width())):
            y += self._row_gap if number else 0
            height = max(item.sizeHint().height() for item in row)
            if move:
                x = rect.x()
                for item, width in zip(row, self._widths(row, rect.width()), strict=True):
                    own = item.sizeHint().height()
                    item.setGeometry(QRect(x, y + (height - own) // 2, width, own))
                    x += width + self.spacing()
            y += height
        return y - rect.y() + margins.top() + margins.bottom()

    def _rows(self, room: int) -> list[list[QLayoutItem]]:
        """The items that are shown, by rows."""
        rows: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():  # a hidden widget
                continue
            width = (item.minimumSize() if self._fill else item.sizeHint()).width()
            if rows and taken + self.spacing() + width <= room:
                rows[-1].append(item)
                taken += self.spacing() + width
            else:
                rows.append([item])
                taken = width
        return rows

    def _widths(self, row: list[QLayoutItem], room: int) -> list[int]:
        wanted = [item.sizeHint().width() for item in row]
        if not self._fill:
            return [min(width, room) for width in wanted]
        free = room - self.spacing() * (len(row) - 1)
        if free >= sum(wanted):
            return [width * free // sum(wanted) for width in wanted]
        least = [item.minimumSize().width() for item in row]
        spare, missing = sum(wanted) - sum(least), sum(wanted) - free
        given = [-((m - w) * missing // spare) if spare else 0 for w, m in zip(wanted, least, strict=True)]
        return [max(1, width - share) for width, share in zip(wanted, given, strict=True)]
