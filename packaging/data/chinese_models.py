"""What two input methods know of Chinese words: how common they are, and which follow which.

The open-gram project (CC BY-SA 3.0) counted the words of much Chinese prose. SunPinyin's model of it is
`lm_sc.t3g`: after the sizes of its levels two tables of values, then the unigrams, with the bigrams that
begin with each, as packed fields; `pydict_sc.bin` holds the words.

libime's model (LGPL-2.1 or later) is `zh_CN.lm`, a trie of KenLM (Heafield 2011) with quantized values: the
hashes of its words, the unigrams, then by second word the first words of the bigrams, in packed fields.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]

LEVELS = 3
RATES, RESTS = 1 << 16, 1 << 14
"""How many values open-gram has for how likely a word is, and for what is left for words unseen."""
WORD = (1 << 18) - 1
FLOOR = 1e-9
LEAST_LEFT = 0.02
TABLE = 1 << 8
"""How many values libime's model has for each of both."""
MODEL_TYPE = 5
MULTIPLIER = 0xC6A4A7935BD1E995
BITS = (1 << 64) - 1
SHIFT = 47
PER_DIGIT = math.log(10)
COUNTED = 0.5
"""The weight of the models' shares of words beside those of the frequency list."""


class Model(NamedTuple):
    """Unigrams and bigrams of some words, by their places; all but the places are natural logarithms."""

    rates: Floats
    """How likely each word is, not a number for one that is unknown."""
    firsts: Numbers
    seconds: Numbers
    gains: Floats
    """How much likelier the second word of each pair is behind the first."""
    rests: Floats
    """For each word how much likelier any other one is."""


def weighed(words: Mapping[str, float], models: Sequence[Model]) -> dict[str, float]:
    """Words with frequencies between their own and those of models of just these words, commonest first."""
    rates = mean([model.rates for model in models])
    found = {
        word: frequency if math.isnan(rate) else frequency ** (1 - COUNTED) * math.exp(COUNTED * rate)
        for (word, frequency), rate in zip(words.items(), rates.tolist(), strict=True)
    }
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def mean(several: Sequence[Floats]) -> Floats:
    """The means of those that are numbers."""
    listed = np.array(several)
    known = ~np.isnan(listed)
    with np.errstate(invalid="ignore"):
        return np.where(known, listed, 0).sum(axis=0) / known.sum(axis=0)


def open_gram_signs(folder: Path) -> str:
    """The signs that are words of open-gram."""
    return "".join(word for word in _open_gram_words(folder) if len(word) == 1 and not word.isalnum())


def open_gram(folder: Path, words: Sequence[str]) -> Model:
    """What `lm_sc.t3g` of a folder knows of some words."""
    data = (folder / "lm_sc.t3g").read_bytes()
    sizes = struct.unpack_from(f"<{LEVELS + 1}I", data, 8)
    place = 8 + 4 * (LEVELS + 1)
    values = np.frombuffer(data, "<f4", RATES, place).astype(np.float64)
    place += 4 * (RATES + RESTS) + 12 * sizes[0]
    ones = np.frombuffer(data, "<u4", 3 * sizes[1], place).reshape(-1, 3)
    twos = np.frombuffer(data, "<u4", 3 * sizes[2], place + 12 * sizes[1]).reshape(-1, 3)
    begins = (((ones[:, 2] >> 25) << 16) | (ones[:, 1] >> 16)).astype(np.int64)
    names, places = _open_gram_words(folder), {word: place for place, word in enumerate(words) if word}
    place_of = np.full(WORD + 1, -1)
    numbers = (ones[:-1, 0] & WORD).astype(np.int64)
    place_of[numbers] = [places.get(names[number], -1) for number in map(int, numbers)]
    rates = np.full(len(words) + 1, np.nan)
    rates[place_of[numbers]] = np.log(np.maximum(values[ones[:-1, 1] & (RATES - 1)], FLOOR))
    rates[-1] = np.nan
    twos = twos[: begins[-1]]
    firsts = np.repeat(place_of[numbers], np.diff(begins))
    seconds = place_of[(twos[:, 0] & WORD).astype(np.int64)]
    known = (firsts >= 0) & (seconds >= 0)
    firsts, seconds = firsts[known], seconds[known]
    given = values[twos[:, 1] & (RATES - 1)][known]
    gains = np.log(given) - rates[seconds]
    return Model(rates[:-1], firsts, seconds, gains, rests(firsts, given, np.exp(rates[seconds]), len(words)))


def rests(firsts: Numbers, given: Floats, common: Floats, size: int) -> Floats:
    """What is left for others behind each word, by how likely its followers are there and everywhere."""
    taken = np.bincount(firsts, given, size)
    expected = np.bincount(firsts, common, size)
    return np.log(np.maximum(1 - taken, LEAST_LEFT) / np.maximum(1 - expected, LEAST_LEFT))


def _open_gram_words(folder: Path) -> list[str]:
    listed = (folder / "pydict_sc.bin").read_bytes()
    count, _, start = struct.unpack_from("<3I", listed)
    return listed[start:].decode("utf-32-le").split("\0")[:count]


def libime(path: Path, words: Sequence[str]) -> Model:
    """What `zh_CN.lm` knows of some words."""
    data = path.read_bytes()
    # Numbers that tell the machine's form, the order and kind of the model, and how many of each order.
    place = (data.index(struct.pack("<3f", 0, 1, -0.5)) + 31) // 8 * 8 + 8
    order, kind = struct.unpack_from("<B7xI", data, place)
    assert (order, kind) == (LEVELS, MODEL_TYPE)
    ones, twos, threes = struct.unpack_from(f"<{LEVELS}Q", data, place + 20)
    place += 24 + 8 * LEVELS
    hashes = np.frombuffer(data, "<u8", ones - 1, place + 8)
    place += 8 * (ones + 1) + 8
    chances = np.frombuffer(data, "<f4", TABLE, place).astype(np.float64)
    place += 4 * TABLE * 3
    fields = np.dtype([("chance", "<f4"), ("left", "<f4"), ("begins", "<u8")])
    unigrams = np.frombuffer(data, fields, ones + 2, place)
    firsts, values = _bigrams(data, place + 16 * (ones + 2), (ones, twos, threes))
    seconds: Numbers = (
        np.searchsorted(unigrams["begins"].astype(np.int64)[: ones + 1], np.arange(twos), "right") - 1
    )
    asked = np.array([_hash(word.encode()) for word in words], np.uint64)
    near = np.minimum(np.searchsorted(hashes, asked), len(hashes) - 1)
    numbers = np.where(hashes[near] == asked, near + 1, 0)
    place_of = np.full(ones + 1, -1)
    place_of[numbers] = np.arange(len(words))
    place_of[0] = -1
    rates = np.where(numbers > 0, unigrams["chance"][numbers] * PER_DIGIT, np.nan)
    firsts, seconds = place_of[firsts], place_of[seconds]
    known = (firsts >= 0) & (seconds >= 0)
    firsts, seconds = firsts[known], seconds[known]
    gains = -np.abs(chances[values[known]]) * PER_DIGIT - rates[seconds]
    left = np.where(numbers > 0, unigrams["left"][numbers] * PER_DIGIT, np.nan)
    return Model(rates, firsts, seconds, gains, left)


def _bigrams(data: bytes, place: int, sizes: tuple[int, int, int]) -> tuple[Numbers, Numbers]:
    """The first word of each bigram, and the place of its value: by second word, in packed fields."""
    ones, twos, threes = sizes
    most = data[(place + 7) // 8 * 8 + 1]
    needed = threes.bit_length()
    # The higher bits of where trigrams begin stand apart where that is shorter.
    cut = min(range(min(needed, most) + 1), key=lambda n: (threes >> (needed - n)) * 64 - (twos + 1) * n)
    place += 8 * ((threes >> (needed - cut)) + 2) + 7
    first, value = ones.bit_length(), TABLE.bit_length() - 1
    width = first + 2 * value + needed - cut
    packed = np.frombuffer(data, np.uint8, ((twos + 1) * width + 7) // 8 + 8, place)

    def field(start: int, bits: int) -> Numbers:
        at = np.arange(twos, dtype=np.int64) * width + start
        whole = sum(packed[(at >> 3) + n].astype(np.int64) << 8 * n for n in range(4))
        return (np.asarray(whole) >> (at & 7)) & ((1 << bits) - 1)

    return field(0, first), field(first + value, value)


def _hash(data: bytes) -> int:
    """KenLM's hash of a word (MurmurHash64A by Austin Appleby)."""
    found = len(data) * MULTIPLIER & BITS
    whole = len(data) // 8 * 8
    for (part,) in struct.iter_unpack("<Q", data[:whole]):
        mixed = part * MULTIPLIER & BITS
        found = (found ^ ((mixed ^ mixed >> SHIFT) * MULTIPLIER & BITS)) * MULTIPLIER & BITS
    if data[whole:]:
        found = (found ^ int.from_bytes(data[whole:], "little")) * MULTIPLIER & BITS
    found = (found ^ found >> SHIFT) * MULTIPLIER & BITS
    return found ^ found >> SHIFT
