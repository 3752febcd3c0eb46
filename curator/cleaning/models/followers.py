"""Followers: which words follow which oftener than by chance, as was counted in Chinese prose.

Made by packaging/data/build_followers.py, which describes the form.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from curator import paths
from curator.cleaning.models.word_lists import WordList
from curator.cleaning.models.words import streams_of, words_of

MAGIC = b"curator followers 1\n"
STEPS = 2
"""The steps into which a logarithm is cut."""

_MOST_ROWS = 4_000
_NONE: dict[int, float] = {}


class Followers:
    """Words by numbers, and what speaks for one of them behind another, as logarithms."""

    def __init__(self, words: WordList, streams: list[bytes]) -> None:
        """Take the streams of a shipped file and the words whose places it names."""
        steps, signs, counts, following, levels, rests = streams
        self._words = words
        self._places = array("I", accumulate(_numbers(steps)))
        self._signs = {sign: len(self._places) + place for place, sign in enumerate(signs.decode())}
        self._ends = array("I", accumulate(_numbers(counts), initial=0))
        size = len(levels)
        lower, higher, highest = (following[size * n : size * (n + 1)] for n in range(3))
        self._steps = array(
            "I",
            (one + 256 * two + 65536 * three for one, two, three in zip(lower, higher, highest, strict=True)),
        )
        self._levels = levels
        self._rests = [(level - 128) / STEPS for level in rests]
        self._rows: dict[int, dict[int, float]] = {}

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

    def behind(self, number: int) -> tuple[dict[int, float], float]:
        """What speaks for each follower of a word, and what for any other one."""
        if number < 0:
            return _NONE, 0.0
        row = self._rows.get(number)
        if row is None:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            first, last = self._ends[number], self._ends[number + 1]
            gains = [level / STEPS for level in self._levels[first:last]]
            row = self._rows[number] = dict(zip(accumulate(self._steps[first:last]), gains, strict=True))
        return row, self._rests[number]


@lru_cache(maxsize=1)
def followers_of(language: str) -> Followers | None:
    """What follows the words of a language, None where that is not known."""
    path = paths.resource("languages", f"{language}.followers")
    words = words_of(language) if language.isalpha() and path.is_file() else None
    return None if words is None else Followers(words.words, streams_of(path.read_bytes(), MAGIC))


def _numbers(data: bytes) -> tuple[int, ...]:
    """Numbers of two bytes each, the lower one first."""
    return struct.unpack(f"<{len(data) // 2}H", data)
