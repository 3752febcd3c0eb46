"""Amounts beside another of their measure: "€3.4bn from 3.1bn", "412,7 (Vorjahr: 399,9) Mio. Euro"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from curator.extraction.amount_values import scale_between, value_of
from curator.extraction.amounts.grammar import Measured
from curator.extraction.qualifiers import ends_sentence
from curator.extraction.readings import Reading

_MONEY = frozenset("CKYyk")
_REACH = 5
"""Items between an amount and the one it is compared with."""
_ENDS = frozenset(".,;:)|\n")
_SIGNS, _SMALL = frozenset({",", "("}), frozenset("xaolrt")
_LEADING_TIME = frozenset("oa")
_FIRST = 3
_SENTENCE = 24
"""Items behind an amount within which its sentence may tell what it was another year."""
_ALIKE = 20
"""A number below so many times another shares its scale."""
"""Items behind an amount within which the word that compares stands."""
_BRACKETED = re.compile(
    r"(?P<now>N)\((?P<words>[^|()NPQBCKUyYS.,]{1,4})(?P<then>N)\)(?P<scale>[SsX]{0,2})(?P<measure>[CKyPUT])"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def compared(reading: Reading, found: Iterable[Measured]) -> Iterator[Measured]:
    """The measured numbers, and those beside them that leave out the scale or the measure they share."""
    done = 0
    for each in found:
        risen = _from_before(reading, each, done) if each.value is not None else None
        if risen is not None:
            yield risen
        money = each.letter in _MONEY and each.value is not None
        earlier = (
            _other(reading, each, range(each.first - 1, max(done, each.first - 2 - _REACH), -1))
            if money
            else None
        )
        if earlier is not None:
            yield earlier
        yield each
        done = each.last + 1
        behind = range(done, min(done + 1 + _REACH, len(reading.amounts) - 1))
        later = _other(reading, each, behind) if money else None
        if later is None and money:
            later = _of_another_year(reading, each, done)
        if later is not None:
            yield later
            done = later.last + 1


def _from_before(reading: Reading, each: Measured, done: int) -> Measured | None:
    """The number that one has come from, where a bound stands before it: "von 2,1 auf unter 2 Milliarden"."""
    at, words = each.first - 1, 0
    while at >= done and words < _REACH and reading.amounts[at] != "r":
        if reading.term(at, "approx") is None and reading.amounts[at] not in "oat":
            return None
        words += reading.term(at, "approx") is not None
        at -= 1
    number = at - 1
    if not words or number < max(done, 1) or reading.amounts[at : at + 1] != ["r"]:
        return None
    if reading.amounts[number] != "N" or reading.nodes[number] is not None or reading.dates[number] == "Y":
        return None
    value = reading.number(number)
    opened = any(reading.term(item, "from") is not None for item in range(max(done, number - _FIRST), number))
    if value is None or not opened or each.value is None:
        return None
    scale = scale_between(reading, each.first, each.measure) or Decimal(1)
    shared = scale if value < _ALIKE * each.value / scale else Decimal(1)
    return replace(each, first=number, last=number, value=value * shared, spelled=False)


def _other(reading: Reading, each: Measured, places: range) -> Measured | None:
    """The number with a scale and no measure beyond a word that compares; nothing may be counted by it."""
    amounts, led = reading.amounts, False
    for words, at in enumerate(places):
        number = at if places.step > 0 else at - 1
        if number >= 0 and amounts[number] == "N" and reading.nodes[number] is None:
            behind = _is_free(reading, number + 2) if places.step > 0 else True
            return _scaled(reading, each, number) if led and behind else None
        written = reading.written(at)
        plain = written in _SIGNS or (written[:1].isalpha() and amounts[at] in _SMALL)
        if not plain or (not led and words > _FIRST):
            return None
        led = led or reading.says(at, "comparing")
    return None


def _of_another_year(reading: Reading, each: Measured, begin: int) -> Measured | None:
    """The number with a scale alone that ends the sentence of an amount, told of another year.

    "… 2 Milliarden Euro, im Vorjahr waren es noch 2,4 Milliarden."
    """
    amounts, dates, told = reading.amounts, reading.dates, False
    for at in range(begin, min(begin + _SENTENCE, len(amounts) - 1)):
        if ends_sentence(reading, at) or amounts[at] in "CKYykcPpQBUT":
            return None
        told = told or dates[at] in "jL"
        if amounts[at] == "N" and reading.nodes[at] is None and dates[at] != "Y":
            last = at + 2
            while last < len(amounts) and amounts[last] in "SsgX":
                last += 1
            ends = last >= len(amounts) or reading.text[reading.starts[last]] in ".;!?\n"
            return _scaled(reading, each, at) if told and ends and last == at + 2 else None
    return None


def _scaled(reading: Reading, each: Measured, number: int) -> Measured | None:
    """The number with the scale behind it, as money of that other amount; a sign's own scale taken out."""
    if reading.amounts[number + 1] not in "SsgX":
        return None
    value = value_of(reading, number, number + 2)
    if value is None:
        return None
    return replace(
        each, first=number, last=number + 1, value=value * _ratio(reading, each.measure), spelled=False
    )


def _ratio(reading: Reading, item: int) -> Decimal:
    """What the sign of a currency divides by: M€ by a millionth."""
    node = reading.nodes[item]
    terms = (
        [] if node is None else [str(node.terms[kind]) for kind in ("code", "symbol") if kind in node.terms]
    )
    return Decimal(terms[0].partition("/")[2] or 1) if terms else Decimal(1)


def _is_free(reading: Reading, item: int) -> bool:
    """Whether what follows a number is no noun that it may count: an end, or words of time."""
    last = len(reading.amounts)
    if item < last and reading.text[reading.ends[item - 1] - 1] == "." and reading.written(item)[0].isupper():
        return True
    while item < last and reading.dates[item] in _LEADING_TIME:
        item += 1
    if item >= last or reading.written(item)[0] in _ENDS:
        return True
    return reading.dates[item] != "x" or reading.term(item, "same_span") is not None


def bracketed(reading: Reading, letters: str) -> Iterator[Measured]:
    """Both numbers of "412,7 (Vorjahr: 399,9) Mio. Euro", which share the scale and measure behind them."""
    for match in _BRACKETED.finditer(letters):
        words = [reading.written(item) for item in range(*match.span("words"))]
        if not any(_WORD.match(word) for word in words):
            continue
        scale = Decimal(1)
        for item in range(*match.span("scale")):
            scale *= reading.number(item) or 1
        measure = match.start("measure")
        for name in ("now", "then"):
            item = match.start(name)
            value = value_of(reading, item, item + 1)
            if value is not None:
                yield Measured(
                    item, item, value * scale, None, None, measure, match["measure"], spelled=False
                )
