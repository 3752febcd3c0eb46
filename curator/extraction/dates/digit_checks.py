"""Whether digits that look like a date are one: no fraction, decimal, file number or length."""

from __future__ import annotations

from curator.extraction.dates.contexts import has_context, is_line, is_number_of, touches
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

_MEASURES_AFTER = frozenset("UTCKyYPSshXgo")
_LENGTH_UNITS = frozenset("UCPT")
_LAST_DENOMINATOR = 10


def is_month_of_year(reading: Reading, first: int, last: int) -> bool:
    """Whether 05/2018 is a month of a year, not the number of a file."""
    month = reading.written(first)
    if "-" in reading.dates[first:last]:
        return month[0] == "0" and stands_free(reading, first, last)
    if last < len(reading.nodes) and reading.term(last, "law_after") is not None:
        return False
    sure = first == 0 or len(month) == 2 or has_context(reading, first)
    return sure and stands_free(reading, first, last)


def stands_free(reading: Reading, first: int, last: int) -> bool:
    """Whether no word for a law stands before digits, and no joining sign touches them."""
    return not is_number_of(reading, first) and not touches(reading, first, last)


def are_years(reading: Reading, first: int, last: int) -> bool:
    """Whether two years are no length: "от 1990 до 2010 км"."""
    letter = reading.amounts[last] if last < len(reading.amounts) else "x"
    measured = letter in _LENGTH_UNITS and reading.dates[last] == "x" and not reading.tight(last)
    return stands_free(reading, first, last) and not measured


def is_dotted(reading: Reading, first: int, last: int) -> bool:
    """Whether 10.6. is a day of a month, not a decimal."""
    if reading.dates[first] != "@" or last - first > 2 or has_context(reading, first):
        return True
    return reading.lexicons[first].language == "fi" and _ends_its_sentence(reading, first, last)


def _ends_its_sentence(reading: Reading, first: int, last: int) -> bool:
    """Whether a Finnish sentence ends with a day and month: "pidettiin 10.6.", no decimal."""
    before = reading.written(first - 1) if first else ""
    named = is_number_of(reading, first) or (first > 0 and reading.says(first - 1, "chapter"))
    return before.isalpha() and before.islower() and not named and ends_sentence(reading, last - 1)


def is_slashed(reading: Reading, first: int, last: int) -> bool:
    """Whether 3/14 is a day: after "on", a bound or a weekday, or alone in its line; not a fraction."""
    if not (reading.tight(last - 1) and reading.tight(last - 2)) or touches(reading, first, last):
        return False
    if last < len(reading.amounts) and reading.amounts[last] in _MEASURES_AFTER:
        return False
    if reading.dates[first] == "W" or is_line(reading, first, last):
        return True
    if first and (reading.term(first - 1, "day_noun") or reading.says(first - 1, "time_of_day")):
        return True  # ngày 5/3, tối 5/3
    if last < len(reading.nodes) and reading.text[reading.starts[last]].islower():
        return False  # the 9/11 attacks
    sure = max(reading.integer(first) or 0, reading.integer(last - 1) or 0) > _LAST_DENOMINATOR
    return sure and first > 0 and has_context(reading, first)


def are_slashed(reading: Reading, first: int, last: int) -> bool:
    """Whether 10/1 to 11/7 are days: after "from" or "between", or alone in their line."""
    slashes = [item for item in range(first, last) if reading.dates[item] == "/"]
    tight = all(reading.tight(item) and reading.tight(item + 1) for item in slashes)
    opened = first > 0 and any(
        reading.term(first - 1, kind) is not None for kind in ("from", "between", "day_noun")
    )
    return tight and not touches(reading, first, last) and (opened or is_line(reading, first, last))


def is_untouched(reading: Reading, first: int, last: int) -> bool:
    """Whether digits that look like a day are not the number of a document."""
    before = first - 1
    filed = first > 0 and (reading.says(before, "filed") or reading.term(before, "law") is not None)
    return not touches(reading, first, last) and not filed


def is_short_year(reading: Reading, first: int, last: int) -> bool:
    """Whether '98 is a year: after "in", or all that its line says."""
    return not touches(reading, first, last) and (
        reading.dates[first] in "oi" or is_line(reading, first, last)
    )
