"""Tips: what a fact or a repair says of itself when the pointer rests on its words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from curator.domain.articles import StoredFact, StoredRepair
from curator.domain.facts import Decision, Verdict
from curator.ui.look import formatting, theme

translate = QCoreApplication.translate


def fact_tip(stored: StoredFact) -> str:
    """Kind, approximation and value; then confidence, decision and verdict (rich text)."""
    fact = stored.fact
    second = [formatting.brief(fact), _sure(fact.confidence), _decision(stored.decision)]
    if stored.verdict is not Verdict.UNCHECKED:
        second.append(_verdict(stored.verdict))
    lead = formatting.approximation(fact)
    return _rich(formatting.kind(fact.kind), lead, formatting.value(fact), second)


def repair_tip(stored: StoredRepair) -> str:
    """What stood there and what stands there now; then how sure, which damage, what else (rich text)."""
    repair = stored.repair
    change = f"{_visible(repair.before)} → {_visible(repair.after)}"
    title = translate("tips", "Repair") if repair.certain else translate("tips", "Guess")
    second = [_sure(repair.confidence), repair.channel or repair.kind.value]
    if stored.decision is not Decision.PROPOSED:
        second.append(_decision(stored.decision))
    lines = [_rich(title, "", change, second)]
    if repair.alternatives:
        others = ", ".join(
            f"{_visible(other.text)} ({formatting.percent(other.confidence)})"
            for other in repair.alternatives
        )
        lines.append(_muted(translate("tips", "Or {words}").format(words=others)))
    return "<br>".join(lines)


def link_tip(target: str) -> str:
    """Where a link leads, and how to follow it (rich text)."""
    hint = translate("tips", "Ctrl+click opens it")
    return f"{escape(target)}<br>{_muted(hint)}"


def _rich(head: str, lead: str, value: str, second: list[str]) -> str:
    rest = " · ".join(filter(None, second))
    before = f"{_muted(head)}&nbsp; " + (f"{_muted(lead)} " if lead else "")
    return f"{before}<b>{escape(value)}</b><br>{_muted(rest)}"


def _muted(words: str) -> str:
    return f'<span style="color:{theme.current().color("muted").name()}">{escape(words)}</span>'


def _visible(words: str) -> str:
    if not words:
        return translate("tips", "nothing")
    return "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in words)


def _sure(confidence: float) -> str:
    return translate("tips", "{percent} sure").format(percent=formatting.percent(confidence))


def _decision(decision: Decision) -> str:
    return {
        Decision.PROPOSED: translate("tips", "to decide"),
        Decision.ACCEPTED: translate("tips", "accepted"),
        Decision.REJECTED: translate("tips", "rejected"),
        Decision.EDITED: translate("tips", "edited"),
        Decision.SKIPPED: translate("tips", "skipped"),
    }[decision]


def _verdict(verdict: Verdict) -> str:
    return {
        Verdict.UNCHECKED: translate("tips", "unchecked"),
        Verdict.CONFIRMED: translate("tips", "confirmed"),
        Verdict.DOUBTFUL: translate("tips", "doubtful"),
        Verdict.WRONG: translate("tips", "wrong"),
    }[verdict]
