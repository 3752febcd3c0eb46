"""Facts of measured numbers: their words, signed values, and what is said of them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from curator.domain.facts import Fact, FactKind
from curator.extraction.amounts.grammar import Measured
from curator.extraction.numbers import plain
from curator.extraction.qualifiers import approximation, minus_before, status
from curator.extraction.readings import Reading

_ONE = Decimal(1)


class Rule(NamedTuple):
    """The name of what found a fact, and how sure facts of it are before they are calibrated."""

    name: str
    confidence: float


def amount(
    reading: Reading,
    found: Measured,
    *,
    kind: FactKind,
    unit: str,
    rule: Rule,
    factor: Decimal = _ONE,
    signed: bool = True,
) -> Fact:
    """The fact of a measured number, its values times `factor`; below zero after a minus, if it is `signed`.

    The minus belongs to the fact's words; a range below zero is turned about, so that `low` is the lower.
    """
    start, end = reading.starts[found.first], reading.ends[found.last]
    minus = minus_before(reading, found.first, found.last) if signed else 0
    low, high = found.low, found.high
    if minus or (signed and _has_minus_inside(reading, found)):
        start -= minus
        factor = -factor
        low, high = high, low
    return Fact(
        kind=kind,
        start=start,
        end=end,
        quote=reading.text[start:end],
        value=_times(found.value, factor),
        low=_times(low, factor),
        high=_times(high, factor),
        unit=unit,
        approximation=approximation(reading, found.first, found.last),
        status=status(reading, found.first, found.last),
        confidence=rule.confidence,
        rule=rule.name,
    )


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else plain(value * factor)


def _has_minus_inside(reading: Reading, found: Measured) -> bool:
    """Whether a minus touches the sign before it and the digits after it: "$-5m", "%-1,7"."""
    sign = found.measure + 1
    inside = found.letter in "yYp" and found.measure == found.first and reading.written(sign) in "-−"
    return inside and reading.tight(sign) and reading.tight(sign + 1)
