"""Streets, squares and bridges that are named after a day: "Straße des 17. Juni", "avenida 9 de Julio"."""

from __future__ import annotations

from curator.extraction.dates.grammar import Phrase
from curator.extraction.readings import Reading

_NAMING = frozenset({"day", "day_without_year", "month_alone", "year"})
"""Forms of dates that streets are named after; a bare year or month with what stands between."""
_QUOTES = "„“”«»\"'’ "
_DAYS = frozenset("DdnR")
_SINCE = 2000
"""From this year on, a day beside the word for a square is when something happens there."""


def names_a_street(reading: Reading, phrase: Phrase, first: int, last: int) -> bool:
    """Whether a word for a street makes its name of a date: before it, or behind, as languages put it."""
    if phrase.name not in _NAMING or _is_of_our_time(reading, phrase, first, last):
        return False
    at = _over_quotes(reading, first - 1)
    if reading.dates[first] == "M" and at >= 0:
        at = _over_day(reading, at)
    if at >= 0 and reading.term(at, "street") is not None:
        return True
    if last < len(reading.nodes) and reading.text[reading.starts[last]] == ".":
        last += 1  # Március 15. tér
    if last >= len(reading.nodes):
        return False
    if reading.term(last, "street_after") is not None:
        return True
    named = reading.text[reading.starts[last]].isupper() and last + 1 < len(reading.nodes)
    return named and reading.term(last + 1, "street_after") is not None  # 15 Temmuz Şehitler Köprüsü


def _is_of_our_time(reading: Reading, phrase: Phrase, first: int, last: int) -> bool:
    years = [reading.integer(item) for item in range(first, last) if reading.dates[item] == "Y"]
    if phrase.name == "year":
        return last - first == 1  # a year alone is one, but not "площадь 1905 года"
    return any(year is not None and year >= _SINCE for year in years)


def _over_day(reading: Reading, item: int) -> int:
    """The item before a day's number: "Via XX Settembre", "calle Dos de Mayo"."""
    at = item - 1 if reading.dates[item] == "o" and item else item
    return at - 1 if reading.dates[at] in _DAYS else item


def _over_quotes(reading: Reading, item: int) -> int:
    while item >= 0 and reading.text[reading.starts[item]] in _QUOTES:
        item -= 1
    return item
