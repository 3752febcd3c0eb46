"""Names: those of people whom no list of words has, by their syllables or characters."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from curator.cleaning.east_asian.graphs import Edges


class Parts(NamedTuple):
    """What names of one language are made of, with how likely each is, in logarithms."""

    parts: tuple[dict[str, float], ...]
    """The surname, and the characters of the given name."""
    unknown: float
    """How likely it is that somebody is named whom no list has."""
    brief: float | None = None
    """The same where the given name has one character only, None where it never has."""
    common: Mapping[str, float] = MappingProxyType({})
    """How much oftener some given names are met than their characters say, in logarithms."""


def scored(signs: str, steep: float, begin: float) -> dict[str, float]:
    """How likely each of some characters is, the likeliest first: one over its rank and some more."""
    weights = [(rank + begin) ** -steep for rank in range(len(signs))]
    total = sum(weights)
    return {sign: math.log(weight / total) for sign, weight in zip(signs, weights, strict=True)}


def names(known: Parts, edges: Edges, place: int, limit: int) -> Iterator[tuple[int, str, float]]:
    """The names that can begin at a place of a lattice and have a doubtful character.

    Each with where it ends, not behind the limit, and how likely it is, in logarithms.
    """
    found = [(place, "", 0.0)]
    doubtful = False
    for number, part in enumerate(known.parts):
        longer: list[tuple[int, str, float]] = []
        for at, name, score in found:
            here = edges.get(at, ())
            doubtful = doubtful or len(here) > 1 or (len(here) == 1 and len(here[0][1]) > 1)
            longer += [
                (end, name + sign, score + part[sign])
                for end, candidates in here
                if end <= limit
                for sign, _ in candidates
                if sign in part and sign != name[-1:]
            ]
        found = longer
        if not found:
            return
        if number == 1 and doubtful and known.brief is not None:
            yield from ((end, name, score + known.brief) for end, name, score in found)
    if doubtful:
        for end, name, score in found:
            yield end, name, score + known.unknown + known.common.get(name[1:], 0.0)
