"""Sentences drawn from the language model of Kiwi (Apache-2.0), which was trained on newspapers and books.

The model (`cong.mdl` of kiwipiepy_model 0.24) tells which morphemes follow which: a trie of the last ones
leads to one of 262,145 contexts, each context and each morpheme has a vector of 256 numbers of four bits, and
their product is the logarithm of a probability. Nothing of the texts that it was trained on is in it.

A file begins with the numbers of morphemes and contexts, dimensions, and the places of its parts: how many
branches each node of the trie has, their keys, the nodes' contexts (three streams of the form of Lemire et
al., *Stream VByte*, 2018), then rows for contexts and morphemes: 128 bytes of numbers, a scale (16 bits), a
byte for each eight numbers with their own scale and zero, and for contexts their normalisation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

Wanted = Callable[[Sequence[int]], bool]

WIDE = 256
_PER_NUMBER = 1 / 70.8
_GROUP = 8
_LONG_KEYS = 65_536 - 2_048
"""Morphemes from here on are two steps of the trie."""
_DRAWS = 256
_BATCH = 256
_LONGEST = 90
_LOOKED_AT = 768


class Model:
    """The contexts that morphemes lead to, and the morphemes drawn in each."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        self.morphemes, self.contexts = map(int, np.frombuffer(data, "<u8", 2))
        nodes, sizes, keys, values, rows = map(int, np.frombuffer(data, "<u8", 5, 24))
        contexts, size = self.contexts, 168 * self.contexts
        self._contexts = np.frombuffer(data, "u1", size, rows).reshape(contexts, 168)
        self._morphemes = np.frombuffer(data, "u1", 162 * self.morphemes, rows + size).reshape(-1, 162)
        self._trie = Trie(
            _stream(data, sizes, nodes, (0, 1, 2, 4)).tolist(),
            _stream(data, keys, nodes - 1, (1, 2, 3, 4)).tolist(),
            _stream(data, values, nodes, (0, 1, 2, 4)).tolist(),
        )

    def commonest(self, allowed: Sequence[int], most: int) -> list[int]:
        """So many of the allowed morphemes: those that are likeliest in some contexts together, in order."""
        chosen = np.asarray(allowed, np.int32)
        columns = _vectors(self._morphemes[chosen]).T.copy()
        together = np.zeros(len(chosen))
        at = np.random.default_rng(1).integers(1, self.contexts, _LOOKED_AT)
        for start in range(0, len(at), _BATCH):
            rows = self._contexts[at[start : start + _BATCH]]
            shares = np.exp(_vectors(rows) @ columns + _bias(rows))
            together += (shares / shares.sum(axis=1, keepdims=True)).sum(axis=0)
        return sorted(chosen[np.argsort(-together)[:most]].tolist())

    def drawn(self, allowed: Sequence[int], seed: int = 1) -> NDArray[np.int32]:
        """For each context so many of the allowed morphemes, drawn by their probability there."""
        random = np.random.default_rng(seed)
        kept = np.asarray(allowed, np.int32)
        columns = _vectors(self._morphemes[kept]).T.copy()
        found = np.empty((self.contexts, _DRAWS), np.int32)
        for start in range(0, self.contexts, _BATCH):
            rows = self._contexts[start : start + _BATCH]
            shares = np.cumsum(np.exp(_vectors(rows) @ columns + _bias(rows)), axis=1)
            asked = random.random((len(rows), _DRAWS), np.float32) * shares[:, -1:] * 0.999999
            for row, (share, points) in enumerate(zip(shares, asked, strict=True)):
                places = np.searchsorted(share, points, side="right")
                found[start + row] = kept[np.minimum(places, len(kept) - 1)]
        return found

    def sentences(
        self, drawn: NDArray[np.int32], first: Sequence[int], is_wanted: Wanted, seed: int
    ) -> Iterator[list[int]]:
        """Wanted sentences, without end; behind one that is not it begins anew, after these morphemes.

        The last of these morphemes is the one that ends sentences.
        """
        random = np.random.default_rng(seed)
        step = self._trie.step
        begin = (0, 0)
        for morpheme in first:
            begin = step(begin[0], morpheme)
        node, context = begin
        sentence: list[int] = []
        while True:
            for chosen in random.integers(0, _DRAWS, 1 << 16).tolist():
                morpheme = drawn.item(context, chosen)
                sentence.append(morpheme)
                node, context = step(node, morpheme)
                if morpheme == first[-1] or len(sentence) > _LONGEST:
                    if len(sentence) <= _LONGEST and is_wanted(sentence):
                        yield sentence
                    else:
                        node, context = begin
                    sentence = []


class Trie:
    """The nodes that sequences of morphemes lead to, each with its context and that of its shorter end."""

    def __init__(self, sizes: Sequence[int], keys: Sequence[int], values: Sequence[int]) -> None:
        self._branches: dict[int, int] = {}
        """By node and key the node there, or what is none: its context, negative."""
        self._contexts: list[int] = []
        open_nodes: list[tuple[int, Iterator[int]]] = []
        first = 0
        for size, value in zip(sizes, values, strict=True):
            if open_nodes:
                node, rest = open_nodes[-1]
                self._branches[node << 17 | next(rest)] = len(self._contexts) if size else -value
            if size:
                open_nodes.append((len(self._contexts), iter(keys[first : first + size])))
                first += size
                self._contexts.append(value)
            while open_nodes and open_nodes[-1][1].__length_hint__() == 0:
                open_nodes.pop()
        self._shorter = [0] * len(self._contexts)
        self._link()

    def _link(self) -> None:
        """Tell each node where its sequence without the first morpheme leads."""
        below: dict[int, list[tuple[int, int]]] = {}
        for branch, to in self._branches.items():
            if to > 0:
                below.setdefault(branch >> 17, []).append((branch & 0x1FFFF, to))
        order = [0]
        for node in order:
            for key, to in below.get(node, ()):
                met = list(self._shorter_ends(node, key))
                self._shorter[to] = next((other for other in met if other > 0), 0)
                if not self._contexts[to] and met:
                    self._contexts[to] = self._contexts[met[0]] if met[0] > 0 else -met[0]
                order.append(to)

    def _shorter_ends(self, node: int, key: int) -> Iterator[int]:
        """Where a key leads from each shorter end of a node's sequence."""
        while node:
            node = self._shorter[node]
            to = self._branches.get(node << 17 | key, 0)
            if to:
                yield to

    def step(self, node: int, morpheme: int) -> tuple[int, int]:
        """The node and context behind a node and a morpheme."""
        if morpheme < _LONG_KEYS:
            return self._step(node, morpheme)
        morpheme -= _LONG_KEYS
        node, _ = self._step(node, _LONG_KEYS + (morpheme >> 10))
        return self._step(node, _LONG_KEYS + 1_024 + (morpheme & 1_023))

    def _step(self, node: int, key: int) -> tuple[int, int]:
        while True:
            to = self._branches.get(node << 17 | key, 0)
            if to > 0:
                return to, self._contexts[to]
            if to < 0:
                return next((other for other in self._shorter_ends(node, key) if other > 0), 0), -to
            if not node:
                return 0, 0
            node = self._shorter[node]


def _vectors(rows: NDArray[np.uint8]) -> Floats:
    """The vectors of some rows."""
    half = WIDE // 2
    numbers = np.empty((len(rows), WIDE), np.float32)
    numbers[:, 0::2], numbers[:, 1::2] = rows[:, :half] & 15, rows[:, :half] >> 4
    scale = rows[:, half : half + 2].copy().view("<f2").astype(np.float32)
    own = rows[:, half + 2 : half + 2 + WIDE // _GROUP].astype(np.float32)
    zeros, scales = own // 64 + 6, own % 64 + 9
    shifted = (numbers.reshape(len(rows), -1, _GROUP) - zeros[:, :, None]) * scales[:, :, None]
    return shifted.reshape(len(rows), WIDE) * scale * _PER_NUMBER


def _bias(rows: NDArray[np.uint8]) -> Floats:
    """The normalisation of some contexts."""
    return -rows[:, 162:164].copy().view("<f2").astype(np.float32)


def _stream(data: bytes, place: int, count: int, sizes: tuple[int, int, int, int]) -> Numbers:
    """So many numbers: first two bits for the size of each, then their bytes, the lowest first."""
    codes = np.frombuffer(data, "u1", (count + 3) // 4, place)
    size = np.array(sizes)[np.stack([codes >> 2 * n & 3 for n in range(4)], axis=1).reshape(-1)[:count]]
    starts = np.cumsum(size) - size
    values = np.frombuffer(data, "u1", int(size.sum()) + 4, place + len(codes)).astype(np.int64)
    numbers = np.zeros(count, np.int64)
    for n in range(4):
        longer = size > n
        numbers[longer] |= values[starts[longer] + n] << 8 * n
    return numbers
