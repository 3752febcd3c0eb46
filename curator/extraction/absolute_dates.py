"""Dates that name their days: from phrases to intervals; a missing year comes from the reference."""

from __future__ import annotations

import re
from functools import lru_cache

from curator.domain.facts import Precision
from curator.extraction import calendar
from curator.extraction.calendar import Interval
from curator.extraction.date_parts import Parts, century_of
from curator.extraction.resolving import (
    Found,
    month_by_shift,
    nearest_day,
    nearest_month,
    nearest_months,
    stated,
)

_SEASONS = 1900
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d|\d{4})(?![\d/])")
_SHORTEST_YEAR = 100
_ORDINAL_DOT = re.compile(r"D\.[oi]*[Mm]")
_NO_ORDINAL_DOT = frozenset(
    (
        "en fr es pt it nl sv ro ru uk bg el zh ja ko ca gl"
        " ar fa ur hi bn ta te ne th id ms fil sw vi ga af am km"
    ).split()
)
"""Languages in which a full stop after a number ends a sentence: "2. March" is no date."""


def iso_day(parts: Parts) -> Found | None:
    """2026-01-27, 2026/1/27, 2026. 1. 27."""
    numbers = parts.integers("YD")
    return stated(calendar.day(*numbers[:3])) if len(numbers) == 3 else None


def year_and_more(parts: Parts) -> Found | None:
    """2026-01 and 2026/01 are a month, 2018-19 and 2018/19 are two years."""
    first = parts.years()[0]
    item = parts.items("Du")[-1]
    written = parts.reading.written(item)
    number = int(written)
    follows = first % 100 + 1 == number and first >= _SEASONS  # the 2008-09 crisis
    joined = "-" in parts.letters or ("/" in parts.letters and written[0] == "0")
    if joined and len(written) == 2 and 1 <= number <= 12 and not follows:
        return stated(calendar.month(first, number))
    if "r" in parts.letters and parts.reading.written(item - 1)[0].isalpha():
        return None
    last = first - first % 100 + number
    return stated(calendar.years(first, last)) if len(written) == 2 and first < last < first + 20 else None


def numeric_day(parts: Parts) -> Found | None:
    """12.03.2018, 12/03/18, 3/12/2018, 20180312: in the order of the language, or as it must be."""
    written = "".join(parts.reading.written(item) for item in range(parts.first, parts.last))
    if parts.letters in {"D/DY", "D/D-Y"}:
        written = "/".join(str(number) for number in (*parts.integers("D"), parts.years()[0]))
    if written.isdecimal() and len(written) == 8:
        return stated(calendar.day(int(written[:4]), int(written[4:6]), int(written[6:])))
    pieces = written.replace("/", ".").replace("-", ".").split(".")
    numbers = [int(piece) for piece in pieces if piece.isdecimal()]
    if len(numbers) != 3:
        return None
    first, second, third = numbers
    if first > 999:
        return stated(calendar.day(first, second, third))
    year = century_of(third) if third < 100 else third
    month_first = parts.reading.lexicons[parts.first].order == "mdy" and "." not in written
    month_first = month_first and _order_told(parts.reading.text) != "dmy"
    month, day = (first, second) if (month_first and first <= 12) or second > 12 else (second, first)
    return stated(calendar.day(year, month, day))


@lru_cache(maxsize=8)
def _order_told(text: str) -> str:
    """The order of day and month that another numeric date of a text shows; pounds put the day first."""
    for match in _NUMERIC.finditer(text):
        if int(match[1]) > 12:
            return "dmy"
        if int(match[2]) > 12:
            return "mdy"
    return "dmy" if "£" in text else ""


def month_slash_year(parts: Parts) -> Found | None:
    """03/2018, 03-2018."""
    month = parts.integers("D")[0]
    return stated(calendar.month(parts.years()[0], month)) if month <= 12 else None


def full_day(parts: Parts) -> Found | None:
    """5 May 2018, May 5, 2018, 2018年5月5日, 5. května loňského roku; without a year the nearest such day."""
    day, month = _day_and_month(parts)
    if _is_feminine(parts):
        return None
    if _ORDINAL_DOT.search(parts.letters) and parts.reading.lexicons[parts.first].language in _NO_ORDINAL_DOT:
        return None
    if day is None or month is None:
        return None
    year, relative = parts.year()
    if year is not None:
        interval = calendar.day(year, month, day)
        return None if interval is None else (interval, relative)
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


def dotted_day(parts: Parts) -> Found | None:
    """5. 3. and 15.09. without a year."""
    if parts.reading.lexicons[parts.first].language in _NO_ORDINAL_DOT:
        return None
    item = parts.items("@")
    if item:
        day, month = (int(piece) for piece in parts.reading.written(item[0]).split("."))
    else:
        day, month = parts.integers("D")[:2]
    return nearest_day(parts, month, day)


def slashed_day(parts: Parts) -> Found | None:
    """3/14 without a year, in the order of the language or as it must be."""
    first, second = parts.integers("D")[:2]
    month_first = parts.reading.lexicons[parts.first].order == "mdy"
    month, day = (first, second) if (month_first and first <= 12) or second > 12 else (second, first)
    return nearest_day(parts, month, day) if month <= 12 else None


def dotted_days(parts: Parts) -> Found | None:
    """28.8.–3.9.2021, 28.8.–3.9. without a year."""
    if parts.reading.lexicons[parts.first].language in _NO_ORDINAL_DOT:
        return None
    written = [parts.reading.written(item) for item in parts.items("D@F")]
    first, last = ([int(piece) for piece in each.split(".")] for each in written)
    first = [*first, last[1]][:2]
    if len(last) > 2:
        year = century_of(last[2]) if last[2] < _SHORTEST_YEAR else last[2]
        high, relative = calendar.day(year, last[1], last[0]), False
    else:
        found = nearest_day(parts, last[1], last[0])
        high, relative = (None, True) if found is None else found
    low = None if high is None else calendar.day(high.low.year - (first[1] > last[1]), first[1], first[0])
    if low is None or high is None or low.low >= high.high:
        return None
    return Interval(low.low, high.high, Precision.RANGE), relative


def slashed_days(parts: Parts) -> Found | None:
    """From 10/1 to 11/7, in the order of the language."""
    numbers = parts.integers("D")
    if parts.reading.lexicons[parts.first].order == "mdy":
        numbers = [numbers[1], numbers[0], numbers[3], numbers[2]]
    last = nearest_day(parts, numbers[3], numbers[2]) if numbers[3] <= 12 else None
    if last is None or numbers[1] > 12:
        return None
    first = calendar.day(last[0].low.year - (numbers[1] > numbers[3]), numbers[1], numbers[0])
    if first is None or first.low >= last[0].high:
        return None
    return Interval(first.low, last[0].high, Precision.RANGE), True


def _counts_months(parts: Parts) -> bool:
    """Whether a number counts months from the year's beginning: "yılın 6 ayında" (the sixth has a dot)."""
    return parts.letters.endswith("DO") and parts.reading.lexicons[parts.first].language == "tr"


def _day_and_month(parts: Parts) -> tuple[int | None, int | None]:
    months = parts.months() or parts.integers("R")
    if months:
        return parts.day(), months[0] if months[0] <= 12 else None
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
    """The three months to December, the quarter to end-March: they end with that month."""
    numbers, months = parts.integers("Dn"), parts.months()
    length = 3 if "Q" in parts.letters else numbers[0] if numbers else 0
    if parts.reading.lexicons[parts.first].language != "en" or not 1 <= length <= 12 or not months:
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
    if not months or months[0] > 12:
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
