"""Build `resources/languages/zh.followers`: which Chinese words follow which, oftener than by chance.

    apt-get download sunpinyin-data=0.1.22+20170109-2 libime-data-language-model=1.0.16-1
    for file in *.deb; do dpkg-deb -x $file models; done
    python packaging/data/build_followers.py models/usr/lib/*/sunpinyin/data models/usr/lib/*/libime/zh_CN.lm

Two models of input methods (`chinese_models`) are laid together: what they say of a pair of words that are
in `zh.words` counts half each, and the pairs that tell the most are kept. Run it after `build_languages.py`.

The file holds `MAGIC` and these zlib streams, each after its length in four bytes (big endian): the places in
`zh.words` of the words that have followers or are some, ascending, each as the difference to the one before
(two bytes, little endian); signs that do, too, numbered behind the words (UTF-8); how many followers each of
them has (two bytes); the numbers of these, ascending, as differences to the one before (the lowest bytes of
all, then those above them, then the highest); for each a byte, `STEPS` times the logarithm of how much
oftener it follows than by chance; and for each word a byte, 128 + `STEPS` times the logarithm of what speaks
for any other follower.
"""

from __future__ import annotations

import argparse
import math
import zlib
from pathlib import Path

import numpy as np
from build_languages import framed
from chinese_models import Floats, Model, Numbers, libime, mean, open_gram, open_gram_signs

from curator.cleaning.models.followers import MAGIC, STEPS
from curator.cleaning.models.words import words_of

OUT = Path(__file__).resolve().parents[2] / "resources" / "languages" / "zh.followers"
MOST = 1_100_000
LEAST = 0.7
SIGN = 0.03
"""How common each sign is taken to be."""
BYTES = 3
"""How many bytes a difference has."""


def main() -> None:
    """Write the followers of Chinese words."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("open_gram", type=Path, help="the folder with lm_sc.t3g and pydict_sc.bin")
    parser.add_argument("libime", type=Path, help="zh_CN.lm")
    parser.add_argument("--most", type=int, default=MOST, help="how many pairs are kept")
    arguments = parser.parse_args()
    known = words_of("zh")
    assert known is not None
    signs = open_gram_signs(arguments.open_gram)
    words = [*known.words, *signs]
    models = open_gram(arguments.open_gram, words), libime(arguments.libime, words)
    rates = np.append(
        np.frombuffer(known.levels, np.uint8) * (-math.log(10) / 20), [math.log(SIGN)] * len(signs)
    )
    data = packed(*chosen(models, rates, arguments.most), signs)
    OUT.write_bytes(data)
    print(f"{len(data):,} bytes")


def chosen(
    models: tuple[Model, Model], rates: Floats, most: int
) -> tuple[Numbers, Numbers, Floats, Floats, int]:
    """The pairs that tell the most by both models, their gains, the rests, and how many words there are."""
    size = len(rates)
    both = [model.firsts * size + model.seconds for model in models]
    pairs = np.union1d(*both)
    firsts, seconds = pairs // size, pairs % size
    listed: list[Floats] = []
    for model, here in zip(models, both, strict=True):
        # A pair that a model lacks has what is left for all others, if it knows both words.
        known = ~np.isnan(model.rates)
        gains = np.where(known[firsts] & known[seconds], model.rests[firsts], np.nan)
        gains[np.searchsorted(pairs, here)] = model.gains
        listed.append(gains)
    gains = mean(listed)
    rests = np.nan_to_num(mean([np.where(np.isnan(model.rates), np.nan, model.rests) for model in models]))
    given = np.exp(np.minimum(0, gains + rates[seconds]))
    worth = np.exp(rates[firsts]) * given * (gains - rests[firsts]) * (gains > LEAST)
    kept = np.sort(np.argsort(-worth)[:most])
    kept = kept[worth[kept] > 0]
    return firsts[kept], seconds[kept], gains[kept], rests, size


def packed(firsts: Numbers, seconds: Numbers, gains: Floats, rests: Floats, size: int, signs: str) -> bytes:
    """The followers in the form described above; the pairs are in order."""
    used = np.union1d(np.concatenate([firsts, seconds]), np.arange(size - len(signs), size))
    one, two = np.searchsorted(used, firsts), np.searchsorted(used, seconds)
    counts = np.bincount(one, minlength=len(used))
    steps = np.diff(two, prepend=0)
    begins = (np.cumsum(counts) - counts)[counts > 0]
    steps[begins] = two[begins]
    words = used[: len(used) - len(signs)]
    streams = (
        np.diff(words, prepend=0).astype("<u2").tobytes(),
        signs.encode(),
        counts.astype("<u2").tobytes(),
        b"".join((steps >> 8 * n & 255).astype(np.uint8).tobytes() for n in range(BYTES)),
        np.clip(np.rint(STEPS * gains), 0, 255).astype(np.uint8).tobytes(),
        np.clip(np.rint(128 + STEPS * rests[used]), 0, 255).astype(np.uint8).tobytes(),
    )
    print(f"{len(words):,} words, {len(one):,} pairs")
    return MAGIC + b"".join(framed(zlib.compress(stream, 9)) for stream in streams)


if __name__ == "__main__":
    main()
