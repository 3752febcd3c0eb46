"""Calendar arithmetic: days, months, quarters, halves, years and their parts as closed intervals."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from curator.domain.facts import Precision

FIRST_YEAR, LAST_YEAR = 1000, 2999
LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `low` to `high`, inclusive, and how finely they are stated."""

    low: date
    high: date
    precision: Precision


OfYear = Callable[[int], Interval | None]
"""The interval of a year, None if that year has none."""


def day_of(value: date | str | None) -> date | None:
    """The day of a date, a datetime or ISO text ("2026" gives its first day); None if there is none.

    None too in years that no article is from, as 0001 and 9999, which others write where they know no date:
    days and weeks about them are beyond the calendar.
    """
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    else:
        found = _day_written(value or "")
    return found if found and FIRST_YEAR < found.year < LAST_YEAR else None


def _day_written(text: str) -> date | None:
    parts = text[:10].split("-")
    try:
        numbers = [int(part) for part in parts[:3]] + [1, 1]
        return date(numbers[0], numbers[1], numbers[2])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> Interval | None:
    """One day, None if the calendar has no such day; months above 12 are those of the Persian year."""
    if month > LAST_MONTH:
        whole = _persian_month(year, month - LAST_MONTH)
        if whole is None or not 1 <= number <= whole.high.toordinal() - whole.low.toordinal() + 1:
            return None
        return single(whole.low + timedelta(days=number - 1))
    if not (
        FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]
    ):
        return None
    that = date(year, month, number)
    return Interval(that, that, Precision.DAY)


def single(that: date) -> Interval:
    """One day."""
    return Interval(that, that, Precision.DAY)


def month(year: int, number: int) -> Interval | None:
    """A month; above 12, one of the Persian year (13 is Farvardin)."""
    if number > LAST_MONTH:
        return _persian_month(year, number - LAST_MONTH)
    return months(year, number, number, Precision.MONTH)


def months(year: int, first: int, last: int, precision: Precision) -> Interval | None:
    """The months from `first` to `last`; a last month above 12 reaches into the next year."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= first <= 12 and first <= last <= 24):
        return None
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Interval(
        date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), precision
    )


def quarter(year: int, number: int) -> Interval | None:
    """A quarter of a calendar year, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, Precision.QUARTER) if 1 <= number <= 4 else None


def half(year: int, number: int) -> Interval | None:
    """A half of a calendar year, 1 or 2."""
    return months(year, 6 * number - 5, 6 * number, Precision.HALF) if number in {1, 2} else None


PERSIAN_YEARS = range(1300, 1500)
"""Years that Persian text counts by its own calendar: 1921 to 2120."""
_KNOWN_NOWRUZ = (1400, date(2021, 3, 21))


def year(number: int) -> Interval | None:
    """A year."""
    return months(number, 1, 12, Precision.YEAR)


def iso_week(of_year: int, number: int) -> Interval | None:
    """A week of ISO 8601, None where the year has no such week."""
    if not FIRST_YEAR <= of_year <= LAST_YEAR:
        return None
    try:
        return week(date.fromisocalendar(of_year, number, 1))
    except ValueError:
        return None


def persian_year(number: int) -> Interval | None:
    """A year of the Persian solar calendar, by the leap years of its 33-year cycle; None before 1300."""
    if number not in PERSIAN_YEARS:
        return None
    first = _nowruz(number)
    return Interval(first, _nowruz(number + 1) - timedelta(days=1), Precision.YEAR)


_BEFORE_PERSIAN = 621
"""Years from the Persian reckoning to ours, from Nowruz to the end of December."""


def _persian_month(of_year: int, number: int) -> Interval | None:
    """A month of the Persian year, or of that which begins in a year of ours."""
    persian = of_year if of_year in PERSIAN_YEARS else of_year - _BEFORE_PERSIAN
    return persian_months(persian, number, number, Precision.MONTH)


def persian_year_of(day_: date) -> int:
    """The Persian year that a day is in."""
    number = day_.year - _BEFORE_PERSIAN
    return number if day_ >= _nowruz(number) else number - 1


def persian_months(number: int, first: int, last: int, precision: Precision) -> Interval | None:
    """The months from `first` to `last` of a Persian year: six of 31 days, then of 30, the last often 29."""
    whole = persian_year(number)
    if whole is None or not 1 <= first <= last <= LAST_MONTH:
        return None
    days = [31 * min(each, 6) + 30 * max(each - 6, 0) for each in (first - 1, last)]
    end = whole.high if last == LAST_MONTH else whole.low + timedelta(days=days[1] - 1)
    return Interval(whole.low + timedelta(days=days[0]), end, precision)


def _nowruz(number: int) -> date:
    """The first day of a Persian year."""
    earlier, later = sorted((_KNOWN_NOWRUZ[0], number))
    days = sum(366 if (25 * each + 11) % 33 < 8 else 365 for each in range(earlier, later))
    return _KNOWN_NOWRUZ[1] + timedelta(days=days if number > _KNOWN_NOWRUZ[0] else -days)


def years(first: int, last: int, precision: Precision = Precision.RANGE) -> Interval | None:
    """The years from `first` to `last`."""
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31), precision)


def decade(first: int) -> Interval | None:
    """The ten years from `first`."""
    return years(first, first + 9, Precision.DECADE)


def century(number: int) -> Interval | None:
    """A century, 21 for 2001 to 2100."""
    return years(100 * number - 99, 100 * number)


def season(name: str, of_year: int) -> Interval | None:
    """A season of the northern year; winter begins in the December of its year."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[name]
    return months(of_year, first, first + 2, Precision.RANGE)


def week(of_day: date) -> Interval:
    """The week, Monday to Sunday, of a day."""
    monday = of_day - timedelta(days=of_day.weekday())
    return Interval(monday, monday + timedelta(days=6), Precision.WEEK)


def weekend(of_day: date) -> Interval:
    """Saturday and Sunday of the week of a day."""
    monday = of_day - timedelta(days=of_day.weekday())
    return Interval(monday + timedelta(days=5), monday + timedelta(days=6), Precision.RANGE)


def shifted_month(that: date, by: int) -> date:
    """The day as many months later; the last of the month where there is no such day."""
    index = that.year * 12 + that.month - 1 + by
    if not FIRST_YEAR * 12 <= index < LAST_YEAR * 12:
        return that
    number = index % 12 + 1
    return date(index // 12, number, min(that.day, monthrange(index // 12, number)[1]))


def distance(interval: Interval, that: date) -> int:
    """Days from an interval to a day, 0 within it."""
    return max((interval.low - that).days, (that - interval.high).days, 0)
