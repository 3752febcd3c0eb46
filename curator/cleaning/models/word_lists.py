"""Word lists: hundreds of thousands of words in order, in a twentieth of the memory that a list takes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.unsignedinteger[Any]]

_END = 10
"""The code point of a line end."""
_SIZE = 32
_BLOCK = re.compile(rb"(?:[^\n]*\n){1,%d}" % _SIZE)
_MOST_OPEN = 1_000
_MANY = 6_000
"""So many words looked up one by one cost what making the hashes costs."""
_FEW = 32
_AT_A_TIME = 600
"""So many blocks are looked at together: their arrays stay in the processor's cache."""
_FACTOR = 0x9E3779B97F4A7C15


class _Hashes(NamedTuple):
    """The hashes of all words, ascending, and the place of the word that has each."""

    values: NDArray[np.uint64]
    places: NDArray[np.int32]


class WordList:
    """Words in the order of their code points, kept folded in blocks; those looked into last stay open."""

    def __init__(self, prefixes: bytes, rests: bytes) -> None:
        """Take of each word how many characters it shares with the one before, and its rest as a line."""
        self._prefixes = prefixes
        self._blocks: list[bytes] = _BLOCK.findall(rests + b"\n") if prefixes else []
        self._heads: list[str] = []
        for number in range(len(self._blocks)):
            self._heads.append(self._head(number))
        self._open: dict[int, list[str]] = {}
        self._asked = 0

    def __len__(self) -> int:
        return len(self._prefixes)

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._blocks)):
            yield from self._words(number)

    @cached_property
    def points(self) -> Points:
        """The code points of the words, each between line ends."""
        import numpy as np

        texts: list[Points] = []
        for first in range(0, len(self._blocks), _AT_A_TIME):
            shared = np.frombuffer(self._prefixes[first * _SIZE : (first + _AT_A_TIME) * _SIZE], np.uint8)
            head, rests = self._heads[first], b"".join(self._blocks[first : first + _AT_A_TIME])
            signs = _points(head + rests[rests.index(b"\n") :].decode())
            texts.append(_unfolded(np.where(np.arange(len(shared)), shared, 0), signs))
        return np.concatenate([np.full(1, _END, dtype=np.uint16), *texts])

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
        start = first // _SIZE
        words: list[str] = []
        for number in range(start, -(-last // _SIZE)):
            words += self._words(number)
        return first, words[first - start * _SIZE : last - start * _SIZE]

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

    @cached_property
    def _hashes(self) -> _Hashes:
        import numpy as np

        values = _hashes_of(self.points)
        order = np.argsort(values)
        return _Hashes(values[order], order.astype(np.int32))

    def _hashed(self, words: Sequence[str]) -> list[int | None]:
        import numpy as np

        known, places = self._hashes
        asked = _hashes_of(_points("\n".join(["", *words, ""])))
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
            block = self._open[number] = self._words(number)
        return block

    def _words(self, number: int) -> list[str]:
        """The words of a block."""
        word = self._heads[number]
        words = [word]
        start = number * _SIZE
        rests = self._blocks[number].decode().split("\n")
        for shared, rest in zip(self._prefixes[start + 1 : start + _SIZE], rests[1:], strict=False):
            word = word[:shared] + rest
            words.append(word)
        return words

    def _head(self, number: int) -> str:
        """The first word of a block; what it shares with those before is gathered from the last of them."""
        place = number * _SIZE
        head = self._blocks[number].partition(b"\n")[0].decode()
        wanted = self._prefixes[place]
        if not wanted:
            return head
        rests = self._blocks[number - 1].split(b"\n")
        for back in range(1, _SIZE):
            shared = self._prefixes[place - back]
            if shared < wanted:
                head = rests[-1 - back].decode()[: wanted - shared] + head
                wanted = shared
        return self._heads[number - 1][:wanted] + head


def _points(text: str) -> Points:
    """The code points of a text, two bytes each if they fit into that."""
    import numpy as np

    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, dtype=np.uint16)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _unfolded(shared: NDArray[np.integer[Any]], signs: Points) -> Points:
    """The words, a line each, by what each shares with the one before, and its rest; the first by this alone.

    All first characters, all second ones …: one that a word shares with those before stands in the rest of
    the last one that does not. As rests follow each other, that is the furthest of those that have begun.
    """
    import numpy as np

    ends = np.flatnonzero(signs == _END).astype(np.int32)
    # Where each word would begin if its rest were preceded by what it shares.
    begins = np.concatenate((np.zeros(1, dtype=np.int32), ends[:-1] + 1)) - shared
    lengths = ends - begins
    targets = np.cumsum(lengths + 1, dtype=np.int32) - lengths - 1
    result = np.full(int(lengths.sum()) + len(lengths), _END, dtype=signs.dtype)
    for place in range(int(lengths.max())):
        if place % 2 == 0:
            # A word that has ended takes its line end once more: that is cheaper than leaving it out at once.
            going = np.flatnonzero(lengths > place)
            shared, lengths = shared.take(going), lengths.take(going)
            begins, targets = begins.take(going), targets.take(going)
        result[targets] = signs.take(np.maximum.accumulate(begins * (shared <= place)))
        begins += 1
        targets += 1
    return result


def _hashes_of(points: Points) -> NDArray[np.uint64]:
    """A number for each of the words that stand between line ends."""
    import numpy as np

    ends = (np.flatnonzero(points == _END) + 1).astype(np.int32)
    found: list[NDArray[np.uint64]] = []
    for first in range(0, len(ends) - 1, _AT_A_TIME * _SIZE):
        here = ends[first : first + _AT_A_TIME * _SIZE + 1]
        lengths, starts = np.diff(here), here[:-1] - here[0]
        weights = np.cumprod(np.full(lengths.max(), _FACTOR, dtype=np.uint64))
        places = np.arange(int(here[-1] - here[0]), dtype=np.int32) - np.repeat(starts, lengths)
        signs = points[here[0] : here[-1]].astype(np.uint64)
        found.append(np.add.reduceat(signs * weights[places], starts))
    return np.concatenate(found)
