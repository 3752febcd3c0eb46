"""Whether four digits are a year: not an amount, a telephone number or the time of day."""

from __future__ import annotations

import re

from curator.extraction.dates.cited_laws import is_cited
from curator.extraction.dates.contexts import ends_range, has_context, is_number_of
from curator.extraction.readings import Reading

_MEASURES = frozenset("UTCKyYPSshXgQBcZ")
"""Letters of what a number before it counts or measures."""
_LAST_YEAR = 2100
_LAW = 4
"""Items behind a year within which a word makes it the number of a law: "2011. évi CXII. törvény"."""
_LIKELY_YEARS = range(1900, 2051)


def is_year(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase is a year: words of it, or four digits that count and name nothing else."""
    behind = range(last, min(last + _LAW, len(reading.nodes)))
    if any(reading.term(item, "law_after") is not None for item in behind):
        return False
    if is_cited(reading, first):
        return False
    if last - first > 1:
        return True
    if _is_amount(reading, first, last) or _is_among_digits(reading, first, last):
        return False
    number = reading.integer(first)
    if number is None:
        return False
    if _is_named_year(reading, first, last):
        return number <= _LAST_YEAR
    counts = _counts(reading, last)
    if has_context(reading, first):
        lower = counts and reading.text[reading.starts[last]].islower()
        round_one = number % (10 if ends_range(reading, first) else 100) == 0
        far = number not in _LIKELY_YEARS and not ends_range(reading, first)
        return number <= _LAST_YEAR and not (lower and (far or round_one))
    return number in _LIKELY_YEARS and not (counts and number % 100 == 0)


def _is_amount(reading: Reading, first: int, last: int) -> bool:
    """Whether signs, units or the time of day make an amount of the digits."""
    text, start, end = reading.text, reading.starts[first], reading.ends[last - 1]
    before = text[start - 1] if start else " "
    if _is_of_name(reading, first) or (before == "〔" and text[end : end + 1] == "〕"):
        return True
    if before in "$€£¥#№+/.,:" or text[end : end + 1] in {"%", "°", "/", "$", "€", "+"}:
        return True
    if text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit():
        return True  # "in 2024: 5 trends" is a year
    if (
        last < len(reading.amounts)
        and reading.amounts[last] in _MEASURES
        and reading.dates[last] not in "oEr&"
    ):
        return True
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        numbered = is_number_of(reading, first) or text[end + 1 : end + 4].isdigit()
        if numbered:
            return True  # loi n° 2015-990, invoice 2024-0098
    return _opens_amount(reading, last) or (
        last < len(reading.nodes) and reading.term(last, "time_zone") is not None
    )


def _is_of_name(reading: Reading, first: int) -> bool:
    """Whether a name goes before, of which the year is a part: "Agenda 2030", "Expo 2020"."""
    at = first - 1
    if at > 0 and reading.written(at) in "-–":
        at -= 1
    if at < 0:
        return False
    if reading.term(at, "numbered") is not None:
        return True
    if reading.term(at, "law") is not None:
        return True  # рейс № 2024
    return (
        at > 0 and reading.written(at)[0].isupper() and reading.term(at - 1, "planned_for") is not None
    )  # Plan Climat 2050


def _is_named_year(reading: Reading, first: int, last: int) -> bool:
    """Whether a word beside four digits makes them a year: "το 1821", "1848-ban", "1453'te"."""
    if first and reading.term(first - 1, "year_before") is not None:
        return True
    at = last + 1 if last < len(reading.nodes) and reading.written(last) == "-" else last
    return at < len(reading.nodes) and reading.term(at, "year_after") is not None


def _counts(reading: Reading, last: int) -> bool:
    """Whether a word follows that the lexicon does not know: what a number may count."""
    if last >= len(reading.nodes) or reading.amounts[last] != "x":
        return False
    node = reading.nodes[last]
    unknown = (node is None or node.terms.keys() == {"nation"}) and not reading.says(last, "verb_behind")
    return unknown and reading.text[reading.starts[last]].isalpha()


def _opens_amount(reading: Reading, last: int) -> bool:
    """Whether a range word, a number and a measure follow ("from 1500 to 3500 km")."""
    if (
        last + 1 < len(reading.starts)
        and "\n" in reading.text[reading.ends[last - 1] : reading.starts[last + 1]]
    ):
        return False
    letters = "".join(reading.amounts[last : last + 4])
    if re.match(r"[-r]N[sSg]?[-o]?[UCKyP]", letters) is None:
        return False
    second = reading.number(last + 1)
    return second is None or second > (reading.integer(last - 1) or 0)  # "from 15 in 2017 to 74 bn"


def _is_among_digits(reading: Reading, first: int, last: int) -> bool:
    """Whether other digits stand beside a year, as in a telephone number."""
    before = first > 0 and reading.nodes[first - 1] is None and reading.dates[first - 1] in "NDuY"
    after = last < len(reading.nodes) and reading.nodes[last] is None and reading.dates[last] in "NY"
    return before or after
