"""Marks: facts and repairs on the words that state or show them, and how they are drawn."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine

from curator.domain.articles import StoredFact, StoredRepair
from curator.domain.facts import Decision, FactKind
from curator.domain.spans import Span
from curator.ui.look.theme import Theme

PAD = 2.0
RADIUS = 3.0
BELOW = 4.0
DOTS = 5.0
COMPANY_ALPHA = 0.6
DOT_ALPHA = 0.42
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Look(Enum):
    """How a mark is drawn."""

    PROPOSED = "tint"
    ACCEPTED = "tint, solid ink line"
    REJECTED = "dotted muted line"
    CERTAIN = "dotted line"
    GUESS = "tint, thick line"
    DAMAGED = "tint, no line"


TINTED = (Look.PROPOSED, Look.ACCEPTED, Look.GUESS, Look.DAMAGED)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text that state a fact or were repaired; `tint` names their colours."""

    span: Span
    tint: str
    look: Look
    fact: StoredFact | None = None
    repair: StoredRepair | None = None

    @property
    def rank(self) -> int:
        """Which of two marks on the same words is meant by a click: the higher."""
        return {Look.CERTAIN: 0, Look.REJECTED: 1, Look.GUESS: 3}.get(self.look, 2)


class Marks:
    """Facts and repairs by their place in the text that is shown; marks are made when they are asked for.

    `facts` come with the places of their evidence; `repairs` are in order. With `original` the text is the
    one before cleaning.
    """

    def __init__(
        self,
        facts: Iterable[tuple[Span, StoredFact]] = (),
        repairs: Sequence[StoredRepair] = (),
        *,
        original: bool = False,
    ) -> None:
        self._original = original
        self._facts = sorted(facts, key=lambda pair: (pair[0].start, -pair[0].end))
        self._fact_starts = [span.start for span, _ in self._facts]
        self._fact_reach = list(accumulate((span.end for span, _ in self._facts), max))
        self._repairs = repairs
        if original:
            self._repair_starts = [stored.repair.original.start for stored in repairs]
        else:
            self._repair_starts = [stored.repair.cleaned.start for stored in repairs]

    def take(self, changed: Iterable[StoredFact]) -> None:
        """Show other decisions on facts that stand where they stood."""
        news = {stored.id: stored for stored in changed}
        for place, (span, stored) in enumerate(self._facts) if news else ():
            if stored.id in news:
                self._facts[place] = (span, news[stored.id])

    def over(self, span: Span) -> list[Mark]:
        """The marks that share a character with a span: facts in reading order, then repairs."""
        first = bisect_right(self._fact_reach, span.start)
        last = bisect_left(self._fact_starts, span.end)
        facts = [
            fact_mark(stored, place) for place, stored in self._facts[first:last] if place.end > span.start
        ]
        first = max(0, bisect_right(self._repair_starts, span.start) - 1)
        last = bisect_left(self._repair_starts, span.end)
        repairs = (repair_mark(stored, original=self._original) for stored in self._repairs[first:last])
        return facts + [mark for mark in repairs if mark.span.overlaps(span)]


def fact_mark(stored: StoredFact, span: Span) -> Mark:
    """The mark of a fact on its evidence."""
    looks = {
        Decision.ACCEPTED: Look.ACCEPTED,
        Decision.EDITED: Look.ACCEPTED,
        Decision.REJECTED: Look.REJECTED,
    }
    return Mark(span, stored.fact.kind.value, looks.get(stored.decision, Look.PROPOSED), fact=stored)


def repair_mark(stored: StoredRepair, *, original: bool = False) -> Mark:
    """The mark of a repair, on what it made or (`original`) on what it found."""
    sure = stored.repair.certain or stored.decision.is_accepted
    if stored.decision is Decision.REJECTED:
        span = stored.repair.original if original else stored.repair.cleaned
        return Mark(span, "repair", Look.REJECTED, repair=stored)
    if original:
        return Mark(stored.repair.original, "repair", Look.DAMAGED if sure else Look.GUESS, repair=stored)
    return Mark(stored.repair.cleaned, "repair", Look.CERTAIN if sure else Look.GUESS, repair=stored)


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of marked words that stands on one line: its box, and the baseline of the line."""

    box: QRectF
    baseline: float


def fragments(block: QTextBlock, origin: QPointF, first: int, last: int, em: float) -> list[Fragment]:
    """The boxes of the characters `first` to `last` of a laid-out block, line by line.

    `origin` is where the block's layout stands; `em` the size of its letters in pixels.
    """
    layout = block.layout()
    mixed = _RIGHT_TO_LEFT.search(block.text()) is not None
    result: list[Fragment] = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        begin, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if begin >= end:
            continue
        baseline = origin.y() + line.y() + line.ascent()
        top = baseline - (3 + 0.75 * em)
        height = baseline + max(BELOW, 0.2 * em) - top
        for left, right in _stretches(line, begin, end, mixed=mixed):
            result.append(Fragment(QRectF(origin.x() + left, top, right - left, height), baseline))
    return result


def _stretches(line: QTextLine, begin: int, end: int, *, mixed: bool) -> list[tuple[float, float]]:
    """From where to where characters of a line stand; several where writing directions mix."""
    if not mixed:
        left, right = _x(line, begin), _x(line, end)
        reach = line.x() + line.naturalTextWidth()
        return [(left, max(left, min(right, reach)))]
    boxes = (run.boundingRect() for run in line.glyphRuns(begin, end - begin))
    result: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
        if result and left <= result[-1][1] + line.height() / 3:
            result[-1] = (result[-1][0], max(right, result[-1][1]))
        else:
            result.append((left, right))
    return result


def _x(line: QTextLine, position: int) -> float:
    # PySide gives the x and the (possibly corrected) position; its stubs know only the x.
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def draw(painter: QPainter, mark: Mark, parts: list[Fragment], theme: Theme) -> None:
    """Draw a mark behind its words."""
    if mark.look in TINTED:
        tint = theme.tint(mark.tint)
        if mark.tint == FactKind.COMPANY.value:
            tint.setAlphaF(COMPANY_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        for part in parts:
            painter.drawRoundedRect(part.box.adjusted(-PAD, 0, PAD, 0), RADIUS, RADIUS)
    for part in parts:
        _underline(painter, mark, part, theme)


def _underline(painter: QPainter, mark: Mark, part: Fragment, theme: Theme) -> None:
    ink = theme.ink(mark.tint)
    box = part.box
    if mark.look is Look.ACCEPTED:
        _line(painter, QPen(ink, 1.0), box, box.bottom() - 0.5)
    elif mark.look is Look.GUESS:
        _line(painter, QPen(ink, 1.5), box.adjusted(-PAD / 2, 0, PAD / 2, 0), box.bottom() - 0.25)
    elif mark.look is Look.CERTAIN:
        ink.setAlphaF(DOT_ALPHA)
        _line(painter, _dotted(ink, 1.75), box, part.baseline + DOTS)
    elif mark.look is Look.REJECTED:
        _line(painter, _dotted(theme.color("muted"), 1.0), box, part.baseline + 3)


def _line(painter: QPainter, pen: QPen, box: QRectF, y: float) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def _dotted(ink: QColor, dash: float) -> QPen:
    pen = QPen(ink, 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([dash, dash])
    return pen


def outline(painter: QPainter, parts: list[Fragment], ink: QColor) -> None:
    """Draw the outline of the current fact around its words."""
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for part in parts:
        painter.drawRoundedRect(part.box.adjusted(-PAD - 0.25, -0.25, PAD + 0.25, 0.25), RADIUS, RADIUS)
