"""The words of a fact with a little context, its own words heavier."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from curator.domain.articles import StoredFact
from curator.ui import theme

BEFORE = 22
"""Code points of context kept before the words; what follows fills the line."""


def pieces(stored: StoredFact) -> tuple[str, str, str]:
    """Context, words, context: each in one line."""
    if stored.evidence is None:
        return "", stored.fact.quote, ""
    prefix = " ".join(stored.evidence.prefix[-BEFORE:].split("\n")[-1].split())
    cut = len(stored.evidence.prefix) >= BEFORE and "\n" not in stored.evidence.prefix[-BEFORE:]
    if cut and " " in prefix:
        prefix = prefix.split(" ", 1)[1]
    gap = " " if stored.evidence.prefix[-1:].isspace() and prefix else ""
    suffix = " ".join(stored.evidence.suffix.split("\n")[0].split())
    after = " " if stored.evidence.suffix[:1].isspace() and suffix else ""
    return prefix + gap, " ".join(stored.evidence.quote.split()), after + suffix


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
