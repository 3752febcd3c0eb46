"""Days that are named together, "12, 20 and 24 July", and weekdays whose date the text tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from curator.domain.facts import Fact, Precision
from curator.extraction.readings import Reading

Found = tuple[Fact, int, int]
"""A fact with its first item and the item after its last."""
_WEEK = timedelta(days=7)
_FILLERS = frozenset("'ao")


def listed(reading: Reading, found: Found) -> list[Found]:
    """The days of "12, 20 and 24 July", each a fact; two days that follow each other stay one time."""
    fact, first, last = found
    joint = next((item for item in range(first, last) if reading.dates[item] == "&"), None)
    low, high = fact.low, fact.high
    if (
        not fact.rule.startswith("date.days_of_month")
        or joint is None
        or not (isinstance(low, date) and isinstance(high, date))
    ):
        return [found]
    if reading.dates[first] != "D" or high - low <= timedelta(days=1) or _is_between(reading, first):
        return [found]
    second = next(item for item in range(joint + 1, last) if reading.dates[item] == "D")
    days = [first]
    while (before := _listed_before(reading, days[0])) is not None:
        days.insert(0, before)
    numbers = [reading.integer(item) or 0 for item in days]
    if numbers != sorted(set(numbers)) or numbers[0] < 1:
        return [found]
    ends = [*days[1:], second]
    singles = [
        (_of_day(reading, fact, low.replace(day=number), item, item + 1), item, end)
        for number, item, end in zip(numbers, days, ends, strict=True)
    ]
    return [*singles, (_of_day(reading, fact, high, second, last), second, last)]


def _listed_before(reading: Reading, item: int) -> int | None:
    """The day before a comma: "3, 5" and "3., 5."."""
    dotted = item >= 3 and reading.dates[item - 3 : item] == ["D", ".", ","]
    plain = item >= 2 and reading.dates[item - 2 : item] == ["D", ","]
    return item - 3 if dotted else item - 2 if plain else None


def _is_between(reading: Reading, first: int) -> bool:
    at = first - 1
    while at > 0 and reading.dates[at] in _FILLERS and not _opens_range(reading, at):
        at -= 1
    return at >= 0 and _opens_range(reading, at)


def _opens_range(reading: Reading, item: int) -> bool:
    return any(reading.term(item, kind) is not None for kind in ("between", "from"))


def _of_day(reading: Reading, fact: Fact, day: date, first: int, last: int) -> Fact:
    while last - 1 > first and reading.dates[last - 1] in ".,":
        last -= 1
    start, end = reading.starts[first], reading.ends[last - 1]
    return replace(
        fact,
        start=start,
        end=end,
        quote=reading.text[start:end],
        low=day,
        high=day,
        precision=Precision.DAY,
    )


def dated_weekdays(reading: Reading, found: list[Found], reference: date | None) -> list[Found]:
    """The facts with a bare weekday on the coming day that the text names with it ("Friday 10 August")."""
    if reference is None:
        return found
    named = {
        fact.low.weekday(): fact.low
        for fact, first, last in found
        if fact.rule.startswith("date.day")
        and isinstance(fact.low, date)
        and timedelta(0) < fact.low - reference < _WEEK
        and "W" in reading.dates[first:last]
    }
    return [
        (_on(fact, named, reference), first, last) if named and reading.dates[first:last] == ["W"] else found_
        for found_ in found
        for fact, first, last in (found_,)
    ]


def _on(fact: Fact, named: dict[int, date], reference: date) -> Fact:
    low = fact.low
    if not isinstance(low, date) or low != fact.high or low >= reference or low.weekday() not in named:
        return fact
    return replace(fact, low=named[low.weekday()], high=named[low.weekday()])
