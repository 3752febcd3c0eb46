"""Build `resources/languages/zh.followers`: which Chinese words follow which, oftener than by chance.

    apt-get download sunpinyin-data=0.1.22+20170109-2
    dpkg-deb -x sunpinyin-data*.deb sunpinyin
    python packaging/data/build_followers.py sunpinyin/usr/lib/*/sunpinyin/data

The open-gram project (CC BY-SA 3.0) counted the words of much Chinese prose for input methods. Its model is
`lm_sc.t3g`: after the sizes of its levels two tables of values, then the unigrams, with the bigrams that
begin with each, as packed fields; `pydict_sc.bin` holds the words. Its bigrams of words that are in
`zh.words` are kept, those that tell the most. Run it after `build_languages.py`.

The file holds `MAGIC` and these zlib streams, each after its length in four bytes (big endian): the places in
`zh.words` of the words that have followers or are some, ascending, each as the difference to the one before
(two bytes, little endian); signs that do, too, numbered behind the words (UTF-8); how many followers each of
them has (two bytes); the numbers of these, ascending, as differences to the one before (lower bytes, then
the higher ones); for each a byte, `STEPS` times the logarithm of how much oftener it follows than by chance;
and for each word a byte, 128 + `STEPS` times the logarithm of what speaks for any other follower.
"""

from __future__ import annotations

import argparse
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from build_languages import framed

from curator.cleaning.models.followers import MAGIC, STEPS
from curator.cleaning.models.words import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Floats = NDArray[np.float64]

OUT = Path(__file__).resolve().parents[2] / "resources" / "languages" / "zh.followers"
LEVELS = 3
RATES, RESTS = 1 << 16, 1 << 14
"""How many values there are for how likely a word is, and for what is left for words unseen."""
WORD = (1 << 18) - 1
MOST = 500_000
LEAST = 0.7
FLOOR = 1e-9


class Model(NamedTuple):
    """The unigrams and bigrams of open-gram."""

    words: list[str]
    rates: Floats
    """How likely each word is."""
    firsts: Numbers
    """Of each bigram the first word, by its number."""
    seconds: Numbers
    given: Floats
    """How likely the second is behind the first."""


def main() -> None:
    """Write the followers of Chinese words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder with lm_sc.t3g and pydict_sc.bin")
    parser.add_argument("--most", type=int, default=MOST, help="how many pairs are kept")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    data = built(model_of(folder), arguments.most)
    OUT.write_bytes(data)
    print(f"{len(data):,} bytes")


def model_of(folder: Path) -> Model:
    """The model as it is in its two files."""
    listed = (folder / "pydict_sc.bin").read_bytes()
    count, _, start = struct.unpack_from("<3I", listed)
    texts = listed[start:].decode("utf-32-le").split("\0")[:count]
    data = (folder / "lm_sc.t3g").read_bytes()
    sizes = struct.unpack_from(f"<{LEVELS + 1}I", data, 8)
    place = 8 + 4 * (LEVELS + 1)
    rates = np.frombuffer(data, "<f4", RATES, place)
    place += 4 * (RATES + RESTS) + 12 * sizes[0]
    ones = np.frombuffer(data, "<u4", 3 * sizes[1], place).reshape(-1, 3)
    twos = np.frombuffer(data, "<u4", 3 * sizes[2], place + 12 * sizes[1]).reshape(-1, 3)
    begins = (((ones[:, 2] >> 25) << 16) | (ones[:, 1] >> 16)).astype(np.int64)
    numbers = (ones[:-1, 0] & WORD).astype(np.int64)
    places = np.full(WORD + 1, -1)
    places[numbers] = np.arange(len(numbers))
    firsts = np.repeat(np.arange(len(numbers)), np.diff(begins))
    twos = twos[: begins[-1]]
    return Model(
        [texts[number] for number in numbers],
        rates[ones[:-1, 1] & (RATES - 1)].astype(np.float64),
        firsts,
        places[(twos[:, 0] & WORD).astype(np.int64)],
        rates[twos[:, 1] & (RATES - 1)].astype(np.float64),
    )


def built(model: Model, most: int) -> bytes:
    """The followers that tell the most, in the form described above."""
    known = words_of("zh")
    assert known is not None
    named = [known.words.find(word) if word else None for word in model.words]
    signs = "".join(word for word in model.words if len(word) == 1 and not word.isalnum())
    size = len(known.words)
    place_of = np.array(
        [size + signs.index(word) if word and word in signs else -1 if place is None else place
         for word, place in zip(model.words, named, strict=True)]
    )  # fmt: skip
    gains = np.log(model.given / np.maximum(model.rates[model.seconds], FLOOR))
    usable = (place_of[model.firsts] >= 0) & (place_of[model.seconds] >= 0) & (gains > LEAST)
    levels = np.append(np.frombuffer(known.levels, np.uint8) / -20, np.full(len(signs), -2.0))
    news = np.where(place_of >= 0, 10 ** levels[place_of], 0.0)
    worth = news[model.firsts] * model.given * gains * usable
    kept = np.sort(np.argsort(-worth)[:most])
    kept = kept[worth[kept] > 0]
    firsts, seconds, given = model.firsts[kept], model.seconds[kept], model.given[kept]
    taken, common = np.zeros(len(place_of)), np.zeros(len(place_of))
    np.add.at(taken, firsts, given)
    np.add.at(common, firsts, model.rates[seconds])
    rest = np.log(np.maximum(1 - taken, 0.02) / np.maximum(1 - common, 0.02))
    used = np.unique(place_of[np.concatenate([firsts, seconds])])
    used = np.union1d(used, np.arange(size, size + len(signs)))
    pairs = np.stack([np.searchsorted(used, place_of[firsts]), np.searchsorted(used, place_of[seconds])])
    order = np.lexsort((pairs[1], pairs[0]))
    (one, two), levels = pairs[:, order], np.clip(np.rint(STEPS * gains[kept][order]), 0, 255)
    counts = np.bincount(one, minlength=len(used))
    steps = np.diff(two, prepend=0)
    begins = np.concatenate([[0], np.cumsum(counts)[:-1]])
    steps[begins[counts > 0]] = two[begins[counts > 0]]
    rests = np.zeros(len(used))
    rests[np.searchsorted(used, place_of[np.unique(firsts)])] = rest[np.unique(firsts)]
    words = used[used < size]
    streams = (
        np.diff(words, prepend=0).astype("<u2").tobytes(),
        signs.encode(),
        counts.astype("<u2").tobytes(),
        (steps & 255).astype(np.uint8).tobytes() + (steps >> 8).astype(np.uint8).tobytes(),
        levels.astype(np.uint8).tobytes(),
        np.clip(np.rint(128 + STEPS * rests), 0, 255).astype(np.uint8).tobytes(),
    )
    print(f"{len(words):,} words, {len(one):,} pairs")
    return MAGIC + b"".join(framed(zlib.compress(stream, 9)) for stream in streams)


if __name__ == "__main__":
    main()
