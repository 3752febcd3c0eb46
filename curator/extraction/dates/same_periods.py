"""The same quarter or month of another year: "the same quarter of 2025", "Vorjahresquartal", 前年同月."""

from __future__ import annotations

from datetime import date

from curator.extraction.dates import calendar
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.resolving import Found
from curator.extraction.readings import Reading

_FARTHEST = 150
"""Items before such words within which the text names the quarter or month that is compared."""
_BESIDE = 2
_QUARTERS = range(1, 5)
_MONTHS_OF_QUARTER = 3


def same_period(parts: Parts) -> Found | None:
    """The quarter or month of the year named, or of the one before; the year alone if nothing tells which.

    Which quarter it is tells the one that the text names last, else the latest that is over; which month
    tells a named one only.
    """
    if parts.reference is None:
        return None
    year, relative = parts.year()
    if year is not None and parts.term("j", "earlier") is not None:
        year = None
    of_quarter = "Q" in (parts.term("%", "year_ago") or parts.letters)
    number = _quarter(parts) if of_quarter else _month(parts)
    if year is None:
        if not parts.items("%jg"):
            return None
        year, relative = _latest_year(parts.reference, number, of_quarter=of_quarter) - 1, True
    if number is None:
        interval = calendar.year(year)
    else:
        interval = calendar.quarter(year, number) if of_quarter else calendar.month(year, number)
    return None if interval is None else (interval, relative)


def _latest_year(reference: date, number: int | None, *, of_quarter: bool) -> int:
    """The year whose quarter or month of that number was the last to begin."""
    if number is None:
        return reference.year
    month = _MONTHS_OF_QUARTER * number if of_quarter else number
    return reference.year - (month > reference.month)


def _quarter(parts: Parts) -> int:
    """The number of the quarter that the text names last, else of the latest that is over."""
    assert parts.reference is not None
    named = (_named_quarter(parts.reading, item) for item in _before(parts))
    number = next((each for each in named if each is not None), None)
    return number or ((parts.reference.month - 1) // _MONTHS_OF_QUARTER - 1) % 4 + 1


def _month(parts: Parts) -> int | None:
    """The month that the text names last, else one that it tells as the last month."""
    for found in (_named_month, _told_month):
        named = (found(parts, item) for item in _before(parts))
        number = next((each for each in named if each is not None), None)
        if number is not None:
            return number
    return None


def _before(parts: Parts) -> range:
    return range(parts.first - 1, max(-1, parts.first - 1 - _FARTHEST), -1)


def _named_quarter(reading: Reading, item: int) -> int | None:
    """The number of "third quarter", Q3, 第三季度, "July–September"."""
    letter = reading.dates[item]
    if letter in "Qq":
        for at in (item - 1, item + 1, item - _BESIDE, item + _BESIDE):
            if 0 <= at < len(reading.nodes) and reading.dates[at] in "dRDn":
                number = reading.integer(at)
                if number in _QUARTERS:
                    return number
    if letter == "M" and item >= _BESIDE and reading.dates[item - _BESIDE : item] in (["M", "-"], ["M", "r"]):
        first, last = (reading.term(at, "month") for at in (item - _BESIDE, item))
        if first is not None and last is not None and int(last) - int(first) == _BESIDE:
            return int(last) // _MONTHS_OF_QUARTER if int(last) % _MONTHS_OF_QUARTER == 0 else None
    return None


def _named_month(parts: Parts, item: int) -> int | None:
    """The month of "October" and 10月."""
    reading, letter = parts.reading, parts.reading.dates[item]
    if letter == "O" and item and reading.dates[item - 1] == "D":
        number = reading.integer(item - 1)
    else:
        said = reading.term(item, "month") if letter == "M" else None
        number = None if said is None else int(said)
    return number if number is not None and 1 <= number <= calendar.LAST_MONTH else None


def _told_month(parts: Parts, item: int) -> int | None:
    """The month of "last month"."""
    reading, letter, reference = parts.reading, parts.reading.dates[item], parts.reference
    told = reading.term(item, "monthword") if letter == "z" else None
    if letter == "O" and item and reading.dates[item - 1] == "L":
        told = reading.term(item - 1, "relative")
    if told is None or reference is None:
        return None
    return calendar.shifted_month(reference, int(told)).month
