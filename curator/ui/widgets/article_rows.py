"""How the list draws an article: title on two lines, then marks, source, date, code, open facts."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.domain.articles import ArticleRow, State
from curator.ui.look import formatting, icons, theme
from curator.ui.models.article_list import ROW
from curator.ui.widgets.importance_squares import paint_squares
from curator.ui.widgets.quotes import is_leftward

MARGIN = 16
LINE = 18
LEAST_SOURCE = 36
"""Pixels below which the beginning of a source says nothing."""
SQUARES = 53
"""Pixels of the squares of importance, and of the gap behind them."""
SIGN = 16
SEPARATOR = " · "
Index = QModelIndex | QPersistentModelIndex


def elided_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """`text` broken into at most `most` lines, the last one elided where it must be."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1 and _utf16(text) > start + length:
            rest = _from_utf16(text, start)
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
        else:
            lines.append(_from_utf16(text, start, start + length).strip())
    layout.endLayout()
    return lines


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _from_utf16(text: str, start: int, end: int | None = None) -> str:
    if max(text, default="") <= "\uffff":
        return text[start:end]
    data = text.encode("utf-16-le", "surrogatepass")
    return data[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


class ArticleRows(QStyledItemDelegate):
    """Paints a row at a time; every row is equally high."""

    compact = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, theme.grown(theme.LIST_ROW_COMPACT if self.compact else theme.LIST_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, ArticleRow):
            return
        painter.save()
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        self._background(painter, option, rect, selected=selected)
        if self.compact:
            self._compact(painter, rect, row)
        else:
            self._full(painter, rect, row, selected=selected)
        painter.restore()

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, selected: bool
    ) -> None:
        colours = theme.current()
        state = option.state  # type: ignore[attr-defined]
        active = option.widget is not None and option.widget.hasFocus()  # type: ignore[attr-defined]
        if selected:
            painter.fillRect(rect, colours.color("sel" if active else "hover"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.color("hover"))
        painter.fillRect(
            QRectF(rect.left() + MARGIN, rect.bottom() - 1, rect.width() - MARGIN, 1), colours.color("hair")
        )
        if selected:
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, colours.color("accent" if active else "control"))

    def _full(self, painter: QPainter, rect: QRectF, row: ArticleRow, *, selected: bool) -> None:
        left, width = rect.left() + MARGIN, rect.width() - 2 * MARGIN
        colours = theme.current()
        top, line_height = rect.top() + theme.grown(8), theme.grown(LINE)
        lines = elided_lines(row.title or row.path, theme.sans(10, 600), width, 2)
        painter.setFont(theme.sans(10, 600))
        painter.setPen(colours.color("text"))
        for line in lines:
            _line(painter, QRectF(left, top, width, line_height), line)
            top += line_height
        if len(lines) < 2 and row.description:
            painter.setFont(theme.sans(9.5))
            painter.setPen(colours.color("muted"))
            described = elided_lines(row.description, theme.sans(9.5), width, 1)
            _line(painter, QRectF(left, top, width, line_height), described[0])
        meta = QRectF(left, rect.bottom() - theme.grown(26), width, line_height)
        self._meta(painter, meta, row, selected=selected)

    def _meta(self, painter: QPainter, box: QRectF, row: ArticleRow, *, selected: bool) -> None:
        right = box.right() - self._open_facts(painter, box, row, selected=selected)
        if row.state is State.REVIEWED:
            right -= _paint_reviewed(painter, QPointF(right, box.center().y()))
        if row.language:
            right -= paint_code(painter, QPointF(right, box.center().y()), row.language) + 8
        left = box.left()
        painter.setFont(theme.sans(9))
        metrics = QFontMetricsF(painter.font())
        wanted = metrics.horizontalAdvance(SEPARATOR.join(source_and_date(row, math.inf, metrics)))
        if row.importance or left + SQUARES + wanted <= right:  # squares without a meaning give way first
            squares = QPointF(left, box.center().y() - 3.5)
            left += paint_squares(painter, squares, row.importance) + 10
        source, date = source_and_date(row, right - left, metrics)
        place = QRectF(left, box.top(), right - left, box.height())
        if source:
            rest = metrics.horizontalAdvance(SEPARATOR + date)
            taken = _line(painter, place.adjusted(0, 0, -rest, 0), source, "muted")
            place.adjust(taken + _line(painter, place.adjusted(taken, 0, 0, 0), SEPARATOR, "muted"), 0, 0, 0)
        _line(painter, place, date, "muted" if row.published else "warn")

    def _open_facts(self, painter: QPainter, box: QRectF, row: ArticleRow, *, selected: bool) -> float:
        if not row.facts_open:
            return 0
        colours = theme.current()
        font = theme.sans(8.5, 600)
        text = str(row.facts_open)
        width = max(22.0, QFontMetricsF(font).horizontalAdvance(text) + 12)
        pill = QRectF(box.right() - width, box.top(), width, box.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("accent" if selected else "hover"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(colours.color("on_accent" if selected else "text"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return width + 8

    def _compact(self, painter: QPainter, rect: QRectF, row: ArticleRow) -> None:
        box = rect.adjusted(MARGIN, 0, -MARGIN, -1)
        right = box.right()
        painter.setFont(theme.sans(9))
        date = formatting.published(row.published)
        width = QFontMetricsF(painter.font()).horizontalAdvance(date)
        place = QRectF(right - width, box.top(), width, box.height())
        _line(painter, place, date, "muted" if row.published else "warn")
        if row.state is State.REVIEWED:
            width += 10 + _paint_reviewed(painter, QPointF(place.left() - 10, box.center().y()))
        painter.setFont(theme.sans(9.5, 500))
        _line(
            painter, QRectF(box.left(), box.top(), right - width - 10 - box.left(), box.height()), row.title
        )


def source_and_date(row: ArticleRow, room: float, metrics: QFontMetricsF) -> tuple[str, str]:
    """What is said of a row in so many pixels: the source, to be elided, and the date, which stays whole.

    A year that is everybody's gives way to a long source, and a source of which nothing could be told ("")
    to the date.
    """
    date = formatting.published(row.published)
    if not row.source:
        return "", date
    fitting = date
    if metrics.horizontalAdvance(row.source + SEPARATOR + date) > room:
        fitting = formatting.published(row.published, this_year=datetime.now(UTC).year)
    left = room - metrics.horizontalAdvance(SEPARATOR + fitting)
    tells = left >= min(metrics.horizontalAdvance(row.source), LEAST_SOURCE)
    return (row.source, fitting) if tells else ("", date)


def _paint_reviewed(painter: QPainter, right_middle: QPointF) -> float:
    """Draw the sign of a reviewed article, ending at a point; gives the width taken and a gap."""
    box = QRectF(right_middle.x() - SIGN, right_middle.y() - SIGN / 2, SIGN, SIGN)
    icons.paint(painter, box, "check-circle", "ok")
    return SIGN + 8


def code_width(code: str) -> float:
    """The width of the box of a language code."""
    return QFontMetricsF(theme.mono(8)).horizontalAdvance(code) + 10


def paint_code(painter: QPainter, right_middle: QPointF, code: str) -> float:
    """Draw a language code in its box, ending at a point; gives the width taken."""
    colours = theme.current()
    font = theme.mono(8)
    width = code_width(code)
    height = max(16.0, QFontMetricsF(font).height())
    box = QRectF(right_middle.x() - width, right_middle.y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.color("line")), 1))
    painter.setBrush(colours.color("alt"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(colours.color("muted"))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, code)
    painter.restore()
    return width


def _line(painter: QPainter, box: QRectF, text: str, role: str = "") -> float:
    if role:
        painter.setPen(theme.current().color(role))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
    # A title begins where its script does; what stands in a column stays there.
    side = Qt.AlignmentFlag.AlignLeft
    if role:
        side |= Qt.AlignmentFlag.AlignAbsolute
    rightward = Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_leftward(text) else rightward)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, shown)
    painter.setLayoutDirection(rightward)
    return metrics.horizontalAdvance(shown)
