"""Packed form of `ko.chunks`: words, senses, pairs and gains as streams of bytes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from folding import folded
from korean_counting import Counts, Floats


def of_words(listed: Sequence[str], words: Mapping[str, float]) -> list[bytes]:
    """Words in order: how much each shares with the one before, the rests, their rarity."""
    return [*folded(listed), bytes(rarity(words[word]) for word in listed)]


def of_senses(found: Iterable[Counter[tuple[int, int]]]) -> list[bytes]:
    """How many senses each has that are no exceptions; by sense its two classes and its rarity."""
    counts, rare = bytearray(), bytearray()
    into, out = list[int](), list[int]()
    for senses in found:
        total = senses.total()
        kept = [(sense, count) for sense, count in senses.most_common(4) if count >= 0.03 * total]
        counts.append(len(kept))
        for (one, two), count in kept:
            into.append(one)
            out.append(two)
            rare.append(rarity(count / total))
    return [bytes(counts), numbers(into), numbers(out), bytes(rare)]


def of_pairs(pairs: Counts, size: int) -> list[bytes]:
    """How many pairs each place begins, the distances of their others, and their gains."""
    first = np.concatenate([[True], pairs.firsts[1:] != pairs.firsts[:-1]])
    steps = np.where(first, pairs.seconds, np.diff(pairs.seconds, prepend=0))
    sizes = np.bincount(pairs.firsts, minlength=size)
    return [numbers(sizes.tolist()), numbers(steps.tolist()), in_bytes(25 * pairs.gains)]


def numbers(values: Iterable[int]) -> bytes:
    """Numbers of seven bits a byte, the lowest first, all bytes but the last of one above 127."""
    found = bytearray()
    for value in values:
        while value > 127:
            found.append(value & 127 | 128)
            value >>= 7
        found.append(value)
    return bytes(found)


def in_bytes(values: Floats) -> bytes:
    """Numbers rounded to what a byte holds."""
    return np.clip(np.round(values), 0, 255).astype(np.uint8).tobytes()


def rarity(share: float) -> int:
    """A share in a byte."""
    return min(255, round(-20 * math.log10(share)))
