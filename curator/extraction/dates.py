"""Dates: finding their phrases, their bounds ("by", "since"), and ranges of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from curator.domain.facts import Approximation, Fact, FactKind, Precision
from curator.extraction.anchored_dates import from_anchor, with_day_number
from curator.extraction.calendar import single
from curator.extraction.date_checks import is_whole
from curator.extraction.date_grammar import DAY_OF_MONTH, MONTH_ALONE, PATTERN, Phrase, phrase_of
from curator.extraction.date_parts import EAST_ASIAN, Parts
from curator.extraction.qualifiers import status
from curator.extraction.readings import Reading

_STRETCH = re.compile(r"[^x|()]+")
_ALONE = frozenset("FYMWTjzvy#@PpZ")
_CORE = frozenset("FYMmWwTjzvy#@PpZKQHhEOJCLVABGqScRkXfUIu")
_FILLERS = frozenset("oaEJ")
_USUAL = 24
"""Letters of a stretch beyond which it is too rare to be remembered."""
_REACH = 3
_CENTURY = timedelta(days=36_500)
_PAIR = 8
"""Characters between the weekdays of a pair."""
_NOT_AFTER = frozenset("xN")
_RANGES = frozenset({"years", "years_short", "days_of_month", "days_of_months", "months"})


def find_dates(reading: Reading, reference: date | None) -> list[Fact]:
    """The facts of every date phrase in a reading, in order."""
    found: list[tuple[Fact, int, int]] = []
    for whole in _matches("".join(reading.dates)):
        for phrase, first, last in _phrases(reading, *whole):
            if not is_whole(reading, phrase, first, last):
                continue
            fact = _fact(reading, phrase, first, last, reference)
            if fact is not None:
                found.append((_to_come(reading, fact, first, reference), first, last))
    return _joined(reading, found)


def _phrases(reading: Reading, phrase: Phrase, first: int, last: int) -> list[tuple[Phrase, int, int]]:
    """The phrase with its items; April and July are two months, April and May one time."""
    east_asian = reading.lexicons[first].language in EAST_ASIAN
    if phrase.name == "relative_span" and east_asian and reading.dates[first:last] == ["L", "D", "J"]:
        return [(DAY_OF_MONTH, first, last)]
    if phrase.name != "months" or reading.dates[first + 1] != "&":
        return [(phrase, first, last)]
    months = Parts(reading, first, last, None).months()
    opened = (
        any(reading.term(first - 1, kind) is not None for kind in ("between", "from")) if first else False
    )
    if opened or len(months) < 2 or (months[1] - months[0]) % 12 == 1:
        return [(phrase, first, last)]
    second = next(item for item in range(first + 1, last) if reading.dates[item] == "M")
    return [(MONTH_ALONE, first, first + 1), (MONTH_ALONE, second, last)]


def _matches(letters: str) -> Iterator[tuple[Phrase, int, int]]:
    """The phrases in the stretches that have anything to do with dates, with their first and last items."""
    for stretch in _STRETCH.finditer(letters):
        found = stretch.group()
        if _CORE.isdisjoint(found) and not ("D" in found and ("s" in found or "/" in found)):
            continue  # nothing but small words and digits
        if len(found) > 1 or found in _ALONE:
            start = stretch.start()
            found_here = _phrases_of(found) if len(found) <= _USUAL else _phrases_of.__wrapped__(found)
            for phrase, first, last in found_here:
                yield phrase, start + first, start + last


@lru_cache(maxsize=1 << 13)
def _phrases_of(stretch: str) -> tuple[tuple[Phrase, int, int], ...]:
    """The phrases of one stretch; the same few dozen stretches make up most dates of the news."""
    return tuple((phrase_of(match), *match.span()) for match in PATTERN.finditer(stretch))


def _fact(reading: Reading, phrase: Phrase, first: int, last: int, reference: date | None) -> Fact | None:
    result = phrase.build(Parts(reading, first, last, reference))
    if result is None:
        return None
    interval, relative = result
    confidence = phrase.confidence - (0.1 if relative else 0.0)
    while reading.dates[first] in "o,":
        first += 1
    if phrase.name == "relative_weekday" and last - first == 1 and reference is not None:
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
    return fact if anchored is not None else _bounded(reading, fact, first, last_item)


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
    if bound is Approximation.SINCE and (
        fact.high - fact.low > _CENTURY or _is_compared(reading, fact, first)
    ):
        return fact  # "is from the 13th century", "up from a year earlier"
    if bound is Approximation.BY:
        return replace(fact, approximation=bound, low=None)
    if bound is Approximation.BEFORE and fact.rule.startswith("date.part") and _is_late(reading, first, last):
        return replace(fact, approximation=Approximation.BY, low=None)  # before the end of March
    if bound is Approximation.BEFORE:
        return replace(fact, approximation=bound, low=None, high=fact.low - timedelta(days=1))
    if bound is Approximation.SINCE:
        return replace(fact, approximation=bound, high=None)
    return replace(fact, approximation=bound)


def _is_compared(reading: Reading, fact: Fact, first: int) -> bool:
    """Whether a time counted from now is what something is compared with."""
    return fact.rule == "date.relative_counted" and first > 0 and reading.term(first - 1, "from") is not None


def _is_late(reading: Reading, first: int, last: int) -> bool:
    kinds = ("part", "part_month", "year_part", "month_part", "period_word")
    return any(reading.term(item, kind) == "late" for item in range(first, last + 1) for kind in kinds)


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
        if reading.dates[at] not in _FILLERS and about is None:
            return None
        at -= 1
    return None


def _joined(reading: Reading, found: list[tuple[Fact, int, int]]) -> list[Fact]:
    """The facts with two that a range word joins made one."""
    result: list[tuple[Fact, int, int]] = []
    for fact, first, last in found:
        before = result[-1] if result else None
        if before is not None and any(reading.dates[item] in "-r" for item in range(before[2], first)):
            fact = _weekday_after(before[0], fact)
        if before is not None and (both := _same_day(reading, before, (fact, first, last))) is not None:
            result[-1] = both
        elif before is not None and _are_range(reading, before, (fact, first, last)):
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


def _same_day(
    reading: Reading, one: tuple[Fact, int, int], other: tuple[Fact, int, int]
) -> tuple[Fact, int, int] | None:
    """One fact for "Christmas Eve, December 24" and "20 November, Monday", None if they are two."""
    (before, first, _), (after, _, last) = one, other
    between = reading.text[before.end : after.start].strip()
    if between not in {"", ",", "、", "("} or not (_is_one_day(before) and _is_one_day(after)):
        return None
    named = [fact for fact in (before, after) if fact.rule != "date.relative_weekday"]
    told = named[0] if named else before
    assert isinstance(before.low, date)
    assert isinstance(after.low, date)
    same = before.low == after.low if len(named) != 1 else before.low.weekday() == after.low.weekday()
    if not same or len(named) == 0:
        return None
    quote = reading.text[before.start : after.end]
    return replace(told, start=before.start, end=after.end, quote=quote), first, last


def _is_one_day(fact: Fact) -> bool:
    return fact.precision is Precision.DAY and fact.low is not None and fact.low == fact.high


def _weekday_after(before: Fact, fact: Fact) -> Fact:
    """The second weekday of a pair ("Monday to Friday") moved to the week after the first, if it must."""
    low = before.low
    both = before.rule == fact.rule == "date.relative_weekday"
    if not (
        both and fact.start - before.end < _PAIR and isinstance(low, date) and isinstance(fact.high, date)
    ):
        return fact
    if fact.high >= low or fact.low != fact.high:
        return fact
    later = fact.high + timedelta(days=7)
    return replace(fact, low=later, high=later)


def _day_after(that: object) -> date | None:
    return that + timedelta(days=1) if isinstance(that, date) else None


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
    if not joins and one[0].rule == other[0].rule == "date.relative_weekday" and len(between) == 1 and opened:
        return other[0].low == _day_after(one[0].low)  # in the night from Saturday to Sunday
    if letters == "&":
        joins = opened
    low, high = one[0].low, other[0].high or other[0].low
    if not (joins and isinstance(low, date) and isinstance(high, date)):
        return False
    return low < high
