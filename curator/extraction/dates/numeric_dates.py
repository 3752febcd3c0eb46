"""Dates in figures: ISO, 12.03.2018, 3/14, 28.8.–3.9., 2018-19."""

from __future__ import annotations

import re
from functools import lru_cache

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.parts import Parts, century_of
from curator.extraction.dates.resolving import Found, nearest_day, stated

_SEASONS = 1900
_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d\d|\d{4})(?![\d/])")
_SHORTEST_YEAR = 100


def iso_day(parts: Parts) -> Found | None:
    """2026-01-27, 2026/1/27, 2026. 1. 27."""
    numbers = parts.integers("YD")
    return stated(calendar.day(*numbers[:3])) if len(numbers) == 3 else None


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
        persian = first in calendar.PERSIAN_YEARS and parts.reading.lexicons[parts.first].language == "fa"
        return stated(calendar.day(first, second + 12 * persian, third))
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


def dotted_day(parts: Parts) -> Found | None:
    """5. 3. and 15.09. without a year."""
    if parts.reading.writes(parts.first, "no_ordinal_dot"):
        return None
    item = parts.items("@")
    if item:
        day, month = (int(piece) for piece in parts.reading.written(item[0]).split("."))
    else:
        day, month = parts.integers("D")[:2]
    return nearest_day(parts, month, day)


def dotted_days(parts: Parts) -> Found | None:
    """28.8.–3.9.2021, 28.8.–3.9. without a year."""
    if parts.reading.writes(parts.first, "no_ordinal_dot"):
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


def slashed_day(parts: Parts) -> Found | None:
    """3/14 without a year, in the order of the language or as it must be."""
    first, second = parts.integers("D")[:2]
    month_first = parts.reading.lexicons[parts.first].order == "mdy"
    month, day = (first, second) if (month_first and first <= 12) or second > 12 else (second, first)
    return nearest_day(parts, month, day) if month <= 12 else None


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
