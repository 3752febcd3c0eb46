"""Counts of Korean chunks in text: their classes, and by how much oftener than by chance they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from korean_cutting import Kind
from numpy.typing import NDArray

from curator.cleaning.models.chunks import SIGN, TAIL, VERB

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]

DISCOUNT = 0.8
PRIOR = 4.0
"""How many meetings what is expected weighs as much as."""
OWN_TAILS, OWN_STEMS, CLASSES = 110, 60, 250
"""How many of the commonest are classes of their own, and how many classes there are at most."""


class Table(NamedTuple):
    """The classes of kinds of chunks on one side: the number of each kind's class, and what each class is.

    Names are those of the coarse classes; `parents` tells for each class of which of those it is a part.
    """

    of: Numbers
    names: dict[str, int]
    kinds: bytes
    parents: Numbers


def classed(kinds: Sequence[Kind], counts: Sequence[float], *, behind: bool) -> Table:
    """The commonest classes to one side; the commonest tails and stems are classes of their own."""
    tails, stems = Counter[str](), Counter[tuple[str, str]]()
    for kind, count in zip(kinds, counts, strict=True):
        if kind.kind == TAIL:
            tails[kind.text] += count
        elif kind.kind != SIGN:
            stems[kind.text, kind.into] += count
    own_tails = {text for text, _ in tails.most_common(OWN_TAILS)}
    own_stems = {stem for stem, _ in stems.most_common(OWN_STEMS)}

    def name(kind: Kind) -> str:
        if kind.kind == TAIL:
            own = kind.text in own_tails
        else:
            own = (kind.text, kind.into) in own_stems and not (behind and kind.kind == VERB)
        return f"{kind.text}/{kind.into}" if own else kind.out if behind else kind.into

    sizes, telling = Counter[str](), dict[str, Counter[int]]()
    for kind, count in zip(kinds, counts, strict=True):
        sizes[name(kind)] += count
        telling.setdefault(name(kind), Counter())[kind.kind_behind if behind else kind.kind] += count
    names = {one: number for number, (one, _) in enumerate(sizes.most_common(CLASSES), 1)}
    coarse = {one.partition(":")[0]: number for one, number in reversed(names.items())}

    rare_tail = next((number for one, number in names.items() if one[0] == "-"), 0)

    def number(kind: Kind) -> int:
        found = names.get(name(kind)) or coarse.get((kind.out if behind else kind.into).partition(":")[0])
        return found or (rare_tail if kind.kind == TAIL else names["NNG"])

    of = np.array([number(kind) for kind in kinds], np.int64)
    told = bytes([0, *(telling[one].most_common(1)[0][0] for one in names)])
    return Table(of, names, told, np.arange(len(told)))


class Counts(NamedTuple):
    """Pairs of places that stand together oftener than they would, with the logarithm of how much."""

    firsts: Numbers
    seconds: Numbers
    gains: Floats
    counts: Floats
    expected: Floats


def telling(met: Meetings, expected: Floats, size: int, limits: Limits) -> Counts:
    """The pairs that tell most, by how often they stand there and by chance would."""
    keys, which, times = np.unique(met.keys(size), return_inverse=True, return_counts=True)
    counts = np.bincount(which, weights=met.weights)
    chance = np.bincount(which, weights=expected)
    each = counts / times
    gains = np.log(np.maximum(counts - DISCOUNT * each, 0.2 * each) / (chance + limits.prior))
    found = np.flatnonzero((counts >= limits.least) & (gains > limits.telling))
    kept = np.sort(found[np.argsort(-(counts * gains)[found], kind="stable")[: limits.most]])
    return Counts(keys[kept] // size, keys[kept] % size, gains[kept], counts[kept], chance[kept])


class Meetings(NamedTuple):
    """Which place stands before which, each time that two meet, and what that counts."""

    firsts: Numbers
    seconds: Numbers
    weights: Floats

    def keys(self, size: int) -> Numbers:
        """One number for both places."""
        return self.firsts * size + self.seconds

    def shares(self, size: int) -> Floats:
        """What each time counts of all the times that the same two meet."""
        _, which = np.unique(self.keys(size), return_inverse=True)
        return self.weights / np.bincount(which, weights=self.weights)[which]


class Limits(NamedTuple):
    """What pairs are kept: how many, how often seen, with what gain, and what is added to chance."""

    most: int
    least: float
    telling: float
    prior: float


def class_gains(behind: Numbers, before: Numbers, weights: Floats, rows: int, columns: int) -> Floats:
    """By how much oftener than by chance, in logarithms, each class stands behind each other."""
    met = table(behind, before, weights, rows, columns)
    chance = np.outer(met.sum(axis=1), met.sum(axis=0)) / met.sum()
    prior = 2 * np.minimum(1.0, chance)
    share = (met + prior) / (chance + prior + 1e-9)
    return np.clip(np.log(np.where(chance > 0, np.maximum(share, 1e-9), 1.0)), -6.0, 6.0)


def finer_gains(behind: Numbers, before: Numbers, weights: Floats, coarse: Floats) -> Floats:
    """The same for parts of classes, where what is seldom met goes by the whole classes (`coarse`)."""
    met = table(behind, before, weights, *coarse.shape)
    chance = np.outer(met.sum(axis=1), met.sum(axis=0)) / met.sum()
    prior = np.minimum(PRIOR, chance) + 1e-9
    return np.clip(np.log((met + prior * np.exp(coarse)) / (chance + prior)), -6.0, 6.0)


class Across(NamedTuple):
    """The classes of three that stand together, and what each time counts."""

    firsts: Numbers
    middles: Numbers
    lasts: Numbers
    weights: Floats


def across_gains(met: Across, rows: int, columns: int) -> tuple[Floats, Floats]:
    """By how much oftener than what stands between says each last class stands behind each first.

    Also what that says: by class of the middle the share of each class behind it.
    """
    many = int(met.middles.max()) + 1
    behind = table(met.middles, met.lasts, met.weights, many, columns)
    shares = behind / np.maximum(behind.sum(axis=1, keepdims=True), 1e-9)
    expected = table(met.firsts, met.middles, met.weights, rows, many) @ shares
    found = table(met.firsts, met.lasts, met.weights, rows, columns)
    prior = np.minimum(PRIOR, expected) + 1e-9
    return np.clip(np.log((found + prior) / (expected + prior)), -6.0, 6.0), shares


def table(ones: Numbers, others: Numbers, weights: Floats, rows: int, columns: int) -> Floats:
    """How often each number of a row stands with each of a column."""
    return np.bincount(ones * columns + others, weights, rows * columns).reshape(rows, columns)


def leftovers(pairs: Counts, often: Floats) -> Floats:
    """By chunk the logarithm of what is left for those that no pair tells of."""
    size = len(often)
    seen = np.bincount(pairs.firsts, weights=pairs.counts - DISCOUNT, minlength=size) / np.maximum(often, 1)
    expected = np.bincount(pairs.firsts, weights=pairs.expected, minlength=size) / np.maximum(often, 1)
    return np.log(np.clip((1 - np.minimum(seen, 0.98)) / (1 - np.minimum(expected, 0.95)), 0.05, 1.0))
