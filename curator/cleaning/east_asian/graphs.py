"""Graphs: what a damaged line of Chinese, Japanese or Korean can have been, from place to place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import mul
from typing import NamedTuple

from curator.cleaning.images import Candidates, Images

_MARGIN = 5
_MOST_NODES = 1_000
_ALLOWED = 500_000
_ALLOWED_EACH = 3_000
"""Pairs of characters that a text may weigh, and more for each code point; prose has a third at most."""
_DENSEST = 5_500
"""Pairs for each character of a stretch of some length: eight thousand in runs of one letter."""
_SHORT = 40
_RUN = re.compile(r"[0-9]{2,}|[A-Za-z]{2,}")


class Character(NamedTuple):
    """One character read: its place in the damaged piece, what it is, and what else it can be."""

    start: int
    end: int
    text: str
    sureness: float
    others: tuple[tuple[str, float], ...] = ()


Edges = dict[int, list[tuple[int, Candidates]]]
"""For each place where a character can begin: where its image ends, and which characters it can be."""


class Graph(NamedTuple):
    """What a line can have been: for each place what may begin there, and the places where something does."""

    edges: Edges
    nodes: list[int]
    doubts: list[int]
    """Those of the nodes, by their number, where there is a choice."""


class Allowance:
    """How much reading a text may cost: runs of lead letters can be anything, cost most and are no prose."""

    def __init__(self, length: int) -> None:
        self._left = _ALLOWED + _ALLOWED_EACH * length
        self.refused = 0
        """How many stretches were too dear."""

    def grants(self, graph: Graph, first: int, last: int) -> bool:
        """Whether a stretch may be read, which is then taken off."""
        here = [
            sum(len(candidates) for _, candidates in graph.edges[place]) for place in graph.nodes[first:last]
        ]
        effort = sum(map(mul, here, here[1:]))
        if effort > min(self._left, _DENSEST * max(last - first, _SHORT)):
            self.refused += 1
            return False
        self._left -= effort
        return True


def lattice_of(line: str, start: int, end: int, images: Images) -> Edges | None:
    """All that a piece of a line can have been; None where no characters have it for an image."""
    piece = line[start:end]
    edges: Edges = {}
    reached = bytearray(len(piece) + 1)
    reached[0] = 1
    dead = False
    for place, sign in enumerate(piece):
        if not reached[place]:
            continue
        if sign < "\x80":
            edges[start + place] = [(start + place + 1, ((sign, 0.0),))]
            reached[place + 1] = 1
            continue
        found = images.beginning(piece, place)
        if not found:
            dead = True
            continue
        if len(found) > 1:
            found = [edge for edge in found if images.can_begin(piece[place + edge[0] : place + edge[0] + 1])]
            if not found:
                dead = True
                continue
        edges[start + place] = [(start + place + size, choice.all) for size, choice in found]
        for size, _ in found:
            reached[place + size] = 1
    if not reached[len(piece)]:
        return None
    return _pruned(edges, end) if dead else edges


def _pruned(edges: Edges, end: int) -> Edges:
    """Only what leads to the end."""
    kept: Edges = {}
    for place in reversed(edges):
        here = [edge for edge in edges[place] if edge[0] == end or edge[0] in kept]
        if here:
            kept[place] = here
    return dict(reversed(kept.items()))


def graph_of(line: str, spans: Sequence[tuple[int, int]], lattices: Sequence[Edges | str | None]) -> Graph:
    """The lattices of the pieces of a line, and the words and signs between them."""
    edges: Edges = {}
    place = 0
    for (start, end), found in zip(spans, lattices, strict=True):
        _add_signs(edges, line, place, start)
        if isinstance(found, str):
            _add_sure(edges, found, start)
        elif found is not None:
            edges |= found
        else:
            _add_signs(edges, line, start, end)
        _join(edges, line, start, end)
        place = end
    _add_signs(edges, line, place, len(line))
    nodes = list(edges)
    doubts = [n for n, here in enumerate(edges.values()) if len(here) > 1 or len(here[0][1]) > 1]
    return Graph(edges, nodes, doubts)


def _add_signs(edges: Edges, line: str, start: int, end: int) -> None:
    """What stands between the pieces."""
    for at in range(start, end):
        edges[at] = [(at + 1, ((line[at], 0.0),))]
    _join(edges, line, start, end)


def _add_sure(edges: Edges, found: str, start: int) -> None:
    """A piece that is read back byte by byte."""
    for sign in found:
        to = start + _bytes(sign)
        edges[start] = [(to, ((sign, 0.0),))]
        start = to


def _join(edges: Edges, line: str, start: int, end: int) -> None:
    """Make one step of each number and each word in Latin letters."""
    for match in _RUN.finditer(line, start, end):
        first, last = match.span()
        if all(
            at in edges and len(edges[at]) == 1 and edges[at][0][0] == at + 1 for at in range(first, last)
        ):
            edges[first] = [(last, ((match[0], 0.0),))]
            for at in range(first + 1, last):
                del edges[at]


def _bytes(sign: str) -> int:
    """How many bytes UTF-8 has for a character."""
    return 1 if sign < "\x80" else 2 if sign < "\u0800" else 3 if sign < "\U00010000" else 4


def stretches(graph: Graph) -> Iterator[tuple[int, int]]:
    """The stretches to be read by words, by the numbers of their nodes: doubts, and a few nodes around."""
    doubts, count = graph.doubts, len(graph.nodes)
    n = 0
    before = 0
    while n < len(doubts):
        first = last = doubts[n]
        while n < len(doubts) and doubts[n] <= last + 2 * _MARGIN and doubts[n] < first + _MOST_NODES:
            last = doubts[n]
            n += 1
        start, end = max(before, first - _MARGIN), min(count, last + 1 + _MARGIN)
        if n < len(doubts):
            end = min(end, doubts[n])
        yield start, end
        before = end


def along(edges: Edges, start: int, end: int, solved: dict[int, Character]) -> tuple[Character, ...]:
    """The characters of a piece; none where one could not be settled."""
    found: list[Character] = []
    place = start
    while place < end:
        known = solved.get(place)
        if known is not None:
            to = known.end
            found.append(known._replace(start=place - start, end=to - start))
        elif len(edges[place]) == 1 and len(edges[place][0][1]) == 1:
            to, ((sign, _),) = edges[place][0]
            found.append(Character(place - start, to - start, sign, 1.0))
        else:
            return ()
        place = to
    return tuple(found)


def verbatim(original: str) -> tuple[Character, ...]:
    """The characters of a piece from which nothing was lost."""
    found: list[Character] = []
    place = 0
    for sign in original:
        end = place + _bytes(sign)
        found.append(Character(place, end, sign, 1.0))
        place = end
    return tuple(found)
