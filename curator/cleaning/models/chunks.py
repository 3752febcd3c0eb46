"""Chunks: the parts of Korean words, and what speaks for one following another, joined or behind a space.

A chunk is a stem, or all particles and endings behind it. Made by packaging/data/build_chunks.py, which
describes the form.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from curator import paths
from curator.cleaning.models.grammars import BREAK
from curator.cleaning.models.streams import streams_of
from curator.cleaning.models.word_lists import WordList
from curator.cleaning.models.words import Words, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAGIC = b"curator chunks 3\n"
TAIL, VERB, BOUND, SIGN = 1, 2, 3, 4
"""Kinds of classes to what stands before: particles and endings, verbs, bound nouns, signs."""
_KINDS = 5
CLOSED, BARE = 1, 2
"""Kinds of classes to what stands behind: closed words, stems of verbs without an ending."""

PER_LEVEL = math.log(10) / 20
"""What a step of rarity is worth."""
CLASS_BITS, PLACE_BITS = 11, 18
"""How many bits of a number the class of a chunk has, and above that its place."""
_GAINS = [level / 25 for level in range(256)]
_PER_CLASS_GAIN = 1 / 20
_PER_LEFT = -1 / 40
_MOST_ROWS = 3_000

Row = dict[int, float]


class Chunks:
    """The chunks of Korean, with what is known of each and of those that stand together."""

    def __init__(self, data: bytes) -> None:
        streams = streams_of(data, MAGIC)
        prefixes, rests, levels, signs, counts, into, out, offs, before, behind, gains, left = streams[:12]
        known = words_of("ko")
        assert known is not None
        self.words = Words("ko", WordList(prefixes, rests), levels, known.letters)
        size = len(levels)
        self.unknown = size + len(signs.decode()) << CLASS_BITS
        """The number and class of every chunk that is none of these."""
        self.kinds = before
        self.kinds_behind = behind
        lefts = [_PER_LEFT * level for level in range(256)]
        self.left = [lefts[level] for level in left] + [0.0]
        """What speaks for chunks that are not among those told of behind each."""
        self._ends = array("I", accumulate(counts, initial=0))
        self._senses = _numbers(into), _numbers(out), offs
        self._signs = {sign: size + place for place, sign in enumerate(signs.decode())}
        self._gains = gains
        self._pairs = _Pairs(*streams[12:15])
        self._skips = _Pairs(*streams[15:18])
        self._heads = _numbers(streams[18] + b"\0")
        self._head_gains = _Gains(streams[19], len(before))
        self._tail_gains = _Gains(streams[20], len(before))

    def senses(self, place: int) -> Sequence[tuple[int, int, float]]:
        """What a chunk can be: its classes to what stands before and behind, with their scores."""
        into, out, offs = self._senses
        return [
            (place << CLASS_BITS | into[n], place << CLASS_BITS | out[n], -offs[n] * PER_LEVEL)
            for n in range(self._ends[place], self._ends[place + 1])
        ]

    def of_sign(self, sign: str) -> tuple[int, int]:
        """The classes of a sign, or of a run of digits or Latin letters."""
        if sign[0].isalpha():
            return self.unknown, self.unknown
        place = self._signs[
            "0" if sign[0].isdigit() else _ALIKE.get(sign, sign if sign in self._signs else ",")
        ]
        into, out, _ = self.senses(place)[0]
        return into, out

    def column(self, behind: int, offsets: Mapping[int, float]) -> list[float]:
        """For each class to what stands before what speaks for it behind a class to what stands behind.

        `offsets` are added, by the kinds of the former.
        """
        import numpy as np

        levels = np.frombuffer(self._gains, np.uint8)[behind :: len(self.kinds_behind)]
        return _table(tuple(offsets.items()))[np.frombuffer(self.kinds, np.uint8), levels].tolist()

    def behind_stem(self, place: int) -> list[float]:
        """For each class to what stands before what a stem says for it behind its ending."""
        return self._head_gains.row(self._heads[place])

    def ending(self, behind: int) -> list[float]:
        """For each class to what stands before what it says for that of an ending.

        `behind` is the class to what stands behind of the chunk before the stem.
        """
        return self._tail_gains.row(behind)

    def after(self, place: int) -> Row:
        """The gains of the chunks that stand behind one oftener than their classes do."""
        return self._pairs.row(place)

    def beyond(self, place: int) -> Row:
        """The gains of the chunks that stand behind the ending of one oftener than by chance."""
        return self._skips.row(place)


_ALIKE = {BREAK: ".", "‘": "'", "’": "'", "!": ".", "?": ".", "(": "“", ")": "”"}


@cache
def _values(offset: float) -> list[float]:
    """What the bytes of gains stand for, and so much more."""
    return [(level - 128) * _PER_CLASS_GAIN + offset for level in range(256)]


@cache
def _table(offsets: tuple[tuple[int, float], ...]) -> NDArray[np.object_]:
    """The same by kinds, each with its offset: objects, so that all rows made of them share these."""
    import numpy as np

    known = dict(offsets)
    return np.array([_values(known.get(kind, 0.0)) for kind in range(_KINDS)], dtype=object)


class _Gains:
    """Gains by two classes, packed; rows are unpacked when asked for."""

    def __init__(self, levels: bytes, wide: int) -> None:
        self._levels = levels
        self._wide = wide
        self._rows: dict[int, list[float]] = {}

    def row(self, number: int) -> list[float]:
        known = self._rows.get(number)
        if known is None:
            import numpy as np

            start = number * self._wide
            levels = np.frombuffer(self._levels, np.uint8)[start : start + self._wide]
            known = self._rows[number] = _table(())[0][levels].tolist()
        return known


class _Pairs:
    """Gains by two places, packed; rows are unpacked when asked for."""

    def __init__(self, sizes: bytes, places: bytes, levels: bytes) -> None:
        self._ends = array("I", accumulate(_numbers(sizes), initial=0))
        self._steps = _numbers(places)
        self._levels = levels
        self._rows: dict[int, Row] = {}

    def row(self, place: int) -> Row:
        known = self._rows.get(place)
        if known is None:
            if len(self._rows) > _MOST_ROWS:
                self._rows.clear()
            known = self._rows[place] = self._row(place)
        return known

    def _row(self, place: int) -> Row:
        if place + 1 >= len(self._ends):
            return {}
        start, end = self._ends[place], self._ends[place + 1]
        gains = map(_GAINS.__getitem__, self._levels[start:end])
        return dict(zip(accumulate(self._steps[start:end]), gains, strict=True))


def _numbers(data: bytes) -> array[int]:
    """Numbers of seven bits a byte, the lowest first, all bytes but the last of one above 127."""
    import numpy as np

    coded = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(coded < 128)
    starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    found = np.zeros(len(ends), np.uint32)
    for n in range(int((ends - starts).max(initial=-1)) + 1):
        longer = ends - starts >= n
        found[longer] |= (coded[starts[longer] + n] & 127).astype(np.uint32) << np.uint32(7 * n)
    return array("I", found.tobytes())


@lru_cache(maxsize=1)
def chunks() -> Chunks:
    """The chunks of Korean; they stay loaded."""
    return Chunks(paths.resource("languages", "ko.chunks").read_bytes())
