"""Prefixes: all words of a list as one text, in which those that begin in some way are found."""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from curator.cleaning.models.word_lists import WordList

if TYPE_CHECKING:
    from curator.cleaning.models.word_lists import Points

END = "\n"
_NONE = (0, 0)


class Prefixes:
    """The words of a list, in order, each between line ends; in groups by their first two characters."""

    def __init__(self, words: WordList) -> None:
        import numpy as np

        points = words.unfolded()
        ends = np.flatnonzero(points == ord(END))
        firsts, seconds = points[ends[:-1] + 1], points[ends[:-1] + 2]
        begins_first = np.append(True, firsts[1:] != firsts[:-1])
        begins = begins_first | np.append(True, seconds[1:] != seconds[:-1])
        numbers = np.flatnonzero(begins)
        signs = _text(firsts[begins_first])
        groups = [*np.flatnonzero(begins_first[numbers]).tolist(), len(numbers)]
        self.text = _text(points)
        self._firsts = dict(zip(signs, pairwise(groups), strict=True))
        self.seconds = _text(seconds[numbers])
        """The second character of each group, the line end for a character alone."""
        self.numbers = array("I", numbers.astype(np.uint32).tobytes())
        """The number of the first word of each group."""
        self.places = array("I", np.append(ends[numbers], len(points) - 1).astype(np.uint32).tobytes())
        """Where in the text each group begins, with the line end before it."""

    def groups(self, sign: str) -> tuple[int, int]:
        """The groups of words that begin with a character, from the first up to the last."""
        return self._firsts.get(sign, _NONE)


@lru_cache(maxsize=2)
def prefixes_of(words: WordList) -> Prefixes:
    """The words of a list as one text; those of the last two stay."""
    return Prefixes(words)


def _text(points: Points) -> str:
    return points.tobytes().decode(f"utf-{points.itemsize * 8}-le")
