"""Times of day and of the law: what only looks like so many hours, minutes or years."""

from __future__ import annotations

import re

from curator.extraction.amounts.grammar import Measured
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

_HOURS = 24
_PAPERS, _PAPER = frozenset({"Minutes", "Minutos"}), 20
"""A newspaper of France and of Spain."""
_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d\Z")
_MORNING, _AFTERNOON = 6, 13
_SIGN = "h"
"""The sign of hours, which stands for the time of day as often: "ve 14 h", "trvá 2 h"."""
_LASTING = 4
"""Items before the sign among which a word says that something lasts."""
_EACH = 3
"""Items within which "day" follows."""
_VERB = "verb"
_MEASURED = frozenset({"over", "under", "at_least", "up_to"})


def is_time_of_day_or_date(reading: Reading, found: Measured, unit: str) -> bool:
    """Whether a number with a unit of time is an hour of the day, a part of a law, a year, a newspaper."""
    if found.spelled and found.value is not None and found.value <= 1:
        half = reading.amounts[found.first] == "f"  # 半年, 半个小时
        return not (half and reading.lexicons[found.first].language in EAST_ASIAN)
    if unit == "hour" and _is_part_of_law(reading, found):
        return True
    if unit == "hour" and max(found.value or 0, found.high or 0) <= _HOURS:
        return _is_clock_time(reading, found)
    if unit == "hour" and reading.written(found.first)[0] == "0":
        return reading.written(found.first).isdecimal()  # 0800 hours
    if unit == "minute" and _is_behind_clock(reading, found):
        return True
    if unit == "minute" and reading.written(found.measure) in _PAPERS:
        return found.value == _PAPER
    return (
        unit == "year"
        and found.value is not None
        and 1000 <= found.value <= 2999
        and reading.written(found.first).isdecimal()
    )


def _is_part_of_law(reading: Reading, found: Measured) -> bool:
    """Whether "ч." is part of an article: "ст. 12 ч. 3"."""
    after = found.last + 1
    numbered = after < len(reading.amounts) and reading.amounts[after] == "N"
    before = found.first - 1
    if before > 0 and reading.written(before) == ".":
        before -= 1
    return numbered and before >= 0 and reading.says(before, "law_part")


def _is_clock_time(reading: Reading, found: Measured) -> bool:
    """Whether hours are of the day: after a word that says so, "20.15 uur", "de 8 a 17 horas"."""
    if reading.term(found.measure, "clock_unit") is not None and _MORNING <= (found.value or 0) < _HOURS:
        return True
    if found.first > 0 and reading.term(found.first - 1, "clock") is not None:
        return True
    if reading.written(found.measure) == _SIGN and not _lasts(reading, found):
        return True
    if found.first == 0:
        return False
    written = reading.written(found.first)
    if reading.writes(found.first, "dotted_clock") and _CLOCK.match(written):
        return True
    if _is_from_evening(reading, found):
        return True
    opened = reading.term(found.first - 1, "from") is not None
    return opened and found.low is not None and found.high is not None and found.high >= _AFTERNOON


def _lasts(reading: Reading, found: Measured) -> bool:
    """Whether "2 h" is how long something takes: behind words that say so, with decimals, before "a day"."""
    written, after = reading.written(found.first), found.last + 1
    if found.value is not None and found.value != int(found.value) and not _CLOCK.match(written):
        return True
    if _is_of_each_day(reading, after):
        return True
    for at in range(found.first - 1, max(-1, found.first - 1 - _LASTING), -1):
        said = reading.term(at, "lasting")
        if said == _VERB or (said is not None and _only_about(reading, at + 1, found.first)):
            return True
        if ends_sentence(reading, at) or reading.term(at, "clock") is not None:
            return False
        if reading.term(at, "approx") in _MEASURED:
            return True
    return False


def _is_of_each_day(reading: Reading, after: int) -> bool:
    """Whether what follows is "a day", "par jour", "diarias"."""
    if after < len(reading.nodes) and reading.term(after, "lasting_after") is not None:
        return True
    for item in range(after, min(after + _EACH, len(reading.nodes))):
        if not reading.written(item)[0].isalpha():
            return False
        if any(reading.term(item, kind) is not None for kind in ("day_noun", "week")):
            return True
    return False


def _only_about(reading: Reading, first: int, last: int) -> bool:
    """Whether nothing but words like "about" stand between a preposition and its hours."""
    return all(reading.term(item, "approx") is not None for item in range(first, last))


def _is_behind_clock(reading: Reading, found: Measured) -> bool:
    """Whether minutes go on a time of day: "в 17 ч 30 мин", "14 val. 30 min."."""
    hour, number = found.first - 1, found.first - 2
    if number < 0 or reading.amounts[number] != "N" or reading.term(hour, "unit") != "hour":
        return False
    value = reading.number(number)
    return _is_clock_time(reading, Measured(number, hour, value, None, None, hour, "U", spelled=False))


def _is_from_evening(reading: Reading, found: Measured) -> bool:
    """Whether hours go on to smaller ones, past midnight: "entre 22 heures et 5 heures"."""
    for first, link in ((found.first, found.last + 1), (found.first - 3, found.first - 1)):
        if first < 1 or link + 2 >= len(reading.nodes) or reading.amounts[first : first + 5] != list("NU&NU"):
            continue
        opened = reading.term(first - 1, "between") is not None
        units = reading.term(first + 1, "unit") == reading.term(first + 4, "unit")
        return opened and units and (reading.number(first) or 0) > (reading.number(first + 3) or 0)
    return False
