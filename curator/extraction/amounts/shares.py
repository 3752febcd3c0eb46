"""Shares without a percent sign: "two thirds of voters", "половина", 三分之二, "2/3 of members".

They are quantities of the unit "share" (the dimension one): 0.666667 for two thirds, rounded to six places;
a percentage is only what the text calls one. A fraction before a scale, a unit or a currency belongs to an
amount ("two thirds of a billion"), and one after an ordinal or before a period to a date ("second half of
2026"): neither is a share.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from curator.domain.facts import Fact, FactKind
from curator.extraction.amount_values import quotient
from curator.extraction.amounts.facts import Rule, amount
from curator.extraction.amounts.grammar import Measured
from curator.extraction.readings import Reading

_ORDINALS = frozenset("dRLtDAVB#")
"""Date letters before a half or quarter that make it one of a row."""
_PERIODS = frozenset("EOKJYMcCSjzvQHkZ")
"""Date letters after a fraction that make it part of a time."""
LETTER, UNIT = "f", "share"
RULE = Rule("quantity.share", 0.8)
_SHORTEST, _WRITTEN = 3, 3
"""Letters of such a word at most where it is none, and the items of "2/3"; a name before it is a street."""
_FINALS = ("fin", "фин", "фін", "dom", "дом", "буд")
"""Words behind 1/8 and the like that make it a round of a cup or a number of a house."""
_PLACES = Decimal("0.000001")


def share(reading: Reading, found: Measured) -> Fact | None:
    """The fact of a fraction that nothing measures, None if it is no share."""
    first, last = found.first, found.last + 1
    value = _value(reading, first, last)
    if value is None or not 0 < value < 1 or _is_part_of_time(reading, first, last, value):
        return None
    rounded = (Decimal(value.numerator) / value.denominator).quantize(_PLACES)
    return amount(
        reading,
        replace(found, value=rounded),
        kind=FactKind.QUANTITY,
        unit=UNIT,
        rule=RULE,
        signed=False,
    )


def of_money(reading: Reading, found: Measured) -> Fact | None:
    """The share in "jumătate din bani": half of the money, whose word is that of small coins; else None."""
    first = found.first
    if found.letter != "c" or found.measure != first + 1 or reading.term(first, "share") is None:
        return None
    if " " not in reading.written(first):
        return None  # half a cent
    return share(reading, replace(found, last=first, value=None, letter=LETTER))


def _value(reading: Reading, first: int, last: int) -> Fraction | None:
    letters = "".join(reading.amounts[first:last])
    if "v" in letters:
        return _counted_in(reading, first, last, first + letters.index("v"))
    if "/" in letters:
        found = quotient(reading, first + 1)
        written = found is not None and last < len(reading.nodes) and _opens_whole(reading, last)
        return Fraction(int(reading.written(first)), int(reading.written(last - 1))) if written else None
    part = Fraction(reading.term(last - 1, "fraction") or 0)
    if last - first == 1:
        return part if part.numerator > 1 or _stands_alone(reading, first, part) else None
    if reading.term(last - 1, "quarter") is not None and not (
        _is_of(reading, last) or _is_by(reading, first)
    ):
        hyphened = last - first > 2 and reading.amounts[last - 2] == "-"
        if not hyphened:
            return None  # three quarters in a row
    counted = reading.number(first)
    if counted is None or counted != int(counted):
        return None
    if counted == 1:
        return part if _stands_alone(reading, last - 1, part) else None
    return part * int(counted) if counted < part.denominator and part.numerator == 1 else None


def _counted_in(reading: Reading, first: int, last: int, bar: int) -> Fraction | None:
    """三分之二: so many of so many parts."""
    below = _number(reading, first, bar)
    above = _number(reading, bar + 1, last)
    return Fraction(above, below) if above is not None and below else None


def _number(reading: Reading, first: int, last: int) -> int | None:
    total = 0
    for item in range(first, last):
        value = reading.number(item)
        if value is None or value != int(value):
            return None
        total = (total or 1) * int(value) if reading.amounts[item] == "h" else total + int(value)
    return total


def _stands_alone(reading: Reading, item: int, part: Fraction) -> bool:
    """Whether one half, third or quarter is a share by its own word, or by the "of" after it."""
    if reading.term(item, "share") is not None or _is_change(reading, item):
        return True
    if item + 1 >= len(reading.nodes):
        return False
    compared = item > 0 and reading.amounts[item - 1] == "a" and reading.lexicons[item].language == "en"
    if compared and reading.says(item + 1, "more_than"):
        return True
    if part == Fraction(1, 2) and reading.term(item + 1, "share_of") is not None:
        return True
    return _is_of(reading, item + 1)


def _is_change(reading: Reading, item: int) -> bool:
    """Whether "by a" stands before a part and no noun after it: "rose by a third to"."""
    before = item - (item > 0 and reading.amounts[item - 1] in "an")
    about = before > 0 and reading.term(before - 1, "approx") is not None
    if (before == item and not about) or not _is_by(reading, before - about):
        return False
    after = item + 1
    return (
        after >= len(reading.nodes)
        or reading.nodes[after] is not None
        or not reading.written(after)[0].isalpha()
    )


def _is_by(reading: Reading, item: int) -> bool:
    """Whether "by" stands before an item."""
    return item > 0 and reading.term(item - 1, "by_share") is not None


def _opens_whole(reading: Reading, item: int) -> bool:
    """Whether a word for "of" stands at an item."""
    plain = reading.amounts[item] == "o" or reading.says(item, "whole_of") or _is_of(reading, item)
    return plain or _is_genitive(reading, item)


def _is_genitive(reading: Reading, item: int) -> bool:
    """Whether a plain word follows, which is the whole in languages that need no word for "of"."""
    word = reading.written(item)
    slavic = reading.writes(item, "share_by_case") and word.isalpha() and word.islower()
    known = reading.amounts[item] != "x" or reading.dates[item] != "x"
    before = item - _WRITTEN - 1
    named = before >= 0 and reading.nodes[before] is None and reading.text[reading.starts[before]].isupper()
    return slavic and not (known or named) and len(word) > _SHORTEST and not word.startswith(_FINALS)


def _is_of(reading: Reading, item: int) -> bool:
    return item < len(reading.nodes) and reading.term(item, "share_of") == "of"


def _is_part_of_time(reading: Reading, first: int, last: int, value: Fraction) -> bool:
    link = first - 1 - (first > 0 and reading.amounts[first - 1] == "a")
    if link > 0 and reading.amounts[link] == "&" and reading.amounts[link - 1] in "SsNnUTC":
        return True  # two million and a half
    if first > 0 and (reading.dates[first - 1] in _ORDINALS or reading.term(first - 1, "ordinal")):
        return True
    after = last
    while after < len(reading.nodes) and reading.dates[after] in "oa" and after < last + 3:
        if reading.term(after, "bound") is not None and reading.term(after, "of") is None:
            return False  # almost half since the summer
        after += 1
    if after == last < len(reading.nodes) and reading.dates[after] == "Y" and value.denominator not in {2, 4}:
        return False  # "mot en sjättedel 2021"
    return after < len(reading.nodes) and reading.dates[after] in _PERIODS
