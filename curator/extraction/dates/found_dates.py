"""Dates: finding their phrases in a reading, and making facts of them."""

from __future__ import annotations

import re
from datetime import date

from curator.domain.facts import Fact, FactKind
from curator.extraction.dates.anchored_dates import from_anchor, with_day_number
from curator.extraction.dates.bounds import bounded, coming, onward
from curator.extraction.dates.calendar import single
from curator.extraction.dates.checks import is_whole
from curator.extraction.dates.day_lists import dated_weekdays, listed
from curator.extraction.dates.ended_spans import with_lengths
from curator.extraction.dates.grammar import Phrase
from curator.extraction.dates.parts import Parts
from curator.extraction.dates.phrases import phrases
from curator.extraction.dates.ranges import joined
from curator.extraction.dates.same_spans import with_same_spans
from curator.extraction.languages import EAST_ASIAN
from curator.extraction.qualifiers import status
from curator.extraction.readings import Reading

_COUNTING_MONTH = re.compile(r"m(?=[KOEJC])")
_COUNTED_WEEKDAY = re.compile(r"(?<=[Dun])W")
_YEAR = re.compile("Y")
_VIKRAM = 2051
"""The first year that, where Nepal's calendar is in use, is one of it: in ours, it would be to come."""
_WEEK_BEHIND = re.compile(r"(?<=W)K(?![Du])")
_LAST_OF_NOTHING = re.compile(r"(?<=[OMWY])L(?![EOKZMCQWckX])")


def find_dates(reading: Reading, reference: date | None) -> list[Fact]:
    """The facts of every date phrase in a reading, in order."""
    found: list[tuple[Fact, int, int]] = []
    _tell_apart(reading)
    for phrase, first, last in phrases(reading):
        if not is_whole(reading, phrase, first, last):
            continue
        fact = _fact(reading, phrase, first, last, reference)
        if fact is not None:
            fact = onward(reading, coming(reading, fact, first, reference), first, reference)
            found += listed(reading, (fact, first, last))
    found = with_lengths(reading, dated_weekdays(reading, found, reference))
    return with_same_spans(reading, joined(reading, found))


def _tell_apart(reading: Reading) -> None:
    """Change the letters of words that mean something else beside their neighbours."""
    for match in _COUNTED_WEEKDAY.finditer("".join(reading.dates)):
        if reading.term(match.start(), "month_noun") is not None:
            reading.dates[match.start()] = "O"  # "opt luni" are eight months in Romanian
    for match in _COUNTING_MONTH.finditer("".join(reading.dates)):
        if reading.term(match.start(), "number") is not None:
            reading.dates[match.start()] = "n"  # "há dez anos": ten, no December
    for match in _YEAR.finditer("".join(reading.dates)):
        if reading.writes(match.start(), "vikram_years") and (reading.integer(match.start()) or 0) >= _VIKRAM:
            reading.dates[match.start()] = "x"  # २०८१ साल is no year of ours, but parts of two
    for match in _WEEK_BEHIND.finditer("".join(reading.dates)):
        if reading.says(match.start(), "week_behind"):
            reading.dates[match.start()] = "v"  # "Friday week": a week after the next
    for match in _LAST_OF_NOTHING.finditer("".join(reading.dates)):
        if reading.lexicons[match.start()].language in EAST_ASIAN:
            reading.dates[match.start()] = "x"  # "6月上市": a verb begins, no period before this one


def _fact(reading: Reading, phrase: Phrase, first: int, last: int, reference: date | None) -> Fact | None:
    result = phrase.build(Parts(reading, first, last, reference))
    if result is None:
        return None
    interval, relative = result
    confidence = phrase.confidence - (0.1 if relative else 0.0)
    while reading.dates[first] in "o,":
        first += 1
    if phrase.name == "relative_weekday" and reading.dates[last - 1] == "W" and reference is not None:
        numbered = with_day_number(reading, last, interval.low.weekday(), reference)
        if numbered is not None:
            interval, last = single(numbered[0]), numbered[1]
    last_item = last - 1
    while last_item > first and reading.dates[last_item] in ".,":
        last_item -= 1
    anchored = from_anchor(reading, first, interval)
    if anchored is not None:
        interval, first = anchored
    start, end = reading.starts[first], reading.ends[last_item]
    rule = f"date.{phrase.name}"
    if relative and "relative" not in rule:
        rule += ".relative_year" if phrase.name != "relative" else ""
    fact = Fact(
        kind=FactKind.DATE,
        start=start,
        end=end,
        quote=reading.text[start:end],
        low=interval.low,
        high=interval.high,
        precision=interval.precision,
        status=status(reading, first, last_item),
        confidence=round(confidence, 2),
        rule=rule,
    )
    return fact if anchored is not None else bounded(reading, fact, first, last_item)
