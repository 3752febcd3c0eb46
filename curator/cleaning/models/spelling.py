"""Spelling: how likely a string is as a word of a language, from character n-grams of known words.

Contexts of up to four characters, each smoothed by the next shorter one as much as it has different
characters behind it (Witten and Bell 1991, "The zero-frequency problem").
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from curator.cleaning.models.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EDGE = "\n"
"""Stands before the first and behind the last character of a word."""

ORDER = 5
_BITS = 11
_RANK_BITS = 8
_MOST_SIGNS = (1 << _BITS) - 2
_MOST_WORDS = 120_000
_SLICE = 250_000
_FLOOR = 1e-7
_MOST = 100_000


class _Level(NamedTuple):
    """The n-grams of one length, by sorted keys, with what is known of them as contexts of the next length.

    A key has the last character of its n-gram in the highest bits.
    """

    keys: array[int]
    counts: array[float]
    kinds: array[float]
    """How many different characters follow each."""


class Spelling:
    """Probabilities of characters after others, as natural logarithms."""

    def __init__(self, codes: dict[str, int], levels: list[_Level]) -> None:
        self._codes = codes
        self._levels = levels
        self._known: dict[str, float] = {}
        self._chances: dict[str, float] = {}
        self._contexts: dict[str, tuple[int, float, float] | None] = {}

    def after(self, context: str, sign: str) -> float:
        """The log probability of a character after up to four others, which begin with EDGE at most."""
        key = context + sign
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _MOST:
                self._forget()
            known = self._known[key] = math.log(self._chance(key, len(context)))
        return known

    def of(self, word: str) -> float:
        """The log probability of a whole folded word, its end included."""
        padded = EDGE + word + EDGE
        score = 0.0
        for place in range(1, len(padded)):
            score += self.after(padded[max(0, place - ORDER + 1) : place], padded[place])
        return score

    def ending(self, word: str, length: int) -> float:
        """The log probability of the last characters of a folded word, and of its end, after the others."""
        padded = EDGE + word + EDGE
        return sum(
            self.after(padded[place - ORDER + 1 : place], padded[place])
            for place in range(len(padded) - 1 - length, len(padded))
        )

    def _chance(self, key: str, length: int) -> float:
        """The probability of the last character of a key after the others, which are so many."""
        shorter = key[1:]
        chance = self._chances.get(shorter, 0.0) if length else _FLOOR
        if not chance:
            chance = self._chances[shorter] = self._chance(shorter, length - 1)
        context = key[:-1]
        contexts = self._contexts
        found = contexts[context] if context in contexts else self._context(context)
        if found is None:
            return chance
        behind, seen, kinds = found
        level = self._levels[length + 1]
        place = _place(level.keys, (self._codes.get(key[-1], 0) << (_BITS * length)) | behind)
        return ((0.0 if place is None else level.counts[place]) + kinds * chance) / (seen + kinds)

    def _context(self, context: str) -> tuple[int, float, float] | None:
        """The number of a context, what it counts, and how many characters follow it; None if it is new."""
        behind = 0
        for sign in reversed(context):
            behind = (behind << _BITS) | self._codes.get(sign, 0)
        level = self._levels[len(context)]
        place = _place(level.keys, behind)
        # What ends a word is followed by nothing, though the end of one begins another.
        kinds = 0.0 if place is None else level.kinds[place]
        found = (behind, level.counts[place], kinds) if place is not None and kinds else None
        self._contexts[context] = found
        return found

    def _forget(self) -> None:
        """Begin anew; another thread may still read what was known."""
        self._known, self._contexts, self._chances = {}, {}, {}


@lru_cache(maxsize=2)
def spelling_of(words: Words) -> Spelling:
    """The spelling of a language by its words; those of the last two stay loaded."""
    return trained(words)


def trained(words: Words) -> Spelling:
    """The spelling of some words."""
    import numpy as np

    levels = np.frombuffer(bytes(words.levels), dtype=np.uint8)
    points = words.words.unfolded()
    # The words stand between line ends.
    lengths = np.diff(np.flatnonzero(points == ord(EDGE)))
    if len(levels) > _MOST_WORDS:
        keep = levels <= np.partition(levels, _MOST_WORDS)[_MOST_WORDS]
        # Numbers of places are taken from several times as fast as by masks.
        points = points.take(np.flatnonzero(np.concatenate(([True], np.repeat(keep, lengths)))))
        levels, lengths = levels[keep], lengths[keep]
    signs, numbers = _numbered(points)
    del points
    return Spelling(signs, _counted(numbers, np.repeat(levels, lengths)))


def _numbered(points: NDArray[np.uint32]) -> tuple[dict[str, int], NDArray[np.uint16]]:
    """A small number for each character, the commonest first, and the text in these; 0 is for the rest."""
    import numpy as np

    known = np.bincount(points)
    order = np.argsort(-known, kind="stable")[:_MOST_SIGNS]
    order = order[known[order] > 0]
    table = np.zeros(len(known), dtype=np.uint16)
    table[order] = np.arange(1, len(order) + 1, dtype=np.uint16)
    return {chr(point): number + 1 for number, point in enumerate(order.tolist())}, table.take(points)


def _counted(numbers: NDArray[np.uint16], ranks: NDArray[np.uint8]) -> list[_Level]:
    """The n-grams of each length, those that end with each character but the first EDGE of all.

    `ranks` has for each of these the level of its word in the list: 0 for the commonest.
    """
    import numpy as np

    padded = np.concatenate((np.zeros(ORDER - 1, dtype=np.uint16), numbers))
    slices = [
        _weighed(_keys(padded[start : start + _SLICE + ORDER], numbers[0]), ranks[start : start + _SLICE])
        for start in range(0, len(ranks), _SLICE)
    ]
    del padded
    keys, counts = (np.concatenate(each) for each in zip(*slices, strict=True))
    del slices
    order = np.argsort(keys)
    keys, counts = _together(keys.take(order), counts.take(order))
    del order
    grams: list[tuple[NDArray[np.uint64], NDArray[np.float32]]] = []
    for length in range(1, ORDER + 1):
        found, sums = _together(keys >> np.uint64(_BITS * (ORDER - length)), counts)
        whole = (found & np.uint64((1 << _BITS) - 1)) != 0
        grams.append((found[whole], sums[whole]))
    nothing = np.zeros(1, dtype=np.uint64), grams[0][1].sum(keepdims=True)
    levels = [
        _level(keys, counts, _contexts(longer, length))
        for length, ((keys, counts), (longer, _)) in enumerate(pairwise([nothing, *grams]))
    ]
    return [*levels, _level(*grams[-1], keys[:0])]


def _keys(numbers: NDArray[np.uint16], edge: np.uint16) -> NDArray[np.uint64]:
    """For each character but the first ORDER ones and the one behind: the n-gram that ends with it."""
    import numpy as np

    shift = np.uint64(_BITS)
    size = len(numbers) - ORDER
    keys = numbers[ORDER:].astype(np.uint64)
    # The texts begin with EDGE, and nothing counts from before the word begins.
    within = np.ones(size, dtype=bool)
    for back in range(1, ORDER):
        before = numbers[ORDER - back : ORDER - back + size] * within
        keys <<= shift
        keys |= before
        within &= (before != edge) & (before != 0)
    return keys


def _weighed(
    keys: NDArray[np.uint64], ranks: NDArray[np.uint8]
) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """The different keys in order, each with the weights of its words summed up."""
    import numpy as np

    # Numbers are sorted several times as fast as their order is found, so each takes its rank along.
    both = np.sort((keys << np.uint64(_RANK_BITS)) | ranks)
    # A word not in the list is spelled like rare words: their number counts more than their use.
    weights = 1 + np.sqrt(10.0 ** (np.arange(1 << _RANK_BITS) / -20.0) * 1e6) / 3
    return _together(
        both >> np.uint64(_RANK_BITS),
        weights.astype(np.float32).take(both.astype(np.uint8)),
    )


def _together(
    keys: NDArray[np.uint64], weights: NDArray[np.float32]
) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    import numpy as np

    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys.take(first), np.add.reduceat(weights, first)


def _contexts(keys: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """What stands before the last character of each n-gram, in order: so many characters."""
    import numpy as np

    return np.sort(keys & np.uint64((1 << (_BITS * length)) - 1))


def _level(keys: NDArray[np.uint64], counts: NDArray[np.float32], contexts: NDArray[np.uint64]) -> _Level:
    """A level of the n-grams with these keys; each is as often a context as characters follow it."""
    import numpy as np

    kinds = np.searchsorted(contexts, keys, side="right") - np.searchsorted(contexts, keys)
    return _Level(
        array("Q", keys.tobytes()),
        array("f", counts.tobytes()),
        array("f", kinds.astype(np.float32).tobytes()),
    )


def _place(keys: array[int], key: int) -> int | None:
    """The place of a key, None where it isn't among them."""
    place = bisect_left(keys, key)
    return place if place < len(keys) and keys[place] == key else None
