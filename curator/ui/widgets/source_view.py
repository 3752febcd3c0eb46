"""A file's text to read: its lines numbered, keys in colour, and lines that are new marked."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from curator.ui.look import theme
from curator.ui.widgets.plain_view import PlainView

LONGEST = 200_000
"""Characters that are shown."""

_KEYS = re.compile(r'^\s*-?\s*[\w-]+(?=:(?:\s|$))|"[\w:@$-]+"(?=\s*:)|^#{1,6} .*|^(?:---|\+\+\+)$')
_GAP = 12


class SourceView(PlainView):
    """Shows one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setProperty("numbered", True)
        self._new: frozenset[int] = frozenset()
        self._numbers = _Numbers(self)
        self._colours = _Keys(self.document())
        self.updateRequest.connect(self._scroll_numbers)
        self.blockCountChanged.connect(self._make_room)
        theme.news().changed.connect(self._recolour)

    def show_text(self, text: str, before: str | None = None) -> None:
        """Show a text; lines that are not in `before` are marked as new."""
        shown = text[:LONGEST]
        self._new = frozenset() if before is None else _new_lines(before, shown)
        self.show_plain(shown)
        self._make_room()
        self._mark()

    def say(self, words: str) -> None:
        """Show words of the program in place of a text, without numbers."""
        self._new = frozenset()
        super().say(words)
        self._make_room()
        self._mark()

    def _recolour(self) -> None:
        self._colours.rehighlight()
        self._mark()

    def _mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        for number in sorted(self._new):
            mark = QTextEdit.ExtraSelection()
            shape = QTextCharFormat()
            shape.setBackground(theme.current().color("ok_tint"))
            shape.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.format = shape  # pyright: ignore[reportAttributeAccessIssue] - missing in Qt's stubs
            mark.cursor = self.textCursor()  # pyright: ignore[reportAttributeAccessIssue]
            mark.cursor.setPosition(self.document().findBlockByNumber(number).position())  # pyright: ignore[reportAttributeAccessIssue]
            marks.append(mark)
        self.setExtraSelections(marks)

    def _make_room(self) -> None:
        self.setViewportMargins(0 if self.said else self.number_width(), 0, 0, 0)
        self._numbers.setVisible(not self.said)

    def number_width(self) -> int:
        """What the numbers of lines take, in pixels."""
        digits = len(str(max(self.blockCount(), 99)))
        return self.fontMetrics().horizontalAdvance("0" * digits + " +") + 2 * _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        self._numbers.setGeometry(QRect(room.left(), room.top(), self.number_width(), room.height()))

    def _scroll_numbers(self, _area: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update()

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Draw the numbers of the lines in view, new ones with a plus."""
        colours = theme.current()
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        width = self._numbers.width()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > area.bottom():
                return
            is_new = block.blockNumber() in self._new
            if is_new:
                painter.fillRect(QRectF(0, place.top(), width, place.height()), colours.color("ok_tint"))
            painter.setPen(colours.color("muted"))
            sign = self.fontMetrics().horizontalAdvance(" +")
            numbers = QRectF(0, place.top(), width - _GAP - sign, place.height())
            painter.drawText(numbers, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            if is_new:
                painter.setPen(colours.color("ok"))
                signs = QRectF(0, place.top(), width - _GAP, place.height())
                painter.drawText(signs, Qt.AlignmentFlag.AlignRight, "+")
            block = block.next()


def _new_lines(before: str, after: str) -> frozenset[int]:
    """The numbers of the lines (from 0) that `after` has more often than `before`."""
    there = Counter(before.splitlines())
    found: set[int] = set()
    for number, line in enumerate(after.splitlines()):
        there[line] -= 1
        if there[line] < 0:
            found.add(number)
    return frozenset(found)


class _Numbers(QWidget):
    """The column left of the text."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.number_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._view.paint_numbers(painter, event.rect())


class _Keys(QSyntaxHighlighter):
    """Colours keys of YAML and JSON, headings and fences."""

    def highlightBlock(self, text: str) -> None:
        for found in _KEYS.finditer(text[:2000]):
            shape = QTextCharFormat()
            shape.setForeground(theme.current().color("accent"))
            self.setFormat(found.start(), found.end() - found.start(), shape)
