"""Measured numbers: numbers with scales, their ranges, and the word that says what is counted.

Money, percents, quantities and shares make facts of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from curator.extraction.amount_values import value_in, value_of
from curator.extraction.amounts.forms import (
    NAMES,
    one_and_half,
    price_around_sign,
    price_with_colon,
    with_cents,
    with_half,
    worded,
)
from curator.extraction.amounts.grammar import AMOUNT, WORD_RANGE, Measured
from curator.extraction.amounts.ranges import (
    is_another,
    is_aside,
    is_other_sign,
    is_year,
    joined,
    pair,
    same_measure,
)
from curator.extraction.readings import Reading

_BEGINNING = re.compile(r"[Nnhsafw]|[YKypk](?=-?[NnhsSaf])|[UP](?=&?f)")
"""What an amount begins with, and what has to follow a sign before it."""
_THOUSAND = 1000
_NEXT_NUMBER = re.compile(r"[SsX]N\Z")
_PRICE = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{3})*[.,]\d\d\Z")
"""Digits with thousands or cents."""


def measured(reading: Reading, letters: str) -> Iterator[Measured]:
    """Every measured number of a reading in order."""
    for match in _matches(reading, letters):
        if _is_clock(reading, match.start()):
            yield from price_with_colon(reading, match)
            continue
        if match["whole"]:
            yield from price_around_sign(reading, match)
        elif match["before"]:
            yield from _with_sign_before(reading, match)
        elif match["one"]:
            yield from one_and_half(reading, match)
        elif match["word"]:
            yield worded(reading, match.start())
        elif match["far"]:
            yield from _single(reading, match, "far", "count")
        elif match["share"]:
            begin = match.start("share")
            begin += match["share"] == "Nf" and reading.dates[begin] == "Y"  # "in 2019 a quarter of"
            yield Measured(begin, match.end() - 1, None, None, None, -1, "f", spelled=True)
        else:
            yield from _with_measure_after(reading, match)


def _matches(reading: Reading, letters: str) -> Iterator[re.Match[str]]:
    """What `AMOUNT.finditer` gives, in less time: it looks only where an amount may begin."""
    at = 0
    while (begin := _BEGINNING.search(letters, at)) is not None:
        match = AMOUNT.match(letters, begin.start())
        if match is not None and (stop := _end_of_first(reading, match)) is not None:
            match = AMOUNT.match(letters, begin.start(), stop)
        if match is not None:
            yield match
        at = begin.end() if match is None else match.end()


def _end_of_first(reading: Reading, match: re.Match[str]) -> int | None:
    """Where an amount ends before a number that is another: "a $2 million 5-year plan", "5 Kč a dva roky"."""
    if match["measure1"] and not same_measure(reading, match.start("measure1"), match.start("measure")):
        return match.end("measure1")
    if match["before"] is None or _NEXT_NUMBER.search(match["first"]) is None:
        return None
    last = match.end("first") - 1
    scale = reading.number(last - 1)
    return last if scale is not None and scale > _THOUSAND else None


def _is_clock(reading: Reading, item: int) -> bool:
    """Whether a colon after a digit touches the item, as in a time of day or a score."""
    start = reading.starts[item]
    before = reading.text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] == ":" and before[0].isdecimal()


def _is_amount(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a letter that may be a currency's sign is one: "R50 billion", "P1,500", not "R50" or "N 1"."""
    at = match.start("first")
    written = reading.written(at)
    scaled = not {"g", "S"}.isdisjoint(match["first"])
    return reading.tight(at) and (scaled or _PRICE.match(written) is not None)


def _with_sign_before(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    measure = match.start("before")
    letter = match["before"]
    after = match.start("after") if match["after"] else None
    if after is not None and match["after"] in "cT":
        after = None
    last = match.end() - 1 if after is not None else _last_of_number(match, "second", "first")
    first = value_in(reading, match, "first")
    if first is None or (letter == "k" and not _is_amount(reading, match)):
        return
    low = Measured(
        measure, last, first, None, None, measure, letter, _spelled(match, "first"), other_measure=after
    )
    if not match["joint"]:
        yield low
        return
    second = value_in(reading, match, "second")
    if second is not None and match["before2"] and is_other_sign(reading, match):
        sign = match.start("before2")
        yield replace(low, last=match.end("first") - 1, other_measure=None)
        yield replace(low, first=sign, value=second, measure=sign, letter=match["before2"])
        return
    if (
        second is not None
        and not match["before2"]
        and (is_year(reading, match) or is_another(reading, match))
    ):
        second = None
    if second is None:
        yield replace(low, last=match.end("first") - 1)
        return
    yield from joined(reading, match, low, second, "second", repeats=bool(match["before2"]))


def _with_measure_after(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    if not match["joint2"]:
        yield from _single(reading, match, "lone", "measure")
        return
    first, second = value_in(reading, match, "lone"), value_in(reading, match, "other")
    measure = match.start("measure")
    if second is None:
        return
    if first is None or is_aside(reading, match):
        if match["lone"][-1] == "f" and not match["measure1"]:
            share = match.end("lone") - 1
            yield Measured(share, share, None, None, None, -1, "f", spelled=True)
        yield Measured(
            match.start("other"),
            measure,
            second,
            None,
            None,
            measure,
            match["measure"],
            _spelled(match, "other"),
        )
        return
    low = Measured(
        match.start("lone"),
        measure,
        first,
        None,
        None,
        measure,
        match["measure"],
        _spelled(match, "lone"),
    )
    yield from joined(reading, match, low, second, "other", repeats=bool(match["measure1"]))


def _single(reading: Reading, match: re.Match[str], number: str, measure: str) -> Iterator[Measured]:
    value = value_in(reading, match, number)
    if value is None and ("&" in match[number] or WORD_RANGE.match(match[number])):
        yield from pair(reading, match, number, measure)
        return
    first = match.start(number)
    if value is None and "," in match[number]:
        first += match[number].rindex(",") + 1  # "for two million, five million dollars more"
        value = value_of(reading, first, match.end(number))
    elif value is None and "N" in match[number][1:]:
        first += match[number].rindex("N")  # "142 billion 168 billion": the last alone has the measure
        value = value_of(reading, first, match.end(number))
    if value is None or _is_vague(reading, first):
        return
    at = match.start(measure)
    found = Measured(first, at, value, None, None, at, match[measure], _spelled(match, number))
    if measure == "measure":
        found = with_half(reading, match, found)
    yield with_cents(reading, found) if found.letter in NAMES and found.last == at else found


def _is_vague(reading: Reading, first: int) -> bool:
    """Whether a number word only tells the order of magnitude: "several hundred million", 数百亿."""
    if first == 0 or reading.amounts[first] == "N":
        return False
    return reading.term(first - 1, "vague") is not None


def _spelled(match: re.Match[str], group: str) -> bool:
    return "N" not in match[group]


def _last_of_number(match: re.Match[str], *groups: str) -> int:
    return next(match.end(group) for group in groups if match[group]) - 1
