"""Classes of Korean stems by what stands around them, found in text.

Nouns and verbs are far too many for one class each, and each word for itself is met too seldom: those that
have alike neighbours are put together, so that what is known of the one helps the other. K-means, where the
distance is what it would cost to write a word's neighbours by those of a class (Dhillon et al. 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from korean_counting import Floats, Numbers, Table
from korean_cutting import Kind
from numpy.typing import NDArray

from curator.cleaning.models.chunks import SIGN, TAIL, VERB

Shares = NDArray[np.float32]

MANY = {"NNG": 160, "NNP": 32, "VV": 64, "VA": 24, "MAG": 12}
"""In how many classes the stems of a part of speech are put."""
LEAST = 20
"""How often a stem is met that has a class."""
NEIGHBOURS = 1_500
"""How many of the commonest stems are told apart as neighbours."""
ROUNDS = 25
_PRIOR = 100
_ENDS = "ㄹㅆ-"


class Stems(NamedTuple):
    """The stems of a text, with their parts of speech, and the number of that of each kind (-1 for none)."""

    names: list[tuple[str, str]]
    of: Numbers


def stems_of(kinds: Sequence[Kind]) -> Stems:
    """The stems among some kinds, whatever their endings."""
    numbers: dict[tuple[str, str], int] = {}
    of = [
        -1 if kind.kind in {TAIL, SIGN} else numbers.setdefault((kind.text, kind.into), len(numbers))
        for kind in kinds
    ]
    return Stems(list(numbers), np.array(of))


def stem_classes(
    text: Numbers, weights: Floats, kinds: Sequence[Kind], into: Table, out: Table, *, behind: bool
) -> Numbers:
    """The class of each kind's stem by what stands on one side of it; 0 for those that have none."""
    stems = stems_of(kinds)
    size = len(stems.names)
    here = stems.of[text]
    counts = np.bincount(here[here >= 0], weights[here >= 0], size)
    features = neighbours(text, here, counts, kinds, (into if behind else out).of, behind=behind)
    labels = np.zeros(size + 1, np.int64)
    first = 1
    for part, many in MANY.items():
        of_part = np.array([other == part for _, other in stems.names])
        rows = np.flatnonzero(of_part & (counts >= LEAST))
        rows = rows[np.argsort(-counts[rows], kind="stable")]
        if len(rows) > many:
            labels[rows] = first + clustered(histograms(here, weights, rows, features), many)
            first += many
    return labels[stems.of]


def neighbours(
    text: Numbers, here: Numbers, counts: Floats, kinds: Sequence[Kind], classes: Numbers, *, behind: bool
) -> list[tuple[Numbers, int]]:
    """By token the class beside it, the stem there, and the stem across an ending; -1 where there is none."""
    common = np.full(len(counts) + 1, -1)
    commonest = np.argsort(-counts, kind="stable")[:NEIGHBOURS]
    common[commonest] = np.arange(len(commonest))
    tails = np.array([kind.kind == TAIL for kind in kinds])[text]
    known = common[here]
    beside, across, classes_beside = np.full(len(text), -1), np.full(len(text), -1), np.full(len(text), -1)
    if behind:
        classes_beside[:-1], beside[:-1] = classes[text[1:]], known[1:]
        across[:-2] = np.where(tails[1:-1], known[2:], -1)
    else:
        classes_beside[1:], beside[1:] = classes[text[:-1]], known[:-1]
        across[2:] = np.where(tails[1:-1], known[:-2], -1)
    return [(classes_beside, int(classes.max()) + 1), (beside, NEIGHBOURS), (across, NEIGHBOURS)]


def histograms(
    here: Numbers, weights: Floats, rows: Numbers, features: Sequence[tuple[Numbers, int]]
) -> Shares:
    """For each of some stems how often it has each neighbour."""
    number = np.full(int(here.max()) + 2, -1)
    number[rows] = np.arange(len(rows))
    which = number[here]
    found: list[Shares] = []
    for values, many in features:
        known = (which >= 0) & (values >= 0)
        met = np.bincount(which[known] * many + values[known], weights[known], len(rows) * many)
        found.append(met.reshape(-1, many).astype(np.float32))
    return np.concatenate(found, axis=1)


def clustered(met: Shares, many: int) -> Numbers:
    """To which of so many classes each row belongs; the first rows are where the classes begin."""
    everywhere = met.sum(axis=0)
    everywhere = everywhere / everywhere.sum()
    sums, labels = met[:many], np.full(len(met), -1)
    for _ in range(ROUNDS):
        shares = (sums + _PRIOR * everywhere) / (sums.sum(axis=1, keepdims=True) + _PRIOR)
        closest = (met @ np.log(shares + 1e-12).T).argmax(axis=1)
        moved = int((closest != labels).sum())
        labels = closest
        if moved < 0.002 * len(met):
            break
        sums = np.zeros((many, met.shape[1]), np.float32)
        np.add.at(sums, labels, met)
    return labels


def split(coarse: Table, kinds: Sequence[Kind], labels: Numbers, *, behind: bool) -> Table:
    """Classes parted by those of stems; a class of its own, or of an ending that a verb melts into, stays."""
    names = {number: name for name, number in coarse.names.items()}
    numbers = {(parent, 0): parent for parent in range(len(coarse.kinds))}
    of = np.zeros(len(kinds), np.int64)
    for place, kind in enumerate(kinds):
        parent = int(coarse.of[place])
        parts = names.get(parent, "").rstrip(_ENDS) in MANY and not (behind and kind.kind == VERB)
        of[place] = numbers.setdefault((parent, int(labels[place]) if parts else 0), len(numbers))
    parents = np.array([parent for parent, _ in numbers])
    return Table(of, coarse.names, bytes(coarse.kinds[parent] for parent in parents), parents)


class Heads(NamedTuple):
    """What stems are as what stands before an ending: the class of each kind, and how many there are."""

    of: Numbers
    many: int


def heads_of(coarse: Table, kinds: Sequence[Kind], labels: Numbers) -> Heads:
    """The classes of stems before their endings, whatever those are; 0 is of none."""
    names = {number: name for name, number in coarse.names.items()}
    numbers: dict[tuple[str, int], int] = {}
    of = np.zeros(len(kinds), np.int64)
    for place, kind in enumerate(kinds):
        if kind.kind in {TAIL, SIGN}:
            continue
        name = names[int(coarse.of[place])]
        melts = name[0] == ">"
        own = "/" in name and not melts
        label = 0 if own else int(labels[place])
        key = ("", label) if label else (kind.into if melts else name.rstrip(_ENDS), 0)
        of[place] = numbers.setdefault(key, len(numbers) + 1)
    return Heads(of, len(numbers) + 1)


def of_places(of: Numbers, counts: Floats, places: Numbers, size: int) -> Numbers:
    """By chunk the class of its commonest kind that has one."""
    found = np.zeros(size, np.int64)
    known = np.flatnonzero((of > 0) & (places >= 0))
    known = known[np.argsort(counts[known], kind="stable")]
    found[places[known]] = of[known]
    return found
