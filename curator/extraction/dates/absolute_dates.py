"""Dates that name their days: from phrases to intervals; a missing year comes from the reference."""

from __future__ import annotations

import re

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.cited_laws import year_of_number
from curator.extraction.dates.parts import Parts, century_of
from curator.extraction.dates.resolving import (
    Found,
    month_by_shift,
    nearest_day,
    nearest_month,
    nearest_months,
    stated,
)

_ORDINAL_DOT = re.compile(r"D\.[oi]*[Mm]")


_LONGEST_REPORT = 24
"""Months that a company reports of at once, at most: "the 18 months to June"."""


def full_day(parts: Parts) -> Found | None:
    """5 May 2018, May 5, 2018, 2018年5月5日, 5. května loňského roku; without a year the nearest such day."""
    day, month = _day_and_month(parts)
    if _is_feminine(parts):
        return None
    if _ORDINAL_DOT.search(parts.letters) and parts.reading.writes(parts.first, "no_ordinal_dot"):
        return None
    if day is None or month is None:
        return None
    year, relative = parts.year()
    if year is not None:
        interval = calendar.day(year, month, day)
        return None if interval is None else (interval, relative)
    if (year := year_of_number(parts.reading, parts.first)) is not None:
        return stated(calendar.day(year, month, day))
    return nearest_day(parts, month, day)


def _is_feminine(parts: Parts) -> bool:
    """Whether an ordinal is a fortnight's: "la primera de agosto"."""
    words = [parts.reading.written(item) for item in parts.items("d")]
    romance = parts.reading.lexicons[parts.first].language in {"es", "pt", "it", "ca", "gl"}
    return romance and any(word.endswith("a") for word in words)


def day_of_short_year(parts: Parts) -> Found | None:
    """4 Mar 18."""
    numbers, months = parts.integers("Du"), parts.months()
    if len(numbers) != 2 or numbers[1] < 10 or not months:
        return None
    return stated(calendar.day(century_of(numbers[1]), months[0], numbers[0]))


def _counts_months(parts: Parts) -> bool:
    """Whether a number counts months from the year's beginning: "yılın 6 ayında" (the sixth has a dot)."""
    return parts.letters.endswith("DO") and parts.reading.lexicons[parts.first].language == "tr"


def _day_and_month(parts: Parts) -> tuple[int | None, int | None]:
    months = parts.months() or parts.integers("R")
    if months:
        return parts.day(), months[0] if months[0] <= 12 or parts.months() else None
    numbers = parts.integers("D")
    return (numbers[1], numbers[0]) if len(numbers) >= 2 else (None, None)


def days_of_month(parts: Parts) -> Found | None:
    """5–7 May 2018, May 5 to 7."""
    days = parts.integers("D")
    month = parts.months()[0] if parts.months() else days.pop(0)
    year, relative = parts.year()
    if year is None:
        nearest = nearest_day(parts, month, days[0])
        if nearest is None:
            return None
        year = nearest[0].low.year
    first, last = calendar.day(year, month, days[0]), calendar.day(year, month, days[1])
    if first is None or last is None or first.low > last.low:
        return None
    return Interval(first.low, last.high, Precision.RANGE), relative


def night(parts: Parts) -> Found | None:
    """Vom 3. auf den 4. Januar, с 8 на 9 ноября: a day and the next one."""
    days = parts.integers("D")[:2]
    return days_of_month(parts) if days[0] + 1 == days[1] else None


def days_of_months(parts: Parts) -> Found | None:
    """28 May – 3 June 2018, 14 October 2018 to 7 January 2019."""
    days, months = parts.integers("D"), parts.months()
    years = parts.years()
    year, relative = (years[-1], False) if years else parts.year()
    if year is None or len(days) < 2 or len(months) < 2:
        return None
    first_year = year if months[0] <= months[1] else year - 1
    last = calendar.day(year, months[1], days[1])
    first = calendar.day(years[0] if len(years) > 1 else first_year, months[0], days[0])
    if first is None or last is None:
        return None
    return Interval(first.low, last.high, Precision.RANGE), relative


def months_of_year(parts: Parts) -> Found | None:
    """May–June 2018, May and June."""
    months = parts.months() or parts.integers("D")
    if max(months) > 12:
        return None
    year, relative = parts.year()
    last = months[1] if months[1] >= months[0] else months[1] + 12
    if year is None:
        return nearest_months(parts, months[0], last)
    interval = calendar.months(year, months[0], last, Precision.RANGE)
    return None if interval is None else (interval, relative)


def months_to(parts: Parts) -> Found | None:
    """The three months to December, the quarter to end-March, the year to June: they end with that month."""
    numbers, months = parts.integers("Dn"), parts.months()
    named = {"Q": 3, "E": 12}.get(parts.letters[0])
    length = named or (numbers[0] if numbers else 0)
    if (
        not parts.reading.writes(parts.first, "to_a_month")
        or not 1 <= length <= _LONGEST_REPORT
        or not months
    ):
        return None
    year, relative = parts.year()
    if year is None:
        if parts.reference is None:
            return None
        year, relative = parts.reference.year - (months[0] > parts.reference.month), True
    last = calendar.month(year, months[0])
    if last is None:
        return None
    first = calendar.shifted_month(last.low, 1 - length)
    return Interval(first, last.high, Precision.RANGE), relative


def month(parts: Parts) -> Found | None:
    """May 2018, 2018年5月, "in May", "last May"."""
    months = parts.months() or parts.integers("D")
    if not months or (months[0] > 12 and not parts.months()):
        return None
    year, relative = parts.year()
    if year is not None and not parts.months() and _counts_months(parts):
        interval = calendar.months(year, 1, months[0], Precision.RANGE)
        return None if interval is None else (interval, relative)
    if year is not None:
        interval = calendar.month(year, months[0])
        return None if interval is None else (interval, relative)
    shift = parts.shift("L", "relative")
    if shift is not None:
        return month_by_shift(parts.reference, months[0], shift)
    return nearest_month(parts, months[0])
