"""Rows of facts: how a fact that is not open is drawn."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from curator.domain.articles import StoredFact
from curator.domain.facts import Decision, Verdict
from curator.ui.look import formatting, icons, theme
from curator.ui.widgets.quotes import paint_quote

translate = QCoreApplication.translate

MARKS = {
    Decision.PROPOSED: ("circle", "control"),
    Decision.ACCEPTED: ("check-circle-fill", "ok"),
    Decision.EDITED: ("check-circle-fill", "ok"),
    Decision.REJECTED: ("x-circle-fill", "danger"),
    Decision.SKIPPED: ("skip-forward-fill", "muted"),
}
VERDICTS = {
    Verdict.CONFIRMED: ("shield-check", "ok"),
    Verdict.DOUBTFUL: ("question", "warn"),
    Verdict.WRONG: ("prohibit", "danger"),
}
UNSURE = 0.8
"""Below this confidence the percentage is shown as a warning."""


def fact_words(stored: StoredFact) -> str:
    """A fact as it is read out: kind, value, how sure it is, what was decided, and its words."""
    fact = stored.fact
    decisions = {
        Decision.PROPOSED: translate("FactRows", "to decide"),
        Decision.ACCEPTED: translate("FactRows", "accepted"),
        Decision.EDITED: translate("FactRows", "edited"),
        Decision.REJECTED: translate("FactRows", "rejected"),
        Decision.SKIPPED: translate("FactRows", "skipped"),
    }
    verdicts = {
        Verdict.UNCHECKED: "",
        Verdict.CONFIRMED: translate("FactRows", "confirmed"),
        Verdict.DOUBTFUL: translate("FactRows", "doubtful"),
        Verdict.WRONG: translate("FactRows", "wrong"),
    }
    parts = (
        f"{formatting.kind(fact.kind)} {formatting.whole(fact)}",
        translate("FactRows", "{percent} sure").format(percent=formatting.percent(fact.confidence)),
        decisions[stored.decision],
        verdicts[stored.verdict],
        f"“{' '.join(fact.quote.split())}”",
    )
    return ", ".join(filter(None, parts))


def paint_fact(painter: QPainter, box: QRectF, stored: StoredFact, *, hover: bool) -> None:
    """Draw a closed fact: ink bar, state, value, confidence, quote."""
    colours = theme.current()
    painter.save()
    if hover:
        painter.fillRect(box, colours.color("hover"))
    grown = theme.grown
    bar = QRectF(theme.PANE_MARGIN, box.top() + 5, 3, box.height() - 10)
    painter.fillRect(bar, colours.ink(str(stored.fact.kind)))
    left = theme.PANE_MARGIN + 12
    name, role = MARKS[stored.decision]
    middle = box.top() + grown(13.5)
    icons.paint(painter, QRectF(left, middle - 7.5, 15, 15), name, role)
    left += 23
    right = box.right() - theme.PANE_MARGIN
    painter.setFont(theme.sans(8.5))
    sure = formatting.percent(stored.fact.confidence)
    painter.setPen(colours.color("warn" if stored.fact.confidence < UNSURE else "muted"))
    width = QFontMetricsF(painter.font()).horizontalAdvance(sure)
    upper = QRectF(left, box.top() + grown(4), right - left, grown(19))
    painter.drawText(upper.adjusted(right - width - left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sure)
    end = right - width - 10
    if stored.verdict in VERDICTS:
        mark, role = VERDICTS[stored.verdict]
        icons.paint(painter, QRectF(end - 16, middle - 7.5, 15, 15), mark, role)
        end -= 22
    _value_line(painter, upper.adjusted(0, 0, end - right, 0), stored)
    quote = QRectF(left, box.top() + grown(22), right - left, grown(17))
    paint_quote(painter, quote, stored, theme.serif(9), theme.serif(9, 600))
    painter.restore()


def _value_line(painter: QPainter, box: QRectF, stored: StoredFact) -> None:
    colours = theme.current()
    word = formatting.approximation(stored.fact)
    if word:
        painter.setFont(theme.sans(9.5))
        painter.setPen(colours.color("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
        box = box.adjusted(QFontMetricsF(painter.font()).horizontalAdvance(word) + 6, 0, 0, 0)
    font = theme.sans(9.5, 600)
    rejected = stored.decision is Decision.REJECTED
    font.setStrikeOut(rejected)
    painter.setFont(font)
    painter.setPen(QPen(colours.color("muted" if rejected else "text")))
    text = QFontMetricsF(font).elidedText(
        formatting.value(stored.fact), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
