"""Years by which a law is cited: "Law No. 45 of 2023", "Dz.U. z 2024 r.", "ДВ, бр. 45 от 2024 г.", BGBl."""

from __future__ import annotations

import re

from curator.extraction.dates.contexts import has_context
from curator.extraction.readings import Reading

_JOINS = frozenset("oiE")
_JOINING_KINDS = ("law_year", "from")
"""Letters and kinds of what stands between a law's number and its year."""
_MOST_JOINS = 2
_REACH = 5
"""Items between the name of a gazette and the year."""
_SHORT = 4
"""Letters of a word between them, at most: "I", "č.", "бр."."""
_NUMBER_WORDS = frozenset("no no. nos nos. nr nr. n n. č č. č. núm núm. num. № бр бр.".split())
_DATED_NUMBER = re.compile(r"/(?P<year>(?:19|20)\d\d)(?:-[A-Z]+)?, (?:de |del |d[oe] |d[’'])\Z")
_LONGEST = 16


def is_cited(reading: Reading, first: int) -> bool:
    """Whether a year that begins there is that of a law's number, or of an official gazette."""
    return (
        _has_number_before(reading, first)
        or (_has_number_behind(reading, first) and not has_context(reading, first))
        or _has_gazette_before(reading, first)
    )


def _has_number_behind(reading: Reading, first: int) -> bool:
    """Whether the number of a law goes on behind its year: "S.I. 2023 No. 114"."""
    at = first + 1
    if at + 1 >= len(reading.nodes) or reading.written(at).lower() not in _NUMBER_WORDS:
        return False
    behind = at + 1 + (reading.written(at + 1) == ".")
    return behind < len(reading.nodes) and reading.written(behind).isdecimal()


def year_of_number(reading: Reading, first: int) -> int | None:
    """The year in a law's number before its day: "Ley 39/2015, de 1 de octubre"."""
    start = reading.starts[first]
    match = _DATED_NUMBER.search(reading.text, max(0, start - _LONGEST), start)
    return None if match is None else int(match["year"])


def _has_number_before(reading: Reading, first: int) -> bool:
    """Whether a word for a number and the number itself stand before: "nr. 114 din", "رقم 45 لسنة"."""
    at = first - 1
    for _ in range(_MOST_JOINS):
        if at < 0 or not (
            reading.dates[at] in _JOINS or any(reading.term(at, kind) for kind in _JOINING_KINDS)
        ):
            break
        at -= 1
    if at < 1 or reading.amounts[at] != "N" or not reading.written(at).isdecimal():
        return False
    before = at - 1 - (reading.written(at - 1) == "." and at > 1)
    return reading.term(before, "law") is not None


def _has_gazette_before(reading: Reading, first: int) -> bool:
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if reading.term(at, "gazette") is not None:
            return True
        written = reading.written(at)
        if written.isalpha() and len(written) > _SHORT and reading.term(at, "law") is None:
            return False
    return False
