"""The bounds of dates: what "by", "since", "before" and "about" make of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from curator.domain.facts import Approximation, Fact
from curator.extraction.readings import Reading

_FILLERS = frozenset("oaEJ")
_CASED = frozenset("AMWZKOEQ")
"""Letters of words whose case may bound them: "januártól", "végéig"."""
_REACH = 3
_CENTURY = timedelta(days=36_500)
_RANGES = frozenset(
    {
        "years",
        "years_short",
        "days_of_month",
        "days_of_months",
        "months",
        "night",
        "slashed_days",
        "months_to",
        "first_months",
    }
)


def coming(reading: Reading, fact: Fact, first: int, reference: date | None) -> Fact:
    """The fact with a bare weekday that is a bound ("by Friday") moved to the coming one."""
    bound = fact.approximation is Approximation.BY and fact.rule == "date.relative_weekday"
    if bound and reading.dates[first] == "W" and isinstance(fact.high, date) and reference is not None:
        return replace(fact, high=fact.high + timedelta(days=7 if fact.high < reference else 0))
    return fact


def bounded(reading: Reading, fact: Fact, first: int, last: int) -> Fact:
    """The fact with an open end where the words around it make it a bound."""
    bound = None if fact.rule.split(".")[1] in _RANGES else _bound(reading, first, last)
    if bound is None or not isinstance(fact.low, date) or not isinstance(fact.high, date):
        return fact
    if bound is Approximation.SINCE and (
        fact.high - fact.low > _CENTURY or _is_compared(reading, fact, first)
    ):
        return fact  # "is from the 13th century", "up from a year earlier"
    if bound is Approximation.BY:
        return replace(fact, approximation=bound, low=None)
    if bound is Approximation.BEFORE and fact.rule.startswith("date.part") and _is_late(reading, first, last):
        return replace(fact, approximation=Approximation.BY, low=None)  # before the end of March
    if bound is Approximation.BEFORE:
        return replace(fact, approximation=bound, low=None, high=fact.low - timedelta(days=1))
    if bound is Approximation.SINCE:
        return replace(fact, approximation=bound, high=None)
    return replace(fact, approximation=bound)


def _is_compared(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether a time counted from now is what something is compared with."""
    return fact.rule == "date.relative_counted" and first > 0 and reading.term(first - 1, "from") is not None


def _is_late(reading: Reading, first: int, last: int) -> bool:
    kinds = ("part", "part_month", "year_part", "month_part", "period_word")
    return any(reading.term(item, kind) == "late" for item in range(first, last + 1) for kind in kinds)


def _bound(reading: Reading, first: int, last: int) -> Approximation | None:
    behind = 2 if reading.dates[last + 1 : last + 2] == ["-"] and reading.tight(last + 1) else 1
    for at in (last, last + behind) if reading.dates[last] in _CASED else (last + behind,):
        if at < len(reading.nodes) and (said := reading.term(at, "bound_after")) is not None:
            return Approximation(said)
    at = first - 1
    for _ in range(_REACH):
        if at < 0:
            return None
        said = reading.term(at, "bound")
        if said is not None:
            return Approximation(said)
        about = reading.term(at, "approx")
        if about == "about" and reading.term(at, "date_filler") is None:
            return Approximation.ABOUT
        if reading.dates[at] not in _FILLERS and about is None:
            return None
        at -= 1
    return None
