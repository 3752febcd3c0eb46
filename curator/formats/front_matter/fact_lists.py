"""Fact lists: facts with decisions, verdicts and evidence as a list of maps in front matter.

The evidence is a list of selectors as the W3C Web Annotation Data Model has them: a TextQuoteSelector and
a TextPositionSelector, in code points of the reading text. A quote is looked for again where the position
no longer holds it, so the list outlives edits of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar, cast

from curator.domain.articles import StoredFact
from curator.domain.changes import Value
from curator.domain.facts import (
    Approximation,
    Decision,
    Evidence,
    Fact,
    FactKind,
    Precision,
    Status,
    Verdict,
)

USUAL_KEY = "facts"
"""The front-matter key under which facts are written unless another is chosen."""

QUOTE, POSITION = "TextQuoteSelector", "TextPositionSelector"
RULE = "front matter"
NOWHERE = -1

_KINDS = frozenset(kind.value for kind in FactKind)
_LONGEST_INTEGER = 17
_Choice = TypeVar("_Choice", bound=StrEnum)


class Stated(NamedTuple):
    """A fact as front matter states it; it starts at `NOWHERE` where no words of the text are named."""

    fact: Fact
    evidence: Evidence | None
    decision: Decision
    verdict: Verdict
    note: str
    source: str


# Writing


def items(facts: Iterable[StoredFact], *, accepted_only: bool = False) -> list[dict[str, Value]]:
    """The facts as front matter has them, in their order; keys that say nothing are left out."""
    return [_item(each) for each in facts if not accepted_only or each.decision.is_accepted]


def _item(stored: StoredFact) -> dict[str, Value]:
    fact = stored.fact
    item: dict[str, Value] = {
        "kind": fact.kind.value,
        "name": fact.name,
        "value": number(fact.value),
        "low": number(fact.low),
        "high": number(fact.high),
        "unit": fact.unit,
        "precision": fact.precision.value if fact.precision else None,
        "approximation": None if fact.approximation is Approximation.EXACT else fact.approximation.value,
        "status": None if fact.status is Status.STATED else fact.status.value,
        "decision": stored.decision.value,
        "verdict": None if stored.verdict is Verdict.UNCHECKED else stored.verdict.value,
        "note": stored.verdict_note or None,
        "source": stored.verdict_source or None,
        "selector": _selectors(stored.evidence),
    }
    return {key: value for key, value in item.items() if value is not None}


def number(value: Decimal | date | None) -> int | float | str | None:
    """A bound as the plain value that reads back equal: a number where one does, else text."""
    if value is None or isinstance(value, date):
        return value.isoformat() if value else None
    if value.is_finite() and value == value.to_integral_value() and value.adjusted() < _LONGEST_INTEGER:
        return int(value)
    near = float(value)
    plain = "e" not in repr(near) and value.is_finite() and Decimal(repr(near)) == value
    return near if plain else str(value)


def _selectors(evidence: Evidence | None) -> list[Value] | None:
    if evidence is None:
        return None
    quote = {"type": QUOTE, "exact": evidence.quote, "prefix": evidence.prefix, "suffix": evidence.suffix}
    position = {"type": POSITION, "start": evidence.start, "end": evidence.end}
    return [{key: value for key, value in quote.items() if value}, position]


# Reading


def keys(front_matter: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of front matter under which facts stand, told by their shape.

    Under another key than the usual one some of them must name the words that state them.
    """
    return tuple(
        key
        for key, value in front_matter.items()
        if is_list(value) and (key == USUAL_KEY or any(_evidence(each.get("selector")) for each in value))
    )


def is_list(value: Value) -> bool:
    """Whether a value is a list of facts: each a mapping with a kind, and a value or words that state it."""
    if not isinstance(value, list) or not value:
        return False
    return all(_is_item(each) for each in cast("list[Value]", value))


def _is_item(value: Value) -> bool:
    if not isinstance(value, dict):
        return False
    item = cast("dict[str, Value]", value)
    says = any(item.get(key) is not None for key in ("value", "low", "high", "name"))
    return item.get("kind") in _KINDS and (says or _evidence(item.get("selector")) is not None)


def stated(value: Sequence[Mapping[str, Any]]) -> list[Stated]:
    """The facts of such a list; what cannot be understood of one is left out, or the whole of it."""
    found = (_stated(each) for each in value)
    return [each for each in found if each is not None]


def _stated(item: Mapping[str, Any]) -> Stated | None:
    kind = FactKind(item["kind"])
    evidence = _evidence(item.get("selector"))
    read = _day if kind is FactKind.DATE else _decimal
    fact = Fact(
        kind=kind,
        start=evidence.start if evidence else NOWHERE,
        end=evidence.end if evidence else NOWHERE,
        quote=evidence.quote if evidence else "",
        value=_decimal(item.get("value")),
        low=read(item.get("low")),
        high=read(item.get("high")),
        unit=_text(item.get("unit")) or None,
        approximation=_choice(Approximation, item.get("approximation"), Approximation.EXACT),
        status=_choice(Status, item.get("status"), Status.STATED),
        precision=_choice(Precision, item["precision"], Precision.DAY) if item.get("precision") else None,
        rule=RULE,
        name=_text(item.get("name")) or None,
    )
    if (fact.value, fact.low, fact.high, fact.name) == (None, None, None, None):
        return None
    return Stated(
        fact,
        evidence,
        _choice(Decision, item.get("decision"), Decision.ACCEPTED),
        _choice(Verdict, item.get("verdict"), Verdict.UNCHECKED),
        _text(item.get("note")),
        _text(item.get("source")),
    )


def _evidence(value: Value) -> Evidence | None:
    """The words that a selector, or a list of them, names; None without a quote."""
    given = cast("list[Value]", value if isinstance(value, list) else [value])
    by_type = {
        str(each.get("type")): each
        for each in (cast("dict[str, Value]", each) for each in given if isinstance(each, dict))
    }
    quote, position = by_type.get(QUOTE, {}), by_type.get(POSITION, {})
    exact = _text(quote.get("exact"))
    if not exact:
        return None
    start = position.get("start")
    place = start if isinstance(start, int) and not isinstance(start, bool) and start >= 0 else 0
    return Evidence(place, place + len(exact), exact, _text(quote.get("prefix")), _text(quote.get("suffix")))


def anchored(stated: Stated, text: str) -> Stated:
    """The fact in its place in the text: where its position says, else where its quote stands.

    Of several places that with the same words around it counts, then the nearest; without any, nowhere.
    """
    start = _place(stated.evidence, text) if stated.evidence else NOWHERE
    end = start + len(stated.fact.quote) if start >= 0 else NOWHERE
    return stated._replace(fact=replace(stated.fact, start=start, end=end))


def _place(evidence: Evidence, text: str) -> int:
    if text.startswith(evidence.quote, evidence.start):
        return evidence.start
    prefix, quote, suffix = evidence.prefix, evidence.quote, evidence.suffix
    for before, after in ((prefix, suffix), (prefix, ""), ("", suffix), ("", "")):
        found = _nearest(text, before + quote + after, evidence.start - len(before))
        if found >= 0:
            return found + len(before)
    return NOWHERE


def _nearest(text: str, words: str, place: int) -> int:
    before = text.rfind(words, 0, max(0, place) + len(words))
    after = text.find(words, max(0, place))
    if before < 0 or after < 0:
        return max(before, after)
    return before if place - before <= after - place else after


def _choice(among: type[_Choice], value: Value, otherwise: _Choice) -> _Choice:
    try:
        return among(value)
    except ValueError:
        return otherwise


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _decimal(value: Value) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _day(value: Value) -> date | None:
    try:
        return date.fromisoformat(_text(value)[:10])
    except ValueError:
        return None
