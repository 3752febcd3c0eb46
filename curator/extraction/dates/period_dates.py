"""Quarters, halves, first months, weeks and years as intervals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.absolute_dates import month
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.decade_dates import century, decade
from curator.extraction.dates.interval_parts import halved
from curator.extraction.dates.moon_days import hijri_year
from curator.extraction.dates.parts import Parts, century_of
from curator.extraction.dates.resolving import Found, from_reference, nearest, stated
from curator.extraction.dates.tenses import is_to_come
from curator.extraction.languages import EAST_ASIAN

_SPOKEN = range(16, 21)
"""Hundreds of years as English says them."""
_REPORTED = frozenset({3, 6, 9})
"""So many first months that companies report of."""
_LEAN = 6.0
"""How much nearer a quarter to come must be than one gone by: the news reports."""
_NEAR_WEEKS = 60
"""Days from the article's day within which others mean a week of the year by "semaine 46"."""
_SEASONS, _FIRST_SEASON, _LONGEST = 10, 1800, 500


def quarter(parts: Parts) -> Found | None:
    """Q3 2018, third quarter of 2018, III квартал; "last quarter" counts from the reference."""
    if "L" in parts.letters and not parts.items("dRnDE'Y"):
        if parts.reference is None:
            return None
        return quarter_of(parts.reference, parts.shift("L", "relative") or 0)
    number = parts.ordinal()
    year, relative = _year_or_short(parts)
    if number == -1 and parts.reading.lexicons[parts.first].language in EAST_ASIAN:
        return None  # 2025年上季度: nothing tells which
    if number == -1:
        number = 4
    if number is None:
        return None
    if year is None:
        return nearest(parts, lambda that: calendar.quarter(that, number), lean=_LEAN)
    interval = _of_persian_year(
        parts, _counted_year(parts, year, relative=relative), 3 * number - 2, 3 * number
    ) or calendar.quarter(year, number)
    return None if interval is None else (interval, relative)


def _of_persian_year(parts: Parts, year: int, first: int, last: int) -> Interval | None:
    """Months of the year where the text counts years by the Persian calendar."""
    if year not in calendar.PERSIAN_YEARS or not _counts_persian(parts):
        return None
    return calendar.persian_months(year, first, last, Precision.RANGE)


def _counted_year(parts: Parts, year: int, *, relative: bool) -> int:
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


def half(parts: Parts) -> Found | None:
    """H2 2026, zweite Hälfte 2026, second half of May, first half of the 1990s."""
    if parts.letters[-1] == "h" and any(letter in parts.letters for letter in "OMScy"):
        return _half_behind(parts)
    number = parts.ordinal()
    number = 2 if number == -1 else number
    code = parts.items("G")
    if code and parts.reading.written(code[0]).islower():
        return None  # 1h 30
    if number not in {1, 2}:
        return None
    whole: Found | None
    if parts.months():
        whole = month(parts)
    elif "c" in parts.letters:
        whole = century(_behind_half(parts))
    elif any(letter in parts.letters for letter in "SCy"):
        whole = decade(_behind_half(parts))
    elif "K" in parts.letters or "O" in parts.letters or "z" in parts.letters:
        whole = _week_or_month(parts)
    else:
        year, relative = _year_or_short(parts)
        if year is None:
            return (
                None
                if _is_of_a_game(parts)
                else nearest(parts, lambda that: calendar.half(that, number), lean=_LEAN)
            )
        counted = _counted_year(parts, year, relative=relative)
        of_persian = _of_persian_year(parts, counted, 6 * number - 5, 6 * number)
        if of_persian is not None:
            return of_persian, relative
        interval = calendar.year(year)
        whole = None if interval is None else (interval, relative)
    return None if whole is None else (halved(whole[0], number), whole[1])


def _half_behind(parts: Parts) -> Found | None:
    """1990年代後半, 21世紀前半, 3月後半: the half stands behind its whole."""
    number = int(parts.term("h", "half_fixed") or 0)
    front = replace(parts, last=parts.last - 1)
    if "S" in parts.letters or "y" in parts.letters:
        whole = decade(front)
    else:
        whole = century(front) if "c" in parts.letters else month(front)
    return None if whole is None or number not in {1, 2} else (halved(whole[0], number), whole[1])


def _behind_half(parts: Parts) -> Parts:
    """What stands behind the word for half, where something does."""
    after = parts.items("H")[:1]
    return parts.within(after[0] + 1) if after and after[0] + 1 < parts.last else parts


def _is_of_a_game(parts: Parts) -> bool:
    """Whether the word for half says nothing of a year: "druhá polovina zápasu"."""
    told = any(parts.reading.term(item, "half_year") is not None for item in parts.items("Hh"))
    return not told and parts.reading.writes(parts.first, "half_year_word")


def _week_or_month(parts: Parts) -> Found | None:
    shift = parts.shift("z", "monthword")
    shift = parts.shift("L", "relative") if shift is None else shift
    if parts.reference is None or shift is None:
        return None
    if "K" in parts.letters:
        return from_reference(calendar.week(parts.reference + timedelta(weeks=shift)))
    that = calendar.shifted_month(parts.reference, shift)
    return from_reference(calendar.month(that.year, that.month))


def first_months(parts: Parts) -> Found | None:
    """The first nine months of 2018, за девять месяцев 2018 года, the last two quarters of the year."""
    bare = parts.letters.endswith("OoE") and parts.letters[0] in "io"
    if bare and parts.reading.lexicons[parts.first].language != "bg":
        return None  # "v 9 měsících v roce"
    limit = 4 if "Q" in parts.letters else 12
    counted = [
        value
        for item in parts.items("Dn")
        if (value := parts.reading.integer(item)) is not None and value in range(2, limit)
    ]
    ordinals = parts.integers("d")
    if len(parts.letters) == 3 and parts.letters.endswith("O") and not _ends_there(parts, counted):
        return None
    last = re.match(r"L[Dn]", parts.letters) is not None  # not "bu yılın ilk sekiz ayında"
    if not counted or (ordinals and ordinals[0] != 1) or (last and parts.term("L", "relative") != "-1"):
        return None
    if "A" in parts.letters and parts.term("A", "part") != "early":
        return None
    found, relative = parts.within(parts.first + last).year()
    if found is None:
        if parts.reference is None:
            return None
        found = parts.reference.year - (parts.reference.month < counted[0] * 12 // limit)
    found = _counted_year(parts, found, relative=relative)
    length = counted[0] * 12 // limit
    begin = 13 - length if last else 1
    interval = _of_persian_year(parts, found, begin, begin + length - 1)
    interval = interval or calendar.months(found, begin, begin + length - 1, Precision.RANGE)
    return None if interval is None else (interval, relative)


def months_code(parts: Parts) -> Found | None:
    """9M 2025, 9M25, 6M/25: the first months of the year, as accounts write them."""
    counted = parts.integers("D")[0]
    year, relative = _year_or_short(parts)
    if counted not in _REPORTED or year is None or not parts.reading.tight(parts.items("!")[0]):
        return None
    interval = calendar.months(year, 1, counted, Precision.RANGE)
    return None if interval is None else (interval, relative)


def _ends_there(parts: Parts, counted: Sequence[int]) -> bool:
    """Whether "the first nine months" can be those of the year though nothing says so."""
    following = parts.reading.dates[parts.last : parts.last + 1]
    return bool(counted) and (counted[0] in _REPORTED or not following or following[0] in ".,|")


def first_of_year(parts: Parts) -> Found | None:
    """前三季度, 前11个月: so many quarters or months from the beginning of the year."""
    numbers = parts.integers("Dn")
    if parts.reading.lexicons[parts.first].language not in EAST_ASIAN or not numbers:
        return None
    last = sum(numbers) * (3 if "Q" in parts.letters else 1)
    found, relative = parts.year()
    if found is None:
        if parts.reference is None:
            return None
        found = parts.reference.year - (last > parts.reference.month and not is_to_come(parts))
    interval = calendar.months(found, 1, last, Precision.RANGE) if 1 <= last <= 12 else None
    return None if interval is None else (interval, relative)


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


def _year_or_short(parts: Parts) -> tuple[int | None, bool]:
    """The year of a quarter or half; two digits after its number count ("Q3 18", "2H26")."""
    year, relative = parts.year()
    digits = parts.items("Du")
    if year is None and len(digits) > 1 and len(parts.reading.written(digits[-1])) == 2:
        return century_of(int(parts.reading.written(digits[-1]))), False
    return year, relative


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
