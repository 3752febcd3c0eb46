"""Quantities: numbers with units of measure, and counts of computing hardware, tokens and parameters."""

from __future__ import annotations

from decimal import Decimal

from curator.domain.facts import Fact, FactKind
from curator.extraction.amounts import Measured
from curator.extraction.qualifiers import approximation, status
from curator.extraction.readings import Reading

LETTERS = frozenset("UTX")
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_PER = frozenset("-CKyYcPUNSsg")
"""Letters before "a barrel" where it means each barrel."""
_ALSO_WORDS = frozenset({"度", "节", "節", "分", "平", "周"})
"""百度 is a company, 五一节 a holiday: these count as units after digits only."""
_ELIDED = frozenset({"l", "d", "m", "t", "s"})
_APOSTROPHES = frozenset({"'", "’"})
_BARE_SYMBOLS = frozenset({"W", "V", "A", "J", "F", "K"})


def quantity(reading: Reading, found: Measured) -> Fact | None:
    """The fact of a number with a unit or a counted noun, None for clock times, articles and years."""
    unit = (
        reading.term(found.measure, "count") if found.letter == "T" else reading.term(found.measure, "unit")
    )
    if found.letter == "X":
        unit = reading.term(found.measure, "scale_or_unit")
    if unit is None or _is_other(reading, found, unit):
        return None
    start, end = reading.starts[found.first], reading.ends[found.last]
    minus = unit.startswith("degree") and _minus(reading, found.first, start)
    sign = Decimal(-1) if minus else Decimal(1)
    start -= minus
    return Fact(
        kind=FactKind.QUANTITY,
        start=start,
        end=end,
        quote=reading.text[start:end],
        value=None if found.value is None else found.value * sign,
        low=None if found.low is None else found.low,
        high=None if found.high is None else found.high,
        unit=unit,
        approximation=approximation(reading, found.first, found.last),
        status=status(reading, found.first, found.last),
        confidence=_confidence(unit, found),
        rule="quantity.count" if found.letter == "T" else "quantity.unit",
    )


def _is_other(reading: Reading, found: Measured, unit: str) -> bool:
    """Whether the words only look like a quantity: a clock time, an article, a year, a bare letter."""
    written = reading.written(found.measure)
    if unit in TIMES and _is_time_of_day_or_date(reading, found, unit):
        return True
    if unit == "year" and found.last + 1 < len(reading.nodes) and _is_age(reading, found.last + 1):
        return True
    if reading.amounts[found.first] == "a" and found.measure - found.first <= 2:
        after_measure = found.first > 0 and reading.amounts[found.first - 1] in _PER
        return unit in TIMES or found.letter == "T" or after_measure
    if written in _ELIDED and reading.text[reading.ends[found.measure] :][:1] in _APOSTROPHES:
        return True
    if found.spelled and written in _ALSO_WORDS:
        return True
    return written in _BARE_SYMBOLS and not reading.tight(found.measure) and found.spelled


def _is_age(reading: Reading, item: int) -> bool:
    """Whether "-old" follows."""
    item += reading.amounts[item] == "-"
    return item < len(reading.nodes) and reading.written(item) in {"old", "olds"}


def _is_time_of_day_or_date(reading: Reading, found: Measured, unit: str) -> bool:
    if found.spelled and found.value is not None and found.value <= 1:
        return True
    if unit == "hour" and found.value is not None and found.value <= 24:
        return found.first > 0 and reading.term(found.first - 1, "clock") is not None
    return (
        unit == "year"
        and found.value is not None
        and 1000 <= found.value <= 2999
        and reading.written(found.first).isdecimal()
    )


def _minus(reading: Reading, first: int, start: int) -> int:
    """The characters of a minus sign or word that stand before a number, 0 if there is none."""
    if first > 0 and reading.term(first - 1, "minus") is not None:
        return start - reading.starts[first - 1]
    if start == 0 or reading.text[start - 1] not in "-−–":
        return 0
    return 1 if start == 1 or not reading.text[start - 2].isalnum() else 0


def _confidence(unit: str, found: Measured) -> float:
    if found.letter == "T":
        return 0.85
    if unit in TIMES:
        return 0.8
    return 0.85 if found.spelled else 0.95
