"""The bounds of dates: what "by", "since", "before" and "about" make of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta

from curator.domain.facts import Approximation, Fact, Precision, Status
from curator.extraction.dates.resolving import is_set_behind
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.qualifiers import status
from curator.extraction.readings import Reading

_FILLERS = frozenset("oaEJ")
_CASED = frozenset("AMWZKOEQ")
"""Letters of words whose case may bound them: "januártól", "végéig"."""
_REACH = 3
_CENTURY = timedelta(days=36_500)
_WHOLE_DAYS = frozenset({"date.day", "date.numeric", "date.day_without_year"})
_DOCUMENT_BEFORE = 4
"""Items before "from" among which a document is named that has that day."""
_LEVELS = frozenset({"level", "levels", "baseline", "prices", "values"})
_FROM = frozenset({"din", "Din"})
_SET_BEFORE = 4
"""Items before a date among which it is said that something is set for it."""
_SHARE = re.compile(r"(?:%|\bper ?cent|\bpoints?|\b(?:up|down)) from \Z")
"""What is between a year and the move since it: "up 5 % from 2025", "down from 2025"."""
_LONGEST_SHARE, _LONGEST_MOVE = 20, 12
_LONGEST_CLOCK = 30
_CLOCK_BEFORE = re.compile(
    r"(?<![\w.,:])(?P<time>\d{1,2}(?:[:.][0-5]\d| ?h ?[0-5]\d"
    r"|(?:[:.][0-5]\d)?[ \u00a0]?(?:[ap]\.?m\.?|Uhr|h(?:od(?:in)?)?\.?"
    r"|heures|horas|uur|ч(?:асов|ас)?\.?|годин|óra|noon))|noon|midnight)(?:,? [^\W\d]{1,4})?\Z"
)
_CLOCK_BEHIND = re.compile(
    r"(?:[（(].{1,3}[)）])? ?(?:午後|午前|正午|夜|오후|오전|上午|下午|晚上)? ?\d{1,2}(?:[時时시點点]|:\d\d)"
    r"(?: ?(?:半|\d{1,2}[分분]))?"
)
"""A time of day between a date and its bound."""
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
        "same_period",
    }
)


def coming(reading: Reading, fact: Fact, first: int, reference: date | None) -> Fact:
    """The fact with a bare weekday that is a bound ("by Friday") moved to the coming one."""
    bounds = {Approximation.BY, Approximation.BEFORE}
    bound = fact.approximation in bounds and fact.rule == "date.relative_weekday"
    if bound and reading.dates[first] == "W" and isinstance(fact.high, date) and reference is not None:
        return replace(fact, high=fact.high + timedelta(days=7 if fact.high < reference else 0))
    return fact


def onward(reading: Reading, fact: Fact, first: int, reference: date | None) -> Fact:
    """The fact with a day or year that something holds from: in Romanian "din 6 februarie", "Din 2020"."""
    led = first > 0 and reading.lexicons[first].language == "ro" and reading.written(first - 1) in _FROM
    plain = fact.rule == "date.day_without_year.relative_year" and fact.approximation is Approximation.EXACT
    if not (led and reference is not None and isinstance(fact.low, date)):
        return fact
    opens = fact.rule == "date.year" and reading.written(first - 1).istitle() and fact.low <= reference
    if opens or (plain and fact.low > reference):
        return replace(fact, approximation=Approximation.SINCE, high=None)
    return fact


def bounded(reading: Reading, fact: Fact, first: int, last: int) -> Fact:
    """The fact with an open end where the words around it make it a bound."""
    bound = None if fact.rule.split(".")[1] in _RANGES else _bound(reading, first, last)
    if bound is Approximation.BY and fact.precision is Precision.DAY and _is_set_for(reading, first, last):
        bound = None
    if bound is Approximation.SINCE and _is_dated(reading, fact, first):
        bound = None
    if bound is None or not isinstance(fact.low, date) or not isinstance(fact.high, date):
        return fact
    if bound is Approximation.SINCE and (
        fact.high - fact.low > _CENTURY or _is_compared(reading, fact, first)
    ):
        return fact  # "is from the 13th century", "up from a year earlier"
    if bound is Approximation.BEFORE and _is_for(reading, fact, first):
        return fact
    if bound is Approximation.BY:
        return replace(fact, approximation=bound, low=None)
    if bound is Approximation.BEFORE and fact.rule.startswith("date.part") and _is_late(reading, first, last):
        return replace(fact, approximation=Approximation.BY, low=None)  # before the end of March
    if bound is Approximation.BEFORE:
        return replace(fact, approximation=bound, low=None, high=fact.low - timedelta(days=1))
    if bound is Approximation.SINCE:
        return replace(fact, approximation=bound, high=None)
    return replace(fact, approximation=bound)


def _is_dated(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether "from" tells of which day something is: "the ruling from yesterday", "указ № 5 ад 12 мая"."""
    said = reading.term(first - 1, "dated") if first else None
    if said == "yesterday":
        return (reading.term(first, "dayword") or "").startswith("-")
    if said is None or fact.rule not in _WHOLE_DAYS:
        return False
    for at in range(first - 2, max(-1, first - 2 - _DOCUMENT_BEFORE), -1):
        if any(reading.term(at, kind) is not None for kind in ("document", "law")):
            return True
        if not (reading.written(at)[0].isupper() or reading.amounts[at] == "N"):
            return False
    return False


def _is_set_for(reading: Reading, first: int, last: int) -> bool:
    """Whether "para" tells on which day something is to be: "marcado para 3 de maio", 15日まで延期."""
    if is_set_behind(reading, last + 1):
        return True
    before = range(max(0, first - _SET_BEFORE), first)
    return all(any(reading.term(item, kind) for item in before) for kind in ("set_for", "appointed"))


def _is_for(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether the Dutch word for "before" means "for" here: "voor dit jaar"."""
    return reading.lexicons[first].language == "nl" and fact.rule == "date.relative_period"


def _is_east_asian(reading: Reading, item: int) -> bool:
    return reading.lexicons[item].language in EAST_ASIAN


def _before_clock(reading: Reading, at: int) -> int:
    """The item before a time of day that ends at one ("until 6 p.m. on", "do 12.00 v"), else that one."""
    if at < 1:
        return at
    clock = _CLOCK_BEFORE.search(reading.text, max(0, reading.ends[at] - _LONGEST_CLOCK), reading.ends[at])
    if clock is None:
        return at
    before = bisect_left(reading.starts, clock.start("time"), 0, at + 1) - 1
    return before if before >= 0 and clock.start("time") == reading.starts[before + 1] else at


def _is_compared(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether a time is what something is compared with, and nothing began then."""
    if reading.term(first, "earlier") is not None:
        return True  # "up from a year earlier"
    if fact.rule == "date.year" and reading.lexicons[first].language == "en":
        moved = any(reading.term(item, "moves") for item in range(max(first - _LONGEST_MOVE, 0), first))
        share = _SHARE.search(reading.text, max(fact.start - _LONGEST_SHARE, 0), fact.start)
        return moved and share is not None and status(reading, first, first) is not Status.PLANNED
    return fact.rule == "date.relative_counted" and first > 0 and reading.term(first - 1, "from") is not None


def _is_late(reading: Reading, first: int, last: int) -> bool:
    kinds = ("part", "part_month", "year_part", "month_part", "period_word")
    return any(reading.term(item, kind) == "late" for item in range(first, last + 1) for kind in kinds)


def _bound(reading: Reading, first: int, last: int) -> Approximation | None:
    behind = 2 if reading.dates[last + 1 : last + 2] == ["-"] and reading.tight(last + 1) else 1
    for at in (last, last + behind) if reading.dates[last] in _CASED else (last + behind,):
        if at < len(reading.nodes) and (said := reading.term(at, "bound_after")) is not None:
            return None if _begins_then(reading, first, at) else Approximation(said)
    if reading.dates[first] in "ZP" and (said := reading.term(first, "bound_after")) is not None:
        return Approximation(said)  # "do léta 2028"
    clock = _CLOCK_BEHIND.match(reading.text, reading.ends[last]) if _is_east_asian(reading, last) else None
    if clock is not None:
        at = bisect_left(reading.starts, clock.end())
        if at < len(reading.nodes) and (said := reading.term(at, "bound_after")) is not None:
            return Approximation(said)
    said = _bound_before(reading, first - 1)
    if said is Approximation.SINCE and last + 1 < len(reading.nodes) and reading.written(last + 1) in _LEVELS:
        return None  # "55% from 1990 levels"
    if said is None and (before := _before_clock(reading, first - 1)) < first - 1:
        said = _bound_before(reading, before)
    return said


def _begins_then(reading: Reading, first: int, bound: int) -> bool:
    """Whether Chinese says on which day something begins, not since when it goes on: 将于3日开始."""
    return first > 0 and bool(reading.term(first - 1, "on_day") and reading.term(bound, "begins"))


def _bound_before(reading: Reading, at: int) -> Approximation | None:
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
