"""Halves of years, months, decades and centuries: "H2 2026", "zweite Hälfte 2026", 上半年."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from curator.extraction.dates import calendar
from curator.extraction.dates.absolute_dates import month
from curator.extraction.dates.decade_dates import century, decade
from curator.extraction.dates.interval_parts import halved
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.quarter_dates import LEAN, counted_year, of_persian_year, year_or_short
from curator.extraction.dates.resolving import Found, from_reference, nearest


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
        year, relative = year_or_short(parts)
        if year is None:
            return (
                None
                if _is_of_a_game(parts)
                else nearest(parts, lambda that: calendar.half(that, number), lean=LEAN)
            )
        counted = counted_year(parts, year, relative=relative)
        of_persian = of_persian_year(parts, counted, 6 * number - 5, 6 * number)
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
