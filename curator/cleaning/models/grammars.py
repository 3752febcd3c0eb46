"""Grammars: which classes of Chinese, Japanese and Korean words follow which oftener than by chance.

Made by packaging/data/build_grammars.py and, for Korean, korean_senses.py, which describe the forms.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from curator import paths
from curator.cleaning.models.words import streams_of

MAGIC = b"curator grammar 1\n"
SENSES_MAGIC = b"curator senses 1\n"
BREAK = "^"
"""The class of where a line begins or ends."""
NUMBER = "0"
"""The class of all numbers in digits."""
LETTERS = "a"
"""The class of all words in Latin letters."""
UNKNOWN = "?"
"""The class, the first, of what has no other."""

_PER_LEVEL = 1 / 25
_PER_COST = 64 / 800
"""What a step of costs is worth: mecab-ko-dic's are 800 times the logarithms of odds, here by 64."""
_OF_WORD = 0.4
"""The weight of what a word costs, beside its frequency."""
_UNKNOWN_COST = 190
_RUN_ON = -4.0
"""What speaks for no space between words that mostly have one."""

Sense = tuple[int, int, float]
"""What a word can be: its class to the words before it, that to the words behind, and its score."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of the words of one language, and what speaks for one following another."""

    senses: Callable[[int], Sequence[Sense]]
    """What each word can be, by its place in the word list."""
    gains: tuple[tuple[float, ...], ...]
    """For each class, and each that stands before it, the logarithm of how much oftener than by chance."""
    parted: tuple[tuple[float, ...], ...]
    """The same with a space between the two; none for languages without spaces."""
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
        return Grammar(lambda _: ((0, 0, 0.0),), ((0.0,),), (), {UNKNOWN: _UNKNOWN})
    data = path.read_bytes()
    return _of_senses(data) if data.startswith(SENSES_MAGIC) else _of_classes(data)


def _of_classes(data: bytes) -> Grammar:
    """The grammar of words that are of one class each."""
    names, classes, levels = streams_of(data, MAGIC)
    listed = names.decode().split("\n")
    senses = [((kind, kind, 0.0),) for kind in range(len(listed))]
    values = [(level - 128) * _PER_LEVEL for level in range(256)]
    places = {name: (place, place) for place, name in enumerate(listed)}
    return Grammar(lambda place: senses[classes[place]], _rows(levels, len(listed), values), (), places)


def _of_senses(data: bytes) -> Grammar:
    """The grammar of words that can be several things, of two classes each."""
    names, signs, counts, into, out, costs, levels, spaces, begins, closes = streams_of(data, SENSES_MAGIC)
    ends = array("I", accumulate(counts, initial=0))
    values = [(128 - level) * _PER_COST for level in range(256)]
    scores = [value * _OF_WORD for value in values]
    unknown = ((0, 0, scores[_UNKNOWN_COST]),)

    def senses(place: int) -> Sequence[Sense]:
        places = range(ends[place], ends[place + 1])
        return [(into[n], out[n], scores[costs[n]]) for n in places] or unknown

    rows = _rows(levels, len(spaces), values)
    joined = tuple(
        tuple(gain + _RUN_ON * closes[before] for before, gain in enumerate(row)) if begins[kind] else row
        for kind, row in enumerate(rows)
    )
    parted = tuple(
        tuple(gain - space * _PER_COST for gain in row) for row, space in zip(rows, spaces, strict=True)
    )
    places = dict(zip(names.decode().split("\n"), zip(signs[::2], signs[1::2], strict=True), strict=True))
    return Grammar(senses, joined, parted, places)


def _rows(levels: bytes, size: int, values: Sequence[float]) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(values[level] for level in levels[start : start + size])
        for start in range(0, len(levels), size)
    )
