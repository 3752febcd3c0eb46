"""Chunks: the parts of Korean words, and what speaks for one following another, joined or behind a space.

A chunk is a stem, or all particles and endings behind it. Made by packaging/data/korean_chunks.py, which
describes the form.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from curator import paths
from curator.cleaning.models.grammars import BREAK
from curator.cleaning.models.word_lists import WordList
from curator.cleaning.models.words import Words, streams_of, words_of

MAGIC = b"curator chunks 1\n"
TAIL, VERB, BOUND, SIGN = 1, 2, 3, 4
"""Kinds of classes to what stands before: particles and endings, verbs, bound nouns, signs."""
CLOSED, BARE = 1, 2
"""Kinds of classes to what stands behind: closed words, stems of verbs without an ending."""

PER_LEVEL = math.log(10) / 20
"""What a step of rarity is worth."""
CLASS_BITS, PLACE_BITS = 9, 18
"""How many bits of a number the class of a chunk has, and above that its place."""
_PER_GAIN = 1 / 25
_PER_CLASS_GAIN = 1 / 20
_PER_LEFT = -1 / 40
_MOST_ROWS = 8_000

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
        self.left = [_PER_LEFT * level for level in left] + [0.0]
        """What speaks for chunks that are not among those told of behind each."""
        self._ends = array("I", accumulate(counts, initial=0))
        self._senses = into, out, offs
        self._signs = {sign: size + place for place, sign in enumerate(signs.decode())}
        values = [(level - 128) * _PER_CLASS_GAIN for level in range(256)]
        wide = len(behind)
        self.gains = [
            [values[gains[row * wide + column]] for row in range(len(before))] for column in range(wide)
        ]
        """For each class to those behind and each to those before what speaks for them together."""
        self._pairs = _Pairs(*streams[12:15])
        self._skips = _Pairs(*streams[15:18])

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

    def after(self, place: int) -> Row:
        """The gains of the chunks that stand behind one oftener than their classes do."""
        return self._pairs.row(place)

    def beyond(self, place: int) -> Row:
        """The gains of the chunks that stand behind the ending of one oftener than by chance."""
        return self._skips.row(place)


_ALIKE = {BREAK: ".", "‘": "'", "’": "'", "!": ".", "?": ".", "(": "“", ")": "”"}


class _Pairs:
    """Gains by two places, packed; rows are unpacked when asked for."""

    def __init__(self, sizes: bytes, places: bytes, levels: bytes) -> None:
        self._ends = array("I", accumulate(_numbers(sizes), initial=0))
        self._steps = array("I", _numbers(places))
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
        levels = self._levels[start:end]
        return {
            other: level * _PER_GAIN
            for other, level in zip(accumulate(self._steps[start:end]), levels, strict=True)
        }


def _numbers(data: bytes) -> list[int]:
    """Numbers of seven bits a byte, the lowest first, all bytes but the last of one above 127."""
    numbers: list[int] = []
    number = shift = 0
    for byte in data:
        if byte > 127:
            number |= (byte & 127) << shift
            shift += 7
        elif shift:
            numbers.append(number | byte << shift)
            number = shift = 0
        else:
            numbers.append(byte)
    return numbers


@lru_cache(maxsize=1)
def chunks() -> Chunks:
    """The chunks of Korean; they stay loaded."""
    return Chunks(paths.resource("languages", "ko.chunks").read_bytes())
