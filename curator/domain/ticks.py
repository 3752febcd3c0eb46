"""Ticks of a time axis: which days are marked, and which of them are named, at a given scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import floor

YEAR_DAYS = 365.2425
MONTH_DAYS = YEAR_DAYS / 12
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


class Grain(Enum):
    """What a tick begins."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a period: its day, what it begins, and whether it is named.

    `full` asks for the whole name ("3 Feb 2026"), for nothing else says the year.
    """

    day: date
    grain: Grain
    named: bool
    full: bool = False

    @property
    def position(self) -> float:
        """The day as an ordinal."""
        return float(self.day.toordinal())


def ticks(low: float, high: float, scale: float, name_pixels: float = 46.0) -> list[Tick]:
    """The ticks between two days, in order, at `scale` pixels a day.

    Names stand `name_pixels` apart or more; where no new year is in view the first name is full.
    """
    month = MONTH_DAYS * scale
    if scale >= name_pixels * 0.62:
        found = list(_days(low, high, 1, named=True))
    elif month >= name_pixels * 4:
        step = 7 if scale * 7 >= name_pixels else 14
        found = list(_days(low, high, step, named=True))
    elif month >= name_pixels:
        found = list(_months(low, high, 1, 1))
    elif month * 3 >= name_pixels:
        found = list(_months(low, high, 1, 3))
    elif month * 12 >= name_pixels:
        found = list(_months(low, high, 3, 12))
    else:
        need = name_pixels / (YEAR_DAYS * scale)
        step = next((step for step in _YEAR_STEPS if step >= need), _YEAR_STEPS[-1])
        found = list(_years(low, high, step))
    return _anchored([tick for tick in found if tick.position >= low])


def _anchored(found: list[Tick]) -> list[Tick]:
    if any(tick.named and tick.grain is Grain.YEAR for tick in found):
        return found
    for place, tick in enumerate(found):
        if tick.named:
            return [*found[:place], Tick(tick.day, tick.grain, named=True, full=True), *found[place + 1 :]]
    return found


def _bounds(low: float, high: float) -> tuple[date, date]:
    first = min(max(floor(low), date.min.toordinal()), date.max.toordinal())
    last = min(max(floor(high), first), date.max.toordinal())
    return date.fromordinal(first), date.fromordinal(last)


def _years(low: float, high: float, step: int) -> Iterator[Tick]:
    first, last = _bounds(low, high)
    year = first.year // step * step or step
    while year <= last.year:
        yield Tick(date(year, 1, 1), Grain.YEAR, named=True)
        year = (year // step + 1) * step


def _months(low: float, high: float, step: int, named: int) -> Iterator[Tick]:
    first, last = _bounds(low, high)
    count = first.year * 12 + (first.month - 1) // step * step
    while count <= last.year * 12 + last.month - 1:
        year, month = divmod(count, 12)
        yield Tick(date(year, month + 1, 1), _grain(month, named), named=month % named == 0)
        count += step


def _grain(month: int, named: int) -> Grain:
    if month == 0:
        return Grain.YEAR
    return Grain.QUARTER if month % 3 == 0 and named > 1 else Grain.MONTH


def _days(low: float, high: float, step: int, *, named: bool) -> Iterator[Tick]:
    """Single days; with a step, the days 1, 8, 15 and 22, or 1 and 15, of every month."""
    first, last = _bounds(low, high)
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.day == 1:
            yield Tick(day, Grain.YEAR if day.month == 1 else Grain.MONTH, named=named)
        elif (day.day - 1) % step == 0 and day.day <= 31 - step // 2:
            yield Tick(day, Grain.DAY, named=named)
        elif step > 1 and (day.day - 1) % (step // 7) == 0:
            yield Tick(day, Grain.DAY, named=False)
