"""Quarters as intervals: "Q3 2018", "the last quarter", III квартал, and years as a quarter counts them."""

from __future__ import annotations

from datetime import date

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.parts import Parts, century_of
from curator.extraction.dates.resolving import Found, from_reference, nearest
from curator.extraction.languages import EAST_ASIAN

LEAN = 6.0
"""How much nearer a quarter to come must be than one gone by: the news reports."""


def quarter(parts: Parts) -> Found | None:
    """Q3 2018, third quarter of 2018, III квартал; "last quarter" counts from the reference."""
    if "L" in parts.letters and not parts.items("dRnDE'Y"):
        if parts.reference is None:
            return None
        return quarter_of(parts.reference, parts.shift("L", "relative") or 0)
    number = parts.ordinal()
    year, relative = year_or_short(parts)
    if number == -1 and parts.reading.lexicons[parts.first].language in EAST_ASIAN:
        return None  # 2025年上季度: nothing tells which
    if number == -1:
        number = 4
    if number is None:
        return None
    if year is None:
        return nearest(parts, lambda that: calendar.quarter(that, number), lean=LEAN)
    interval = of_persian_year(
        parts, counted_year(parts, year, relative=relative), 3 * number - 2, 3 * number
    ) or calendar.quarter(year, number)
    return None if interval is None else (interval, relative)


def of_persian_year(parts: Parts, year: int, first: int, last: int) -> Interval | None:
    """Months of the year where the text counts years by the Persian calendar."""
    if year not in calendar.PERSIAN_YEARS or not _counts_persian(parts):
        return None
    return calendar.persian_months(year, first, last, Precision.RANGE)


def counted_year(parts: Parts, year: int, *, relative: bool) -> int:
    """The year as the text counts it: "this year" of a Persian text is of the Persian calendar."""
    if not (relative and parts.reference is not None and _counts_persian(parts)):
        return year
    return year + calendar.persian_year_of(parts.reference) - parts.reference.year


def _counts_persian(parts: Parts) -> bool:
    return parts.reading.lexicons[parts.first].language == "fa"


def quarter_of(reference: date, shift: int = 0) -> Found | None:
    """The quarter so many after the one that a day is in."""
    index = reference.year * 4 + (reference.month - 1) // 3 + shift
    return from_reference(calendar.quarter(index // 4, index % 4 + 1))


def quarters(parts: Parts) -> Found | None:
    """Q1–Q3 2022, 1.–3. čtvrtletí 2022, 2nd and 3rd quarter."""
    numbers = parts.integers("DdR")
    if len(numbers) < 2:
        return None
    first, last = numbers[:2]
    found, relative = parts.year()
    if found is None and parts.reference is not None:
        found = parts.reference.year
    if found is None or not 1 <= first < last <= 4:
        return None
    interval = calendar.months(found, 3 * first - 2, 3 * last, Precision.RANGE)
    return None if interval is None else (interval, relative)


def year_or_short(parts: Parts) -> tuple[int | None, bool]:
    """The year of a quarter or half; two digits after its number count ("Q3 18", "2H26")."""
    year, relative = parts.year()
    digits = parts.items("Du")
    if year is None and len(digits) > 1 and len(parts.reading.written(digits[-1])) == 2:
        return century_of(int(parts.reading.written(digits[-1]))), False
    return year, relative
