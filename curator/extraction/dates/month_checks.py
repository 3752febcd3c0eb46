"""Whether the name of a month is one: no surname, name of a street, article of a law or other word."""

from __future__ import annotations

from curator.extraction.dates.contexts import has_context
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.readings import Reading

_UNCAPITALIZED = ("months_in_cases", "uncased_months", "lower_months")
"""Traits of languages whose months without a capital are rarely other words."""
_COUNTERS = frozenset("个個ヶか箇カヵケ개")
"""Signs that make a month a length of time (3个月)."""
_ABBREVIATED = 3


def is_month(reading: Reading, first: int, last: int) -> bool:
    """Whether a month's name alone, or a number with the word for month, is a date."""
    if last - first > 1:
        counted = reading.written(last - 1)[0] in _COUNTERS
        return reading.lexicons[first].language in EAST_ASIAN and not counted
    written = reading.written(first)
    if _is_surname(reading, first) or _is_clipped(written, reading.lexicons[first].language):
        return False
    if " " in written or has_context(reading, first):
        return True
    if written in reading.lexicons[first].said.get("also_names", ()):
        return False
    if reading.lexicons[first].language == "he":
        return written[0] in "בל" and len(written) > _ABBREVIATED  # "באפריל": in April
    if written[0].isupper() or reading.lexicons[first].language in EAST_ASIAN:
        return True
    return any(reading.writes(first, trait) for trait in _UNCAPITALIZED)


def _is_clipped(written: str, language: str) -> bool:
    """Whether a short form of a month is more often a word: "o set acabou", Finnish "elo"."""
    if language == "pt":
        return len(written) == _ABBREVIATED and written.islower()
    return language == "fi" and "kuu" not in written.casefold()  # months in "touko–kesäkuussa" only


def _is_surname(reading: Reading, first: int) -> bool:
    """Whether a month that is written in lower case stands with a capital behind a name: "Václav Srpen"."""
    if not (reading.writes(first, "lower_months") and reading.written(first)[0].isupper()):
        return False
    before = reading.written(first - 1) if first else ""
    return before.istitle() and before.isalpha() and reading.term(first - 1, "date_filler") is None


def is_nameless(reading: Reading, first: int, last: int) -> bool:
    """Whether a day without a year is no name of a street ("ul. 11 Listopada")."""
    if reading.dates[first] == "D" and _is_of_law(reading, first, last):
        return False
    if not reading.writes(first, "lower_months"):
        return True
    months = [reading.written(item) for item in range(first, last) if reading.dates[item] == "M"]
    return not any(word[0].isupper() and not word.isupper() for word in months)


def _is_of_law(reading: Reading, first: int, last: int) -> bool:
    """Whether an article of a law in capitals only looks like a day: "Art. 17 MAR"."""
    at = first - 1 - (first > 1 and reading.written(first - 1) == ".")
    return at >= 0 and reading.written(last - 1).isupper() and reading.says(at, "law_article")
