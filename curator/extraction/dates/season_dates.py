"""Seasons and holidays as intervals: "summer 2018", "last winter", "Christmas", "Orthodox Easter"."""

from __future__ import annotations

from datetime import date, timedelta

from curator.extraction.dates import calendar, interval_parts, movable_feasts
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.moon_days import moon_day, moon_day_of_hijri
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.resolving import (
    Found,
    bound_before,
    by_shift,
    from_reference,
    nearest,
    nearest_of,
    stated,
)
from curator.extraction.dates.tenses import is_to_come, tells_of_past


def season(parts: Parts) -> Found | None:
    """Summer 2018, "last winter", "this spring"."""
    name = parts.term("Z", "season")
    if name is None:
        return None
    if "-" in parts.letters or "/" in parts.letters:
        return stated(calendar.season(name, parts.years()[0])) if name == "winter" else None
    found, relative = parts.year()
    if found is not None:
        interval = calendar.season(name, found)
        return None if interval is None else (interval, relative)
    if parts.reference is None:
        return None
    shift = parts.shift("L", "relative")
    told = parts.term("Z", "season_told")
    shift = int(told) if shift is None and told in {"-1", "1"} else shift
    candidates = [calendar.season(name, parts.reference.year + step) for step in (-2, -1, 0, 1, 2)]
    if shift is None and told is None and bound_before(parts) is None and parts.letters == "Z":
        return _coming(parts, [each for each in candidates if each], parts.reference)
    if shift is None:
        return _bounded(parts, [each for each in candidates if each], parts.reference)
    return by_shift([each for each in candidates if each is not None], parts.reference, shift)


def _coming(parts: Parts, candidates: list[Interval], reference: date) -> Found | None:
    """The next such season where the clause tells of what is to come: "opens in the autumn"."""
    if not is_to_come(parts):
        return None
    return from_reference(next(each for each in candidates if each.high >= reference))


def _bounded(parts: Parts, candidates: list[Interval], reference: date) -> Found | None:
    """The season that is meant where no word says which: a coming one after "by", after "since" one begun.

    What begins in a season, in languages that have one word for "since" and "from", is the nearest one.
    """
    bound = bound_before(parts)
    if bound == "by":
        return from_reference(next(each for each in candidates if each.high >= reference))
    either = _means_from_too(parts) and not tells_of_past(parts)
    if bound == "since" and not either:
        return from_reference([each for each in candidates if each.low <= reference][-1])
    if bound in {"since", "onward"} and is_to_come(parts):
        return from_reference(next(each for each in candidates if each.high >= reference))
    return nearest_of(parts, candidates)


def _means_from_too(parts: Parts) -> bool:
    """Whether the word for "since" means "from" as well: "od jeseni", "с осени"."""
    reading, at = parts.reading, parts.first
    if reading.term(at, "bound_after") is not None:
        return True
    while at > 0 and reading.dates[at - 1] in "oa" and reading.term(at, "bound") is None:
        at -= 1
    return any(reading.term(item, "from") is not None for item in range(max(0, at - 1), parts.first))


def holiday(parts: Parts) -> Found | None:
    """Christmas 2018, New Year's Eve: the fixed day of the year named, or the nearest one."""
    said = parts.term("#", "holiday")
    if said is None:
        return None
    found, relative = parts.year()
    if found is not None:
        hijri = said.startswith("moon:") and not relative
        interval = (moon_day_of_hijri(said[5:], found) if hijri else None) or holiday_day(said, found)
        return None if interval is None else (interval, relative)
    if parts.reference is None:
        return None
    shift = parts.shift("L", "relative")
    candidates = [holiday_day(said, parts.reference.year + step) for step in (-1, 0, 1, 2)]
    present = [each for each in candidates if each is not None]
    if shift is not None and shift != 0:
        return by_shift(present, parts.reference, shift)
    bound = bound_before(parts)
    if bound == "by":
        return from_reference(next((each for each in present if each.high >= parts.reference), None))
    return nearest(parts, lambda that: holiday_day(said, that), past=bound == "since")


def holiday_day(said: str, of_year: int) -> Interval | None:
    """The day of "12-25", "easter+1", "pascha-2" (Orthodox), "lunar+14", "moon:fitr" or "11-4-3+1".

    The last is the day after the fourth Thursday of November; -1 in place of 4 is the last Thursday.
    """
    if said.startswith("easter"):
        return calendar.single(movable_feasts.easter(of_year, int(said[6:] or 0)))
    if said.startswith("pascha"):
        return calendar.single(movable_feasts.pascha(of_year, int(said[6:] or 0)))
    if said.startswith("moon:"):
        return moon_day(said.removeprefix("moon:"), of_year)
    if said.startswith("lunar"):
        that = movable_feasts.lunar_new_year(of_year, int(said[5:] or 0))
        return None if that is None else calendar.single(that)
    said, _, after = said.partition("+")
    numbers = [int(piece) for piece in said.replace("--", "-m").split("-") if not piece.startswith("m")]
    if said.count("-") == 1:
        return calendar.day(of_year, numbers[0], numbers[1])
    of_month = calendar.month(of_year, numbers[0])
    which = -1 if "--" in said else numbers[1]
    found = None if of_month is None else interval_parts.nth_weekday(of_month, numbers[-1], which)
    return None if found is None else calendar.single(found.low + timedelta(days=int(after or 0)))
