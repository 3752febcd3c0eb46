"""Lengths of time with their last day: "the three months to 30 June", "l'exercice clos le 31 mars 2026".

Accounts are told so: what ends on a day began so many weeks, months or years before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from curator.domain.facts import Approximation, Fact, Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.parts import Parts
from curator.extraction.readings import Reading

Placed = tuple[Fact, int, int]
"""A fact with its first item and the item after its last."""

_MONTHS = {"O": 1, "Q": 3, "E": 12, "f": 12}
_LONGEST = 60
"""Months of a length that accounts are made for, at most."""
_FILLERS = "or"
_FARTHEST = 3
"""Items between a length and its last day, at most."""


def with_lengths(reading: Reading, found: Iterable[Placed]) -> list[Placed]:
    """The facts; a day to which a length of time runs becomes that time, if the words before it say so."""
    return [_lengthened(reading, each) for each in found]


def _lengthened(reading: Reading, placed: Placed) -> Placed:
    fact, first, last = placed
    high = fact.high or fact.low
    if fact.precision is not Precision.DAY or not isinstance(high, date):
        return placed
    joint = _joint(reading, first)
    if joint is None:
        return placed
    length = _length(reading, joint - 1)
    if length is None or (reading.dates[joint] == "r" and not _is_named(reading, length[0])):
        return placed
    begin, months, weeks = length
    low = high - timedelta(weeks=weeks) if weeks else calendar.shifted_month(_after(high), -months)
    start = reading.starts[begin]
    whole = replace(
        fact,
        start=start,
        quote=reading.text[start : fact.end],
        low=low + timedelta(days=1) if weeks else low,
        high=high,
        precision=Precision.RANGE,
        approximation=Approximation.EXACT,
        rule="date.months_to",
    )
    return whole, begin, last


def _after(day: date) -> date:
    return day + timedelta(days=1)


def _joint(reading: Reading, first: int) -> int | None:
    """The word between a length and its last day: "to", "ended", "clos le"."""
    for item in range(first - 1, max(-1, first - 1 - _FARTHEST), -1):
        if reading.says(item, "ended"):
            return item or None
        if reading.dates[item] == "r" and reading.writes(item, "to_a_month"):
            return item or None
        if reading.dates[item] not in _FILLERS:
            return None
    return None


def _length(reading: Reading, noun: int) -> tuple[int, int, int] | None:
    """A length of time that ends with this word: its first item, its months, or its weeks."""
    letter = reading.dates[noun]
    if letter not in _MONTHS and letter != "K":
        return None
    begin = noun
    while begin and reading.dates[begin - 1] in "Dnu":
        begin -= 1
    numbers = Parts(reading, begin, noun, None).integers("Dnu")
    if letter in "OK" and not numbers:
        return None
    halved = noun - 1 - (reading.dates[noun - 1 : noun] == ["-"])
    if letter == "E" and halved >= 0 and reading.dates[halved] in "H~":
        return halved, 6, 0
    count = sum(numbers) if numbers else 1
    if letter == "K":
        return begin, 0, count
    months = _MONTHS[letter] * count
    return (begin, months, 0) if 0 < months <= _LONGEST else None


def _is_named(reading: Reading, begin: int) -> bool:
    """Whether a length is one that is spoken of: "the six months", "its year"; else it may be a delay."""
    return begin > 0 and reading.term(begin - 1, "determiner") is not None
