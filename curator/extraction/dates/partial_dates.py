"""Parts of a longer time: "early 2026", "Ende des Jahres", "the third Friday of March"."""

from __future__ import annotations

from datetime import timedelta

from curator.domain.facts import Precision
from curator.extraction.dates import calendar, interval_parts
from curator.extraction.dates.absolute_dates import full_day, month
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.decade_dates import century, decade
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.quarter_dates import quarter, quarter_of
from curator.extraction.dates.relative_dates import period, shifted
from curator.extraction.dates.resolving import Found
from curator.extraction.dates.season_dates import holiday, season


def nth_weekday(parts: Parts) -> Found | None:
    """The third Friday of March 2018, the last Sunday in October, the first Monday of next month."""
    said = parts.term("Ww", "weekday") or parts.term("Ww", "weak_weekday")
    whole = _whole_after(parts, "Ww")
    number = parts.ordinal()
    if said is None or whole is None or number is None:
        return None
    interval = interval_parts.nth_weekday(whole[0], int(said), number)
    return None if interval is None else (interval, whole[1])


def nth_week(parts: Parts) -> Found | None:
    """The first week of March, the last week of next month, the second weekend in June."""
    begins = parts.letters[0] not in "dDL" and bool(parts.months())
    whole = _month_or_period(parts) if begins else _whole_after(parts, "Kk")
    number = parts.ordinal()
    if whole is None or number is None:
        return None
    if "k" in parts.letters:
        saturday = interval_parts.nth_weekday(whole[0], 5, number)
        return None if saturday is None else (calendar.weekend(saturday.low), whole[1])
    thursday = interval_parts.nth_weekday(whole[0], 3, number)  # as ISO 8601 counts weeks: most days within
    return None if thursday is None else (calendar.week(thursday.low), whole[1])


def nth_day(parts: Parts) -> Found | None:
    """The first day of March, the last day of the year."""
    whole = _whole_after(parts, "J")
    number = parts.ordinal()
    if whole is None or number is None:
        return None
    that = whole[0].high if number < 0 else whole[0].low + timedelta(days=number - 1)
    return calendar.single(that), whole[1]


def _whole_after(parts: Parts, noun: str) -> Found | None:
    """The month or year that stands after the weekday, week or day of it."""
    return _month_or_period(parts.within(parts.items(noun)[0] + 1))


def part_of(parts: Parts) -> Found | None:
    """Early 2026, mid-July, Ende des Jahres, late 1990s, 5月上旬: a third of the whole."""
    if parts.term("E", "era_year") is not None and not parts.years():
        return None  # 平成初期: of an era, not of this year
    name = parts.term("A", "part") or parts.term("VH", "period_word") or parts.term("B", "part_month")
    name = name or parts.term("P", "year_part") or parts.term("p", "month_part")
    name = name or _half_as_middle(parts)
    whole = _named_whole(parts) or whole_of(parts)
    if name is None or whole is None:
        return None
    if _is_loose(parts):
        return None
    if name == "rest":
        return _rest(parts, whole)
    return interval_parts.part(whole[0], name), whole[1]


def _half_as_middle(parts: Parts) -> str | None:
    """Dutch "half maart" is the middle of March, "een half jaar" half a year."""
    dutch = parts.letters[0] == "H" and parts.reading.lexicons[parts.first].language == "nl"
    article = parts.first > 0 and parts.reading.dates[parts.first - 1] == "a"
    return "mid" if dutch and not article else None


def _rest(parts: Parts, whole: Found) -> Found | None:
    """The days from the reference to the end of a time that it is in."""
    low, high = whole[0].low, whole[0].high
    if parts.reference is None or not low <= parts.reference < high:
        return None
    return Interval(parts.reference, high, Precision.RANGE), True


def _is_loose(parts: Parts) -> bool:
    """Whether a bare noun only follows the part, as in "early years": English would say "of the year"."""
    language = parts.reading.lexicons[parts.first].language
    if parts.letters[-1] in "AB" and parts.letters[0] in "'DuYnyL" and parts.letters[-2] in "SyC":
        return not parts.reading.writes(parts.first, "part_behind")
    if parts.letters[-1] in "AB" and parts.letters[-2:-1] == "c":
        return not parts.reading.writes(parts.first, "part_behind")
    if parts.letters[0] == "L" and parts.letters[-1] in "AB":
        return not parts.reading.writes(parts.first, "part_behind")
    if parts.letters[0] == "M" and parts.letters[-1] == "A":
        return not parts.reading.writes(parts.first, "part_behind") and len(parts.letters) > 2
    return len(parts.letters) == 2 and parts.letters[1] in "EOKCcQ" and language == "en"


def _named_whole(parts: Parts) -> Found | None:
    """The year of "Jahresende", the month of 月底: this one, if none is named."""
    if "P" in parts.letters and not parts.years() and not parts.items("LjE'"):
        return shifted(parts.reference, "E", 0) if parts.reference else None
    if "p" in parts.letters and not parts.months() and not parts.items("DL"):
        return shifted(parts.reference, "O", 0) if parts.reference else None
    return None


def whole_of(parts: Parts) -> Found | None:
    """The month, season, decade, quarter, week or year of a phrase that names a part of it."""
    letters = parts.letters
    if letters[0] == "L" and (letters[-1] == "p" or ("O" in letters and letters[-1] in "AB")):
        step = parts.shift("L", "relative") or 0
        return None if parts.reference is None else shifted(parts.reference, "O", step)
    if parts.months() or "O" in letters or ("p" in letters and "D" in letters):
        return _month_or_period(parts) or month(parts)
    if "c" in letters and not any(letter in letters for letter in "Sy"):
        return century(parts)
    if any(letter in letters for letter in "SCy") or ("E" in letters and parts.items("u")):
        return decade(parts)
    if "Z" in letters:
        return season(parts)
    if "Q" in letters or "q" in letters:
        return _quarter_of_part(parts)
    if "#" in letters:
        return holiday(parts)
    return _year(parts) or period(parts) or this_period(parts)


def _quarter_of_part(parts: Parts) -> Found | None:
    """The quarter that is named, or this one: "by the end of the quarter"."""
    if parts.reference is None or parts.items("dRnDLYEqj'"):
        return quarter(parts)
    return quarter_of(parts.reference)


def this_period(parts: Parts) -> Found | None:
    """The year, month or week of "the end of the year", where nothing else says which."""
    noun = next((letter for letter in parts.letters if letter in "EOK"), "")
    return shifted(parts.reference, noun, 0) if noun and parts.reference else None


def _month_or_period(parts: Parts) -> Found | None:
    if parts.months():
        return month(parts.within(parts.items("MmYjL'")[0]))
    if parts.integers("D") and parts.items("Op"):
        return month(parts)
    if parts.items("zjv"):
        return period(parts)
    if "O" in parts.letters:
        if parts.integers("D") and not parts.items("L"):
            return month(parts)
        noun = parts.items("O")[-1]
        from_ = parts.first + (parts.begin is None)  # "the last day of the month"
        beside = [item for item in parts.items("L") if from_ <= item and noun - 3 <= item <= noun + 1]
        if not beside and parts.first < noun:
            return this_period(parts.within(noun))
        return period(parts.within(min(noun, beside[-1]) if beside else noun))
    return _year(parts) or (this_period(parts) if "E" in parts.letters else None)


def _year(parts: Parts) -> Found | None:
    found, relative = parts.year()
    if found is None:
        return None
    persian = found in calendar.PERSIAN_YEARS and parts.reading.lexicons[parts.first].language == "fa"
    interval = calendar.persian_year(found) if persian else calendar.year(found)
    return None if interval is None else (interval, relative)


def week_of(parts: Parts) -> Found | None:
    """The week of 3 May, the week ending 5 May, the weekend of 5 May."""
    found = full_day(parts)
    if found is not None and "k" in parts.letters:
        return calendar.weekend(found[0].low), found[1]
    return None if found is None else (calendar.week(found[0].low), found[1])
