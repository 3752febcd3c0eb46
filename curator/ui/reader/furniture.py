"""Furniture of the page: bullets, numbers, quote bars, code grounds and rules; and text to take away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextCursor, QTextDocument

from curator.ui.look import theme
from curator.ui.reader.setting import QUOTE_INDENT, marker_of
from curator.ui.reader.typography import JOINED, QUOTE, ROLE, Role, Type

BULLET = "•"
DOT = 4.0
QUOTE_BAR = 3.0


def draw_furniture(painter: QPainter, block: QTextBlock, origin: QPointF, type_: Type) -> None:
    """Draw what belongs to a block but is no word of the text."""
    format_ = block.blockFormat()
    role = Role(str(format_.property(ROLE) or Role.PARAGRAPH))
    box = block.layout().boundingRect().translated(origin)
    if role is Role.RULE:
        painter.setPen(QPen(type_.theme.color("line"), 1))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    elif role is Role.CODE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(type_.theme.color("alt"))
        painter.drawRect(box.adjusted(-8, -4, 8, 4))
    _draw_quote_bars(painter, block, origin, type_)
    marker, hang = marker_of(format_)
    if marker and block.layout().lineCount():
        _draw_marker(painter, block, origin, type_, (marker, hang))


def _draw_quote_bars(painter: QPainter, block: QTextBlock, origin: QPointF, type_: Type) -> None:
    format_ = block.blockFormat()
    joined = int(format_.property(JOINED) or 0)
    box = block.layout().boundingRect().translated(origin)
    for number in range(int(format_.property(QUOTE) or 0)):
        top = box.top() - (format_.topMargin() + 2 if number < joined else 0)
        inward = number * QUOTE_INDENT * type_.unit
        left = theme.TEXT_MARGIN + inward
        if format_.layoutDirection() is Qt.LayoutDirection.RightToLeft and block.layout().lineCount():
            line = block.layout().lineAt(0)
            left = origin.x() + line.x() + line.width() + format_.rightMargin() - inward - QUOTE_BAR
        bar = QRectF(left, top, QUOTE_BAR, box.bottom() - top)
        painter.fillRect(bar, type_.theme.color("line"))


def _draw_marker(
    painter: QPainter, block: QTextBlock, origin: QPointF, type_: Type, marker: tuple[str, float]
) -> None:
    words, hang = marker
    line = block.layout().lineAt(0)
    baseline = origin.y() + line.y() + line.ascent()
    rightward = block.textDirection() is Qt.LayoutDirection.RightToLeft
    edge = origin.x() + (line.x() + line.width() + hang if rightward else line.x() - hang)
    if words == BULLET:
        side = DOT * type_.unit
        centre = edge + (-2.5 if rightward else 2.5) * type_.unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(type_.theme.color("muted"))
        painter.drawEllipse(QPointF(centre, baseline - 5 * type_.unit), side / 2, side / 2)
        return
    painter.setFont(type_.fonts[Role.PARAGRAPH])
    painter.setPen(type_.theme.color("muted"))
    painter.drawText(QPointF(edge - (hang if rightward else 0), baseline), words)


def plain_text(document: QTextDocument, cursor: QTextCursor) -> str:
    """The selected words as plain text: blank lines between paragraphs, markers before items."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block, parts = document.findBlock(start), list[str]()
    was_item = False
    while block.isValid() and block.position() < end:
        first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        units = block.text().encode("utf-16-le", "surrogatepass")
        words = units[2 * first : 2 * last].decode("utf-16-le", "replace").replace("\u2028", "\n")
        marker, _ = marker_of(block.blockFormat())
        if parts:
            parts.append("\n" if marker and was_item else "\n\n")
        parts.append(f"{marker} {words}" if marker and first == 0 else words)
        was_item = bool(marker)
        block = block.next()
    return "".join(parts)
