"""Amounts that others rose from in languages with a case for it: "2,9-ről 3,6 milliárd forintra"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from curator.extraction.amount_values import scale_between, value_of
from curator.extraction.amounts.grammar import Measured
from curator.extraction.readings import Reading

_FROM = {
    "hu": ("ról", "ről"),
    "fi": ("sta", "stä"),
    "et": ("lt",),
    "tr": ("dan", "den", "tan", "ten"),
    "az": ("dan", "dən"),
    "kk": ("нан", "нен", "дан", "ден"),
}
"""Endings that say from where, by language."""
_SCALES = frozenset("Ss")
_SHARED = 100
"""A number below so many times the other one shares its scale."""


def started(reading: Reading, each: Measured, done: int) -> Iterator[Measured]:
    """The amount right before a measured one that it rose or fell from, if its last word says so."""
    endings = _FROM.get(reading.lexicons[each.first].language)
    last = each.first - 1
    if endings is None or each.value is None or last <= done or not reading.written(last).endswith(endings):
        return
    if reading.amounts[last] in _SCALES and reading.amounts[last - 1] == "N":
        value = value_of(reading, last - 1, last + 1)
        if value is not None:
            yield replace(each, first=last - 1, last=last, value=value, spelled=False)
        return
    number = last - 1 - (reading.written(last - 1) in {"-", "'", "’"})
    if number < done or not reading.tight(last) or reading.amounts[number] != "N":
        return
    value = value_of(reading, number, number + 1)
    scale = scale_between(reading, each.first, each.measure)
    if value is not None:
        factor = scale if scale is not None and value < _SHARED * each.value / scale else 1
        yield replace(each, first=number, last=last, value=value * factor, spelled=False)
