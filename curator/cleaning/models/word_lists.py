"""Word lists: hundreds of thousands of words in order, in a tenth of the memory that a list takes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SIZE = 32
_MOST_OPEN = 500
_MANY = 50_000
"""So many words looked up cost what making the hashes costs."""
_FEW = 32


class _Hashes(NamedTuple):
    """The hashes of all words, ascending, and the place of the word that has each."""

    values: NDArray[np.int64]
    places: NDArray[np.int32]


class WordList:
    """Words in the order of their code points, kept in packed blocks; those looked into last stay open."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the words from lines that each have their end."""
        self._heads: list[str] = []
        self._blocks: list[bytes] = []
        self._open: dict[int, list[str]] = {}
        self._length = 0
        self._asked = 0
        self._hashes: _Hashes | None = None
        rest = iter(lines)
        while block := list(islice(rest, _SIZE)):
            self._heads.append(block[0][:-1])
            self._blocks.append(b"\n" + "".join(block).encode())
            self._length += len(block)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks:
            yield from block.decode().split("\n")[1:-1]

    def text(self) -> str:
        """The words, each between line ends."""
        return b"".join(self._blocks).decode().replace("\n\n", "\n")

    def place(self, word: str) -> int:
        """How many words come before this one."""
        number = bisect_right(self._heads, word) - 1
        return number * _SIZE + bisect_left(self._block(number), word) if number >= 0 else 0

    def starting(self, first: int) -> Iterator[str]:
        """The words from a place on."""
        for number in range(first // _SIZE, len(self._blocks)):
            block = self._block(number)
            yield from block[first % _SIZE :] if number == first // _SIZE else block

    def at(self, place: int) -> str:
        """The word at a place."""
        return self._block(place // _SIZE)[place % _SIZE]

    def with_first(self, sign: str) -> tuple[int, list[str]]:
        """The words that begin with a character, and the place of the first of them."""
        heads = self._heads
        first = max(0, bisect_left(heads, sign) - 1)
        last = bisect_left(heads, chr(ord(sign) + 1), first)
        words = b"".join(self._blocks[first:last]).replace(b"\n\n", b"\n").decode().split("\n")[1:-1]
        start = bisect_left(words, sign)
        return first * _SIZE + start, words[start : bisect_left(words, chr(ord(sign) + 1), start)]

    def find(self, word: str) -> int | None:
        """The place of a word, None where it isn't in the list."""
        number = bisect_right(self._heads, word) - 1
        if number < 0:
            return None
        block = self._blocks[number]
        place = block.find(f"\n{word}\n".encode("utf-8", "surrogatepass"))
        return None if place < 0 else number * _SIZE + block.count(b"\n", 0, place)

    def places(self, words: Sequence[str]) -> list[int | None]:
        """The place of each word, None where it isn't in the list; the words have no line ends.

        Once many have been asked for, by hashes of 64 bits, which are taken to tell words apart.
        """
        self._asked += len(words)
        if self._length and self._asked > _MANY and len(words) > _FEW:
            return self._hashed(words)
        heads, blocks = self._heads, self._blocks
        found: list[int | None] = []
        lines = "\n".join(words).encode("utf-8", "surrogatepass").split(b"\n") if words else []
        for word, line in zip(words, lines, strict=True):
            number = bisect_right(heads, word) - 1
            block = blocks[number] if number >= 0 else b""
            place = block.find(b"\n%b\n" % line)
            found.append(None if place < 0 else number * _SIZE + block.count(b"\n", 0, place))
        return found

    def _hashed(self, words: Sequence[str]) -> list[int | None]:
        import numpy as np

        if self._hashes is None:
            values = np.fromiter(map(hash, self._lines()), np.int64, len(self))
            order = np.argsort(values)
            self._hashes = _Hashes(values[order], order.astype(np.int32))
        known, places = self._hashes
        lines = "\n".join(words).encode("utf-8", "surrogatepass").split(b"\n")
        asked = np.fromiter(map(hash, lines), np.int64, len(words))
        near = np.searchsorted(known, asked)
        near[near == len(known)] = 0
        hits = np.flatnonzero(known[near] == asked)
        found: list[int | None] = [None] * len(words)
        for number, place in zip(hits.tolist(), places[near[hits]].tolist(), strict=True):
            found[number] = place
        return found

    def _lines(self) -> Iterator[bytes]:
        """The words in UTF-8."""
        for first in range(0, len(self._blocks), _SIZE):
            text = b"".join(self._blocks[first : first + _SIZE]).replace(b"\n\n", b"\n")
            yield from text.split(b"\n")[1:-1]

    def beginning(self, prefix: str) -> tuple[int | None, str]:
        """The place of the first word that begins so, and that word; None and "" where none does."""
        if not self._heads:
            return None, ""
        number = max(0, bisect_right(self._heads, prefix) - 1)
        block = self._block(number)
        place = bisect_left(block, prefix)
        if place == len(block):
            number, place = number + 1, 0
            word = self._heads[number] if number < len(self._heads) else ""
        else:
            word = block[place]
        return (number * _SIZE + place, word) if word.startswith(prefix) else (None, "")

    def _block(self, number: int) -> list[str]:
        block = self._open.get(number)
        if block is None:
            if len(self._open) >= _MOST_OPEN:
                self._open.clear()
            block = self._open[number] = self._blocks[number].decode().split("\n")[1:-1]
        return block
