"""The article as a page: read-only, its facts tinted, its repairs underlined, every word with its offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from curator.domain.articles import StoredFact, StoredRepair
from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.reader import tips
from curator.ui.reader.double_clicks import select_run
from curator.ui.reader.furniture import draw_furniture, plain_text
from curator.ui.reader.links import words_of_link
from curator.ui.reader.marks import Fragment, Look, Mark, Marks, outline
from curator.ui.reader.marks import draw as draw_mark
from curator.ui.reader.page_view import REVEAL_MARGIN, PageView
from curator.ui.reader.setting import Reading

FADE = 26
_MOVES = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip
_TO_THE_END = (
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)


class ArticleView(PageView):
    """Shows one text with marks. Offsets, here and in the signals, are code points of that text."""

    mark_clicked = Signal(object)
    """The `Mark` that was clicked."""
    link_activated = Signal(str)
    scale_requested = Signal(int)
    """Steps up or down that the wheel asks for."""
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._marked_blocks: dict[int, list[tuple[Mark, list[Fragment]]]] = {}
        self._current: tuple[Span, QColor] | None = None
        self._matches: list[tuple[int, int]] = []
        self._match = -1
        self._pressed: QPoint | None = None
        self._doubled: QPoint | None = None
        self._link: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("Article text"))
        self.viewport().setMouseTracking(True)

    # What is shown

    def show_reading(self, reading: Reading, marks: Marks, scale: float = 1.0) -> None:
        """Set a text anew, from its top."""
        self._marks = marks
        self._matches, self._match, self._link = [], -1, None
        self._marked_blocks.clear()
        self.set_page(reading, scale)

    def set_marks(self, marks: Marks) -> None:
        """Show other marks on the same text."""
        self._marks = marks
        self._marked_blocks.clear()
        self.viewport().update()

    def marks(self) -> Marks:
        """The marks shown."""
        return self._marks

    def change_marks(self, facts: Iterable[StoredFact]) -> None:
        """Show other decisions on facts whose words are where they were."""
        self._marks.take(facts)
        self._marked_blocks.clear()
        self.viewport().update()

    def set_current(self, span: Span | None, ink: QColor | None = None) -> None:
        """Outline the words of a span (None: none)."""
        self._current = (span, ink or theme.current().color("accent")) if span else None
        self.viewport().update()

    def set_matches(self, matches: list[tuple[int, int]], current: int = -1) -> None:
        """Show what was found, as positions in the page in order; `current` stands out and is revealed."""
        self._matches, self._match = matches, current
        if 0 <= current < len(matches):
            self.reveal_position(matches[current][0])
        self.viewport().update()

    # Marks

    def mark_at(self, point: QPoint) -> Mark | None:
        """The mark on the words at a point of the viewport; of several the one a click means."""
        hits = self._marks_at(point)
        return max(hits, key=lambda mark: (mark.rank, mark.span.start - mark.span.end), default=None)

    def repair_at(self, point: QPoint) -> StoredRepair | None:
        """The repair of the words at a point of the viewport, also of those that state a fact."""
        return next((mark.repair for mark in self._marks_at(point) if mark.repair is not None), None)

    def _marks_at(self, point: QPoint) -> list[Mark]:
        return [
            mark
            for block, origin in self._blocks(point.y(), point.y() + 1)
            for mark, parts in self._marked(block)
            if any(part.box.adjusted(-2, 0, 2, 0).contains(QPointF(point) - origin) for part in parts)
        ]

    def _marked(self, block: QTextBlock) -> list[tuple[Mark, list[Fragment]]]:
        """The marks of a block and where they stand from its origin, in the order they are drawn."""
        known = self._marked_blocks.get(block.blockNumber())
        if known is not None:
            return known
        span = self._page.places.span(block.position(), block.position() + block.length() - 1)
        marks = self._marks.over(span) if span else []
        placed = [(mark, self._parts(block, QPointF(), mark.span)) for mark in marks]
        result = sorted((pair for pair in placed if pair[1]), key=lambda pair: pair[0].look is Look.CERTAIN)
        self._marked_blocks[block.blockNumber()] = result
        return result

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        blocks = list(self._blocks(0, self.viewport().height()))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, origin in blocks:
            draw_furniture(painter, block, origin, self._type)
            painter.translate(origin)
            for mark, parts in self._marked(block):
                draw_mark(painter, mark, parts, self._type.theme)
            painter.translate(-origin)
        self._paint_matches(painter, blocks)
        if self._current:
            span, ink = self._current
            for block, origin in blocks:
                outline(painter, self._parts(block, origin, span), ink)
        self._paint_link(painter, blocks)
        painter.end()
        super().paintEvent(event)
        self._paint_fade()

    def _paint_matches(self, painter: QPainter, blocks: list[tuple[QTextBlock, QPointF]]) -> None:
        tint, ink = self._type.theme.color("warn_tint"), self._type.theme.color("warn")
        for block, origin in blocks:
            first = bisect_left(self._matches, (block.position(), 0))
            last = bisect_right(self._matches, (block.position() + block.length(), 0))
            for index in range(first, last):
                for part in self._shown_parts(block, origin, *self._matches[index]):
                    current = index == self._match
                    painter.setPen(QPen(ink, 1.5) if current else Qt.PenStyle.NoPen)
                    painter.setBrush(tint)
                    painter.drawRoundedRect(part.box.adjusted(-1, 0, 1, 0), 2, 2)

    def _paint_link(self, painter: QPainter, blocks: list[tuple[QTextBlock, QPointF]]) -> None:
        if self._link is None:
            return
        painter.setPen(QPen(self._type.theme.color("accent"), 1))
        for block, origin in blocks:
            for part in self._shown_parts(block, origin, *self._link):
                y = part.baseline + 2.5
                painter.drawLine(QPointF(part.box.left(), y), QPointF(part.box.right(), y))

    def _paint_fade(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return
        height, base = self.viewport().height(), self._type.theme.color("base")
        clear = QColor(base)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, height - FADE, 0, height)
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, base)
        painter = QPainter(self.viewport())
        painter.fillRect(0, height - FADE, self.viewport().width(), FADE, gradient)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._marked_blocks.clear()
        super().resizeEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """What the words at a point of the viewport have to say, as rich text; "" for nothing."""
        mark, repair = self.mark_at(point), self.repair_at(point)
        parts: list[str] = []
        if mark is not None and mark.fact is not None:
            parts.append(tips.fact_tip(mark.fact))
        if repair is not None:
            parts.append(tips.repair_tip(repair))
        if target := self.anchorAt(point):
            parts.append(tips.link_tip(target))
        return "<hr>".join(parts)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._doubled = self._pressed, None, None
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        point = event.position().toPoint()
        still = pressed is not None and (point - pressed).manhattanLength() < 4
        if event.button() != Qt.MouseButton.LeftButton or not still:
            return
        target = self.anchorAt(point)
        if target and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.link_activated.emit(target)
        elif mark := self.mark_at(point):
            self.mark_clicked.emit(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and select_run(self, point):
            self._doubled = point

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        # A hand that trembles is no drag, which would take in all that Qt holds for the word.
        if self._doubled and (point - self._doubled).manhattanLength() < QApplication.startDragDistance():
            return
        super().mouseMoveEvent(event)
        link = self._link_at(point) if not event.buttons() else None
        if link != self._link:
            self._link = link
            self.viewport().update()
        pointing = link is not None or (not event.buttons() and self.mark_at(point) is not None)
        shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _link_at(self, point: QPoint) -> tuple[int, int] | None:
        target, cursor = self.anchorAt(point), self.cursorForPosition(point)
        return words_of_link(cursor.block(), target, cursor.position()) if target else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if plain and (event.key() == Qt.Key.Key_Backspace or (event.text() and event.text().isprintable())):
            event.ignore()  # bare keys are the window's
            return
        if any(event.matches(key) for key in _TO_THE_END):
            self.complete_page()
        if event.key() in _MOVES:
            self.setCursorWidth(1)  # the caret is for those who move it
            if not self.textCursor().hasSelection():
                self._bring_caret()
        super().keyPressEvent(event)

    def _bring_caret(self) -> None:
        """Begin moving from what is seen, not from where the caret was left."""
        if self.viewport().rect().intersects(self.cursorRect()):
            return
        bar = self.verticalScrollBar()
        value = bar.value()
        self.setTextCursor(self.cursorForPosition(QPoint(theme.TEXT_MARGIN, REVEAL_MARGIN)))
        bar.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            self.scale_requested.emit((steps > 0) - (steps < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        result = QMimeData()
        result.setText(plain_text(self._page, self.textCursor()))
        return result
