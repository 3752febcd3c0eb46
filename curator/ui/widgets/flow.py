"""A layout that sets widgets one after another and wraps, as words in a paragraph."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class _Part(NamedTuple):
    """An item that is shown, with the size it wants and the least it can do with."""

    item: QLayoutItem
    wanted: QSize
    least: QSize


class FlowLayout(QLayout):
    """Rows of widgets of their own size; the height follows from the width.

    Lower ones stand in the middle of their row, so that words of one size are on one line.
    With `fill` the widgets of a row share its whole width, and give way down to their least size before
    a row is begun. `gap` stands between widgets, and between rows unless those have their own.

    It is the layout of a widget, not part of another layout: so it hears at once when what is in it grows.
    Its items are made here and not by `QLayout.addWidget`: Python is told when one of its own objects is
    deleted. Of one of Qt's it keeps what it knew, and takes that for whatever comes to the same address.
    """

    def __init__(
        self, parent: QWidget, gap: int = 6, *, row_gap: int | None = None, fill: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._known: list[_Part] | None = None
        self._heights: dict[int, int] = {}
        """By width: whoever sets out what stands around asks dozens of times."""
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
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def addWidget(self, widget: QWidget) -> None:
        self.insert(self.count(), widget)

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one at `index`."""
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

    def removeWidget(self, widget: QWidget) -> None:
        self._items = [item for item in self._items if item.widget() is not widget]
        self.invalidate()

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()
        # At once, and not with the next event: whoever asks around this place gets the new size.
        if parent := self.parentWidget():
            parent.updateGeometry()

    def _forget(self) -> None:
        self._known = None
        self._heights.clear()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for part in self._parts():
            size = size.expandedTo(part.least)
        return size.grownBy(self.contentsMargins())

    def _parts(self) -> list[_Part]:
        """What is shown; asked anew once a widget in it says that its size changed."""
        if self._known is None:
            self._known = [
                _Part(item, item.sizeHint(), item.minimumSize())
                for item in self._items
                if not item.isEmpty()  # a hidden widget
            ]
        return self._known

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        rect = rect.marginsRemoved(margins)
        y = rect.y()
        for number, row in enumerate(self._rows(rect.width())):
            y += self._row_gap if number else 0
            height = max(part.wanted.height() for part in row)
            if move:
                x = rect.x()
                for part, width in zip(row, self._widths(row, rect.width()), strict=True):
                    own = part.wanted.height()
                    part.item.setGeometry(QRect(x, y + (height - own) // 2, width, own))
                    x += width + self.spacing()
            y += height
        return y - rect.y() + margins.top() + margins.bottom()

    def _rows(self, room: int) -> list[list[_Part]]:
        """What is shown, by rows."""
        rows: list[list[_Part]] = []
        taken = 0
        for part in self._parts():
            width = (part.least if self._fill else part.wanted).width()
            if rows and taken + self.spacing() + width <= room:
                rows[-1].append(part)
                taken += self.spacing() + width
            else:
                rows.append([part])
                taken = width
        return rows

    def _widths(self, row: list[_Part], room: int) -> list[int]:
        wanted = [part.wanted.width() for part in row]
        if not self._fill:
            return [min(width, room) for width in wanted]
        free = room - self.spacing() * (len(row) - 1)
        if free >= sum(wanted):
            return [width * free // sum(wanted) for width in wanted]
        least = [part.least.width() for part in row]
        spare, missing = sum(wanted) - sum(least), sum(wanted) - free
        given = [-((m - w) * missing // spare) if spare else 0 for w, m in zip(wanted, least, strict=True)]
        return [max(1, width - share) for width, share in zip(wanted, given, strict=True)]
