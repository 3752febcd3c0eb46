"""Word lists: hundreds of thousands of words in order, in a tenth of the memory that a list takes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.unsignedinteger[Any]]

_END = 10
"""The code point of a line end."""
_SIZE = 32
_MOST_OPEN = 500
_MANY = 6_000
"""So many words looked up one by one cost what making the hashes costs."""
_FEW = 32
_AT_A_TIME = 30_000
_FACTOR = 0x9E3779B97F4A7C15


class _Hashes(NamedTuple):
    """The hashes of all words, ascending, and the place of the word that has each."""

    values: NDArray[np.uint64]
    places: NDArray[np.int32]


class WordList:
    """Words in the order of their code points, kept as these; the blocks looked into last stay open."""

    def __init__(self, prefixes: bytes, rests: str) -> None:
        """Take for each word how many characters it shares with the one before; its rest as a line."""
        import numpy as np

        self.points = _unfolded(prefixes, rests)
        """The code points of the words, each between line ends."""
        self._ends = np.flatnonzero(self.points == _END).astype(np.int32)
        self._open: dict[int, list[str]] = {}
        self._asked = 0
        self._hashes: _Hashes | None = None
        are_heads = np.repeat(np.arange(len(self)) % _SIZE == 0, np.diff(self._ends))
        self._heads = _text(self.points[1:][are_heads]).split("\n")[:-1]

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._heads)):
            yield from self._words(number * _SIZE, (number + 1) * _SIZE)

    def place(self, word: str) -> int:
        """How many words come before this one."""
        number = bisect_right(self._heads, word) - 1
        return number * _SIZE + bisect_left(self._block(number), word) if number >= 0 else 0

    def at(self, place: int) -> str:
        """The word at a place."""
        return self._block(place // _SIZE)[place % _SIZE]

    def with_first(self, sign: str) -> tuple[int, list[str]]:
        """The words that begin with a character, and the place of the first of them."""
        first, last = self.place(sign), self.place(chr(ord(sign) + 1))
        return first, self._words(first, last)

    def find(self, word: str) -> int | None:
        """The place of a word, None where it isn't in the list."""
        number = bisect_right(self._heads, word) - 1
        if number < 0:
            return None
        block = self._block(number)
        place = bisect_left(block, word)
        return number * _SIZE + place if place < len(block) and block[place] == word else None

    def places(self, words: Sequence[str]) -> list[int | None]:
        """The place of each word, None where it isn't in the list; the words have no line ends.

        Once many have been asked for, by hashes of 64 bits, which are taken to tell words apart.
        """
        self._asked += len(words)
        if self._asked > _MANY and len(words) > _FEW and len(self):
            return self._hashed(words)
        return list(map(self.find, words))

    def _hashed(self, words: Sequence[str]) -> list[int | None]:
        import numpy as np

        if self._hashes is None:
            values = _hashes_of(self.points, self._ends)
            order = np.argsort(values)
            self._hashes = _Hashes(values[order], order.astype(np.int32))
        known, places = self._hashes
        points = _points("\n" + "\n".join(words) + "\n")
        asked = _hashes_of(points, np.flatnonzero(points == _END))
        near = np.searchsorted(known, asked)
        near[near == len(known)] = 0
        hits = np.flatnonzero(known[near] == asked)
        found: list[int | None] = [None] * len(words)
        for number, place in zip(hits.tolist(), places[near[hits]].tolist(), strict=True):
            found[number] = place
        return found

    def beginning(self, prefix: str) -> tuple[int | None, str]:
        """The place of the first word that begins so, and that word; None and "" where none does."""
        place = self.place(prefix)
        word = self.at(place) if place < len(self) else ""
        return (place, word) if word and word.startswith(prefix) else (None, "")

    def _block(self, number: int) -> list[str]:
        block = self._open.get(number)
        if block is None:
            if len(self._open) >= _MOST_OPEN:
                self._open.clear()
            block = self._open[number] = self._words(number * _SIZE, (number + 1) * _SIZE)
        return block

    def _words(self, first: int, last: int) -> list[str]:
        """The words from a place to another."""
        last = min(last, len(self))
        if first >= last:
            return []
        return _text(self.points[self._ends[first] + 1 : self._ends[last]]).split("\n")


def _text(points: Points) -> str:
    """The text of code points."""
    return points.tobytes().decode("utf-16-le" if points.itemsize == 2 else "utf-32-le", "surrogatepass")


def _points(text: str) -> Points:
    """The code points of a text."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _unfolded(prefixes: bytes, rests: str) -> Points:
    """The words as a text of one line each, between line ends: all their first characters, all second ones …

    A character that a word shares with those before stands in the rest of the last one that does not. As
    rests follow each other, that is the furthest of those that have begun.
    """
    import numpy as np

    signs = _narrow(_points(rests + "\n" if prefixes else ""))
    shared = np.frombuffer(prefixes, dtype=np.uint8)
    ends = np.flatnonzero(signs == _END).astype(np.int32)
    # Where each word would begin if its rest were preceded by what it shares.
    begins = np.concatenate((np.zeros(1, dtype=np.int32), ends + 1))[:-1] - shared
    lengths = ends - begins
    targets = np.cumsum(lengths + 1, dtype=np.int32) - lengths
    result = np.full(int((lengths + 1).sum()) + 1, _END, dtype=signs.dtype)
    for place in range(int(lengths.max(initial=0))):
        if place % 2 == 0:
            # A word that has ended takes its line end once more: that is cheaper than leaving it out at once.
            rest = np.flatnonzero(lengths > place)
            shared, lengths = shared.take(rest), lengths.take(rest)
            begins, targets = begins.take(rest), targets.take(rest)
        result[targets] = signs.take(np.maximum.accumulate(begins * (shared <= place)))
        begins += 1
        targets += 1
    return result


def _narrow(points: Points) -> Points:
    """The code points in half of the memory, if they fit into it."""
    import numpy as np

    return points if points.max(initial=0) > 0xFFFF else points.astype(np.uint16)


def _hashes_of(points: Points, ends: NDArray[np.integer]) -> NDArray[np.uint64]:
    """A number for each word of a text that has them between line ends, whose places are given."""
    import numpy as np

    found: list[NDArray[np.uint64]] = []
    for first in range(0, len(ends) - 1, _AT_A_TIME):
        here = ends[first : first + _AT_A_TIME + 1] + 1
        lengths = np.diff(here)
        starts = here[:-1] - here[0]
        weights = np.cumprod(np.full(lengths.max(), _FACTOR, dtype=np.uint64))
        places = np.arange(here[-1] - here[0], dtype=np.int32) - np.repeat(starts, lengths)
        signs = points[here[0] : here[-1]].astype(np.uint64)
        found.append(np.add.reduceat(signs * weights[places], starts))
    return np.concatenate(found)
