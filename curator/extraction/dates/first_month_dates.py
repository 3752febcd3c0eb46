"""The first or last months of a year: "the first nine months of 2018", 前三季度, 9M 2025."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.quarter_dates import counted_year, of_persian_year, year_or_short
from curator.extraction.dates.resolving import Found
from curator.extraction.dates.tenses import is_to_come
from curator.extraction.languages import EAST_ASIAN

_REPORTED = frozenset({3, 6, 9})
"""So many first months that companies report of."""


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
    found = counted_year(parts, found, relative=relative)
    length = counted[0] * 12 // limit
    begin = 13 - length if last else 1
    interval = of_persian_year(parts, found, begin, begin + length - 1)
    interval = interval or calendar.months(found, begin, begin + length - 1, Precision.RANGE)
    return None if interval is None else (interval, relative)


def months_code(parts: Parts) -> Found | None:
    """9M 2025, 9M25, 6M/25: the first months of the year, as accounts write them."""
    counted = parts.integers("D")[0]
    year, relative = year_or_short(parts)
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
