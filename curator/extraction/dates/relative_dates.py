"""Dates that count from the article's day: "yesterday", "next week", "this year", "year to date"."""

from __future__ import annotations

from datetime import date, timedelta

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.decade_dates import decade
from curator.extraction.dates.earlier_dates import before_that
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.quarter_dates import quarter, quarter_of
from curator.extraction.dates.resolving import Found
from curator.extraction.dates.tenses import tells_of_past
from curator.extraction.languages import EAST_ASIAN

_FARTHEST = 3000
_SATURDAY = 5


def dayword(parts: Parts) -> Found | None:
    """Today, yesterday, the day after tomorrow."""
    shift = parts.shift("T", "dayword")
    if parts.reference is None or shift is None or _counts_from(parts, shift):
        return None
    return calendar.single(parts.reference + timedelta(days=shift)), True


def _counts_from(parts: Parts, shift: int) -> bool:
    """Whether an Arabic dual counts from something else: "بعد أسبوعين من تأجيلها"."""
    after = parts.last
    return shift > 1 and after < len(parts.reading.nodes) and parts.reading.written(after) == "من"


def period(parts: Parts) -> Found | None:
    """Last week, next month, this year, next decade, last weekend, in the order of either language."""
    reference = parts.reference
    if reference is None:
        return None
    if (earlier := parts.term("jz", "earlier")) is not None:
        return before_that(parts, earlier)
    for letter, kind, step in (("j", "yearword", "E"), ("z", "monthword", "O"), ("v", "weekword", "K")):
        shift = parts.shift(letter, kind)
        if shift is not None:
            return shifted(reference, step, shift)
    shift = parts.shift("L", "relative")
    noun = next((letter for letter in parts.letters if letter in "KOEJkCQX"), "")
    east_asian = parts.reading.lexicons[parts.first].language in EAST_ASIAN
    if any(parts.reading.term(item, "plural") is not None for item in parts.items("KOELJ")):
        return None  # in the coming weeks
    if _is_plural_year(parts):
        return None
    if not noun or (east_asian and parts.letters[-1] == "L"):
        return None  # 三个月下跌: a verb begins there
    shift = shift or 0
    if noun == "k" and shift == 0 and reference.weekday() < _SATURDAY and tells_of_past(parts):
        shift = -1  # "waves hit the coast this weekend"
    if (
        noun == "k"
        and shift == 1
        and reference.weekday() < _SATURDAY
        and parts.term("L", "upcoming") is not None
    ):
        shift = 0  # "the coming weekend"
    if noun == "C":
        return decade(parts)
    return quarter(parts) if noun == "Q" else shifted(reference, noun, shift)


def _is_plural_year(parts: Parts) -> bool:
    """Whether the article makes "år" years: "de seneste år"."""
    reading, before = parts.reading, parts.first - 1
    years = [item for item in parts.items("E") if reading.written(item) == "år"]
    return bool(years) and before >= 0 and reading.written(before).casefold() == "de"


def shifted(reference: date, noun: str, by: int) -> Found | None:
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


def to_date(parts: Parts) -> Found | None:
    """Year to date, month-to-date, YTD: from its first day to the reference."""
    noun = parts.term("<", "to_date") or "E"
    if parts.reference is None:
        return None
    whole = quarter_of(parts.reference) if noun == "Q" else shifted(parts.reference, noun, 0)
    return None if whole is None else (Interval(whole[0].low, parts.reference, Precision.RANGE), True)
