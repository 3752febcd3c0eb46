"""Years and months before the one that a sentence is about: "a year earlier", "mot 4,9 % måneden før"."""

from __future__ import annotations

from curator.extraction.dates import calendar
from curator.extraction.dates.parts import Parts, century_of
from curator.extraction.dates.resolving import Found
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

_FARTHEST = 60
"""Items before such words within which the sentence names what they count from."""
_YEARS = range(1900, 2100)
_TWO = 2


def before_that(parts: Parts, earlier: str) -> Found | None:
    """The year before the one that the sentence names last, else before this; the month before a named one.

    A month is found only where the sentence names another: what else it counts from, the day of an article
    does not tell.
    """
    reference = parts.reference
    if reference is None:
        return None
    year_, month_ = _named(parts, reference.year)
    if year_ is not None and year_ > reference.year:
        year_ = None  # what is planned is compared with today
    if earlier == "year":
        that = calendar.year((reference.year if year_ is None else year_) - 1)
        return None if that is None else (that, True)
    if month_ is None:
        return None
    if year_ is None:
        year_ = reference.year - (month_ > reference.month)
    found = calendar.month(*((year_ - 1, 12) if month_ == 1 else (year_, month_ - 1)))
    return None if found is None else (found, True)


def _named(parts: Parts, this_year: int) -> tuple[int | None, int | None]:
    """The last year and month that stand in the sentence before the words."""
    reading = parts.reading
    year_: int | None = None
    month_: int | None = None
    for item in range(parts.first - 1, max(-1, parts.first - 1 - _FARTHEST), -1):
        if ends_sentence(reading, item):
            break
        if year_ is None:
            year_ = _year(reading, item, this_year)
        if month_ is None:
            month_ = _month(reading, item)
    return year_, month_


def _month(reading: Reading, item: int) -> int | None:
    """The month of "October" or 10月."""
    if reading.dates[item] == "O" and item and reading.dates[item - 1] == "D":
        number = reading.integer(item - 1)
    else:
        said = reading.term(item, "month") if reading.dates[item] == "M" else None
        number = None if said is None else int(said)
    return number if number is not None and 1 <= number <= calendar.LAST_MONTH else None


def _year(reading: Reading, item: int, this_year: int) -> int | None:
    """The year that an item names: 2025, the 25 of "4T25" or "FY25", "last year"."""
    letter, number = reading.dates[item], reading.integer(item)
    if letter == "Y":
        return number if number in _YEARS else None
    if letter == "j" and reading.term(item, "earlier") is None:
        return this_year + int(reading.term(item, "yearword") or 0)
    if letter == "E" and item and reading.dates[item - 1] == "L":
        return this_year + int(reading.term(item - 1, "relative") or 0)
    two = letter in "Du" and len(reading.written(item)) == _TWO and number is not None
    coded = two and item > 0 and reading.dates[item - 1] in "fqGU!"
    return century_of(number) if coded and number is not None else None
