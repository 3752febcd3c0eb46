"""What `ko.chunks` tells: chunks with their classes, pairs of them, and stems across an ending, from text."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from build_languages import framed
from korean_classes import Heads, heads_of, of_places, split, stem_classes
from korean_counting import (
    Across,
    Counts,
    Floats,
    Limits,
    Meetings,
    Numbers,
    Table,
    across_gains,
    class_gains,
    classed,
    finer_gains,
    leftovers,
    table,
    telling,
)
from korean_cutting import SIGNS, Kind, end_of
from korean_packing import in_bytes, numbers, of_pairs, of_senses, of_words
from korean_register import weights as news_weights
from numpy.typing import NDArray

from curator.cleaning.models.chunks import CLOSED, MAGIC, SIGN, TAIL

Flags = NDArray[np.bool_]

LONGEST = 8
"""How many characters a chunk has at most."""
MET = 0.7
"""What the times that a chunk was met count at least."""
PAIRS = Limits(320_000, 2, 0.3, 0.3)
SKIPS = Limits(150_000, 2.5, 0.5, 0.5)


class Lexicon(NamedTuple):
    """Chunks and signs: in order, with the frequencies of chunks, and how often each is what."""

    listed: list[str]
    signs: list[str]
    words: dict[str, float]
    senses: dict[str, Counter[tuple[int, int]]]


class Tokens(NamedTuple):
    """The chunks of a text: their places (-1 for none), what each counts, its classes, and what it is."""

    places: Numbers
    weights: Floats
    into: Numbers
    out: Numbers
    heads: Numbers
    tails: Flags
    stems: Flags
    bare: Flags
    """Those behind which an ending can stand."""

    def beside(self) -> Meetings:
        """Chunks that stand together."""
        known = (self.places[:-1] >= 0) & (self.places[1:] >= 0)
        return Meetings(self.places[:-1][known], self.places[1:][known], self.weights[1:][known])

    def across(self) -> Flags:
        """Where a stem begins behind which an ending stands, and behind that another stem."""
        known = (self.places[:-2] >= 0) & (self.places[2:] >= 0)
        return self.stems[:-2] & self.tails[1:-1] & self.stems[2:] & known


class Classes(NamedTuple):
    """The classes of kinds of chunks to what stands before and behind, and of stems before their endings."""

    into: Table
    out: Table
    heads: Heads


def built(text: Numbers, kinds: Sequence[Kind], nouns: Mapping[str, tuple[str, float]]) -> bytes:
    """The file, from chunks in text (-1 behind each sentence) and nouns that were not counted."""
    heard = text >= 0
    weights, text = news_weights(text, kinds)[heard], text[heard]
    counts = np.bincount(text, weights, len(kinds))
    coarse = tuple(classed(kinds, counts.tolist(), behind=behind) for behind in (False, True))
    classes = classes_of(text, weights, kinds, *coarse)
    lexicon = lexicon_of(kinds, counts.tolist(), classes, nouns)
    listed = {word: place for place, word in enumerate([*lexicon.listed, *lexicon.signs])}
    size = len(listed)
    places = np.array([listed.get(kind.text, -1) for kind in kinds])
    tokens = tokens_of(text, weights, kinds, places, classes)
    gains = gains_of(tokens, *coarse, classes)
    known = tokens.places >= 0
    often = np.bincount(tokens.places[known], weights[known], size)
    pairs = pairs_of(tokens, often, gains)
    heads = of_places(classes.heads.of, counts, places, size)
    skips, head_gains = skips_of(tokens, heads, classes)
    streams = [
        *of_words(lexicon.listed, lexicon.words),
        "".join(lexicon.signs).encode(),
        *of_senses([lexicon.senses[word] for word in listed]),
        classes.into.kinds,
        classes.out.kinds,
        in_bytes(128 + 20 * gains),
        in_bytes(-40 * leftovers(pairs, often)),
        *of_pairs(pairs, size),
        *of_pairs(skips, size),
        numbers(heads.tolist()),
        in_bytes(128 + 20 * head_gains),
        in_bytes(128 + 20 * ending_gains(tokens, classes)),
    ]
    return MAGIC + b"".join(framed(zlib.compress(stream, 9)) for stream in streams)


def classes_of(text: Numbers, weights: Floats, kinds: Sequence[Kind], into: Table, out: Table) -> Classes:
    """Finer classes, by what stands around stems."""
    before, behind = (stem_classes(text, weights, kinds, into, out, behind=side) for side in (False, True))
    return Classes(
        split(into, kinds, before, behind=False),
        split(out, kinds, behind, behind=True),
        heads_of(out, kinds, behind),
    )


def lexicon_of(
    kinds: Sequence[Kind],
    counts: Sequence[float],
    classes: Classes,
    nouns: Mapping[str, tuple[str, float]],
) -> Lexicon:
    """Chunks that were met oftener than once, and the other nouns."""
    into, out, _ = classes
    senses: dict[str, Counter[tuple[int, int]]] = {}
    for number, (kind, count) in enumerate(zip(kinds, counts, strict=True)):
        sense = int(into.of[number]), int(out.of[number])
        senses.setdefault(kind.text, Counter())[sense] += count
    total = sum(counts)
    words = {
        word: found.total() / total
        for word, found in senses.items()
        if found.total() > MET and len(word) <= LONGEST and is_hangul(word)
    }
    for word, (part, frequency) in nouns.items():
        if word not in words:
            words[word] = frequency
            end = out.names.get(part + end_of(word), out.names["NNG"])
            senses.setdefault(word, Counter())[into.names[part], end] += 1
    return Lexicon(sorted(words), [sign for sign in SIGNS.values() if sign in senses], words, senses)


def tokens_of(
    text: Numbers, weights: Floats, kinds: Sequence[Kind], places: Numbers, classes: Classes
) -> Tokens:
    """A text of kinds by their places among the chunks, with all that is counted of them."""
    tails = np.array([kind.kind == TAIL for kind in kinds])
    stems = np.array([kind.kind not in {TAIL, SIGN} for kind in kinds])
    bare = np.array([kind.kind_behind not in {CLOSED, SIGN} for kind in kinds])
    into, out, heads = classes
    return Tokens(
        places[text],
        weights,
        into.of[text],
        out.of[text],
        heads.of[text],
        tails[text],
        stems[text],
        bare[text],
    )


def gains_of(tokens: Tokens, into: Table, out: Table, classes: Classes) -> Floats:
    """By class to what stands before and class to what stands behind how much oftener than chance they meet.

    `into` and `out` are the coarse classes. What nobody knows (class 0) stands where names do.
    """
    parents, others = classes.into.parents, classes.out.parents
    behind, before, weights = tokens.into[1:], tokens.out[:-1], tokens.weights[1:]
    coarse = class_gains(parents[behind], others[before], weights, len(into.kinds), len(out.kinds))
    coarse[0] = coarse[into.names["NNP"]]
    coarse[:, 0] = coarse[:, [out.names["NNP"], out.names["NNP-"]]].mean(axis=1)
    coarse[0, 0] = 0.0
    wide = coarse[parents][:, others]
    gains = finer_gains(behind, before, weights, wide)
    gains[0], gains[:, 0] = wide[0], wide[:, 0]
    return gains


def pairs_of(tokens: Tokens, often: Floats, gains: Floats) -> Counts:
    """The chunks that stand behind others oftener than their classes say."""
    size, met = len(often), tokens.beside()
    known = (tokens.places[:-1] >= 0) & (tokens.places[1:] >= 0)
    by_class = np.exp(gains[tokens.into[1:][known], tokens.out[:-1][known]])
    # What all tokens of a pair expect together: each time it stands there a share of what its two parts say.
    chance = often[met.firsts] * often[met.seconds] / often.sum() * by_class * met.shares(size)
    return telling(met, chance, size, PAIRS)


def skips_of(tokens: Tokens, heads: Numbers, classes: Classes) -> tuple[Counts, Floats]:
    """The stems that stand behind the ending of others oftener than that and their classes say.

    And by class of stem and class behind its ending how much oftener than that says they meet.
    """
    here, size, many = tokens.across(), len(heads), len(classes.into.kinds)
    met = Meetings(tokens.places[:-2][here], tokens.places[2:][here], tokens.weights[2:][here])
    ends, lasts = tokens.out[1:-1][here], tokens.into[2:][here]
    gains, shares = across_gains(
        Across(heads[met.firsts], ends, lasts, met.weights), classes.heads.many, many
    )
    gains[0] = 0.0
    firsts, numbered = np.unique(met.firsts, return_inverse=True)
    endings = table(numbered, ends, met.weights, len(firsts), len(shares)).astype(np.float32)
    expected = endings @ shares.astype(np.float32) * np.exp(gains[heads[firsts]]).astype(np.float32)
    mass = np.bincount(lasts, met.weights, many)
    _, which = np.unique(met.seconds * many + lasts, return_inverse=True)
    of_class = np.bincount(which, met.weights)[which] / mass[lasts]
    return telling(met, expected[numbered, lasts] * of_class * met.shares(size), size, SKIPS), gains


def ending_gains(tokens: Tokens, classes: Classes) -> Floats:
    """By class of what stands before a stem and class of its ending how much oftener than it says they meet.

    What stands before is the last chunk that was closed, before all the stems in a row.
    """
    before = tokens.out[np.maximum.accumulate(np.where(tokens.bare, 0, np.arange(len(tokens.out))))]
    here = tokens.bare[:-1] & tokens.tails[1:]
    met = Across(before[:-1][here], tokens.out[:-1][here], tokens.into[1:][here], tokens.weights[1:][here])
    return across_gains(met, len(classes.out.kinds), len(classes.into.kinds))[0]


def is_hangul(word: str) -> bool:
    """Whether a word is whole syllables only."""
    return all("가" <= sign <= "힣" for sign in word)
