"""Whether a number with a unit is a quantity: not a time of day, an article, an ordinal, another word."""

from __future__ import annotations

import re

from curator.extraction.amounts.clock_times import is_time_of_day_or_date
from curator.extraction.amounts.grammar import Measured
from curator.extraction.dates.contexts import is_number_of
from curator.extraction.readings import Reading

TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_PER = frozenset("-CKyYcPUNSsg")
"""Letters before "a barrel" where it means each barrel."""
_ALSO_WORDS = frozenset({"度", "节", "節", "分", "平", "周"})
"""百度 is a company, 五一节 a holiday: these count as units after digits only."""
_PLURALS = frozenset({"people", "children", "women", "men", "youth", "staff", "more", "new", "other"})
_RACES = frozenset({"hurdles", "less", "across", "class"})
_OF_A_DAY = frozenset({"hour", "minute"})
_DEGREES = frozenset({"C", "F"})
_WEATHER = re.compile(
    r"temperature|degree|°|\bheat|\bhot|\bwarm|\bcold|\bcool|weather|freez|fever", re.IGNORECASE
)
_NEAR = 80
_MINUS = (" -", " −", " –")
_ALSO_VERBS = frozenset({"ha", "has"})
_OF_AREA = frozenset({"de", "di", "del", "della", "dei", "y", "e", "en", "in"})
_ELIDED = frozenset({"l", "d", "m", "t", "s"})
_APOSTROPHES = frozenset({"'", "’"})
_ABBREVIATED = re.compile(r"\.[^\W\d_]")
_BARE_SYMBOLS = frozenset({"W", "V", "A", "J", "F", "K", "C"})


def is_other(reading: Reading, found: Measured, unit: str) -> bool:
    """Whether the words only look like a quantity: a clock time, an article, a year, a bare letter."""
    written = reading.written(found.measure)
    if found.first > 0 and reading.term(found.first - 1, "ordinal_before") is not None:
        return True
    if (
        found.spelled
        and found.value == 1
        and (found.letter == "T" or reading.says(found.measure, "also_words"))
    ):
        return True  # "un paramètre", "un nœud"
    if unit in _OF_A_DAY and found.value is not None and 0 < found.value < 1:
        return False  # half an hour
    if unit in TIMES and is_time_of_day_or_date(reading, found, unit):
        return True
    if reading.amounts[found.first] == "a" and found.last == found.measure <= found.first + 2:
        if reading.written(found.first)[0].isupper():
            return True  # a pint costs
        after_measure = found.first > 0 and reading.amounts[found.first - 1] in _PER
        each = unit in TIMES or found.letter == "T" or after_measure
        return each or written in _BARE_SYMBOLS
    if len(written) == 1 and written.isupper() and _is_part_of_code(reading, found):
        return True
    return _is_bare_letter(reading, found, written) or _is_other_sign(reading, found, written)


def _is_part_of_code(reading: Reading, found: Measured) -> bool:
    """Whether digits and a capital are a code or the number of a road: "T-90M", "5W-30", "quốc lộ 1A"."""
    if not reading.tight(found.measure) or reading.amounts[found.first : found.measure] != ["N"]:
        return False
    before = reading.text[max(0, reading.starts[found.first] - 2) : reading.starts[found.first]]
    after = reading.text[reading.ends[found.measure] :][:2]
    coded = (before[-1:] == "-" and before[:1].isalpha()) or (after[:1] == "-" and after[1:].isdigit())
    return coded or is_number_of(reading, found.first)


def _is_bare_letter(reading: Reading, found: Measured, written: str) -> bool:
    """Whether a letter that may be a unit is an elided article ("l'") or stands after a number word."""
    if written in _ELIDED and reading.text[reading.ends[found.measure] :][:1] in _APOSTROPHES:
        return True
    if found.spelled and written in _ALSO_WORDS:
        return True
    if len(written) == 1 and _ABBREVIATED.match(reading.text, reading.ends[found.measure]):
        return True  # "secties 1 t.e.m. 4"
    if reading.amounts[found.measure - 1] == "-" and _is_ending(reading, found.measure, written):
        return True  # в 1-м квартале, "a 112-t"
    return written in _BARE_SYMBOLS and not reading.tight(found.measure) and found.spelled


def _is_ending(reading: Reading, item: int, written: str) -> bool:
    """Whether what stands after a number and a hyphen is its case ending."""
    if reading.term(item, "ordinal_mark") is not None:
        return True
    return len(written) == 1 and reading.writes(item, "numeral_endings")


def _is_other_sign(reading: Reading, found: Measured, written: str) -> bool:
    if found.letter == "X" and _is_million(reading, found.measure):
        return True
    if written in _DEGREES:
        return not _is_temperature(reading, found)
    if written in _ALSO_VERBS and reading.writes(found.measure, "ha_is_has"):
        return not _is_area(reading, found)
    return written == "°" and _is_ordinal_sign(reading, found)


def _is_temperature(reading: Reading, found: Measured) -> bool:
    """Whether "40C" is of heat: in English, digits that it touches, and a word of weather near it."""
    if not reading.tight(found.measure) or reading.lexicons[found.measure].language != "en":
        return False
    start, end = reading.starts[found.first], reading.ends[found.last]
    if reading.text[:start].endswith(_MINUS):
        return True
    return _WEATHER.search(reading.text, max(0, start - _NEAR), end + _NEAR) is not None


def _is_area(reading: Reading, found: Measured) -> bool:
    """Whether "ha" after a number is hectares: at an end or before "de", not after a year ("nel 2016 ha")."""
    if reading.dates[found.measure - 1] == "Y":
        return False
    after = found.measure + 1
    if after >= len(reading.nodes) or not reading.text[reading.starts[after]].isalnum():
        return True
    return reading.written(after) in _OF_AREA


def _is_million(reading: Reading, item: int) -> bool:
    """Whether "m" stands for million: in English before what is counted ("37.1m passengers")."""
    if item + 1 >= len(reading.nodes) or reading.lexicons[item].language != "en":
        return False
    word = reading.written(item + 1)
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and word not in _RACES)


def _is_ordinal_sign(reading: Reading, found: Measured) -> bool:
    """Whether "3°" is the third of something, as in Italian."""
    after = found.measure + 1
    if not reading.writes(found.measure, "ordinal_degree") or after >= len(reading.nodes):
        return False
    return reading.written(after).isalpha() and reading.amounts[after] == "x"
