"""Lattices: everything a damaged piece of text can have been, as a graph over its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from curator.cleaning.images import Candidates, Images

Edges = list[list[tuple[int, Candidates]]]
"""For each place of the piece: where the image of one character ends, and which characters it can be."""


_ASCII = re.compile("[\x00-\x7f]+")


class Lattice:
    """Everything a piece can have been.

    Characters of ASCII stand for themselves, so runs of them are one step. A capital within a word of
    small letters is left out where anything else is possible.
    """

    __slots__ = ("_steps", "paths", "piece")

    def __init__(self, piece: str, images: Images) -> None:
        self.piece = piece
        self.paths = 0
        """How many originals there are; none where no sequence of characters has the piece for an image."""
        self._steps: Edges = []
        self._build(piece, images)

    def _build(self, piece: str, images: Images) -> None:
        length = len(piece)
        steps: Edges = [[] for _ in range(length)]
        counts = [0] * (length + 1)
        small = [True] * (length + 1)
        counts[0], small[0] = 1, False
        complete = True
        for place in range(length):
            count = counts[place]
            if not count:
                continue
            here = steps[place]
            if piece[place] < "\x80":
                end = _end_of_run(piece, place, counts)
                here.append((end, ((piece[place:end], 0.0),)))
                counts[end] += count
                small[end] = small[end] and piece[end - 1].islower()
                continue
            for size, found in images.beginning(piece, place):
                end = place + size
                candidates = found.small if small[place] else found.all
                here.append((end, candidates))
                counts[end] += count * len(candidates)
                small[end] = small[end] and found.is_small
            complete = complete and bool(here)
        self.paths = counts[length]
        if self.paths:
            self._steps = steps if complete else _pruned(steps)

    def originals(self) -> list[tuple[str, tuple[int, ...]]]:
        """All originals, each with the places where its characters' images begin, and the end."""
        steps = self._steps
        arrivals = Counter([end for here in steps for end, _ in here])
        found: list[list[tuple[str, tuple[int, ...]]]] = [[] for _ in range(len(steps) + 1)]
        found[0].append(("", (0,)))
        # What all texts of a place go on with, put behind them only where they part or others join them.
        tails: list[tuple[str, tuple[int, ...]]] = [("", ())] * (len(steps) + 1)
        for place, here in enumerate(steps):
            if not here:
                continue
            tail, added = tails[place]
            end, candidates = here[0]
            if len(here) == len(candidates) == arrivals[end] == 1:
                found[end] = found[place]
                tails[end] = tail + candidates[0][0], added + _cuts(candidates[0][0], place, end)
                continue
            ways = [
                (
                    found[end],
                    [tail + sign for sign, _ in candidates],
                    added + _cuts(candidates[0][0], place, end),
                )
                for end, candidates in here
            ]
            for text, cuts in found[place]:
                for into, signs, more in ways:
                    grown = cuts + more
                    into += [(text + sign, grown) for sign in signs]
        tail, added = tails[-1]
        return [(text + tail, cuts + added) for text, cuts in found[-1]] if tail else found[-1]

    def edges(self) -> Edges:
        """The lattice character by character."""
        edges: Edges = [[] for _ in self._steps]
        for place, here in enumerate(self._steps):
            for end, candidates in here:
                run = candidates[0][0]
                if len(run) == 1:
                    edges[place].append((end, candidates))
                else:
                    for at, sign in enumerate(run, place):
                        edges[at] = [(at + 1, ((sign, 0.0),))]
        return edges


def _cuts(sign: str, place: int, end: int) -> tuple[int, ...]:
    """Where the image of a character between two places ends; of a run, where that of each does."""
    return (end,) if len(sign) == 1 else tuple(range(place + 1, end + 1))


def _end_of_run(piece: str, place: int, counts: Sequence[int]) -> int:
    """Where the run of ASCII that begins at a place ends, or something else may go on."""
    run = _ASCII.match(piece, place)
    assert run is not None
    return next((end for end in range(place + 1, run.end()) if counts[end]), run.end())


def _pruned(edges: Edges) -> Edges:
    """Only what leads to the end."""
    ends = [False] * len(edges) + [True]
    for place in range(len(edges) - 1, -1, -1):
        if edges[place]:
            edges[place] = [edge for edge in edges[place] if ends[edge[0]]]
            ends[place] = bool(edges[place])
    return edges
