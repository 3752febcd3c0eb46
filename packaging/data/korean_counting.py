"""Counts of Korean chunks in text: their classes, and by how much oftener than by chance they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from korean_cutting import Kind

from curator.cleaning.models.chunks import SIGN, TAIL, VERB

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Floats = NDArray[np.float64]

DISCOUNT = 0.8
OWN_TAILS, OWN_STEMS, CLASSES = 110, 60, 250
"""How many of the commonest are classes of their own, and how many classes there are at most."""


class Table(NamedTuple):
    """The classes of kinds of chunks on one side: the number of each kind's class, and what each class is."""

    of: Numbers
    names: dict[str, int]
    kinds: bytes


def classed(kinds: Sequence[Kind], counts: Sequence[int], *, behind: bool) -> Table:
    """The commonest classes to one side; the commonest tails and stems are classes of their own."""
    import numpy as np

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
    return Table(of, names, told)


class Counts(NamedTuple):
    """Pairs of places that stand together oftener than they would, with the logarithm of how much."""

    firsts: Numbers
    seconds: Numbers
    gains: Floats
    counts: Numbers
    expected: Floats


def telling(firsts: Numbers, seconds: Numbers, expected: Floats, size: int, limits: Limits) -> Counts:
    """The pairs that tell most, by how often they stand there and by chance would."""
    import numpy as np

    keys, which, counts = np.unique(firsts * size + seconds, return_inverse=True, return_counts=True)
    chance = np.bincount(which, weights=expected)
    gains = np.log(np.maximum(counts - DISCOUNT, 0.2) / (chance + limits.prior))
    found = np.flatnonzero((counts >= limits.least) & (gains > limits.telling))
    kept = np.sort(found[np.argsort(-(counts * gains)[found], kind="stable")[: limits.most]])
    return Counts(keys[kept] // size, keys[kept] % size, gains[kept], counts[kept], chance[kept])


class Limits(NamedTuple):
    """What pairs are kept: how many, how often seen, with what gain, and what is added to chance."""

    most: int
    least: int
    telling: float
    prior: float


def repeats(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Which of the different keys each is, and how often each of those stands there."""
    import numpy as np

    _, which, times = np.unique(keys, return_inverse=True, return_counts=True)
    return which, times


def class_gains(behind: Numbers, before: Numbers, rows: int, columns: int) -> Floats:
    """By how much oftener than by chance, in logarithms, each class stands behind each other."""
    import numpy as np

    met = np.zeros((rows, columns))
    np.add.at(met, (behind, before), 1)
    chance = np.outer(met.sum(axis=1), met.sum(axis=0)) / met.sum()
    prior = 2 * np.minimum(1.0, chance)
    share = (met + prior) / (chance + prior + 1e-9)
    return np.clip(np.log(np.where(chance > 0, np.maximum(share, 1e-9), 1.0)), -6.0, 6.0)


def leftovers(pairs: Counts, often: Floats) -> Floats:
    """By chunk the logarithm of what is left for those that no pair tells of."""
    import numpy as np

    size = len(often)
    seen = np.bincount(pairs.firsts, weights=pairs.counts - DISCOUNT, minlength=size) / np.maximum(often, 1)
    expected = np.bincount(pairs.firsts, weights=pairs.expected, minlength=size) / np.maximum(often, 1)
    return np.log(np.clip((1 - np.minimum(seen, 0.98)) / (1 - np.minimum(expected, 0.95)), 0.05, 1.0))
