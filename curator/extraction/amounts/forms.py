"""Amounts of uncommon forms: 20:14 kronor, 12€50, godinu i pol, three years and a half, dreitägig."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from curator.extraction.amount_values import value_of
from curator.extraction.amounts.grammar import Measured
from curator.extraction.readings import Reading

_CENT_DIGITS = 2
_AND_CENTS = re.compile("&n(?!&)")
_LEAST_CENTS = 10
"""Spelled cents behind an "and", fewer of which are rather something else."""
_WHOLES = [[letter] for letter in "hSsXgCKU"]
_SPANS = frozenset({"year", "month", "week", "day", "hour", "metre", "kilometre", "kilogram", "litre"})
NAMES = frozenset("Cy")
_CENTS = {False: frozenset("N"), True: frozenset("n-")}
_TIMES = frozenset("MWEJOKQHTZcCyjzvS")
"""Date letters of what a number may count: "10 euros 15 mai"."""
_STOPS = frozenset(".,;:!?)”»")


def worded(reading: Reading, item: int) -> Measured:
    """A number and its unit in one word or phrase: "dreitägig", "fünfprozentig", "half a point"."""
    value = Decimal(reading.term(item, "worded") or 0)
    kinds = (("percent", "P"), ("point", "Q"), ("bare_point", "Q"))
    letter = next((letter for kind, letter in kinds if reading.term(item, kind) is not None), "U")
    return Measured(item, item, value, None, None, item, letter, spelled=True)


def one_and_half(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    """Godinu i pol, година и половина: one and a half, where the language leaves out the one."""
    unit, more = match.start("one"), match.start("more")
    fraction = reading.number(more)
    linked = more > unit + 1 or " " in reading.written(more)
    told = linked and reading.writes(unit, "unit_and_half")
    if told and fraction is not None and (match["one"] == "P" or reading.term(unit, "unit") in _SPANS):
        yield Measured(unit, more, 1 + fraction, None, None, unit, match["one"], spelled=True)
    else:
        yield Measured(more, more, None, None, None, -1, "f", spelled=True)


def price_with_colon(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    """20:14 kronor, as Swedish writes twenty kronor and fourteen öre."""
    first = match.start() - 2
    lone = match["lone"] == "N" and not match["joint2"] and match["measure"] in {"C", "y"}
    if not lone or first < 0 or not reading.writes(first, "colon_prices"):
        return
    whole, cents = reading.written(first), reading.written(match.start())
    whole = "".join(whole.split())
    if whole.isdecimal() and cents.isdecimal() and len(cents) == _CENT_DIGITS:
        at = match.start("measure")
        yield Measured(
            first, at, Decimal(f"{int(whole)}.{cents}"), None, None, at, match["measure"], spelled=False
        )


def price_around_sign(reading: Reading, match: re.Match[str]) -> Iterator[Measured]:
    """12€50, as French writes twelve euros fifty; of other digits the sign is that of the second number."""
    first, sign, cents = match.start("whole"), match.start("point"), match.start("cents")
    whole, written = reading.written(first), reading.written(cents)
    price = whole.isdecimal() and written.isdecimal() and len(written) == _CENT_DIGITS
    value = Decimal(f"{int(whole)}.{written}") if price else value_of(reading, cents, cents + 1)
    if value is not None:
        start = first if price else sign
        yield Measured(start, cents, value, None, None, sign, "Y", spelled=False)


def with_half(reading: Reading, match: re.Match[str], found: Measured) -> Measured:
    """Three years and a half, une heure et quart: the fraction after the unit added."""
    last = match.end() - 1
    if not match["half"] and _is_and_half(reading, last + 1):
        last += 1  # "dva metra in pol"
    if (
        (not match["half"] and last < match.end())
        or found.value is None
        or not _is_added(reading, last, found.measure)
    ):
        return found
    return replace(found, value=found.value + (reading.number(last) or 0), last=last)


def _is_and_half(reading: Reading, item: int) -> bool:
    """Whether one phrase says "and a half", and nothing that it may be half of follows."""
    if item >= len(reading.amounts) or reading.amounts[item] != "f":
        return False
    linked = " " in reading.written(item) and reading.writes(item, "unit_and_half")
    if not linked and reading.term(item, "half_after") is None:
        return False
    return reading.amounts[item + 1 : item + 2] not in _WHOLES


def with_cents(reading: Reading, found: Measured) -> Measured:
    """Twelve euros fifty: the cents after the currency added, where nothing counts them."""
    first = found.last + 1
    if not found.spelled and reading.amounts[first : first + 2] == ["&", "N"]:
        first += 1  # "5 euro e 40"
    elif found.spelled and _AND_CENTS.match("".join(reading.amounts[first : first + 3])):
        first += (reading.number(first + 1) or 0) >= _LEAST_CENTS  # "un euro e trenta"
    stop = first
    while stop < len(reading.amounts) and stop < first + 3 and reading.amounts[stop] in _CENTS[found.spelled]:
        stop += 1
    if stop == first or found.value is None or found.value != int(found.value) or not _ends(reading, stop):
        return found
    value = value_of(reading, first, stop)
    digits = found.spelled or len(reading.written(first)) == _CENT_DIGITS
    if value is None or not 0 < value < 100 or value != int(value) or not digits:
        return found
    return replace(found, value=found.value + value / 100, last=stop - 1)


def _ends(reading: Reading, item: int) -> bool:
    """Whether no word that may be counted stands at an item: an end, a full stop or a small known word."""
    if item >= len(reading.amounts):
        return True
    if reading.text[reading.starts[item]] in _STOPS:
        after = reading.text[reading.ends[item] : reading.ends[item] + 2]
        return not after[:1].strip() and not after[1:].islower()  # "280 eura 13. studenoga" is a day
    if reading.nodes[item] is None:
        return reading.amounts[item] == "|"
    return reading.amounts[item] in "aolr&x" and reading.dates[item] not in _TIMES


def _is_added(reading: Reading, item: int, unit: int) -> bool:
    """Whether a fraction adds to the number before: not "and half of the rest"; a quarter to hours."""
    of = item + 1 < len(reading.nodes) and reading.term(item + 1, "share_of") is not None
    quarter = reading.term(item, "fraction") == "1/4" and reading.term(unit, "unit") == "hour"
    return (quarter or reading.term(item, "fraction") == "1/2") and not of
