"""The words of a fact with a little context, its own words heavier."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from curator.domain.articles import StoredFact
from curator.ui.look import theme

_MARKUP = re.compile(r"\*\*|__|`|\]\([^)\s]*\)?|!?\[")
"""Markdown's marks among words, which the page does not show either."""
_OF_LINE = re.compile(r"\s*(?:#{1,6}|[-*+]|\d+\.) +")
"""Those at the beginning of a line; the "3." of "3. März" is none."""
_BAR = re.compile(r"\s*\|\s*")
CELL = " · "
"""Between two cells of a table."""

BEFORE = 22
"""Code points of context kept before the words; what follows fills the line."""


def pieces(stored: StoredFact) -> tuple[str, str, str]:
    """Context, words, context: each in one line."""
    if stored.evidence is None:
        return "", stored.fact.quote, ""
    _, sign, line = stored.evidence.prefix[-BEFORE:].rpartition("\n")
    if sign or len(stored.evidence.prefix) < BEFORE:
        line = line.removeprefix(mark[0]) if (mark := _OF_LINE.match(line)) else line
    before = _unmarked(line).lstrip(CELL)
    after = _unmarked(stored.evidence.suffix.split("\n")[0]).rstrip(CELL)
    prefix, suffix = _plain(before), _plain(after)
    cut = len(stored.evidence.prefix) >= BEFORE and not sign
    if cut and " " in prefix:
        prefix = prefix.split(" ", 1)[1].lstrip(CELL)
    gap = " " if before[-1:].isspace() and prefix else ""
    rest = " " if after[:1].isspace() and suffix else ""
    return prefix + gap, _plain(stored.evidence.quote), rest + suffix


def _unmarked(context: str) -> str:
    """Context without markup; the cells of a table's row are parted as on the page, by no bars."""
    return _BAR.sub(CELL, _MARKUP.sub("", context))


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())


def paint_quote(painter: QPainter, box: QRectF, stored: StoredFact, plain: QFont, heavy: QFont) -> None:
    """Draw the quote into one line, elided at its end."""
    colours = theme.current()
    words = pieces(stored)
    leftward = is_leftward("".join(words))
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    room = box.width()
    for text, font, role in zip(words, (plain, heavy, plain), ("muted", "text", "muted"), strict=True):
        if not text or room <= 0:
            continue
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(colours.color(role))
        place = QRectF(box.left() if leftward else box.right() - room, box.top(), room, box.height())
        side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, shown)
        room -= metrics.horizontalAdvance(text)
    painter.restore()


def is_leftward(text: str) -> bool:
    """Whether a text runs from right to left, as its first letter does (Unicode's rules P2 and P3)."""
    strong = (bidirectional(sign) for sign in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"
