"""Temperatures with a sign: "-8 to -12 °C", "zwischen -3 und +4 Grad", 零下8至零下12摄氏度."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from curator.domain.facts import Approximation, Fact
from curator.extraction.amount_values import value_of
from curator.extraction.amounts.grammar import Measured
from curator.extraction.qualifiers import ends_sentence, is_between, minus_before
from curator.extraction.readings import Reading

_MINUS, _PLUS = frozenset("-−–"), frozenset("+")
_JOINTS = frozenset({"…", "..", "...", "–", "-", "〜", "~", "～", "ja"})
_COLDEST = -100
_NEAR = 3
"""Words between frost and its degrees."""


def temperature(reading: Reading, fact: Fact, found: Measured) -> Fact:
    """The fact of degrees with their signs, and with those of a range's first end."""
    minus = minus_before(reading, found.first, found.last)
    frost = _is_below_zero(reading, found)
    if minus or frost:
        low, high = found.low, found.high
        if low is not None and high is not None:  # "-2 to 5 °C", but "minus 5 bis 10 Grad"
            low, high = (-high, -low) if frost or minus > 1 else (-low, high)
        start = fact.start - minus
        value = None if found.value is None else -found.value
        quote = reading.text[start : fact.end]
        fact = replace(fact, start=start, quote=quote, value=value, low=low, high=high)
    return _signed_range(reading, fact, found)


def _is_below_zero(reading: Reading, found: Measured) -> bool:
    """Whether words about degrees tell of frost: "12 grados bajo cero", "мороз до 12 градусов"."""
    places = (found.measure, found.last + 1)
    if any(at < len(reading.nodes) and reading.term(at, "minus_after") is not None for at in places):
        return True
    before = range(found.first - 1, max(-1, found.first - 1 - _NEAR), -1)
    for at in before:
        if ends_sentence(reading, at) or reading.amounts[at] in "U,":
            return False
        if reading.term(at, "frost") is not None:
            return at == 0 or reading.amounts[at - 1] != "U"  # "12 градусов мороза, днём до 2 градусов"
    return False


def _signed_range(reading: Reading, fact: Fact, found: Measured) -> Fact:
    """The fact of a temperature with one before it that it ends a range of, if either has a sign."""
    if not isinstance(fact.value, Decimal) or not _COLDEST < fact.value < -_COLDEST:
        return fact
    at = found.first - 1
    high = fact.value
    signed = high < 0
    if at > 0 and (_is_sign(reading, at) or _is_minus(reading, at)):
        signed = True
        high = -high if reading.written(at) in _MINUS and high > 0 else high
        at -= 1
    number = _number_before(reading, at, found)
    if number is None:
        return fact
    first, negative = _sign_before(reading, number)
    low = value_of(reading, number, number + 1)
    if low is None or not (signed or negative) or abs(low) >= -_COLDEST:
        return fact
    low = -low if negative else low
    start = reading.starts[first]
    return replace(
        fact,
        start=start,
        quote=reading.text[start : fact.end],
        value=None,
        low=min(low, high),
        high=max(low, high),
        approximation=Approximation.EXACT,
    )


def _number_before(reading: Reading, joint: int, found: Measured) -> int | None:
    """The number before a word or sign of a range, perhaps with degrees of its own."""
    if joint < 1:
        return None
    word = reading.written(joint)
    ends = reading.amounts[joint] == "&" or word == "ja"
    if not (reading.amounts[joint] == "r" or word in _JOINTS or ends):
        return None
    number = joint - 1
    if reading.amounts[number] == "U" and reading.term(number, "unit") == reading.term(found.measure, "unit"):
        number -= 1
    if number < 0 or reading.amounts[number] != "N" or reading.nodes[number] is not None:
        return None
    first, _ = _sign_before(reading, number)
    opened = first > 0 and any(reading.term(first - 1, kind) is not None for kind in ("between", "from"))
    return number if not ends or opened or is_between(reading, found.last + 1) else None


def _sign_before(reading: Reading, number: int) -> tuple[int, bool]:
    """The item that a number with its sign begins at, and whether the sign is a minus."""
    before = number - 1
    if before < 0:
        return number, False
    if _is_minus(reading, before):
        return before, True
    touching = reading.tight(number) and not reading.tight(before)
    if reading.written(before) in _MINUS and touching:
        return before, True
    return (before, False) if reading.written(before) in _PLUS and touching else (number, False)


def _is_sign(reading: Reading, item: int) -> bool:
    """Whether a sign is the number's own, not the dash of a range."""
    return reading.written(item) in _MINUS | _PLUS and reading.amounts[item - 1] not in "NU"


def _is_minus(reading: Reading, item: int) -> bool:
    return reading.term(item, "minus") is not None
