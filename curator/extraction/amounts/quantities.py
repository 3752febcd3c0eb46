"""Quantities: numbers with units of measure, and counts of computing hardware, tokens and parameters."""

from __future__ import annotations

from curator.domain.facts import Fact, FactKind
from curator.extraction.amounts.degrees import temperature
from curator.extraction.amounts.facts import Rule, amount
from curator.extraction.amounts.grammar import Measured
from curator.extraction.amounts.quantity_checks import TIMES, is_other
from curator.extraction.readings import Reading

_WEIGHED = 5
_MILLION = 1_000_000
_WEIGHTS = frozenset({"kilogram", "gram", "ton"})


def quantity(reading: Reading, found: Measured) -> Fact | None:
    """The fact of a number with a unit or a counted noun, None for clock times, articles and years."""
    unit = reading.term(found.measure, "count" if found.letter == "T" else "unit")
    if unit is None and _is_joined(reading, found):
        unit = reading.term(found.measure, "unit_after_hyphen")
    if found.letter == "X":
        unit = reading.term(found.measure, "scale_or_unit")
    elif found.letter == "C":
        unit = reading.term(found.measure, "weight")
    if unit is None or is_other(reading, found, unit):
        return None
    fact = amount(
        reading,
        found,
        kind=FactKind.QUANTITY,
        unit=unit,
        rule=Rule("quantity.count" if found.letter == "T" else "quantity.unit", _confidence(unit, found)),
        signed=False,
    )
    return temperature(reading, fact, found) if unit.startswith("degree") else fact


def _is_joined(reading: Reading, found: Measured) -> bool:
    """Whether a hyphen joins number and measure: "47-letni", but not "20 letnich koncertów"."""
    return found.measure > 0 and (reading.amounts[found.measure - 1] == "-" or reading.tight(found.measure))


def is_weight(reading: Reading, found: Measured) -> bool:
    """Whether words that may be a currency weigh: "the calf weighed 90 pounds", "10 pounds of flour"."""
    if found.letter != "C" or not _says(reading, found.measure, "weight"):
        return False
    if any(_says(reading, item, "weighs") for item in range(max(0, found.first - _WEIGHED), found.first)):
        return True
    after = found.measure + 1
    if reading.amounts[after : after + 2] == ["(", "N"]:
        following = range(after + 2, min(after + 4, len(reading.nodes)))
        return any(reading.term(item, "unit") in _WEIGHTS for item in following)
    small = max(found.value or 0, found.high or 0) < _MILLION
    substance = reading.written(after + 1) if after + 1 < len(reading.nodes) else ""
    of = after < len(reading.nodes) and reading.written(after) == "of"
    return small and of and substance.islower() and not reading.says(after + 1, "money_of")


def _says(reading: Reading, item: int, kind: str) -> bool:
    return reading.term(item, kind) is not None


def _confidence(unit: str, found: Measured) -> float:
    if found.letter == "T":
        return 0.85
    if unit in TIMES:
        return 0.8
    return 0.85 if found.spelled else 0.95
