"""The words of a fact with a little context, its own words heavier."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from curator.domain.articles import StoredFact
from curator.ui import theme

_MARKUP = re.compile(r"\*\*|__|`|^\s*#{1,6} +|^\s*(?:[-*+]|\d+\.) +|\]\([^)\s]*\)?|!?\[", re.MULTILINE)
"""Markdown's marks, which the page does not show either."""

BEFORE = 22
"""Code points of context kept before the words; what follows fills the line."""


def pieces(stored: StoredFact) -> tuple[str, str, str]:
    """Context, words, context: each in one line."""
    if stored.evidence is None:
        return "", stored.fact.quote, ""
    before = _MARKUP.sub("", stored.evidence.prefix[-BEFORE:].split("\n")[-1])
    after = _MARKUP.sub("", stored.evidence.suffix.split("\n")[0])
    prefix, suffix = _plain(before), _plain(after)
    cut = len(stored.evidence.prefix) >= BEFORE and "\n" not in stored.evidence.prefix[-BEFORE:]
    if cut and " " in prefix:
        prefix = prefix.split(" ", 1)[1]
    gap = " " if before[-1:].isspace() and prefix else ""
    rest = " " if after[:1].isspace() and suffix else ""
    return prefix + gap, _plain(stored.evidence.quote), rest + suffix


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())


def paint_quote(painter: QPainter, box: QRectF, stored: StoredFact, plain: QFont, heavy: QFont) -> None:
    """Draw the quote into one line, elided at its end."""
    colours = theme.current()
    left = box.left()
    for text, font, role in zip(
        pieces(stored), (plain, heavy, plain), ("muted", "text", "muted"), strict=True
    ):
        room = box.right() - left
        if not text or room <= 0:
            continue
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(colours.color(role))
        place = QRectF(left, box.top(), room, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        left += metrics.horizontalAdvance(text)
