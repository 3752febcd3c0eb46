"""Which year is meant where a date names none: by the reference day, and by what the clause tells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from curator.domain.facts import Precision, Status
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.tenses import has_happened, is_to_come, tells_of_past
from curator.extraction.languages import ROMANCE
from curator.extraction.qualifiers import status
from curator.extraction.readings import Reading

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
    return nearest(parts, lambda that: calendar.day(that, month_, day), lean=LEAN_DAY)


def nearest_month(parts: Parts, month_: int) -> Found | None:
    """The month in the year that is meant; news tells rather of the past."""
    return nearest(parts, lambda that: calendar.month(that, month_), lean=_LEAN)


def nearest_months(parts: Parts, first: int, last: int) -> Found | None:
    """The months from `first` to `last` in the year that is meant."""
    of_year: calendar.OfYear = lambda that: calendar.months(that, first, last, Precision.RANGE)  # noqa: E731
    return nearest(parts, of_year, lean=_LEAN)


_LEAN, LEAN_DAY, _LEAN_SINCE = 1.8, 1.4, 12.0
_LEAN_ONWARD = 0.6
"""What begins in a month ("ab Juli", "dès juillet") is rather to come."""
_LEAN_NEXT_YEAR = 3.0
"""Who leaves out the year means mostly this one."""
_LONG_AGO = 60
"""Days beyond which a day before the reference is not what a plan or a bound ("by 5 May") means."""
_NEARER, _BY = 3, 1.6
_SET_BEFORE = 5
"""Items before a date among which it is said that something is put off to it."""
_SET_BEHIND = 3
"""Items behind a date among which it is."""


def nearest(parts: Parts, of_year: calendar.OfYear, *, past: bool = False, lean: float = 1.0) -> Found | None:
    """The interval of last, this or next year that lies nearest to the reference day.

    In a clause that tells of plans, and after "by", rather a coming one; after "since", and with `past`, the
    latest that has begun. With a `lean` above 1 one to come must be so many times nearer than one gone by.
    """
    reference = parts.reference
    if reference is None:
        return None
    return nearest_of(parts, [of_year(reference.year + step) for step in (-1, 0, 1)], past=past, lean=lean)


def nearest_of(
    parts: Parts, candidates: Iterable[Interval | None], *, past: bool = False, lean: float = 1.0
) -> Found | None:
    """The one of these intervals, in order, that is meant (as `nearest`)."""
    reference = parts.reference
    present = [each for each in candidates if each is not None]
    if reference is None or not present:
        return None
    begun = [each for each in present if each.low <= reference]
    coming = [each for each in present if each.high >= reference]
    if begun and _ends_a_period(parts):
        return begun[-1], True
    if (told := _told_behind(parts)) is not None:
        return by_shift(present, reference, told)
    if coming and is_put_off(parts):
        return coming[0], True
    bound = bound_before(parts)
    if begun and bound == "since" and has_begun(parts):
        return begun[-1], True
    planned = status(parts.reading, parts.first, parts.last - 1) is Status.PLANNED or is_to_come(parts)
    if begun and coming and (planned or bound in {"by", "before"}):
        gone, away = (calendar.distance(each, reference) for each in (begun[-1], coming[0]))
        ahead = planned or away <= _BY * gone or not has_happened(parts)
        if (gone >= _LONG_AGO and ahead) or (planned and away <= _NEARER * gone):
            return coming[0], True
    if begun and past:
        return begun[-1], True
    if lean > 1 and not planned and bound is None and tells_of_past(parts):
        lean = _LEAN_SINCE
    if bound == "onward" and lean >= _LEAN:
        lean = _LEAN_SINCE if tells_of_past(parts) else _LEAN_ONWARD
    elif bound == "since" and lean >= _LEAN and present[0].precision is not Precision.RANGE:
        lean = _LEAN_SINCE
    return min(present, key=lambda each: _weighted(each, reference, lean)), True


def has_begun(parts: Parts) -> bool:
    """Whether the word before a date says that something has begun and goes on: "seit dem 1. Januar"."""
    reading, at = parts.reading, (parts.first if parts.begin is None else parts.begin) - 1
    while at > 0 and reading.dates[at] in "oEJ" and reading.term(at, "bound") is None:
        at -= 1
    return at >= 0 and reading.says(at, "since_begun")


def _told_behind(parts: Parts) -> int | None:
    """The step of a word behind the date: "il 5 agosto scorso", "le 5 août prochain"."""
    reading, at = parts.reading, parts.last
    if at >= len(reading.nodes) or reading.lexicons[parts.first].language not in ROMANCE:
        return None
    said = reading.term(at, "relative") if reading.dates[at] == "L" else None
    return int(said) if said in {"-1", "1"} else None


def is_put_off(parts: Parts) -> bool:
    """Whether something is set for the date: "rinviato al 15 settembre", "adjourned to 9 June"."""
    reading, at = parts.reading, parts.first - 1
    if is_set_behind(reading, parts.last):
        return True
    if at < 1 or (reading.dates[at] != "r" and reading.term(at, "set_for") is None):
        return False
    return any(
        reading.term(item, "appointed") is not None for item in range(max(0, at - _SET_BEFORE), at + 1)
    )


def is_set_behind(reading: Reading, last: int) -> bool:
    """Whether words behind a date say that something is put off to it; `last` is the item after its last."""
    behind = range(last, min(last + _SET_BEHIND, len(reading.nodes)))
    return any(reading.term(item, "appointed_after") is not None for item in behind)


def _ends_a_period(parts: Parts) -> bool:
    """Whether a day ends a time that is reported on ("in the six months to 30 September")."""
    reading, at = parts.reading, parts.first - 1
    while at > 0 and reading.dates[at] == "o":
        at -= 1
    joins = at > 0 and (reading.dates[at] == "r" or reading.term(at, "bound") == "by")
    return joins and reading.dates[at - 1] in "OEQ" and reading.lexicons[at].language == "en"


def _weighted(interval: Interval, reference: date, lean: float) -> float:
    away = calendar.distance(interval, reference)
    if interval.low <= reference:
        return away
    return away * (max(lean, _LEAN_NEXT_YEAR) if lean > 1 and interval.low.year > reference.year else lean)


def bound_before(parts: Parts) -> str | None:
    """The bound ("by", "since", "onward") that the words about a phrase make it."""
    reading = parts.reading
    for at in range(parts.last - 1, min(parts.last + 2, len(reading.nodes))):
        if at < parts.last and reading.dates[at] not in "AMWZ":
            continue
        if at >= parts.last and reading.dates[at] in "DMWY":
            break  # "Şubat'tan Mayıs'a kadar": the bound of the second
        if (after := reading.term(at, "bound_after")) is not None:
            return after if reading.term(at, "onward") is None else "onward"
    begin = parts.first if parts.begin is None else parts.begin
    for at in range(begin - 1, max(-1, begin - 3), -1):
        said = reading.term(at, "bound")
        joins = reading.dates[at] == "r" and reading.term(at, "date_filler") is None
        if said is not None and reading.term(at, "onward") is not None:
            return "onward"
        if said is not None or (joins and parts.begin is not None):
            return said or "by"  # to survive to the end of November
        if reading.dates[at] not in "oEJ":
            return None
    return None


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
