"""Grammars: which classes of Chinese and Japanese words follow which oftener than by chance.

Made by packaging/data/build_grammars.py, which describes the form. Korean is read by its chunks.
"""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from curator import paths
from curator.cleaning.models.streams import streams_of

MAGIC = b"curator grammar 2\n"
BREAK = "^"
"""The class of where a line begins or ends."""
NUMBER = "0"
"""The class of all numbers in digits."""
LETTERS = "a"
"""The class of all words in Latin letters."""
UNKNOWN = "?"
"""The class, the first, of what has no other."""

_PER_LEVEL = 1 / 25

Sense = tuple[int, int, float]
"""What a word can be: its class to the words before it, that to the words behind, and its score."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of the words of one language, and what speaks for one following another."""

    senses: Callable[[int], Sequence[Sense]]
    """What each word can be, by its place in the word list."""
    gains: tuple[tuple[float, ...], ...]
    """For each class, and each that stands before it, the logarithm of how much oftener than by chance."""
    places: dict[str, tuple[int, int]] = field(repr=False)
    """The classes of words and signs that are classes of their own, and of parts of speech, by name."""

    def of_sign(self, sign: str) -> tuple[int, int]:
        """The classes of a sign, a space, or a run of digits or Latin letters."""
        if sign.isascii() and sign[0].isalnum():
            sign = NUMBER if sign[0].isdigit() else LETTERS
        return self.places.get(sign, _UNKNOWN)


_UNKNOWN = (0, 0)


@lru_cache(maxsize=2)
def grammar_of(language: str) -> Grammar:
    """The grammar of a language that has one; of one class for all others."""
    path = paths.resource("languages", f"{language}.grammar")
    if not language.isalpha() or not path.is_file():
        return Grammar(lambda _: ((0, 0, 0.0),), ((0.0,),), {UNKNOWN: _UNKNOWN})
    return _of_streams(streams_of(path.read_bytes(), MAGIC))


def _of_streams(streams: Sequence[bytes]) -> Grammar:
    signs, pairs, counts, numbers, levels, gains = streams
    listed = (line.split("\t") for line in signs.decode().split("\n"))
    places = {name: (int(into), int(out)) for name, into, out in listed}
    kinds = list(struct.iter_unpack("<2H", pairs))
    scores = [(level - 255) * _PER_LEVEL for level in range(256)]
    begins = array("I", accumulate(counts, initial=0))
    lower, higher = numbers[: len(levels)], numbers[len(levels) :]

    def senses(place: int) -> Sequence[Sense]:
        return [
            (*kinds[lower[at] + 256 * higher[at]], scores[levels[at]])
            for at in range(begins[place], begins[place + 1])
        ]

    return Grammar(senses, _rows(gains), places)


def _rows(levels: bytes) -> tuple[tuple[float, ...], ...]:
    size = math.isqrt(len(levels))
    values = [(level - 128) * _PER_LEVEL for level in range(256)]
    return tuple(
        tuple(map(values.__getitem__, levels[start : start + size])) for start in range(0, len(levels), size)
    )
