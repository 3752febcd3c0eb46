"""Decades and centuries as intervals: "1990s", "90. léta", "années 1990", "the 19th century"."""

from __future__ import annotations

import re

from curator.domain.facts import Precision
from curator.extraction.dates import calendar
from curator.extraction.dates.calendar import Interval
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.resolving import Found, from_reference, stated

_LAST_CENTURY = 29
_TWENTIES = 2020
_PLURALS = ("decades", "décennies", "décadas", "decenni", "jahrzehnte", "jahrzehnten", "decennia")
_TWO = re.compile(r"[^SC]*?[Du]\.?-?s?[-&r][Du]")
_POSSESSIVE = 2010
"""2020's is rather a year's."""
_LAST_HUNDREDS = 1800
_FIRST_SHORT = 30
"""Two digits of a decade from here on are of the last century."""


def centuries(parts: Parts) -> Found | None:
    """The 18th and 19th centuries, XVIII–XIX века: from the first day of one to the last of the other."""
    numbers = parts.integers("dDR")
    if len(numbers) != 2 or not 1 <= numbers[0] < numbers[1] <= _LAST_CENTURY:
        return None
    first, last = calendar.century(numbers[0]), calendar.century(numbers[1])
    return None if first is None or last is None else stated(Interval(first.low, last.high, Precision.RANGE))


def decade(parts: Parts) -> Found | None:
    """1990s, the '90s, 90. léta, années 1990, "last decade", 70. a 80. léta."""
    found = parts.years()
    if found and len(parts.items("YDu")) > 1:
        last = found[1] if len(found) > 1 else found[0] - found[0] % 100 + parts.integers("Du")[-1]
        grows = found[0] % 10 == 0 and last % 10 == 0 and found[0] < last
        return stated(calendar.years(found[0], last + 9)) if grows else None
    if found:
        return _of_year(parts, found[0])
    begun = _told_century(parts)
    if (named := parts.term("y", "decade_name")) is not None:
        first = _begin(int(named), parts) if begun is None else begun + int(named)
        return stated(calendar.decade(first))
    if "C" in parts.letters and not parts.items("Dun"):
        return _of_now(parts)
    if parts.letters[0] in "dDR" and "c" in parts.letters and len(parts.items("dDRu")) > 1:
        age, value = (parts.reading.integer(item) or 0 for item in parts.items("dDRu")[:2])
        if "S" in parts.letters and parts.letters.index("S") < parts.letters.index("c"):
            age, value = value, age  # 30-те години на ХХ век
        return stated(calendar.decade(100 * (age - 1) + value)) if value % 10 == 0 else None
    short = parts.integers("Du") or parts.integers("n")
    if not short or short[0] % 10 or not 10 <= short[0] <= 99:
        return None
    if begun is None:
        ages = [value + (1900 if value >= _FIRST_SHORT else 2000) for value in short[:2]]
    else:
        ages = [begun + value for value in short[:2]]
    if len(ages) > 1 and _TWO.match(parts.letters):
        grows = short[1] % 10 == 0 and ages[0] < ages[1]
        return stated(calendar.years(ages[0], ages[1] + 9)) if grows else None
    return stated(calendar.decade(ages[0]))


def _of_persian_year(first: int) -> Found | None:
    """The ten years of the Persian calendar: دهه ۱۳۵۰."""
    low, high = calendar.persian_year(first), calendar.persian_year(first + 9)
    if first % 10 or low is None or high is None:
        return stated(low)
    return stated(Interval(low.low, high.high, Precision.DECADE))


def _told_century(parts: Parts) -> int | None:
    """The year 00 of the century told beside a decade: 本世纪30年代, "the twenties of the last century"."""
    shift = parts.shift("L", "relative") if "c" in parts.letters else None
    if shift is None or parts.reference is None:
        return None
    return 100 * ((parts.reference.year - 1) // 100 + shift)


def _begin(two_digits: int, parts: Parts) -> int:
    """The first year of the thirties, of the nineties; the twenties are the last ones by the reference."""
    recent = parts.reference is None or parts.reference.year >= _TWENTIES
    return two_digits + (2000 if two_digits < (_FIRST_SHORT if recent else _TWENTIES % 100) else 1900)


def _of_year(parts: Parts, first: int) -> Found | None:
    """The decade that a year begins; the century of hundreds; the year where a noun only stands before it."""
    if first in calendar.PERSIAN_YEARS and parts.reading.lexicons[parts.first].language == "fa":
        return _of_persian_year(first)
    if "S" in parts.letters and (eras := parts.items("E")) and parts.reading.term(eras[0], "era_year"):
        return stated(calendar.decade(first))  # 昭和50年代
    if first % 100 == 0 and _is_century_of_hundreds(parts):
        return stated(calendar.century(first // 100 + 1))
    named = "C" in parts.letters and parts.reading.writes(parts.first, "decade_word")
    if first % 10 or (first >= _POSSESSIVE and "S" not in parts.letters and not named):
        return None if "S" in parts.letters else stated(calendar.year(first))
    return stated(calendar.decade(first))


def _of_now(parts: Parts) -> Found | None:
    """This, the next or the last decade; "over the past decade" tells how long, not those years."""
    shift = parts.shift("L", "relative") or 0
    words = [parts.reading.written(item) for item in parts.items("C")]
    if any(word.casefold().endswith(_PLURALS) for word in words):
        return None  # in the coming decades
    if parts.reference is None or (shift == -1 and _is_told_of(parts)):
        return None
    return from_reference(calendar.decade(parts.reference.year // 10 * 10 + 10 * shift))


def _is_told_of(parts: Parts) -> bool:
    """Whether a word that leads to times stands before a phrase."""
    at = parts.first - 1
    return at >= 0 and parts.reading.nodes[at] is not None


def _is_century_of_hundreds(parts: Parts) -> bool:
    """Whether the language calls a century by its hundreds: "1200-talet" is the 13th."""
    if "S" in parts.letters and parts.years()[0] <= _LAST_HUNDREDS:
        return True
    return "S" in parts.letters and parts.reading.writes(parts.first, "century_by_hundreds")


def century(parts: Parts) -> Found | None:
    """The 21st century, XIX век."""
    if "L" in parts.letters:
        if parts.reference is None:
            return None
        age = (parts.reference.year + 99) // 100
        return from_reference(calendar.century(age + (parts.shift("L", "relative") or 0)))
    number = parts.ordinal()
    if parts.items("d") and parts.day() is not None:
        number = parts.day()
    return stated(calendar.century(number)) if number is not None and 11 <= number <= 29 else None
