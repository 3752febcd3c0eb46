"""Whether a phrase that looks like a date is one: not a count, a name, or the number of a law."""

from __future__ import annotations

import re
from collections.abc import Callable

from curator.extraction.dates.contexts import is_line
from curator.extraction.dates.digit_checks import (
    are_slashed,
    are_years,
    is_dotted,
    is_month_of_year,
    is_short_year,
    is_slashed,
    is_untouched,
    stands_free,
)
from curator.extraction.dates.grammar import Phrase
from curator.extraction.dates.month_checks import is_month, is_nameless
from curator.extraction.dates.street_names import names_a_street
from curator.extraction.dates.year_checks import is_year
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.readings import Reading

_NOTHING = frozenset("x|()")
_OF_A_YEAR = frozenset("期年기")
_FISCAL = re.compile(r"[-/–]\d\d(?!\d)")
_LONGEST_CODE = 3


def is_whole(reading: Reading, phrase: Phrase, first: int, last: int) -> bool:
    """Whether a weak phrase (a bare year, month or weekday) is a date, not part of something else."""
    check = _CHECKS.get(phrase.name)
    return (check is None or check(reading, first, last)) and not names_a_street(reading, phrase, first, last)


def _is_single_weekday(reading: Reading, first: int, last: int) -> bool:
    if first == 0 or last <= first:
        return True
    counted = reading.amounts[first - 1] in "Nn" and reading.term(first, "unit") is not None
    return reading.term(first - 1, "recurring") is None and not counted


def _is_spoken_year(reading: Reading, first: int, last: int) -> bool:
    """Whether "nineteen eighty-four" is a year: in English, after "in" or alone, before no noun."""
    if reading.lexicons[first].language != "en":
        return False
    free = last >= len(reading.nodes) or not reading.text[reading.starts[last]].isalnum()
    led = first > 0 and reading.term(first - 1, "date_filler") is not None
    return is_line(reading, first, last) or (free and led)


def _is_half(reading: Reading, first: int, last: int) -> bool:
    """Whether a half alone is one of a year (上半年), not of a game (前半) or of something else."""
    after = last + (last < len(reading.nodes) and reading.written(last) == "-")
    if after < len(reading.nodes) and reading.term(after, "unit") in {"hour", "minute"}:
        return False  # the second half hour
    if reading.dates[last - 1] == "Y" and _FISCAL.match(reading.text, reading.ends[last - 1]):
        return False  # the first half of 2026-27
    if last - first > 1 or reading.dates[first] != "h":
        return True
    if reading.lexicons[first].language in EAST_ASIAN:
        return reading.written(first)[-1] in _OF_A_YEAR
    around = reading.dates[max(0, first - 1) : first] + reading.dates[last : last + 1]
    return any(letter not in _NOTHING for letter in around)


def _is_week(reading: Reading, first: int, last: int) -> bool:
    language = reading.lexicons[first].language
    if (
        "Y" in reading.dates[first:last]
        or reading.writes(first, "numbered_weeks")
        or is_line(reading, first, last)
    ):
        return True
    return language != "en" and first > 0 and reading.dates[first - 1] in "oi"  # en semaine 46


def _is_season(reading: Reading, first: int, _last: int) -> bool:
    """Whether a bare season may be a time: "i somras", "im Herbst", осенью, or after a bound."""
    if reading.term(first, "season_told") is not None or reading.term(first, "bound_after") is not None:
        return True
    if reading.writes(first, "months_in_cases") or reading.writes(first, "seasons_in_cases"):
        return True
    return first > 0 and (reading.dates[first - 1] in "oia" or reading.term(first - 1, "bound") is not None)


def _is_decade(reading: Reading, first: int, last: int) -> bool:
    if first and reading.says(first - 1, "possessive"):
        return False  # a man in his 30s
    if first and reading.dates[first] != "Y" and reading.amounts[first - 1] == "-" and reading.tight(first):
        return False  # the under-30s
    return not _is_zone(reading, first, last)


def _is_century(reading: Reading, first: int, last: int) -> bool:
    """Whether a century is no name ("20th Century Fox"), and no article of a law ("ст. 12")."""
    if reading.written(first)[-1] == "." and reading.dates[last - 1] == "D":
        return False
    capital = reading.text[reading.starts[last - 1]].isupper() and reading.lexicons[last - 1].language == "en"
    named = last < len(reading.nodes) and reading.text[reading.starts[last]].isupper()
    return not (capital and named)


def _is_zone(reading: Reading, first: int, last: int) -> bool:
    """Whether "80er" opens a word with a hyphen, as "80er-Zone"."""
    if reading.lexicons[first].language != "de" or reading.dates[first] == "Y":
        return False
    end = reading.ends[last - 1]
    return reading.text[end : end + 1] == "-"


def _is_holiday(reading: Reading, first: int, last: int) -> bool:
    """Whether the name of a holiday is no surname ("Karácsony Gergely"), which Hungarian puts first."""
    if last - first > 1 or reading.lexicons[first].language != "hu" or last >= len(reading.nodes):
        return True
    return not (reading.written(first)[0].isupper() and reading.written(last)[0].isupper())


def _is_plain_word(reading: Reading, first: int, last: int) -> bool:
    """Whether a word for a day is no code before its number ("az MA 1234-es járat")."""
    code = reading.written(first).isupper() and last < len(reading.nodes) and reading.amounts[last] == "N"
    return not (code and len(reading.written(first)) <= _LONGEST_CODE)


_CHECKS: dict[str, Callable[[Reading, int, int], bool]] = {
    "year": is_year,
    "month_alone": is_month,
    "month_slash_year": is_month_of_year,
    "relative_weekday": _is_single_weekday,
    "numeric": is_untouched,
    "iso": is_untouched,
    "years_short": stands_free,
    "years": are_years,
    "dotted": is_dotted,
    "slashed": is_slashed,
    "relative_span": is_line,
    "week_number": _is_week,
    "spoken_year": _is_spoken_year,
    "slashed_days": are_slashed,
    "half": _is_half,
    "decade": _is_decade,
    "century": _is_century,
    "short_year": is_short_year,
    "season_alone": _is_season,
    "day_without_year": is_nameless,
    "holiday": _is_holiday,
    "relative_day": _is_plain_word,
}
