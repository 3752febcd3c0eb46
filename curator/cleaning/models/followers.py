"""Followers: which words follow which oftener than by chance, as was counted in Chinese prose.

Made by packaging/data/build_followers.py, which describes the form.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from curator import paths
from curator.cleaning.models.streams import streams_of
from curator.cleaning.models.word_lists import WordList
from curator.cleaning.models.words import words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAGIC = b"curator followers 1\n"
STEPS = 2
"""The steps into which a logarithm is cut."""


class Followers:
    """Words by numbers, and what speaks for one of them behind another, as logarithms."""

    def __init__(self, words: WordList, streams: list[bytes]) -> None:
        """Take the streams of a shipped file and the words whose places it names."""
        import numpy as np

        steps, signs, counts, following, levels, rests = streams
        self._words = words
        self._places = array("I", accumulate(_numbers(steps)))
        self._signs = {sign: len(self._places) + place for place, sign in enumerate(signs.decode())}
        self._ends = array("I", accumulate(_numbers(counts), initial=0))
        self._numbers = _unfolded(following, self._ends)
        self._levels = levels
        self._rests = [(level - 128) / STEPS for level in rests]
        self._starts = np.array(self._ends, np.int64)
        self._columns = np.full(len(rests) + 1, -1)
        """Of the words that are asked for the place among them, at last that of all that is unknown."""

    def number(self, word: str) -> int:
        """The number of a word or sign, -1 for one of which nothing is known."""
        sign = self._signs.get(word)
        if sign is not None:
            return sign
        place = self._words.find(word)
        if place is None:
            return -1
        number = bisect_left(self._places, place)
        return number if number < len(self._places) and self._places[number] == place else -1

    def gain(self, before: int, number: int) -> float:
        """What speaks for a word behind another, by their numbers: a logarithm, nought if it isn't known."""
        if before < 0 or number < 0:
            return 0.0
        last = self._ends[before + 1]
        place = bisect_left(self._numbers, number, self._ends[before], last)
        known = place < last and self._numbers[place] == number
        return self._levels[place] / STEPS if known else self._rests[before]

    def gains(self, befores: Sequence[int], numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """The same for many words behind each of some: a row for each of the latter."""
        import numpy as np

        first = self._starts[befores]
        counts = [0 if one < 0 else self._ends[one + 1] - self._ends[one] for one in befores]
        following, levels = np.asarray(self._numbers), np.frombuffer(self._levels, np.uint8)
        self._columns[numbers] = np.arange(len(numbers))
        columns = self._columns[numbers]
        rows = [following[one : one + count] for one, count in zip(first.tolist(), counts, strict=True)]
        met = self._columns[np.concatenate(rows)]
        self._columns[numbers] = -1
        hits = (met >= 0).nonzero()[0]
        behind = np.repeat(np.arange(len(befores)), counts)[hits]
        places = hits + (first + counts - np.cumsum(counts))[behind]
        rests = np.array([0.0 if one < 0 else self._rests[one] for one in befores])
        found = np.repeat(rests[:, None], len(numbers), axis=1)
        found[behind, met[hits]] = levels[places] / STEPS
        # Of a word that stands there twice, only one has been given what speaks for it.
        found = found[:, columns]
        found[:, numbers < 0] = 0.0
        return found


@lru_cache(maxsize=1)
def followers_of(language: str) -> Followers | None:
    """What follows the words of a language, None where that is not known."""
    path = paths.resource("languages", f"{language}.followers")
    words = words_of(language) if language.isalpha() and path.is_file() else None
    return None if words is None else Followers(words.words, streams_of(path.read_bytes(), MAGIC))


def _numbers(data: bytes) -> tuple[int, ...]:
    """Numbers of two bytes each, the lower one first."""
    return struct.unpack(f"<{len(data) // 2}H", data)


def _unfolded(following: bytes, ends: array[int]) -> memoryview:
    """The numbers of the followers of all words, from what each is more than the one before in its row."""
    import numpy as np

    lower, higher, highest = np.frombuffer(following, np.uint8).reshape(3, -1)
    numbers = lower.astype(np.uint32)
    for part, bits in ((higher, 8), (highest, 16)):
        numbers += part.astype(np.uint32) << bits
    # Sums over all rows, from which those up to each row are taken; what overflows comes back.
    np.cumsum(numbers, dtype=np.uint32, out=numbers)
    edges = np.frombuffer(ends, np.uint32)
    begun = np.append(np.uint32(0), numbers)[edges[:-1]]
    numbers -= np.repeat(begun, np.diff(edges))
    return numbers.data
