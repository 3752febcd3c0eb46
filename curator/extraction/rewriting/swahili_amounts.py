"""Amounts in Swahili, where what is counted stands before its number: "dola milioni 30", "kilomita 40"."""

from __future__ import annotations

from decimal import Decimal

from curator.extraction.readings import Reading
from curator.extraction.rewriting.rewritten_items import Item, Rewriting
from curator.extraction.words import Node

LANGUAGE = "sw"
_HALF = Decimal("0.5")


def count(work: Rewriting) -> None:
    """Put each number before the measure that it stands behind, as the grammar of amounts reads them."""
    reading = work.reading
    for item, letter in enumerate(reading.amounts):
        if letter in "CU" and work.language(item) == LANGUAGE:
            _count(work, item)


def _count(work: Rewriting, first: int) -> None:
    reading = work.reading
    node, at = reading.nodes[first], first + 1
    scale = _said(reading, at, "scale", "hundred")
    at += scale is not None
    number = reading.number(at) if reading.amounts[at : at + 1] == ["N"] else _said(reading, at, "number")
    if node is None or number is None:
        return
    if reading.dates[at] == "Y" and scale is None and node.terms.get("unit") == "year":
        return  # mwaka 2026
    last = at + 1
    if reading.amounts[last : last + 2] == ["&", "f"]:
        number, last = number + _HALF, last + 2  # na nusu
    start, end = reading.starts[first], reading.ends[last - 1]
    value = str(number * (scale or 1))
    counted = Item(start, end - 1, Node({"number": value}), "n", "x")  # no item may be empty
    measure = Node({kind: said for kind, said in node.terms.items() if kind in {"currency", "unit"}})
    work.replace(first, last, [counted, Item(end - 1, end, measure, reading.amounts[first], "x")])


def _said(reading: Reading, item: int, *kinds: str) -> Decimal | None:
    """What a word stands for as the first of these kinds that it has."""
    if item >= len(reading.nodes):
        return None
    said = next((said for kind in kinds if (said := reading.term(item, kind)) is not None), None)
    return None if said is None else Decimal(said)
