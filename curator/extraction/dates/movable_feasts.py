"""Days on which movable feasts fall: Easter, Orthodox Easter, the Lunar New Year."""

from __future__ import annotations

from datetime import date, timedelta


def easter(of_year: int, days_after: int = 0) -> date:
    """Easter Sunday of the Gregorian calendar, or a day so many days after it.

    The anonymous algorithm of Nature 13 (1876) as given by J. Meeus, Astronomical Algorithms, chapter 8.
    """
    a, b, c = of_year % 19, of_year // 100, of_year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month_, day_ = divmod(h + k - 7 * m + 114, 31)
    return date(of_year, month_, day_ + 1) + timedelta(days=days_after)


def pascha(of_year: int, days_after: int = 0) -> date:
    """Orthodox Easter Sunday (Julian reckoning) in the Gregorian calendar, or a day so many days after it.

    Meeus's Julian algorithm, Astronomical Algorithms, chapter 8; thirteen days apart from 1900 to 2099.
    """
    d = (19 * (of_year % 19) + 15) % 30
    e = (2 * (of_year % 4) + 4 * (of_year % 7) - d + 34) % 7
    month_, day_ = divmod(d + e + 114, 31)
    return date(of_year, month_, day_ + 1) + timedelta(days=13 + days_after)


_LUNAR_NEW_YEARS = (
    "2-9 1-29 2-18 2-7 1-26 2-14 2-3 1-23 2-10 1-31 2-19 2-8 1-28 2-16 2-5 1-25 2-12 2-1 1-22 2-10 1-29 2-17"
    " 2-6 1-26 2-13 2-3 1-23 2-11 1-31 2-19 2-8"
).split()
_FIRST_LUNAR = 2005


def lunar_new_year(of_year: int, days_after: int = 0) -> date | None:
    """The day of the Lunar New Year from 2005 to 2035, or a day so many days after it; None in other years.

    The new moon as China reckons it (checked by J. Meeus, Astronomical Algorithms, chapter 49).
    """
    place = of_year - _FIRST_LUNAR
    if not 0 <= place < len(_LUNAR_NEW_YEARS):
        return None
    month_, day_ = (int(piece) for piece in _LUNAR_NEW_YEARS[place].split("-"))
    return date(of_year, month_, day_) + timedelta(days=days_after)
