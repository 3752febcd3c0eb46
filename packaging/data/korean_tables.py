"""What `ko.chunks` tells: chunks with their classes, pairs of them, and stems across an ending, from text."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from build_languages import framed
from korean_counting import Counts, Limits, Table, class_gains, classed, leftovers, repeats, telling
from korean_cutting import SIGNS, Kind, end_of
from korean_packing import in_bytes, of_pairs, of_senses, of_words

from curator.cleaning.models.chunks import MAGIC, SIGN, TAIL

if TYPE_CHECKING:
    import numpy as np
    from korean_counting import Floats, Numbers
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

LONGEST = 8
"""How many characters a chunk has at most."""
PAIRS = Limits(300_000, 3, 0.3, 0.3)
SKIPS = Limits(150_000, 4, 0.5, 0.5)


class Lexicon(NamedTuple):
    """Chunks and signs: in order, with the frequencies of chunks, and how often each is what."""

    listed: list[str]
    signs: list[str]
    words: dict[str, float]
    senses: dict[str, Counter[tuple[int, int]]]


class Tokens(NamedTuple):
    """The chunks of a text: their places (-1 for none), their classes to both sides, and what they are."""

    places: Numbers
    into: Numbers
    out: Numbers
    tails: Flags
    stems: Flags


def built(text: Numbers, kinds: Sequence[Kind], nouns: Mapping[str, tuple[str, float]]) -> bytes:
    """The file, from chunks in text (-1 behind each sentence) and nouns that were not counted."""
    import numpy as np

    counts = np.bincount(text[text >= 0], minlength=len(kinds)).tolist()
    into, out = (classed(kinds, counts, behind=behind) for behind in (False, True))
    lexicon = lexicon_of(kinds, counts, into, out, nouns)
    places = {word: place for place, word in enumerate([*lexicon.listed, *lexicon.signs])}
    size = len(places)
    tokens = tokens_of(text, kinds, np.array([places.get(kind.text, -1) for kind in kinds]), into, out)
    gains = gains_of(tokens, into, out)
    often = np.bincount(tokens.places[tokens.places >= 0], minlength=size).astype(float)
    pairs = pairs_of(tokens, often, gains)
    streams = [
        *of_words(lexicon.listed, lexicon.words),
        "".join(lexicon.signs).encode(),
        *of_senses([lexicon.senses[word] for word in places]),
        into.kinds,
        out.kinds,
        in_bytes(128 + 20 * gains),
        in_bytes(-40 * leftovers(pairs, often)),
        *of_pairs(pairs, size),
        *of_pairs(skips_of(tokens, size), size),
    ]
    return MAGIC + b"".join(framed(zlib.compress(stream, 9)) for stream in streams)


def lexicon_of(
    kinds: Sequence[Kind],
    counts: Sequence[int],
    into: Table,
    out: Table,
    nouns: Mapping[str, tuple[str, float]],
) -> Lexicon:
    """Chunks that were met more than once, and the other nouns."""
    senses: dict[str, Counter[tuple[int, int]]] = {}
    for number, (kind, count) in enumerate(zip(kinds, counts, strict=True)):
        sense = int(into.of[number]), int(out.of[number])
        senses.setdefault(kind.text, Counter())[sense] += count
    total = sum(counts)
    words = {
        word: found.total() / total
        for word, found in senses.items()
        if found.total() > 1 and len(word) <= LONGEST and is_hangul(word)
    }
    for word, (part, frequency) in nouns.items():
        if word not in words:
            words[word] = frequency
            end = out.names.get(part + end_of(word), out.names["NNG"])
            senses.setdefault(word, Counter())[into.names[part], end] += 1
    return Lexicon(sorted(words), [sign for sign in SIGNS.values() if sign in senses], words, senses)


def tokens_of(text: Numbers, kinds: Sequence[Kind], places: Numbers, into: Table, out: Table) -> Tokens:
    """A text of kinds by their places among the chunks, with classes; 0 where a sentence ends."""
    import numpy as np

    heard = text >= 0
    at = np.where(heard, text, 0)
    tails = np.array([kind.kind == TAIL for kind in kinds])
    stems = np.array([kind.kind not in {TAIL, SIGN} for kind in kinds])
    return Tokens(
        np.where(heard, places[at], -1),
        np.where(heard, into.of[at], 0),
        np.where(heard, out.of[at], 0),
        tails[at] & heard,
        stems[at] & heard,
    )


def gains_of(tokens: Tokens, into: Table, out: Table) -> Floats:
    """By class to what stands before and class to what stands behind how much oftener than chance they meet.

    What nobody knows (class 0) stands where names do.
    """
    gains = class_gains(tokens.into[1:], tokens.out[:-1], len(into.kinds), len(out.kinds))
    gains[0] = gains[into.names["NNP"]]
    gains[:, 0] = gains[:, [out.names["NNP"], out.names["NNP-"]]].mean(axis=1)
    gains[0, 0] = 0.0
    return gains


def pairs_of(tokens: Tokens, often: Floats, gains: Floats) -> Counts:
    """The chunks that stand behind others oftener than their classes say."""
    import numpy as np

    places, size = tokens.places, len(often)
    known = (places[:-1] >= 0) & (places[1:] >= 0)
    firsts, seconds = places[:-1][known], places[1:][known]
    by_class = np.exp(gains[tokens.into[1:][known], tokens.out[:-1][known]])
    # What all tokens of a pair expect together: each time it stands there a share of what its two parts say.
    which, times = repeats(firsts * size + seconds)
    chance = often[firsts] * often[seconds] / often.sum() * by_class / times[which]
    return telling(firsts, seconds, chance, size, PAIRS)


def skips_of(tokens: Tokens, size: int) -> Counts:
    """The stems that stand behind the ending of others oftener than by chance."""
    import numpy as np

    places, stems = tokens.places, tokens.stems
    across = stems[:-2] & tokens.tails[1:-1] & stems[2:] & (places[:-2] >= 0) & (places[2:] >= 0)
    firsts, seconds = places[:-2][across], places[2:][across]
    heads, others = (np.bincount(ones, minlength=size) for ones in (firsts, seconds))
    which, times = repeats(firsts * size + seconds)
    chance = heads[firsts] * others[seconds] / len(firsts) / times[which]
    return telling(firsts, seconds, chance, size, SKIPS)


def is_hangul(word: str) -> bool:
    """Whether a word is whole syllables only."""
    return all("가" <= sign <= "힣" for sign in word)
