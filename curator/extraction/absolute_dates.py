"""Dates that name their days: from phrases to intervals; a missing year comes from the reference."""

from __future__ import annotations

from datetime import date

from curator.domain.facts import Precision, Status
from curator.extraction import calendar
from curator.extraction.calendar import Interval
from curator.extraction.date_parts import Parts, century_of
from curator.extraction.qualifiers import status

_NO_ORDINAL_DOT = frozenset("en fr es pt it nl sv ro ru uk bg el zh ja ko ca gl".split())
"""Languages in which a full stop after a number ends a sentence: "2. March" is no date."""

Found = tuple[Interval, bool]
"""An interval and whether it follows from the reference day."""


def iso_day(parts: Parts) -> Found | None:
    """2026-01-27, 2026/1/27, 2026. 1. 27."""
    numbers = parts.integers("YD")
    return _stated(calendar.day(*numbers[:3])) if len(numbers) == 3 else None


def year_and_more(parts: Parts) -> Found | None:
    """2026-01 is a month, 2018-19 and 2018/19 are two years."""
    first = parts.years()[0]
    item = parts.items("Du")[-1]
    written = parts.reading.written(item)
    number = int(written)
    if "-" in parts.letters and len(written) == 2 and 1 <= number <= 12:
        return _stated(calendar.month(first, number))
    last = first - first % 100 + number
    return _stated(calendar.years(first, last)) if len(written) == 2 and first < last < first + 20 else None


def numeric_day(parts: Parts) -> Found | None:
    """12.03.2018, 12/03/18, 3/12/2018: day and month in the order of the language, or as they must be."""
    written = "".join(parts.reading.written(item) for item in range(parts.first, parts.last))
    pieces = written.replace("/", ".").replace("-", ".").split(".")
    numbers = [int(piece) for piece in pieces if piece.isdecimal()]
    if len(numbers) != 3:
        return None
    first, second, third = numbers
    if first > 999:
        return _stated(calendar.day(first, second, third))
    year = century_of(third) if third < 100 else third
    month_first = parts.reading.lexicons[parts.first].order == "mdy" and "/" in written + "-"
    month_first = month_first and "." not in written
    month, day = (first, second) if (month_first and first <= 12) or second > 12 else (second, first)
    return _stated(calendar.day(year, month, day))


def month_slash_year(parts: Parts) -> Found | None:
    """03/2018."""
    month = parts.integers("D")[0]
    return _stated(calendar.month(parts.years()[0], month)) if month <= 12 else None


def full_day(parts: Parts) -> Found | None:
    """5 May 2018, May 5, 2018, 2018年5月5日, 5. května loňského roku; without a year the nearest such day."""
    day, month = _day_and_month(parts)
    if "D." in parts.letters and parts.reading.lexicons[parts.first].language in _NO_ORDINAL_DOT:
        return None
    if day is None or month is None:
        return None
    year, relative = parts.year()
    if year is not None:
        interval = calendar.day(year, month, day)
        return None if interval is None else (interval, relative)
    return _nearest_day(parts, month, day)


def day_of_short_year(parts: Parts) -> Found | None:
    """4 Mar 18."""
    numbers, months = parts.integers("Du"), parts.months()
    if len(numbers) != 2 or numbers[1] < 10 or not months:
        return None
    return _stated(calendar.day(century_of(numbers[1]), months[0], numbers[0]))


def dotted_day(parts: Parts) -> Found | None:
    """5. 3. and 15.09. without a year."""
    item = parts.items("@")
    if item:
        day, month = (int(piece) for piece in parts.reading.written(item[0]).split("."))
    else:
        day, month = parts.integers("D")[:2]
    return _nearest_day(parts, month, day)


def _day_and_month(parts: Parts) -> tuple[int | None, int | None]:
    months = parts.months()
    if months:
        return parts.day(), months[0]
    numbers = parts.integers("D")
    return (numbers[1], numbers[0]) if len(numbers) >= 2 else (None, None)


def days_of_month(parts: Parts) -> Found | None:
    """5–7 May 2018, May 5 to 7."""
    days = parts.integers("D")
    month = parts.months()[0] if parts.months() else days.pop(0)
    year, relative = parts.year()
    if year is None:
        nearest = _nearest_day(parts, month, days[0])
        if nearest is None:
            return None
        year = nearest[0].low.year
    first, last = calendar.day(year, month, days[0]), calendar.day(year, month, days[1])
    if first is None or last is None or first.low > last.low:
        return None
    return Interval(first.low, last.high, Precision.RANGE), relative


def days_of_months(parts: Parts) -> Found | None:
    """28 May – 3 June 2018."""
    days, months = parts.integers("D"), parts.months()
    year, relative = parts.year()
    if year is None or len(days) < 2 or len(months) < 2:
        return None
    last = calendar.day(year, months[1], days[1])
    first = calendar.day(year if months[0] <= months[1] else year - 1, months[0], days[0])
    if first is None or last is None:
        return None
    return Interval(first.low, last.high, Precision.RANGE), relative


def months_of_year(parts: Parts) -> Found | None:
    """May–June 2018, May and June."""
    months = parts.months() or parts.integers("D")
    if max(months) > 12:
        return None
    year, relative = parts.year()
    if year is None:
        nearest = _nearest_month(parts, months[0])
        year = None if nearest is None else nearest[0].low.year
    if year is None:
        return None
    last = months[1] if months[1] >= months[0] else months[1] + 12
    interval = calendar.months(year, months[0], last, Precision.RANGE)
    return None if interval is None else (interval, relative)


def month(parts: Parts) -> Found | None:
    """May 2018, 2018年5月, "in May", "last May"."""
    months = parts.months() or parts.integers("D")
    if not months or months[0] > 12:
        return None
    year, relative = parts.year()
    if year is not None:
        interval = calendar.month(year, months[0])
        return None if interval is None else (interval, relative)
    shift = parts.shift("L", "relative")
    if shift is not None:
        return _month_by_shift(parts.reference, months[0], shift)
    return _nearest_month(parts, months[0])


def quarter(parts: Parts) -> Found | None:
    """Q3 2018, third quarter of 2018, III квартал; "last quarter" counts from the reference."""
    if "L" in parts.letters and not parts.items("dRnD") and "E" not in parts.letters:
        if parts.reference is None:
            return None
        index = parts.reference.year * 4 + (parts.reference.month - 1) // 3
        index += parts.shift("L", "relative") or 0
        return _relative(calendar.quarter(index // 4, index % 4 + 1))
    number = parts.ordinal()
    year, relative = _year_or_short(parts)
    if number == -1:
        number = 4
    if number is None:
        return None
    if year is None:
        return _nearest(parts, lambda that: calendar.quarter(that, number), past=True)
    interval = calendar.quarter(year, number)
    return None if interval is None else (interval, relative)


def half(parts: Parts) -> Found | None:
    """H2 2026, zweite Hälfte 2026, second half of May, first half of the 1990s."""
    number = parts.ordinal()
    number = 2 if number == -1 else number
    if number not in {1, 2}:
        return None
    whole: Found | None
    if parts.months():
        whole = month(parts)
    elif "S" in parts.letters or "C" in parts.letters:
        whole = decade(parts)
    else:
        year, relative = _year_or_short(parts)
        if year is None:
            return _nearest(parts, lambda that: calendar.half(that, number), past=True)
        interval = calendar.year(year)
        whole = None if interval is None else (interval, relative)
    return None if whole is None else (calendar.halved(whole[0], number), whole[1])


def _year_or_short(parts: Parts) -> tuple[int | None, bool]:
    """The year of a quarter or half; two digits after its number count ("Q3 18", "2H26")."""
    year, relative = parts.year()
    digits = parts.items("Du")
    if year is None and len(digits) > 1 and len(parts.reading.written(digits[-1])) == 2:
        return century_of(int(parts.reading.written(digits[-1]))), False
    return year, relative


def year(parts: Parts) -> Found | None:
    """2018, the year 2018, 2018 г."""
    if parts.term("e", "era") == "-1":
        return None
    return _stated(calendar.year(parts.years()[0]))


def years(parts: Parts) -> Found | None:
    """2014–2020."""
    first, last = parts.years()[:2]
    return _stated(calendar.years(first, last)) if first < last else None


def fiscal_year(parts: Parts) -> Found | None:
    """FY24, fiscal 2025, Q3 FY24, as the calendar year it is named after; 2024/25 as both years."""
    found = parts.years()
    short = [century_of(value) for value in parts.integers("Du")[-1:]]
    if not found and "L" in parts.letters:
        shift = parts.shift("L", "relative") or 0
        return _relative(calendar.year(parts.reference.year + shift)) if parts.reference else None
    if ("/" in parts.letters or not found) and short:
        found = [*found, *short]
    if not found:
        return None
    if len(found) > 1:
        return _stated(calendar.years(found[0], found[-1]))
    if "q" in parts.letters or "Q" in parts.letters:
        return _stated(calendar.quarter(found[0], parts.ordinal() or 0))
    if "G" in parts.letters or "h" in parts.letters:
        return _stated(calendar.half(found[0], parts.ordinal() or 0))
    return _stated(calendar.year(found[0]))


def decade(parts: Parts) -> Found | None:
    """1990s, the '90s, 90. léta, années 1990, "last decade"."""
    found = parts.years()
    if found:
        return _stated(calendar.decade(found[0])) if found[0] % 10 == 0 else None
    if (named := parts.term("y", "decade_name")) is not None:
        return _stated(calendar.decade(century_of(int(named))))
    if "L" in parts.letters and "C" in parts.letters:
        if parts.reference is None:
            return None
        first = parts.reference.year - parts.reference.year % 10
        return _relative(calendar.decade(first + 10 * (parts.shift("L", "relative") or 0)))
    if "c" in parts.letters and len(parts.items("dDRu")) > 1:
        age, value = (parts.reading.integer(item) or 0 for item in parts.items("dDRu")[:2])
        return _stated(calendar.decade(100 * (age - 1) + value)) if value % 10 == 0 else None
    short = parts.integers("Du") or parts.integers("n")
    if not short or short[-1] % 10 or not 10 <= short[-1] <= 99:
        return None
    value = short[-1]
    return _stated(calendar.decade(1900 + value if value >= 30 else 2000 + value))


def century(parts: Parts) -> Found | None:
    """The 21st century, XIX век."""
    number = parts.ordinal()
    if number is None and parts.day() is not None:
        number = parts.day()
    return _stated(calendar.century(number)) if number is not None and 11 <= number <= 29 else None


def season(parts: Parts) -> Found | None:
    """Summer 2018, "last winter", "this spring"."""
    name = parts.term("Z", "season")
    if name is None:
        return None
    found, relative = parts.year()
    if found is not None:
        interval = calendar.season(name, found)
        return None if interval is None else (interval, relative)
    if parts.reference is None:
        return None
    shift = parts.shift("L", "relative")
    if shift is None:
        return _nearest(parts, lambda that: calendar.season(name, that))
    candidates = [calendar.season(name, parts.reference.year + step) for step in (-2, -1, 0, 1, 2)]
    return _by_shift([each for each in candidates if each is not None], parts.reference, shift)


def holiday(parts: Parts) -> Found | None:
    """Christmas 2018, New Year's Eve: the fixed day of the year named, or the nearest one."""
    said = parts.term("#", "holiday")
    if said is None:
        return None
    found, relative = parts.year()
    if found is not None:
        interval = holiday_day(said, found)
        return None if interval is None else (interval, relative)
    if parts.reference is None:
        return None
    shift = parts.shift("L", "relative")
    candidates = [holiday_day(said, parts.reference.year + step) for step in (-1, 0, 1, 2)]
    present = [each for each in candidates if each is not None]
    if shift is not None and shift != 0:
        return _by_shift(present, parts.reference, shift)
    return _nearest(parts, lambda that: holiday_day(said, that))


def holiday_day(said: str, of_year: int) -> Interval | None:
    """The day of "12-25", "easter+1", or "11-4-3" (the fourth Thursday of November; -1 is the last)."""
    if said.startswith("easter"):
        return calendar.single(calendar.easter(of_year, int(said[6:] or 0)))
    numbers = [int(piece) for piece in said.replace("--", "-m").split("-") if not piece.startswith("m")]
    if said.count("-") == 1:
        return calendar.day(of_year, numbers[0], numbers[1])
    of_month = calendar.month(of_year, numbers[0])
    which = -1 if "--" in said else numbers[1]
    return None if of_month is None else calendar.nth_weekday(of_month, numbers[-1], which)


def _stated(interval: Interval | None) -> Found | None:
    return None if interval is None else (interval, False)


def _relative(interval: Interval | None) -> Found | None:
    return None if interval is None else (interval, True)


def _nearest_day(parts: Parts, month_: int, day: int) -> Found | None:
    return _nearest(parts, lambda that: calendar.day(that, month_, day))


def _nearest_month(parts: Parts, month_: int) -> Found | None:
    return _nearest(parts, lambda that: calendar.month(that, month_))


def _nearest(parts: Parts, of_year: calendar.OfYear, *, past: bool = False) -> Found | None:
    """The interval of last, this or next year that lies nearest to the reference day.

    In a clause that tells of plans the next one; with `past` else the latest one that has begun.
    """
    reference = parts.reference
    if reference is None:
        return None
    candidates = [of_year(reference.year + step) for step in (-1, 0, 1)]
    present = [each for each in candidates if each is not None]
    begun = [each for each in present if each.low <= reference]
    coming = [each for each in present if each.high >= reference]
    if not present:
        return None
    if coming and status(parts.reading, parts.first, parts.last - 1) is Status.PLANNED:
        return coming[0], True
    if past and begun:
        return begun[-1], True
    return min(present, key=lambda each: calendar.distance(each, reference)), True


def _month_by_shift(reference: date | None, number: int, shift: int) -> Found | None:
    if reference is None:
        return None
    candidates = [calendar.month(reference.year + step, number) for step in (-2, -1, 0, 1, 2)]
    return _by_shift([each for each in candidates if each is not None], reference, shift)


def _by_shift(candidates: list[Interval], reference: date, shift: int) -> Found | None:
    """The last, this or next of intervals a year apart: ended before, of this year, begins after."""
    if shift < 0:
        past = [each for each in candidates if each.high < reference]
        return (past[-1], True) if past else None
    if shift > 0:
        coming = [each for each in candidates if each.low > reference]
        return (coming[0], True) if coming else None
    same = [each for each in candidates if each.low.year == reference.year]
    return (same[0], True) if same else None
