"""The same months of another year: "the same period of 2024", "Vorjahreszeitraum", 去年同期."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from curator.domain.facts import Fact, Precision
from curator.extraction.dates import calendar
from curator.extraction.readings import Reading

_KIND = "same_span"
_YEARS = frozenset({"date.year", "date.relative_period"})
_SPANS = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.RANGE})
_LONGEST, _SHORTEST = timedelta(days=364), timedelta(days=27)
_FARTHEST = 600
"""Characters before such words within which the text names the span that is compared."""
_BESIDE = 4
"""Items between the words and the year, at most."""
_FILLERS = "oiaELr"


def with_same_spans(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """The facts; a year beside words for "the same period" becomes the span last named, of that year."""
    if not any(node is not None and _KIND in node.terms for node in reading.nodes):
        return facts
    found: list[Fact] = []
    for fact in facts:
        if fact.rule in _YEARS and fact.precision is Precision.YEAR and _is_beside(reading, fact):
            fact = _of_that_year(fact, found)
        found.append(fact)
    return found


def _is_beside(reading: Reading, fact: Fact) -> bool:
    """Whether words for "the same period" are those of the fact, or stand directly before or behind."""
    first, behind = bisect_left(reading.starts, fact.start), bisect_left(reading.starts, fact.end)
    if any(reading.term(item, _KIND) is not None for item in range(first, behind)):
        return True
    before = range(first - 1, max(-1, first - 1 - _BESIDE), -1)
    after = range(behind, min(behind + _BESIDE, len(reading.nodes)))
    return _leads(reading, before) or _leads(reading, after)


def _leads(reading: Reading, items: Sequence[int]) -> bool:
    for item in items:
        if reading.term(item, _KIND) is not None:
            return True
        if reading.dates[item] not in _FILLERS:
            return False
    return False


def _of_that_year(fact: Fact, before: Sequence[Fact]) -> Fact:
    """The span named last, in the year of the fact; a year before it where it is of that year itself."""
    span = next((each for each in reversed(before) if _is_span(each)), None)
    at = fact.low or fact.high
    if span is None or fact.start - span.end > _FARTHEST or not isinstance(at, date):
        return fact
    assert isinstance(span.low, date)
    assert isinstance(span.high, date)
    by = at.year - span.low.year
    if by == 0 and fact.rule != "date.year":
        by = -1  # last year's span compared with that of "last year"
    low = calendar.shifted_month(span.low, 12 * by)
    high = calendar.shifted_month(span.high + timedelta(days=1), 12 * by) - timedelta(days=1)
    return replace(fact, low=low, high=high, precision=span.precision, rule="date.same_period.relative_year")


def _is_span(fact: Fact) -> bool:
    if not (isinstance(fact.low, date) and isinstance(fact.high, date) and fact.precision in _SPANS):
        return False
    return _SHORTEST <= fact.high - fact.low <= _LONGEST
