"""Word lists: hundreds of thousands of words in order, in a twentieth of the memory that a list takes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.unsignedinteger[Any]]

SIZE = 32
"""Words that are kept together; the first of them is written whole."""

_LAST = "\U0010ffff"
END = 10
"""The code point of a line end."""
_BLOCK = re.compile(rb"(?>(?:.*+\n){1,%d})" % SIZE)
_MOST_ALONE = 1_000
"""So many blocks are opened one by one; then all together, which takes a third of the time for each."""
_AT_A_TIME = 600
"""So many blocks are unfolded together: their arrays stay in the processor's cache."""


class WordList:
    """Words in the order of their code points, kept folded in blocks; those that were looked into stay open.

    No word has a line end, nor may one that is asked for.
    """

    def __init__(self, prefixes: bytes, rests: bytes) -> None:
        """Take of each word how many characters it shares with the one before, and its rest as a line.

        The first of every `SIZE` words shares none.
        """
        self._prefixes = prefixes
        self._folded: list[bytes] = _BLOCK.findall(rests + b"\n") if prefixes else []
        self._heads = [block[: block.index(b"\n")].decode() for block in self._folded]
        self._open = [""] * len(self._folded)
        """The words of blocks, each between line ends; nothing for those that are folded still."""
        self._opened = 0

    def __len__(self) -> int:
        return len(self._prefixes)

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._open)):
            yield from self._words(number)

    def unfolded(self) -> Points:
        """The code points of all words, each between line ends; from now on all blocks are open."""
        self._unfold_all()
        return code_points("\n" + "".join([block[1:] for block in self._open]))

    def points(self) -> Iterator[Points]:
        """The code points of all words in order, a line end behind each, some thousands of words at a time.

        No more blocks are open then than before.
        """
        for first in range(0, len(self._open), _AT_A_TIME):
            folded = self._folded  # taken each time: another thread may open all blocks meanwhile
            if folded:
                yield self._unfolded(first, folded[first : first + _AT_A_TIME])
            else:
                opened = self._open[first : first + _AT_A_TIME]
                yield code_points("".join([block[1:] for block in opened]))

    def place(self, word: str) -> int:
        """How many words come before this one."""
        number = bisect_right(self._heads, word) - 1
        if number < 0:
            return 0
        return number * SIZE + bisect_left(self._block(number)[1:-1].split("\n"), word)

    def at(self, place: int) -> str:
        """The word at a place."""
        return self._block(place // SIZE)[1:-1].split("\n")[place % SIZE]

    def with_first(self, sign: str) -> tuple[int, list[str]]:
        """The words that begin with a character, and the place of the first of them."""
        first, last = self.place(sign), self.place(chr(ord(sign) + 1))
        start = first // SIZE
        words: list[str] = []
        for number in range(start, -(-last // SIZE)):
            words += self._words(number)
        return first, words[first - start * SIZE : last - start * SIZE]

    def beginning_with(self, prefix: str) -> tuple[int, int]:
        """The places of the first word that begins so and of what follows the last; alike where none does."""
        first = max(bisect_right(self._heads, prefix) - 1, 0)
        last = bisect_right(self._heads, prefix + _LAST) - 1
        if last < 0:
            return 0, 0
        block, line = self._block(first), f"\n{prefix}"
        place = block.find(line)
        start = first * SIZE + block.count("\n", 0, place) if place >= 0 else (first + 1) * SIZE
        if first == last and place < 0:
            return start, start
        block = self._block(last)
        return start, last * SIZE + block.count("\n", 0, block.rfind(line) + 1)

    def find(self, word: str) -> int | None:
        """The place of a word, None where it isn't in the list."""
        number = bisect_right(self._heads, word) - 1
        if number < 0:
            return None
        block = self._open[number] or self._block(number)
        place = block.find(f"\n{word}\n")
        return number * SIZE + block.count("\n", 0, place) if place >= 0 else None

    def places(self, words: Sequence[str]) -> list[int | None]:
        """The place of each word, None where it isn't in the list."""
        return list(map(self.find, words))

    def begun(self, prefixes: Sequence[str]) -> list[bool]:
        """Of each text whether any word begins so."""
        heads, opened, last = self._heads, self._open, len(self._heads) - 1
        known: list[bool] = []
        for prefix in prefixes:
            number = bisect_right(heads, prefix) - 1
            known.append(
                (number >= 0 and f"\n{prefix}" in (opened[number] or self._block(number)))
                or (number < last and heads[number + 1].startswith(prefix))
            )
        return known

    def beginning(self, prefix: str) -> tuple[int | None, str]:
        """The place of the first word that begins so, and that word; None and "" where none does."""
        place = self.place(prefix)
        word = self.at(place) if place < len(self) else ""
        return (place, word) if word and word.startswith(prefix) else (None, "")

    def _block(self, number: int) -> str:
        """The words of a block, each between line ends."""
        block = self._open[number]
        if not block:
            self._opened += 1
            if self._opened > _MOST_ALONE:
                self._unfold_all()
                return self._open[number]
            block = self._open[number] = "\n".join(["", *self._words(number), ""])
        return block

    def _words(self, number: int) -> list[str]:
        """The words of a block."""
        folded = self._folded  # taken first: another thread may open all blocks meanwhile
        if block := self._open[number]:
            return block[1:-1].split("\n")
        word = ""
        words: list[str] = []
        rests = folded[number].decode().split("\n")
        for shared, rest in zip(self._prefixes[number * SIZE : (number + 1) * SIZE], rests, strict=False):
            word = word[:shared] + rest
            words.append(word)
        return words

    def _unfold_all(self) -> None:
        folded = self._folded  # of another thread that does the same, none is taken away
        for first in range(0, len(folded), _AT_A_TIME):
            self._unfold(first, folded[first : first + _AT_A_TIME])
        self._folded = []

    def _unfold(self, first: int, blocks: Sequence[bytes]) -> None:
        """Open some blocks together, the first of which has this number."""
        import numpy as np

        points = self._unfolded(first, blocks)
        text = points.tobytes().decode(f"utf-{points.itemsize * 8}-le", "surrogatepass")
        ends = np.flatnonzero(points == END)[SIZE - 1 :: SIZE].tolist()
        for number, (start, end) in enumerate(pairwise([-1, *ends, len(text) - 1]), first):
            if start < end:
                self._open[number] = f"\n{text[start + 1 : end + 1]}"

    def _unfolded(self, first: int, blocks: Sequence[bytes]) -> Points:
        """The code points of the words of some blocks, the first of which has this number."""
        import numpy as np

        shared = np.frombuffer(self._prefixes[first * SIZE : (first + len(blocks)) * SIZE], np.uint8)
        return _unfolded(shared, code_points(b"".join(blocks).decode()))


def code_points(text: str) -> Points:
    """The code points of a text, two bytes each if they fit into that."""
    import numpy as np

    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, dtype=np.uint16)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _unfolded(shared: NDArray[np.integer[Any]], signs: Points) -> Points:
    """The words, a line each, by what each shares with the one before, and its rest.

    All first characters, all second ones …: one that a word shares with those before stands in the rest of
    the last one that does not. As rests follow each other, that is the furthest of those that have begun.
    """
    import numpy as np

    ends = np.flatnonzero(signs == END).astype(np.int32)
    # Where each word would begin if its rest were preceded by what it shares.
    begins = np.concatenate((np.zeros(1, dtype=np.int32), ends[:-1] + 1)) - shared
    lengths = ends - begins
    targets = np.cumsum(lengths + 1, dtype=np.int32) - lengths - 1
    result = np.full(int(lengths.sum()) + len(lengths), END, dtype=signs.dtype)
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
