"""Two dates that make one: a range ("from Monday to Friday"), a day told twice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from curator.domain.facts import Approximation, Fact, Precision
from curator.extraction.dates import calendar
from curator.extraction.qualifiers import is_between
from curator.extraction.readings import Reading

_SUFFIX = re.compile(r"[-'’]?[\w \u00a0]*")
_SUFFIXES = 12
"""Characters of a suffix, a space and a word for the year: "-tól ", " vuoteen "."""
_YEAR = timedelta(days=366)
_NO_YEAR = frozenset(
    f"date.{rule}.relative_year" for rule in ("day_without_year", "month", "month_alone", "part")
)
_SENTENCE = re.compile(
    r"\s+(?=[^\W\d_])(?-i:[A-Z\u00c0-\u00de\u0386-\u03ab\u0400-\u042f]|[ČŠŽĆĐŁŚŻŹŇŘŤĎŮĚİŞĞŐŰȚȘ]"
    r"|[\u05d0-\u05ea\u0621-\u06d3\u0904-\u0939\u0985-\u0dff\u10d0-\u10ff])"
)
_NEIGHBOURS = 8
"""Items between two dates beyond which they are never one."""
_RANGES = ("date.range", "date.days_of_month", "date.months", "date.years")
"""What is a range already: "from 3 to 5 May and 7 June" are two."""
_PAIR = 8
"""Characters between the weekdays of a pair."""


def joined(reading: Reading, found: list[tuple[Fact, int, int]]) -> list[Fact]:
    """The facts with two that a range word joins made one."""
    result: list[tuple[Fact, int, int]] = []
    for fact, first, last in found:
        before = result[-1] if result else None
        if before is None or first - before[2] > _NEIGHBOURS:
            result.append((fact, first, last))
            continue
        if any(letter in "-r" for letter in reading.dates[before[2] : first]):
            fact = _weekday_after(before[0], fact)
        if (both := _same_day(reading, before, (fact, first, last))) is not None:
            result[-1] = both
        elif _are_range(reading, before, (fact, first, last)):
            low = _begun(before[0], fact)
            high = _in_same_year(replace(before[0], low=low), fact)
            joined = replace(
                before[0],
                end=fact.end,
                quote=reading.text[before[0].start : fact.end],
                low=low,
                high=high,
                precision=Precision.RANGE,
                approximation=Approximation.EXACT,
                rule="date.range",
                confidence=min(before[0].confidence, fact.confidence),
            )
            result[-1] = (joined, before[1], last)
        else:
            result.append((fact, first, last))
    return [fact for fact, _, _ in result]


def _begun(before: Fact, after: Fact) -> date | Decimal | None:
    """The first day of a range; of two without a year, one that seems later is of the year before."""
    low, high = before.low, after.high or after.low
    if not (isinstance(low, date) and isinstance(high, date)):
        return low
    if before.rule in _NO_YEAR and after.rule in _NO_YEAR and timedelta(0) < low - high < _YEAR:
        return calendar.shifted_month(low, -12)
    return low


def _in_same_year(before: Fact, after: Fact) -> date | Decimal | None:
    """The last day of a range; one without a year follows its first day within a year."""
    high = after.high if after.high is not None else after.low
    low = before.low
    if not (isinstance(low, date) and isinstance(high, date) and after.rule in _NO_YEAR):
        return high
    years = (high - low) // _YEAR
    earlier = calendar.shifted_month(high, -12 * years)
    return earlier if earlier > low else high


def _same_day(
    reading: Reading, one: tuple[Fact, int, int], other: tuple[Fact, int, int]
) -> tuple[Fact, int, int] | None:
    """One fact for "Christmas Eve, December 24" and "20 November, Monday", None if they are two."""
    (before, first, _), (after, _, last) = one, other
    between = reading.text[before.end : after.start].strip()
    led = all(reading.dates[item] in "o,(" for item in range(one[2], other[1]))
    if not (led or between in {"", ",", "、", "(", "（"}) or not (_is_one_day(before) and _is_one_day(after)):
        return None
    named = [fact for fact in (before, after) if fact.rule != "date.relative_weekday"]
    told = named[0] if named else before
    assert isinstance(before.low, date)
    assert isinstance(after.low, date)
    same = before.low == after.low if len(named) != 1 else before.low.weekday() == after.low.weekday()
    if not same or len(named) == 0:
        return None
    quote = reading.text[before.start : after.end]
    return replace(told, start=before.start, end=after.end, quote=quote), first, last


def _is_one_day(fact: Fact) -> bool:
    return fact.precision is Precision.DAY and fact.low is not None and fact.low == fact.high


def _weekday_after(before: Fact, fact: Fact) -> Fact:
    """The second weekday of a pair ("Monday to Friday") moved to the week after the first, if it must."""
    low = before.low
    both = before.rule == fact.rule == "date.relative_weekday"
    if not (
        both and fact.start - before.end < _PAIR and isinstance(low, date) and isinstance(fact.high, date)
    ):
        return fact
    if fact.high >= low or fact.low != fact.high:
        return fact
    later = fact.high + timedelta(days=7)
    return replace(fact, low=later, high=later)


def _day_after(that: object) -> date | None:
    return that + timedelta(days=1) if isinstance(that, date) else None


def _from_one_to_other(reading: Reading, one: tuple[Fact, int, int], other: tuple[Fact, int, int]) -> bool:
    """Whether a beginning and an end stand side by side: "januártól augusztusig", "2015'ten 2019'a kadar"."""
    (before, _, last), (after, _, end) = one, other
    words = reading.text[before.end : after.start]
    ends = after.approximation is Approximation.BY or reading.term(end - 1, "to_case") is not None
    if len(words) > _SUFFIXES or not _SUFFIX.fullmatch(words) or not ends:
        return False
    begins = before.approximation is Approximation.SINCE or any(
        reading.term(item, "from_case") is not None for item in range(last - 1, last + 1)
    )
    low = _begun(before, after)
    return begins and isinstance(low, date) and isinstance(after.high, date) and low < after.high


def _goes_on(reading: Reading, before: Fact, after: Fact) -> bool:
    """Whether the second begins with the word for "to": "da fine febbraio a metà aprile"."""
    led = after.quote.startswith("a ") and not reading.text[before.end : after.start].strip()
    begins = before.approximation is Approximation.SINCE
    return (
        begins
        and led
        and isinstance(before.low, date)
        and isinstance(after.high, date)
        and before.low < after.high
    )


def _are_range(reading: Reading, one: tuple[Fact, int, int], other: tuple[Fact, int, int]) -> bool:
    between = range(one[2], other[1])
    if one[0].quote[-1] == "." and _SENTENCE.match(reading.text, one[0].end):
        return False
    stops = (item for item in between if reading.dates[item] == ".")
    if any(_SENTENCE.match(reading.text, reading.ends[item]) for item in stops):
        return False
    if _from_one_to_other(reading, one, other) or _goes_on(reading, one[0], other[0]):
        return True
    if not 1 <= len(between) <= 3:
        return False
    letters = "".join(reading.dates[item] for item in between).strip("o.J")
    opened = one[1] > 0 and any(
        reading.term(at, kind) is not None
        for at in range(max(0, one[1] - 2), one[1])
        for kind in ("between", "from")
    )
    opened = opened or is_between(reading, other[2])
    letters = letters.strip(",") if opened else letters
    joins = letters in {"-", "r"} and len(letters) == 1
    if not joins and one[0].rule == other[0].rule == "date.relative_weekday" and len(between) == 1 and opened:
        return other[0].low == _day_after(one[0].low)  # in the night from Saturday to Sunday
    if letters == "&":
        joins = opened and not one[0].rule.startswith(_RANGES)
    low, high = _begun(one[0], other[0]), other[0].high or other[0].low
    if not (joins and isinstance(low, date) and isinstance(high, date)):
        return False
    return low < high
