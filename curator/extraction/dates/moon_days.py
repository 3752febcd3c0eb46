"""Holidays that follow the moon: those of Islam, of the Jewish calendar, of East Asia and of the Hindus."""

from __future__ import annotations

from datetime import date, timedelta

from curator.domain.facts import Precision
from curator.extraction.dates.calendar import Interval, single

_FIRST = 2015
"""The first year that the tables tell of; each holds sixteen years."""
_TABLES = {
    "fitr": "7-17 7-6 6-25 6-15 6-4 5-24 5-13 5-2 4-21 4-10 3-30 3-20 3-9 2-26 2-14 2-4",
    "adha": "9-24 9-12 9-1 8-21 8-11 7-31 7-20 7-9 6-28 6-16 6-6 5-27 5-16 5-5 4-24 4-13",
    "ramadan": "6-18 6-6 5-27 5-16 5-6 4-24 4-13 4-2 3-23 3-11 3-1 2-18 2-8 1-28 1-16 1-5",
    "midautumn": "9-27 9-15 10-4 9-24 9-13 10-1 9-21 9-10 9-29 9-17 10-6 9-25 9-15 10-3 9-22 9-12",
    "dragon": "6-20 6-9 5-30 6-18 6-7 6-25 6-14 6-3 6-22 6-10 5-31 6-19 6-9 5-28 6-16 6-5",
    "diwali": "11-11 10-30 10-19 11-7 10-27 11-14 11-4 10-24 11-12 10-31 10-20 11-8 10-29 10-17 11-5 10-26",
}
"""Days of the holidays of Islam as Saudi Arabia keeps them, of China's calendar, and of Diwali in India."""
_JEWISH = {"passover": -163, "newyear": 0, "atonement": 9, "booths": 14}
"""Days from the Jewish New Year of a year of ours to its holidays."""
_HIJRI_YEARS, _HIJRI_LENGTH = range(1300, 1500), 354
_HIJRI_EPOCH = 227014
"""The ordinal of 1 Muharram of the year 1, a Thursday (Calendrical Calculations)."""
_EPOCH, _ANNO_MUNDI = -1373427, 3761


def moon_day(name: str, of_year: int) -> Interval | None:
    """The day of a holiday in a year of ours, the whole month of Ramadan; None in years not known."""
    if name in _JEWISH:
        return single(_jewish_new_year(of_year) + timedelta(days=_JEWISH[name]))
    first = _day(name, of_year)
    if first is None:
        return None
    if name == "ramadan":
        after = _day("fitr", of_year)
        return None if after is None else Interval(first, after - timedelta(days=1), Precision.RANGE)
    return single(first)


def moon_day_of_hijri(name: str, number: int) -> Interval | None:
    """The day of a holiday in a Hijra year; None where it isn't known, or follows another calendar."""
    year = hijri_year(number)
    if year is None:
        return None
    found = (moon_day(name, of_year) for of_year in {year.low.year, year.high.year})
    return next((each for each in found if each and year.low <= each.low <= year.high), None)


def hijri_year(number: int) -> Interval | None:
    """A year of the Hijra by the tabular calendar, a day or two from the one seen; None before 1300."""
    if number not in _HIJRI_YEARS:
        return None
    first, after = (_HIJRI_LENGTH * each + (11 * each + 3) // 30 for each in (number, number + 1))
    low, high = (date.fromordinal(_HIJRI_EPOCH - _HIJRI_LENGTH + each) for each in (first, after))
    return Interval(low, high - timedelta(days=1), Precision.YEAR)


def _day(name: str, of_year: int) -> date | None:
    days = _TABLES[name].split()
    if not 0 <= of_year - _FIRST < len(days):
        return None
    month, _, day = days[of_year - _FIRST].partition("-")
    return date(of_year, int(month), int(day))


def _jewish_new_year(of_year: int) -> date:
    """The Jewish New Year in the autumn of a year (E. Reingold, N. Dershowitz, Calendrical Calculations)."""
    number = of_year + _ANNO_MUNDI
    before, this, after = (_elapsed(each) for each in (number - 1, number, number + 1))
    # a year must not be one day longer or shorter than the six lengths that are allowed
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_EPOCH + this + delay)


def _elapsed(number: int) -> int:
    """Days from the epoch to the mean new moon of a Jewish year, put off by the days it may not be."""
    months = (235 * number - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + ((3 * (day + 1)) % 7 < 3)
