"""Dates that count from the article's day: "yesterday", "next week", "vor drei Jahren", "on Monday"."""

from __future__ import annotations

from datetime import date, timedelta

from curator.extraction import calendar
from curator.extraction.absolute_dates import month
from curator.extraction.calendar import Interval
from curator.extraction.date_parts import Parts
from curator.extraction.period_dates import century, decade, holiday, quarter, season
from curator.extraction.resolving import Found

_FARTHEST = 3000


def dayword(parts: Parts) -> Found | None:
    """Today, yesterday, the day after tomorrow."""
    shift = parts.shift("T", "dayword")
    if parts.reference is None or shift is None:
        return None
    return calendar.single(parts.reference + timedelta(days=shift)), True


def period(parts: Parts) -> Found | None:
    """Last week, next month, this year, next decade, last weekend, in the order of either language."""
    reference = parts.reference
    if reference is None:
        return None
    for letter, kind, step in (("j", "yearword", "E"), ("z", "monthword", "O"), ("v", "weekword", "K")):
        shift = parts.shift(letter, kind)
        if shift is not None:
            return _shifted(reference, step, shift)
    shift = parts.shift("L", "relative")
    noun = next((letter for letter in parts.letters if letter in "KOEJkCQX"), "")
    if not noun:
        return None
    shift = shift or 0
    if noun == "C":
        return decade(parts)
    return quarter(parts) if noun == "Q" else _shifted(reference, noun, shift)


def _shifted(reference: date, noun: str, by: int) -> Found | None:
    """The period of that kind so many periods from the reference day."""
    interval: Interval | None = None
    if abs(by) > _FARTHEST:
        return None
    if noun == "E":
        interval = calendar.year(reference.year + by)
    elif noun == "C":
        interval = calendar.year(reference.year + 10 * by)
    elif noun == "O":
        that = calendar.shifted_month(reference, by)
        interval = calendar.month(that.year, that.month)
    elif noun in "KX":
        interval = calendar.week(reference + timedelta(weeks=by * (2 if noun == "X" else 1)))
    elif noun == "k":
        interval = calendar.weekend(reference + timedelta(weeks=by))
    elif noun == "J":
        interval = calendar.single(reference + timedelta(days=by))
    return None if interval is None else (interval, True)


def counted(parts: Parts) -> Found | None:
    """Three years ago, před třemi lety, in two weeks, a week from Tuesday."""
    letters = parts.letters
    numbers = parts.integers("aDnNu")
    noun = next((letter for letter in letters if letter in "KOEJCX"), "")
    if parts.reference is None or not noun or not numbers:
        return None
    amount = sum(numbers)
    if ">" in letters:
        return _from_then(parts, noun, amount)
    if "g" in letters or "b" in letters:
        amount = -amount
    if noun in "KX" and abs(amount) < _FARTHEST:
        days = 7 * amount * (2 if noun == "X" else 1)
        return calendar.single(parts.reference + timedelta(days=days)), True
    return _shifted(parts.reference, noun, amount)


def _from_then(parts: Parts, noun: str, amount: int) -> Found | None:
    start = dayword(parts) if "T" in parts.letters else weekday(parts, future=True)
    if start is None or amount > _FARTHEST:
        return None
    if noun == "O":
        return calendar.single(calendar.shifted_month(start[0].low, amount)), True
    days = amount * {"K": 7, "J": 1, "E": 365, "X": 14, "C": 3650}[noun]
    return calendar.single(start[0].low + timedelta(days=days)), True


def weekday(parts: Parts, *, future: bool = False) -> Found | None:
    """Monday, last Friday, next Tuesday, Wednesday next week; alone, the latest one (or that day)."""
    reference = parts.reference
    if reference is None:
        return None
    said = parts.term("W", "weekday") or parts.term("w", "weak_weekday")
    number = int(said) if said is not None else _weekday_of_week(parts)
    if number is None:
        return None
    monday = reference - timedelta(days=reference.weekday())
    week_shift = parts.shift("v", "weekword")
    if week_shift is None and "K" in parts.letters:
        week_shift = parts.shift("L", "relative")
    if week_shift is not None:
        return calendar.single(monday + timedelta(weeks=week_shift, days=number)), True
    return calendar.single(_alone(parts, reference, monday, number, future=future)), True


def _alone(parts: Parts, reference: date, monday: date, number: int, *, future: bool) -> date:
    shift = parts.shift("L", "relative")
    back = (reference.weekday() - number) % 7
    if shift == -1:
        return reference - timedelta(days=back or 7)
    if shift == 0:
        return monday + timedelta(days=number)
    if shift == 1 or future:
        return reference + timedelta(days=(number - reference.weekday()) % 7 or 7)
    return reference - timedelta(days=back)


def _weekday_of_week(parts: Parts) -> int | None:
    """The weekday of 下周三: a number word, or 日 for Sunday, after the word for the week."""
    numbers = parts.integers("n")
    if numbers:
        return numbers[0] - 1 if 1 <= numbers[0] <= 6 else None
    return 6 if "J" in parts.letters else None


def nth_weekday(parts: Parts) -> Found | None:
    """The third Friday of March 2018, the last Sunday in October, the first Monday of next month."""
    said = parts.term("Ww", "weekday") or parts.term("Ww", "weak_weekday")
    whole = _month_or_period(parts)
    number = parts.ordinal()
    if said is None or whole is None or number is None:
        return None
    interval = calendar.nth_weekday(whole[0], int(said), number)
    return None if interval is None else (interval, whole[1])


def nth_week(parts: Parts) -> Found | None:
    """The first week of March, the last week of next month: seven days, Monday to Sunday where it can be."""
    whole = _month_or_period(parts)
    number = parts.ordinal()
    if whole is None or number is None:
        return None
    if number < 0:
        return calendar.week(whole[0].high), whole[1]
    return calendar.week(whole[0].low + timedelta(weeks=number - 1)), whole[1]


def nth_day(parts: Parts) -> Found | None:
    """The first day of March, the last day of the year."""
    whole = _month_or_period(parts)
    number = parts.ordinal()
    if whole is None or number is None:
        return None
    that = whole[0].high if number < 0 else whole[0].low + timedelta(days=number - 1)
    return calendar.single(that), whole[1]


def part_of(parts: Parts) -> Found | None:
    """Early 2026, mid-July, Ende des Jahres, late 1990s, 5月上旬: a third of the whole."""
    name = parts.term("A", "part") or parts.term("VH", "period_word") or parts.term("B", "part_month")
    whole = whole_of(parts)
    if name is None or whole is None:
        return None
    return calendar.part(whole[0], name), whole[1]


def whole_of(parts: Parts) -> Found | None:
    """The month, season, decade, quarter, week or year of a phrase that names a part of it."""
    letters = parts.letters
    if parts.months() or "O" in letters:
        return _month_or_period(parts) or month(parts)
    if "c" in letters:
        return century(parts)
    if any(letter in letters for letter in "SCy"):
        return decade(parts)
    if "Z" in letters:
        return season(parts)
    if "Q" in letters or "q" in letters:
        return quarter(parts)
    if "#" in letters:
        return holiday(parts)
    return _year(parts) or period(parts)


def _month_or_period(parts: Parts) -> Found | None:
    if parts.months():
        return month(Parts(parts.reading, parts.items("Mm")[0], parts.last, parts.reference))
    if "O" in parts.letters:
        if parts.integers("D") and not parts.items("L"):
            return month(parts)
        place = parts.items("L") or parts.items("O")
        return period(Parts(parts.reading, place[-1], parts.last, parts.reference))
    return _year(parts)


def _year(parts: Parts) -> Found | None:
    found, relative = parts.year()
    interval = calendar.year(found) if found is not None else None
    return None if interval is None else (interval, relative)
