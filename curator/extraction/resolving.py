"""Which year is meant where a date names none: by the reference day, and by what the clause tells."""

from __future__ import annotations

from datetime import date

from curator.domain.facts import Status
from curator.extraction import calendar
from curator.extraction.calendar import Interval
from curator.extraction.date_parts import Parts
from curator.extraction.qualifiers import status

Found = tuple[Interval, bool]
"""An interval and whether it follows from the reference day."""


def stated(interval: Interval | None) -> Found | None:
    """A found interval that the words state."""
    return None if interval is None else (interval, False)


def from_reference(interval: Interval | None) -> Found | None:
    """A found interval that follows from the reference day."""
    return None if interval is None else (interval, True)


def nearest_day(parts: Parts, month_: int, day: int) -> Found | None:
    """The day of a month in the year that is meant."""
    return nearest(parts, lambda that: calendar.day(that, month_, day))


def nearest_month(parts: Parts, month_: int) -> Found | None:
    """The month in the year that is meant."""
    return nearest(parts, lambda that: calendar.month(that, month_))


def nearest(parts: Parts, of_year: calendar.OfYear, *, past: bool = False) -> Found | None:
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


def month_by_shift(reference: date | None, number: int, shift: int) -> Found | None:
    """Last March, next May."""
    if reference is None:
        return None
    candidates = [calendar.month(reference.year + step, number) for step in (-2, -1, 0, 1, 2)]
    return by_shift([each for each in candidates if each is not None], reference, shift)


def by_shift(candidates: list[Interval], reference: date, shift: int) -> Found | None:
    """The last, this or next of intervals a year apart: ended before, of this year, begins after."""
    if shift < 0:
        past = [each for each in candidates if each.high < reference]
        return (past[-1], True) if past else None
    if shift > 0:
        coming = [each for each in candidates if each.low > reference]
        return (coming[0], True) if coming else None
    same = [each for each in candidates if each.low.year == reference.year]
    return (same[0], True) if same else None
