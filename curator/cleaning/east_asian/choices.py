"""Choices: what may stand at the doubtful places of a stretch, and how likely each of it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.graphs import Character, Graph
from curator.cleaning.east_asian.paths import LEAST, Arc

_MOST_OTHERS = 5

Options = dict[tuple[int, str], float]
"""What may stand at a place, by where its image ends and its character, with the score of the best path."""

_score = itemgetter(1)


class Sizes(dict[str, int]):
    """How long the image of each character is in a channel."""

    def __init__(self, channel: Channel) -> None:
        super().__init__()
        self._channel = channel

    def __missing__(self, sign: str) -> int:
        size = self[sign] = len(self._channel.image(sign))
        return size


class Choices:
    """The doubtful places from one node of a graph up to another, and what may stand at each."""

    def __init__(self, graph: Graph, first: int, last: int, sizes: Sizes) -> None:
        """Take a graph, the numbers of two nodes, and the sizes of images."""
        self._graph = graph
        self._start = graph.nodes[first]
        self._sizes = sizes
        self._options: dict[int, Options] = {graph.nodes[n]: {} for n in graph.doubts if first <= n < last}

    def concern(self, start: int, end: int) -> bool:
        """Whether any place between two is doubtful."""
        return not self._options.keys().isdisjoint(range(start, end))

    def raise_to(self, arc: Arc, total: float) -> None:
        """Note the score of the best path through a word at each doubtful character of it."""
        place = arc.start
        for sign, after in self._ends(arc):
            options = self._options.get(place)
            if options is not None and options.get((after, sign), LEAST) < total:
                options[after, sign] = total
            place = after

    def add(self, arc: Arc, share: float) -> None:
        """Add the share of readings that go through a word, a logarithm, to each doubtful character of it."""
        place = arc.start
        for sign, after in self._ends(arc):
            options = self._options.get(place)
            if options is not None:
                known = options.get((after, sign))
                options[after, sign] = share if known is None else _added(known, share)
            place = after

    def settle(self, end: int, solved: dict[int, Character], temperature: float) -> None:
        """Take the best character at each doubtful place up to an end, and weigh what else it can be."""
        place = self._start
        while place < end:
            options = self._options.get(place)
            if options is None:
                place = self._graph.edges[place][0][0]
                continue
            if not options:
                return
            solved[place] = _chosen(place, options, temperature)
            place = solved[place].end

    def _ends(self, arc: Arc) -> Sequence[tuple[str, int]]:
        """The characters of a word that can stand somewhere, each with where its image ends."""
        place, to, (word, *_) = arc
        if len(word) == 1 or word[0] < "\x80":
            return ((word, to),)
        ends: list[tuple[str, int]] = []
        for sign in word:
            place += self._sizes[sign]
            ends.append((sign, place))
        return ends if place == to else self._shorter_ends(arc)

    def _shorter_ends(self, arc: Arc) -> Sequence[tuple[str, int]]:
        """The same where an image has lost the space at its end."""
        ways: list[tuple[int, list[tuple[str, int]]]] = [(arc.start, [])]
        for sign in arc.word[0]:
            ways = [
                (end, [*ends, (sign, end)])
                for place, ends in ways
                for end, candidates in self._graph.edges.get(place, ())
                if end <= arc.end and any(other == sign for other, _ in candidates)
            ]
        return next((ends for place, ends in ways if place == arc.end), ())


def _chosen(place: int, options: Options, temperature: float) -> Character:
    """The best of what may stand at a place, with the shares of the others."""
    if len(options) == 1:
        ((to, sign),) = options
        return Character(place, to, sign, 1.0)
    (to, sign), top = max(options.items(), key=_score)
    weights = {key: math.exp((score - top) / temperature) for key, score in options.items()}
    total = sum(weights.values())
    others = [(key[1], weight / total) for key, weight in weights.items() if key != (to, sign)]
    others.sort(key=_score, reverse=True)
    return Character(place, to, sign, 1 / total, tuple(others[:_MOST_OTHERS]))


def _added(one: float, two: float) -> float:
    """The logarithm of the sum of two numbers, by theirs."""
    return max(one, two) + math.log1p(math.exp(-abs(one - two)))
