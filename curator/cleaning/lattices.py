"""Lattices: everything a damaged piece of text can have been, as a graph over its places."""

from __future__ import annotations

from curator.cleaning.images import Candidates, Images

Edges = list[list[tuple[int, Candidates]]]
"""For each place of the piece: where the image of one character ends, and which characters it can be."""


def lattice(piece: str, images: Images) -> Edges | None:
    """The lattice of a piece; None where no sequence of characters has it for an image.

    A capital within a word of small letters is left out where anything else is possible.
    """
    length = len(piece)
    edges: Edges = [[] for _ in range(length)]
    reached = [False] * (length + 1)
    small = [True] * (length + 1)
    reached[0], small[0] = True, False
    complete = True
    for place in range(length):
        if not reached[place]:
            continue
        sign = piece[place]
        if sign.isascii():
            edges[place].append((place + 1, ((sign, 0.0),)))
            reached[place + 1] = True
            small[place + 1] = small[place + 1] and sign.islower()
            continue
        here = edges[place]
        for size, found in images.beginning(piece, place):
            end = place + size
            here.append((end, found.small if small[place] else found.all))
            reached[end] = True
            small[end] = small[end] and found.is_small
        complete = complete and bool(here)
    if not reached[length]:
        return None
    return edges if complete else _pruned(edges)


def _pruned(edges: Edges) -> Edges:
    """Only what leads to the end."""
    ends = [False] * len(edges) + [True]
    for place in range(len(edges) - 1, -1, -1):
        edges[place] = [edge for edge in edges[place] if ends[edge[0]]]
        ends[place] = bool(edges[place])
    return edges


def paths(edges: Edges) -> int:
    """How many originals there are."""
    counts = [0] * len(edges) + [1]
    for place in range(len(edges) - 1, -1, -1):
        counts[place] = sum(counts[end] * len(candidates) for end, candidates in edges[place])
    return counts[0]


def originals(edges: Edges) -> list[tuple[str, tuple[int, ...]]]:
    """All originals, each with the places where its characters' images begin, and the end."""
    found: dict[int, list[tuple[str, tuple[int, ...]]]] = {0: [("", (0,))]}
    for place, here in enumerate(edges):
        for text, cuts in found.pop(place, ()):
            for end, candidates in here:
                grown = (*cuts, end)
                found.setdefault(end, []).extend([(text + sign, grown) for sign, _ in candidates])
    return found.get(len(edges), [])
