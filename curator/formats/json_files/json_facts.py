"""Facts from the JSON that Curator writes of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from curator.domain.errors import UnreadableFile
from curator.domain.facts import Approximation, Evidence, Fact, FactKind, Precision, Status
from curator.formats.json_files.json_values import Object


def fact_of(data: Object) -> Fact:
    """The fact, its numbers exactly as they were written."""
    kind = data.word("kind", FactKind)
    bound = _day if kind is FactKind.DATE else _number
    return Fact(
        kind=kind,
        start=data.whole("start"),
        end=data.whole("end"),
        quote=data.text("quote"),
        value=_number(data, "value"),
        low=bound(data, "low"),
        high=bound(data, "high"),
        unit=data.text_or_none("unit"),
        approximation=data.word("approximation", Approximation, Approximation.EXACT),
        status=data.word("status", Status, Status.STATED),
        precision=None if data.value("precision") is None else data.word("precision", Precision),
        confidence=data.number("confidence", 1.0),
        rule=data.text("rule", ""),
        name=data.text_or_none("name"),
    )


def evidence_of(data: Object, text: str | None) -> Evidence | None:
    """The words of the text that state a fact; None where no words do. Without a text it is believed."""
    if data.value("evidence") is None:
        return None
    given = data.object("evidence")
    start, end = given.whole("start"), given.whole("end")
    quote = given.text("quote")
    if start > end or (text is not None and (end > len(text) or text[start:end] != quote)):
        raise UnreadableFile(f"The words “{quote[:40]}” do not stand where a fact says.")
    return Evidence(start, end, quote, given.text("prefix", ""), given.text("suffix", ""))


def _number(data: Object, key: str) -> Decimal | None:
    exact = data.mapping("exact").get(key)
    value = data.value(key) if exact is None else exact
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise UnreadableFile(f"“{key}” is no number.")
    try:
        found = Decimal(str(value))
        float(found)
    except (InvalidOperation, OverflowError, ValueError):
        raise UnreadableFile(f"“{key}” is no number.") from None
    return found


def _day(data: Object, key: str) -> date | None:
    text = data.text_or_none(key)
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise UnreadableFile(f"“{key}” is no day.") from None
