"""Dates: finding their phrases, their bounds ("by", "since"), and ranges of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from curator.domain.facts import Approximation, Fact, FactKind, Precision
from curator.extraction.date_grammar import PATTERN, Phrase, phrase_of
from curator.extraction.date_parts import Parts
from curator.extraction.qualifiers import status
from curator.extraction.readings import Reading

_STRETCH = re.compile(r"[^x|()]+")
_ALONE = frozenset("FYMWTjzvy#@")
_FILLERS = frozenset("oaEJ")
_REACH = 3
_UNITS = frozenset("UTCKyYPSshXgQBcZ")
_NOT_AFTER = frozenset("xN")
_ALSO_WORDS = frozenset(
    "May March MAY MARCH Mars Mai Mart Ocak Ekim Listopad August Augusta June April".split()
)
_INFLECTED = frozenset({"fi", "hu", "tr", "sl", "et", "eu", "lv", "lt", "ka"})
"""Languages whose months stand in a case instead of with a preposition."""
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_RANGES = frozenset({"years", "years_short", "days_of_month", "days_of_months", "months"})
_LIKELY_YEARS = range(1900, 2051)


def find_dates(reading: Reading, reference: date | None) -> list[Fact]:
    """The facts of every date phrase in a reading, in order."""
    found: list[tuple[Fact, int, int]] = []
    for match in _matches("".join(reading.dates)):
        phrase = phrase_of(match)
        first, last = match.span()
        if not _is_whole(reading, phrase, first, last):
            continue
        fact = _fact(reading, phrase, first, last, reference)
        if fact is not None:
            found.append((_to_come(reading, fact, first, reference), first, last))
    return _joined(reading, found)


def _matches(letters: str) -> Iterator[re.Match[str]]:
    """The phrases in the stretches that have anything to do with dates."""
    for stretch in _STRETCH.finditer(letters):
        if stretch.end() - stretch.start() > 1 or stretch.group() in _ALONE:
            yield from PATTERN.finditer(letters, stretch.start(), stretch.end())


def _fact(reading: Reading, phrase: Phrase, first: int, last: int, reference: date | None) -> Fact | None:
    result = phrase.build(Parts(reading, first, last, reference))
    if result is None:
        return None
    interval, relative = result
    confidence = phrase.confidence - (0.1 if relative else 0.0)
    while reading.dates[first] in "o,":
        first += 1
    last_item = last - 1
    while last_item > first and reading.dates[last_item] in ".,":
        last_item -= 1
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
    return _bounded(reading, fact, first, last_item)


def _to_come(reading: Reading, fact: Fact, first: int, reference: date | None) -> Fact:
    """The fact with a bare weekday that is a bound ("by Friday") moved to the coming one."""
    bound = fact.approximation is Approximation.BY and fact.rule == "date.relative_weekday"
    if bound and reading.dates[first] == "W" and isinstance(fact.high, date) and reference is not None:
        return replace(fact, high=fact.high + timedelta(days=7 if fact.high < reference else 0))
    return fact


def _bounded(reading: Reading, fact: Fact, first: int, last: int) -> Fact:
    """The fact with an open end where the words around it make it a bound."""
    bound = None if fact.rule.split(".")[1] in _RANGES else _bound(reading, first, last)
    if bound is None or not isinstance(fact.low, date) or not isinstance(fact.high, date):
        return fact
    if bound is Approximation.BY:
        return replace(fact, approximation=bound, low=None)
    if bound is Approximation.BEFORE:
        return replace(fact, approximation=bound, low=None, high=fact.low - timedelta(days=1))
    if bound is Approximation.SINCE:
        return replace(fact, approximation=bound, high=None)
    return replace(fact, approximation=bound)


def _bound(reading: Reading, first: int, last: int) -> Approximation | None:
    for at in (last, last + 1) if reading.dates[last] == "A" else (last + 1,):
        if at < len(reading.nodes) and (said := reading.term(at, "bound_after")) is not None:
            return Approximation(said)
    at = first - 1
    for _ in range(_REACH):
        if at < 0:
            return None
        said = reading.term(at, "bound")
        if said is not None:
            return Approximation(said)
        about = reading.term(at, "approx")
        if about == "about" and reading.term(at, "date_filler") is None:
            return Approximation.ABOUT
        if reading.dates[at] not in _FILLERS:
            return None
        at -= 1
    return None


def _is_whole(reading: Reading, phrase: Phrase, first: int, last: int) -> bool:
    """Whether a weak phrase (a bare year, month or weekday) is a date, not part of something else."""
    if phrase.name == "year":
        return _is_year(reading, first, last)
    if phrase.name == "month_alone":
        return _is_month(reading, first, last)
    if phrase.name == "relative_weekday" and first > 0:
        return reading.term(first - 1, "recurring") is None
    if phrase.name == "month_slash_year":
        return reading.written(first) != "0" and not _touches(reading, first, last)
    if phrase.name in {"numeric", "iso", "years_short"}:
        return not _touches(reading, first, last)
    return True


def _is_month(reading: Reading, first: int, last: int) -> bool:
    """Whether a month's name alone, or a number with the word for month, is a date."""
    if last - first > 1:
        return reading.lexicons[first].language in _EAST_ASIAN
    if _has_context(reading, first):
        return True
    written = reading.written(first)
    return written not in _ALSO_WORDS and (
        written[0].isupper() or reading.lexicons[first].language in _INFLECTED
    )


def _touches(reading: Reading, first: int, last: int) -> bool:
    """Whether digits or joining signs touch the phrase, as in "24/7/365-2" or a version number."""
    text, start, end = reading.text, reading.starts[first], reading.ends[last - 1]
    before = text[start - 1] if start else " "
    after = text[end : end + 2]
    return before in "/-.:+#_" and before != "." or (after[:1] in "/-:_" and after[1:].isalnum())


def _is_year(reading: Reading, first: int, last: int) -> bool:
    if last - first > 1:
        return True
    text, start, end = reading.text, reading.starts[first], reading.ends[last - 1]
    before = text[start - 1] if start else " "
    if before in "$€£¥#№+/.,:" or text[end : end + 1] in {"%", "°", "/", ":", "$", "€", "+"}:
        return False
    if last < len(reading.amounts) and reading.amounts[last] in _UNITS and reading.dates[last] not in "oEr&":
        return False
    if _has_context(reading, first):
        return int(reading.text[start:end]) <= 2100
    number = int(reading.text[start:end])
    if number not in _LIKELY_YEARS:
        return False
    unknown_word_follows = (
        last < len(reading.nodes) and reading.amounts[last] == "x" and reading.nodes[last] is None
    )
    follows_word = unknown_word_follows and reading.text[reading.starts[last]].isalpha()
    return not (follows_word and number % 100 == 0)


def _has_context(reading: Reading, first: int) -> bool:
    """Whether the item before is a preposition, bound or part that leads to dates."""
    if first == 0:
        return False
    node = reading.nodes[first - 1]
    if node is None:
        return False
    terms = node.terms
    return any(
        kind in terms
        for kind in ("date_filler", "bound", "part", "period_word", "from", "between", "year_noun")
    )


def _joined(reading: Reading, found: list[tuple[Fact, int, int]]) -> list[Fact]:
    """The facts with two that a range word joins made one."""
    result: list[tuple[Fact, int, int]] = []
    for fact, first, last in found:
        before = result[-1] if result else None
        if before is not None and _are_range(reading, before, (fact, first, last)):
            low = before[0].low
            high = fact.high if fact.high is not None else fact.low
            joined = replace(
                before[0],
                end=fact.end,
                quote=reading.text[before[0].start : fact.end],
                low=low,
                high=high,
                precision=Precision.RANGE,
                approximation=Approximation.EXACT,
                rule="date.range",
                confidence=min(before[0].confidence, fact.confidence),
            )
            result[-1] = (joined, before[1], last)
        else:
            result.append((fact, first, last))
    return [fact for fact, _, _ in result]


def _are_range(reading: Reading, one: tuple[Fact, int, int], other: tuple[Fact, int, int]) -> bool:
    between = range(one[2], other[1])
    if not 1 <= len(between) <= 3:
        return False
    letters = "".join(reading.dates[item] for item in between).strip("o")
    opened = one[1] > 0 and any(
        reading.term(at, kind) is not None
        for at in range(max(0, one[1] - 2), one[1])
        for kind in ("between", "from")
    )
    joins = letters in {"-", "r"} and len(letters) == 1
    if letters == "&":
        joins = opened
    low, high = one[0].low, other[0].high or other[0].low
    if not (joins and isinstance(low, date) and isinstance(high, date)):
        return False
    return low < high
