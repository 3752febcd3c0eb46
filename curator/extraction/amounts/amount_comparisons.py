"""Amounts beside another of their measure: "€3.4bn from 3.1bn", "412,7 (Vorjahr: 399,9) Mio. Euro"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from curator.extraction.amount_values import value_of
from curator.extraction.amounts.amount_grammar import Measured
from curator.extraction.readings import Reading

_MONEY = frozenset("CKYyk")
_REACH = 5
"""Items between an amount and the one it is compared with."""
_COMPARING = frozenset(
    (
        "from against versus vs compared gegenüber nach von statt contre après de desde frente contra contro"
        " da rispetto ante face tegen van tegenover från mot jämfört fra mod z ze oproti proti wobec s sa od"
        " față против с со сравнению проти з із порівняно от спрямо са од από έναντι"
    ).split()
)
"""Words that lead from a value to the one of before."""
_ENDS = frozenset(".,;:)|\n")
_SIGNS, _SMALL = frozenset({",", "("}), frozenset("xaolrt")
_LEADING_TIME = frozenset("oa")
_FIRST = 3
"""Items behind an amount within which the word that compares stands."""
_BRACKETED = re.compile(
    r"(?P<now>N)\((?P<words>[^|()NPQBCKUyYS.,]{1,4})(?P<then>N)\)(?P<scale>[SsX]{0,2})(?P<measure>[CKyPUT])"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def compared(reading: Reading, found: Iterable[Measured]) -> Iterator[Measured]:
    """The measured numbers, and behind money the one that it came from, which names the scale alone."""
    for each in found:
        yield each
        if each.letter in _MONEY and each.value is not None and not _has_scale(reading, each.measure):
            other = _before(reading, each)
            if other is not None:
                yield other


def _has_scale(reading: Reading, item: int) -> bool:
    """Whether the sign of a currency tells a scale: M€."""
    node = reading.nodes[item]
    return node is not None and any("/" in str(term) for term in node.terms.values())


def _before(reading: Reading, each: Measured) -> Measured | None:
    """The number with a scale and no measure behind a word that compares; nothing may be counted by it."""
    amounts, led = reading.amounts, False
    for at in range(each.last + 1, min(each.last + 2 + _REACH, len(amounts) - 1)):
        if amounts[at] == "N" and reading.nodes[at] is None:
            scaled = led and amounts[at + 1] in "SsgX" and _is_free(reading, at + 2)
            value = value_of(reading, at, at + 2) if scaled else None
            return None if value is None else replace(each, first=at, last=at + 1, value=value, spelled=False)
        written = reading.written(at)
        plain = written in _SIGNS or (written[0].isalpha() and amounts[at] in _SMALL)
        if not plain or (not led and at > each.last + _FIRST):
            return None
        led = led or written.casefold() in _COMPARING
    return None


def _is_free(reading: Reading, item: int) -> bool:
    """Whether what follows a number is no noun that it may count: an end, or words of time."""
    last = len(reading.amounts)
    if item < last and reading.text[reading.ends[item - 1] - 1] == "." and reading.written(item)[0].isupper():
        return True
    while item < last and reading.dates[item] in _LEADING_TIME:
        item += 1
    return item >= last or reading.written(item)[0] in _ENDS or reading.dates[item] != "x"


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
