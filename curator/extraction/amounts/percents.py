"""Percentages, percentage points and basis points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from curator.domain.facts import Fact, FactKind
from curator.extraction.amounts.facts import Rule, amount
from curator.extraction.amounts.grammar import Measured
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

LETTERS = frozenset("PpQBZ")
_REACH = 7
_FEWEST_BASIS_POINTS, _MANY_TIMES = 10, 5
_MOST_POINTS = 100
"""Points beyond which a word for points alone counts those of an index."""
_TENTH = Decimal("0.1")
"""What Spanish, Galician and Portuguese call a tenth is one of a percentage point: "sube dos décimas"."""
_FACTORS = {"B": Decimal("0.01"), "Z": Decimal(10)}


def percent(reading: Reading, found: Measured) -> Fact | None:
    """The fact of a number in percent; 1 basis point is 0.01 percentage point, 成 is ten percent.

    None for points that no percentage follows ("fell 30 points").
    """
    factor = _FACTORS.get(found.letter, Decimal(1))
    if found.letter == "B" and reading.term(found.measure, "tenth_point") is not None:
        if _is_tenth_of(reading, found.last + 1):
            return None
        factor = _TENTH
    if found.letter == "Q" and reading.term(found.measure, "point") is None:
        last = found.last + 1
        if last < len(reading.nodes) and reading.term(last, "of_percent") is not None:
            found = replace(found, last=last)  # un punto e mezzo percentuale
        elif (result := _leads_to(reading, found)) is not None:
            factor = _FACTORS["B"] if _are_basis_points(found, result) else factor
        elif not _follows_from(reading, found):
            return None
    if found.letter == "Q" and _is_of_an_index(reading, found):
        return None
    only_article = reading.amounts[found.first : found.measure] == ["a"]
    if only_article and found.letter not in "QB" and not reading.writes(found.first, "article_counts"):
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
        factor=factor,
    )


def _is_of_an_index(reading: Reading, found: Measured) -> bool:
    """Whether so many points without a word for percent are those of an index: "indi 11.200 puana"."""
    word = reading.written(found.measure)
    plain = " " not in word and "%" not in word and found.last == found.measure
    return plain and max(found.value or 0, found.high or 0) > _MOST_POINTS


def _is_tenth_of(reading: Reading, item: int) -> bool:
    """Whether a tenth is one of a second or a degree: "décimas de segundo"."""
    of = item + 1 < len(reading.nodes) and reading.written(item) in {"de", "do"}
    return of and reading.term(item + 1, "unit") is not None


def _are_basis_points(found: Measured, result: Decimal) -> bool:
    """Whether points are too many to be percentage points: "höjde med 25 punkter till 2,00 procent"."""
    points = found.value or Decimal(0)
    return points >= _FEWEST_BASIS_POINTS and points % 5 == 0 and points >= _MANY_TIMES * result


def _leads_to(reading: Reading, found: Measured) -> Decimal | None:
    """The percentage that a change in points ends in ("fell four points to 61 percent"), None without one."""
    reach = range(found.last + 1, min(len(reading.amounts), found.last + _REACH))
    for item in reach:
        if reading.amounts[item] in "PQCKUT|" or ends_sentence(reading, item):
            told = any(_is_to(reading, at) for at in range(found.last + 1, item))
            ends = told and reading.amounts[item] == "P" and reading.amounts[item - 1] == "N"
            return reading.number(item - 1) if ends else None
    return None


def _follows_from(reading: Reading, found: Measured) -> bool:
    """Whether points compare the percentage before them: "was 61.4 percent, 3.2 points up"."""
    if found.value is None or (found.value == int(found.value) and not _is_set_against(reading, found)):
        return False
    for item in range(found.first - 1, max(0, found.first - _REACH), -1):
        if ends_sentence(reading, item) or reading.amounts[item] in "rQCKUT|":
            return False
        if reading.amounts[item] == "P":
            return reading.amounts[item - 1] == "N" and found.value < (reading.number(item - 1) or 0)
    return False


def _is_set_against(reading: Reading, found: Measured) -> bool:
    """Whether a word behind points says what they are more or less than: "three points lower than"."""
    behind = found.last + 1
    return behind < len(reading.nodes) and reading.says(behind, "set_against")


def _is_to(reading: Reading, item: int) -> bool:
    return reading.amounts[item] == "r" and not reading.says(item, "or")
