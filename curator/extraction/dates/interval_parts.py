"""Parts of intervals: early, middle and late ones, halves, the third Friday of a month."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta

from curator.domain.facts import Precision
from curator.extraction.dates.calendar import Interval, half, months, shifted_month, single, years


def part(whole: Interval, name: str) -> Interval:
    """The first, middle or last third of an interval, by months for years and longer, else by days.

    "early", "mid" and "late" are thirds: January to April of a year, the 1st to the 10th of a month; of a
    decade the first four years and three each. "1-9" are the first nine months of a year.
    """
    precision = Precision.RANGE
    if "-" in name:
        first, last = (int(number) for number in name.split("-"))
        return months(whole.low.year, first, last, precision) or whole
    if whole.precision is Precision.MONTH and whole.low.day != 1:
        first, last = {"early": (0, 9), "mid": (10, 19), "late": (20, (whole.high - whole.low).days)}[name]
        return Interval(whole.low + timedelta(days=first), whole.low + timedelta(days=last), precision)
    if whole.precision is Precision.MONTH:
        first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.high.day)}[name]
        return Interval(whole.low.replace(day=first), whole.low.replace(day=last), precision)
    if whole.precision is Precision.DECADE:
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[name]
        return years(whole.low.year + first, whole.low.year + last) or whole
    length = (whole.high.year - whole.low.year) * 12 + whole.high.month - whole.low.month + 1
    if length >= 3 and whole.low.day == 1:
        third = length // 3
        first = {"early": 0, "mid": third, "late": length - third}[name]
        low = shifted_month(whole.low, first)
        last_month = shifted_month(whole.low, first + third - 1)
        high = last_month.replace(day=monthrange(last_month.year, last_month.month)[1])
        return Interval(low, high, precision)
    return whole


def halved(whole: Interval, number: int) -> Interval:
    """The first or second half of a year, month or longer interval."""
    if whole.precision is Precision.YEAR:
        return half(whole.low.year, number) or whole
    if whole.precision is Precision.MONTH:
        middle = whole.low.replace(day=15)
        if number == 1:
            return Interval(whole.low, middle, Precision.HALF)
        return Interval(middle + timedelta(days=1), whole.high, Precision.HALF)
    if whole.precision is Precision.DECADE:
        first = whole.low.year + 5 * (number - 1)
        return years(first, first + 4) or whole
    length = (whole.high - whole.low).days + 1
    middle = whole.low + timedelta(days=length // 2 - 1)
    if number == 1:
        return Interval(whole.low, middle, Precision.HALF)
    return Interval(middle + timedelta(days=1), whole.high, Precision.HALF)


def nth_weekday(of_month: Interval, weekday: int, number: int) -> Interval | None:
    """The third Friday of a month; -1 is the last."""
    if number < 0:
        last = of_month.high - timedelta(days=(of_month.high.weekday() - weekday) % 7)
        return single(last)
    first = of_month.low + timedelta(days=(weekday - of_month.low.weekday()) % 7)
    that = first + timedelta(weeks=number - 1)
    return single(that) if that <= of_month.high else None
