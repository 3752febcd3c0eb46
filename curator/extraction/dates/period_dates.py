"""Numbered weeks and years as intervals: "week 12 of 2018", 2018-W12, 2014–2020."""

from __future__ import annotations

from curator.extraction.dates import calendar
from curator.extraction.dates.moon_days import hijri_year
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.resolving import Found, nearest, stated

_SPOKEN = range(16, 21)
"""Hundreds of years as English says them."""
_NEAR_WEEKS = 60
"""Days from the article's day within which others mean a week of the year by "semaine 46"."""
_SEASONS, _FIRST_SEASON, _LONGEST = 10, 1800, 500


def week_number(parts: Parts) -> Found | None:
    """Week 12 of 2018, 2018-W12, 2026年第38週, KW 12: the ISO week of the year, or of the nearest one."""
    digits = parts.items("Du")
    number = parts.reading.integer(digits[0]) if digits else None
    if number is None or not 1 <= number <= 53:
        return None
    years = parts.years()
    if years:
        return stated(calendar.iso_week(years[0], number))
    found = nearest(parts, lambda that: calendar.iso_week(that, number))
    if found is None or parts.reference is None:
        return found
    if parts.letters[0] == "K" and parts.reading.writes(parts.first, "numbered_weeks"):
        return found
    return found if calendar.distance(found[0], parts.reference) <= _NEAR_WEEKS else None


def short_year(parts: Parts) -> Found | None:
    """In '98."""
    found = parts.short_year()
    return None if found is None else stated(calendar.year(found))


def spoken_year(parts: Parts) -> Found | None:
    """In nineteen eighty-four, twenty eighteen."""
    numbers = parts.integers("n")
    tens = sum(numbers[1:])
    right = numbers[0] in _SPOKEN and 10 <= tens <= 99 and (len(numbers) == 2 or numbers[1] % 10 == 0)
    return stated(calendar.year(100 * numbers[0] + tens)) if right else None


def year(parts: Parts) -> Found | None:
    """2018, the year 2018, 2018 г."""
    era = parts.term("e", "era")
    if era == "-1":
        return None
    found = parts.years()
    if era == "hijri":
        return stated(hijri_year(found[0])) if found else None
    if found and found[0] in calendar.PERSIAN_YEARS and parts.reading.lexicons[parts.first].language == "fa":
        return stated(calendar.persian_year(found[0]))
    return stated(calendar.year(found[0])) if found else None


def years(parts: Parts) -> Found | None:
    """2014–2020."""
    first, last = parts.years()[:2]
    if "/" in parts.letters and not (first < last <= first + _SEASONS and first >= _FIRST_SEASON):
        return None  # a file number
    return stated(calendar.years(first, last)) if first < last <= first + _LONGEST else None
