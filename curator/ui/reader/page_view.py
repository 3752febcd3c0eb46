"""A set page in a scrolling view: where its words stand, and how to keep them there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.reader.marks import Fragment, fragments
from curator.ui.reader.setting import Page, Reading, page_of
from curator.ui.reader.typography import ROLE, Role, Type

REVEAL_MARGIN = 28
SELECTION_ALPHA = 0.28


@dataclass(frozen=True, slots=True)
class Place:
    """Words at a height: an offset in the text shown, and its line's distance from the top edge."""

    offset: int
    height: float


class PageView(QTextEdit):
    """Shows a text as a page. Offsets are code points of the text, positions are Qt's in the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._type = Type()
        self._page = Page()
        self._reading = Reading("", Span(0, 0), Span(0, 0), Span(0, 0))
        self._setting = QTimer(self, interval=15)
        self._setting.timeout.connect(self._set_more)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recolour()

    @property
    def page(self) -> Page:
        """The text as it is set."""
        return self._page

    @property
    def reading(self) -> Reading:
        """The text that is shown."""
        return self._reading

    def set_page(self, reading: Reading, scale: float) -> None:
        """Set a text anew, from its top; `scale` is the size of its letters."""
        self._recolour()
        self._type = Type(scale, self.logicalDpiY())
        self._reading = reading
        page = page_of(reading, self._type)
        page.setParent(self)
        frame = page.rootFrame().frameFormat()
        frame.setRightMargin(max(6, theme.TEXT_MARGIN - self._bar_width()))
        page.rootFrame().setFrameFormat(frame)
        self._fit()
        self.setDocument(page)
        self._page.deleteLater()
        self._page = page
        self.verticalScrollBar().setValue(0)
        self.setCursorWidth(0)
        self._setting.start()

    def complete_page(self) -> None:
        """Set what is left of a long text, for what needs all of it."""
        while not self._page.complete:
            self._page.set_more()

    def selectAll(self) -> None:
        self.complete_page()
        super().selectAll()

    def _set_more(self) -> None:
        if self._page.complete:
            self._setting.stop()
        else:
            self._page.set_more()

    # Places

    def selected_span(self) -> Span | None:
        """The selected words, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._page.places.span(cursor.selectionStart(), cursor.selectionEnd())

    def select_shown(self, start: int, end: int) -> None:
        """Select what stands between two positions of the page."""
        cursor = QTextCursor(self._page)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def place(self) -> Place:
        """The first line that is wholly to be seen."""
        self._lay_out(self.verticalScrollBar().value() + self.viewport().height())
        cursor = self.cursorForPosition(QPoint(theme.TEXT_MARGIN, 1))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        if self.cursorRect(cursor).top() < 0:
            cursor.movePosition(QTextCursor.MoveOperation.Down)
        return self.place_of(self._page.places.offset(cursor.position()))

    def place_of(self, offset: int) -> Place:
        """The place where the words at an offset stand now."""
        return Place(offset, self._height(self._position(offset)))

    def hold(self, place: Place) -> None:
        """Scroll until the words of a place stand at its height again, as far as the page reaches."""
        self._scroll(self._position(place.offset), place.height)

    def visible(self, span: Span) -> bool:
        """Whether the first line of a span is wholly in view."""
        self._page.set_to(span.end)
        shown = self._page.places.shown(span.start, span.end)
        if shown is None:
            return False
        room = self.viewport().height() - self._type.pixels[Role.PARAGRAPH] * 1.5
        return 0 <= self._height(shown[0]) <= room

    def reveal(self, span: Span) -> None:
        """Scroll a span into view, if it is not."""
        self._page.set_to(span.end)
        shown = self._page.places.shown(span.start, span.end)
        if shown is not None:
            self.reveal_position(shown[0])

    def reveal_position(self, position: int) -> None:
        """Scroll a position of the page to a third of the height, if it is not in view."""
        room = self.viewport().height()
        if not REVEAL_MARGIN <= self._height(position) <= room - 2 * REVEAL_MARGIN:
            self._scroll(position, room / 3)

    def boxes(self, span: Span) -> list[QRectF]:
        """Where the visible words of a span stand in the viewport, line by line."""
        return [
            part.box
            for block, origin in self._blocks(0, self.viewport().height())
            for part in self._parts(block, origin, span)
        ]

    def _scroll(self, position: int, height: float) -> None:
        bar = self.verticalScrollBar()
        self._lay_out(bar.value() + self._height(position) - height + 2 * self.viewport().height())
        bar.setValue(round(bar.value() + self._height(position) - height))

    def _position(self, offset: int) -> int:
        self._page.set_to(offset)
        return self._page.places.position(offset)

    def _height(self, position: int) -> float:
        cursor = QTextCursor(self._page)
        cursor.setPosition(max(0, min(position, self._page.characterCount() - 1)))
        return self.cursorRect(cursor).top()

    def _lay_out(self, depth: float) -> None:
        # Pages are laid out as they come into view; a hit test makes sure of everything down to a depth
        # (but its own answer may be wrong then: Qt learns the size of the page from it).
        self._page.documentLayout().hitTest(QPointF(0, depth), Qt.HitTestAccuracy.FuzzyHit)

    # Blocks in view

    def _blocks(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The blocks between two heights of the viewport, each with the origin of its layout there."""
        layout = self._page.documentLayout()
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._lay_out(scrolled.y() + bottom)
        hit = layout.hitTest(QPointF(scrolled.x(), scrolled.y() + top), Qt.HitTestAccuracy.FuzzyHit)
        block = self._page.findBlock(max(0, hit))
        while block.previous().isValid() and (
            layout.blockBoundingRect(block.previous()).bottom() - scrolled.y() > top
        ):
            block = block.previous()
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() - scrolled.y() > bottom:
                return
            yield block, box.topLeft() - scrolled
            block = block.next()

    def _parts(self, block: QTextBlock, origin: QPointF, span: Span) -> list[Fragment]:
        shown = self._page.places.shown(span.start, span.end)
        return self._shown_parts(block, origin, *shown) if shown else []

    def _shown_parts(self, block: QTextBlock, origin: QPointF, start: int, end: int) -> list[Fragment]:
        first, last = start - block.position(), end - block.position()
        if last <= 0 or first >= block.length():
            return []
        em = self._type.pixels[Role(str(block.blockFormat().property(ROLE) or Role.PARAGRAPH))]
        return fragments(block, origin, max(0, first), min(last, block.length() - 1), em)

    # Painting, size, colour, resources

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.cursorWidth():
            super().paintEvent(event)
            return
        # Qt marks the way in which one writes beside a caret without width, too, where words run leftward.
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()  # type: ignore[attr-defined]
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        context.clip = QRectF(event.rect().translated(left, top))  # type: ignore[attr-defined]
        if self.textCursor().hasSelection():
            context.selections = [self._selection()]  # type: ignore[attr-defined]
        painter = QPainter(self.viewport())
        painter.translate(-left, -top)
        painter.setClipRect(context.clip)  # type: ignore[attr-defined]
        self._page.documentLayout().draw(painter, context)
        painter.end()

    def _selection(self) -> QAbstractTextDocumentLayout.Selection:
        result = QAbstractTextDocumentLayout.Selection()
        result.cursor = self.textCursor()  # type: ignore[attr-defined]
        colours = self.palette()
        result.format.setBackground(colours.highlight())  # type: ignore[attr-defined]
        result.format.setForeground(colours.highlightedText())  # type: ignore[attr-defined]
        return result

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() == event.size().width() or not self._reading.text:
            self._fit()
            super().resizeEvent(event)
            return
        place = self.place()
        self._fit()
        super().resizeEvent(event)
        if self.verticalScrollBar().value():
            self.hold(place)

    def _fit(self) -> None:
        # The scroll bar stands in the margin, and lines break alike whether it is there or not.
        longest = round(self._type.measure()) + 2 * theme.TEXT_MARGIN
        width = min(self.width(), longest) - self._bar_width()
        if width != self.lineWrapColumnOrWidth():  # it would lay out what is laid out
            self.setLineWrapColumnOrWidth(width)

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def sizeHint(self) -> QSize:
        return QSize(560, 620)

    def _recolour(self) -> None:
        colours = theme.current()
        palette = QPalette(self.palette())
        highlight = colours.color("accent")
        highlight.setAlphaF(SELECTION_ALPHA)
        for role, colour in (
            (QPalette.ColorRole.Base, colours.color("base")),
            (QPalette.ColorRole.Text, colours.color("text")),
            (QPalette.ColorRole.Highlight, highlight),
            (QPalette.ColorRole.HighlightedText, colours.color("text")),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        # Nothing comes in from outside.
        return None
