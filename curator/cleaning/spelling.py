"""Spelling: how likely a string is as a word of a language, from character n-grams of known words.

Contexts of up to four characters, each smoothed by the next shorter one with a Dirichlet prior (MacKay
and Peto 1995, "A hierarchical Dirichlet language model"). Counts stand in tables indexed by a hash of
the n-gram; a few collisions only blur rare ones.
"""

from __future__ import annotations

import math
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

from curator.cleaning.words import Words, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EDGE = "\n"
"""Stands before the first and behind the last character of a word."""

ORDER = 5
_BITS = 20
_FACTOR = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_MOST_WORDS = 60_000
_PRIOR = 2.0
_FLOOR = 1e-7


class Spelling:
    """Probabilities of characters after others, as natural logarithms."""

    def __init__(self, counts: list[array[float]], total: float) -> None:
        self._counts = counts
        self._total = total
        self._known: dict[str, float] = {}

    def after(self, context: str, sign: str) -> float:
        """The log probability of a character after up to four others, which begin with EDGE at most."""
        key = context + sign
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._log_probability(context, sign)
            if len(self._known) > 400_000:
                self._known.clear()
        return known

    def of(self, word: str) -> float:
        """The log probability of a whole folded word, its end included."""
        padded = EDGE + word + EDGE
        start = 1
        score = 0.0
        for place in range(1, len(padded)):
            start = max(0, place - ORDER + 1)
            score += self.after(padded[start:place], padded[place])
        return score

    def _log_probability(self, context: str, sign: str) -> float:
        probability = _FLOOR
        code = ord(sign) + 1
        counts = self._counts
        seen = self._total
        for length in range(len(context) + 1):
            ending = context[len(context) - length :]
            key = 0
            for character in ending:
                key = (key * _FACTOR + ord(character) + 1) & _MASK
            if length:
                seen = counts[length - 1][_slot(key)]
                if not seen:
                    break
            found = counts[length][_slot((key * _FACTOR + code) & _MASK)]
            # Where slots collide, an n-gram can seem commoner than its context.
            found = min(found, seen)
            probability = (found + _PRIOR * probability) / (seen + _PRIOR)
        return math.log(probability)


def _slot(key: int) -> int:
    return ((key ^ (key >> 29)) * 0xBF58476D1CE4E5B9 & _MASK) >> (64 - _BITS)


@lru_cache(maxsize=2)
def spelling_of(language: str) -> Spelling:
    """The spelling of a language whose words are shipped; those of the last two stay loaded."""
    words = words_of(language)
    assert words is not None
    return _trained(words)


def _trained(words: Words) -> Spelling:
    import numpy as np

    levels = np.frombuffer(words.levels, dtype=np.uint8)
    chosen = words.words
    if len(chosen) > _MOST_WORDS:
        limit = int(np.partition(levels, _MOST_WORDS)[_MOST_WORDS])
        keep = levels <= limit
        chosen = [word for word, kept in zip(chosen, keep.tolist(), strict=True) if kept]
        levels = levels[keep]
    frequencies = 10.0 ** (levels / -20.0)
    # A word not in the list is spelled like rare words: their number counts more than their use.
    weights = 1 + np.sqrt(frequencies * 1e6) / 3
    text = EDGE + EDGE.join(chosen) + EDGE
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    lengths = np.fromiter(map(len, chosen), dtype=np.int64, count=len(chosen)) + 1
    by_place = np.concatenate(([0.0], np.repeat(weights, lengths)))
    return Spelling(_counted(codes, by_place), float(by_place.sum()))


def _counted(codes: NDArray[np.uint64], weights: NDArray[np.float64]) -> list[array[float]]:
    """For each length the weight of every n-gram of that length, by slot."""
    import numpy as np

    factor, mixer = np.uint64(_FACTOR), np.uint64(0xBF58476D1CE4E5B9)
    counts: list[array[float]] = []
    for length in range(1, ORDER + 1):
        keys = np.zeros(len(codes) - length + 1, dtype=np.uint64)
        for place in range(length):
            keys = keys * factor + codes[place : len(codes) - length + 1 + place] + np.uint64(1)
        slots = ((keys ^ (keys >> np.uint64(29))) * mixer) >> np.uint64(64 - _BITS)
        table = np.bincount(slots.astype(np.int64), weights=weights[length - 1 :], minlength=1 << _BITS)
        counts.append(array("f", table.astype(np.float32).tobytes()))
    return counts
