"""The items of a reading while rules of rewriting give them other letters and values."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from curator.extraction.readings import Reading
from curator.extraction.words import Node

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """An item to stand in the place of others."""

    start: int
    end: int
    node: Node | None
    amount: str
    date: str


class Rewriting:
    """A reading under change; items that take the place of others are put in at the end."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._pieces: list[tuple[int, int, list[Item]]] = []

    def item(self, match: re.Match[str], group: str | int) -> int | None:
        """The item that is exactly a group of a match, None if there is none."""
        first, last = self.span(match, group)
        return first if first is not None and last == first + 1 else None

    def span(self, match: re.Match[str], group: str | int) -> tuple[int | None, int]:
        """The items, first and last (exclusive), that a group is made of; no first if it cuts one."""
        start, end = match.span(group)
        starts, ends = self.reading.starts, self.reading.ends
        first = bisect_left(starts, start)
        last = bisect_left(starts, end)
        whole = start < end and first < len(starts) and starts[first] == start and ends[last - 1] == end
        return (first, last) if whole else (None, 0)

    def language(self, item: int) -> str:
        """The language that an item is read in."""
        return self.reading.lexicons[item].language

    def set(
        self, item: int, *, terms: dict[str, str] | None = None, amount: str = "", date: str = ""
    ) -> None:
        """Give an item another meaning or other letters."""
        if terms is not None:
            self.reading.nodes[item] = Node(terms)
        if amount:
            self.reading.amounts[item] = amount
        if date:
            self.reading.dates[item] = date

    def replace(self, first: int, last: int, items: list[Item]) -> None:
        """Put items in the place of others, once all rules have been tried."""
        self._pieces.append((first, last, items))

    def merge(self, first: int, last: int, terms: dict[str, str], amount: str, date: str = "x") -> None:
        """Make one item of several."""
        reading = self.reading
        one = Item(reading.starts[first], reading.ends[last - 1], Node(terms), amount, date)
        self.replace(first, last, [one])

    def finish(self) -> None:
        """Put the replacing items in; what overlaps an earlier one is left out."""
        reading = self.reading
        pieces: list[tuple[int, int, list[Item]]] = []
        for piece in sorted(self._pieces, key=lambda piece: piece[:2]):
            if not pieces or piece[0] >= pieces[-1][1]:
                pieces.append(piece)
        if not pieces:
            return
        lexicons = [[reading.lexicons[first]] * len(items) for first, _, items in pieces]
        _put(reading.starts, pieces, [[each.start for each in items] for *_, items in pieces])
        _put(reading.ends, pieces, [[each.end for each in items] for *_, items in pieces])
        _put(reading.nodes, pieces, [[each.node for each in items] for *_, items in pieces])
        _put(reading.amounts, pieces, [[each.amount for each in items] for *_, items in pieces])
        _put(reading.dates, pieces, [[each.date for each in items] for *_, items in pieces])
        _put(reading.lexicons, pieces, lexicons)
        lasts = [last for _, last, _ in pieces]
        moves = [0, *accumulate(len(items) - (last - first) for first, last, items in pieces)]
        reading.hedges[:] = [hedge + moves[bisect_right(lasts, hedge)] for hedge in reading.hedges]


def _put(row: list[T], pieces: list[tuple[int, int, list[Item]]], values: list[list[T]]) -> None:
    """Put values in the place of pieces of a row, in one pass."""
    result: list[T] = []
    at = 0
    for (first, last, _), new in zip(pieces, values, strict=True):
        result += row[at:first]
        result += new
        at = last
    row[:] = result + row[at:]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the text, a simpler one that a text must have for it to be tried, and what to do."""

    gate: re.Pattern[str]
    pattern: re.Pattern[str]
    act: Callable[[Rewriting, re.Match[str]], None]


def rule(gate: str, pattern: str, act: Callable[[Rewriting, re.Match[str]], None]) -> Rule:
    """A rule of two patterns as written."""
    return Rule(re.compile(gate), re.compile(pattern), act)


FIGURES = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"两": 2, "兩": 2, "零": 0}
"""Han figures to their values."""

FIGURE = "[一二三四五六七八九]"
JOINT = "[-~〜～∼–—－−]"
"""A dash between two numbers."""


def figure(written: str) -> int:
    """The value of digits or of one Han figure."""
    return int(written) if written.isdecimal() else FIGURES[written]
