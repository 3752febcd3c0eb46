"""Percentages, percentage points and basis points."""

from __future__ import annotations

from decimal import Decimal

from curator.domain.facts import Fact, FactKind
from curator.extraction.amounts.amount_facts import Rule, amount
from curator.extraction.amounts.amount_grammar import Measured
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

LETTERS = frozenset("PpQBZ")
_REACH = 7
_WITH_EN = frozenset({"sv", "nb", "da"})
"""Languages whose article is the number, too: "en procent"."""
_OR = frozenset({"or", "oder", "ou", "o", "of", "ofwel"})
_FACTORS = {"B": Decimal("0.01"), "Z": Decimal(10)}


def percent(reading: Reading, found: Measured) -> Fact | None:
    """The fact of a number in percent; 1 basis point is 0.01 percentage point, 成 is ten percent.

    None for points that no percentage follows ("fell 30 points").
    """
    if found.letter == "Q" and reading.term(found.measure, "point") is None and not _leads_to(reading, found):
        return None
    only_article = reading.amounts[found.first : found.measure] == ["a"]
    if only_article and reading.lexicons[found.first].language not in _WITH_EN:
        return None
    points = found.letter in "QB"
    return amount(
        reading,
        found,
        kind=FactKind.PERCENT,
        unit="percentage point" if points else "%",
        rule=Rule(
            "percent.points" if points else "percent.spelled" if found.spelled else "percent.sign",
            0.9 if found.spelled else 0.99,
        ),
        factor=_FACTORS.get(found.letter, Decimal(1)),
    )


def _leads_to(reading: Reading, found: Measured) -> bool:
    """Whether a change in points ends in a percentage: "fell four points to 61 percent"."""
    reach = range(found.last + 1, min(len(reading.amounts), found.last + _REACH))
    for item in reach:
        if reading.amounts[item] in "PQCKUT|" or ends_sentence(reading, item):
            told = any(_is_to(reading, at) for at in range(found.last + 1, item))
            return told and reading.amounts[item] == "P" and reading.amounts[item - 1] == "N"
    return False


def _is_to(reading: Reading, item: int) -> bool:
    return reading.amounts[item] == "r" and reading.written(item).casefold() not in _OR
