"""Japanese words and what follows what, by the open dictionary of Mozc (BSD 3-Clause; IPAdic's own licence).

The dictionary of the input method has words and compounds with what they are to the words before and behind
(their left and right kinds), and costs that were learned from much text of the web: 500 times the natural
logarithm of how likely a kind is behind another, and of how likely a word is among its kind. So it is a
language model of classes (Brown et al. 1992), of which shares of words and gains of kinds are made here.

The web is politer than newspapers, and the input method has numbers of its own: polite endings count less,
numerals more, and they follow each other.
"""

from __future__ import annotations

import math
import re
import struct
import zlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curator.cleaning.models.grammars import BREAK, LETTERS, MAGIC, NUMBER, UNKNOWN
from curator.cleaning.models.words import Words

Floats = NDArray[np.float64]
Kinds = dict[tuple[int, int], float]

PER_LOGARITHM = 500
OWN = 450
"""How many kinds, the commonest, stay classes of their own."""
SENSES, WITHIN = 3, 5.0
"""How many senses of a word are kept, and by how much, in logarithms, they may be rarer than the first."""
COUNTED = 0.6
"""The weight of the dictionary's shares of words beside those of the frequency list."""
WORD = re.compile("[぀-ヿ一-鿿ー々]{2,8}$")
POLITE = ("特殊・マス", "特殊・デス")
LESS, MORE = 0.3, 3.0
STOP = ["記号", "句点", "*", "*", "*", "*", "。"]
NUMERAL = ["名詞", "数", "漢数字"]
NUMERALS = {"*": (0.1, 0.3, 0.15), "十百千": (0.4, 0.02, 0.12), "万億兆": (0.3, 0.05, 0.01)}
"""What share of what is behind digits, tens and myriads each of the three has."""
CLOSING = {
    "記号,句点,,,,,。": 2.2, "記号,読点": -4.0, "記号,括弧開": -4.0, "記号,括弧閉": -0.5, "記号": 0.0,
    "助詞": -4.0, "助動詞": -2.5, "動詞": -2.5, "形容詞": -2.5, "副詞": -4.0, "連体詞": -4.0, "接続詞": -4.0,
    "接頭詞": -4.0, "名詞": -1.5, "名詞,数": -2.1, "名詞,副詞可能": -3.5, "名詞,形容動詞語幹": -4.0,
    "名詞,接尾,助数詞": -3.0,
}  # fmt: skip
"""How likely kinds end a paragraph, in logarithms: there is a full stop, a title ends in a noun."""


class Mozc:
    """The model as the files of `src/data/dictionary_oss` have it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        lines = (folder / "id.def").read_text(encoding="utf-8").splitlines()
        self.kinds = [line.split(" ", 1)[1].split(",") for line in lines]

    @cached_property
    def following(self) -> Floats:
        """For each kind how likely each other one is behind it."""
        size = len(self.kinds)
        listed = (self._folder / "connection_single_column.txt").read_text(encoding="ascii").split()
        chances = np.exp(-np.array(listed[1:], float).reshape(size, size) / PER_LOGARITHM)
        # Anything may be the first or the last thing that is typed; lines begin as sentences do.
        chances[:, 0] = 0
        chances[0] = chances[self.kinds.index(STOP)]
        chances[:, [n for n, kind in enumerate(self.kinds) if kind[4] in POLITE]] *= LESS
        groups = {
            signs: [n for n, kind in enumerate(self.kinds) if kind[:3] == NUMERAL and kind[6] in signs]
            for signs in NUMERALS
        }
        numerals = [n for group in groups.values() for n in group]
        chances[:, numerals] *= MORE
        for signs, shares in NUMERALS.items():
            for n in groups[signs]:
                chances[n, numerals] = 0
                chances[n] *= (1 - sum(shares)) / chances[n].sum()
                for behind, share in zip(groups.values(), shares, strict=True):
                    chances[n, behind] = share / len(behind)
        chances /= chances.sum(axis=1, keepdims=True)
        return chances

    @cached_property
    def shares(self) -> Floats:
        """How common each kind is."""
        shares = np.full(len(self.kinds), 1 / len(self.kinds))
        for _ in range(200):
            shares = shares @ self.following
        return shares / shares.sum()

    @cached_property
    def words(self) -> dict[str, Kinds]:
        """Of each word how likely it is among its kinds, over all its readings."""
        words: dict[str, Kinds] = {}
        for path in [*sorted(self._folder.glob("dictionary0*.txt")), self._folder / "suffix.txt"]:
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.count("\t") < 4:
                    continue
                _, left, right, cost, word = line.split("\t")[:5]
                kinds = words.setdefault(word, {})
                both = int(left), int(right)
                kinds[both] = kinds.get(both, 0.0) + math.exp(-int(cost) / PER_LOGARITHM)
        return words

    def frequency(self, word: str) -> float:
        """How common a word is, nought if it isn't known."""
        shares = self.shares
        return float(sum(shares[left] * chance for (left, _), chance in self.words.get(word, {}).items()))


def with_compounds(words: Mapping[str, float], model: Mozc, most: int) -> dict[str, float]:
    """The words of a frequency list, weighed by the model, too, and the commonest compounds beyond them."""
    merged: dict[str, float] = {}
    for word, frequency in words.items():
        modelled = model.frequency(word)
        merged[word] = modelled**COUNTED * frequency ** (1 - COUNTED) if modelled else frequency
    others = ((model.frequency(word), word) for word in model.words if word not in words and WORD.match(word))
    merged |= {word: frequency for frequency, word in sorted(others, reverse=True)[:most]}
    return dict(sorted(merged.items(), key=lambda item: -item[1]))


def grammar(model: Mozc, known: Words) -> bytes:
    """The grammar of the shipped words, in the form that `build_grammars` describes."""
    classes, size = _classes(model)
    gains = _gains(model, classes, size)
    noun = int(classes[model.kinds.index(["名詞", "一般", "*", "*", "*", "*", "*"])])
    pairs: dict[tuple[int, int], int] = {}
    counts, numbers, scores = bytearray(), list[int](), bytearray()
    for word in known.words:
        senses = _senses(model, classes, word) or [((noun, noun), 0.0)]
        counts.append(len(senses))
        for both, score in senses:
            numbers.append(pairs.setdefault(both, len(pairs)))
            scores.append(round(255 + 25 * max(-10.0, score)))
    digits = int(classes[next(n for n, kind in enumerate(model.kinds) if kind[2] == "アラビア数字")])
    found = {
        word: _senses(model, classes, word)[0][0]
        for word in model.words
        if len(word) == 1 and not word.isalnum() and word not in (UNKNOWN, BREAK)
    }
    signs = {UNKNOWN: (noun, noun), LETTERS: (noun, noun), NUMBER: (digits, digits)}
    signs[BREAK] = int(classes[0]), int(classes[0])
    return packed(signs | found, list(pairs), bytes(counts), numbers, bytes(scores), gains)


def packed(
    signs: Mapping[str, tuple[int, int]],
    pairs: list[tuple[int, int]],
    counts: bytes,
    numbers: list[int],
    scores: bytes,
    gains: bytes,
) -> bytes:
    """A grammar in the form that `build_grammars` describes."""
    streams = (
        "\n".join(f"{name}\t{into}\t{out}" for name, (into, out) in signs.items()).encode(),
        b"".join(struct.pack("<HH", *both) for both in pairs),
        counts,
        bytes(number & 255 for number in numbers) + bytes(number >> 8 for number in numbers),
        scores,
        gains,
    )
    parts = (zlib.compress(stream, 9) for stream in streams)
    return MAGIC + b"".join(struct.pack(">I", len(part)) + part for part in parts)


def _classes(model: Mozc) -> tuple[NDArray[np.int64], int]:
    """The class of each kind: the commonest are their own, the others share one by part of speech."""
    own = {0, *np.argsort(-model.shares)[:OWN].tolist()}
    names = [str(n) if n in own else ",".join([*kind[:2], kind[5]]) for n, kind in enumerate(model.kinds)]
    places = {name: place for place, name in enumerate(sorted(set(names)))}
    return np.array([places[name] for name in names]), len(places)


def _gains(model: Mozc, classes: NDArray[np.int64], size: int) -> bytes:
    """By how much oftener than by chance, in logarithms, each class follows each other, a byte each."""
    members = np.zeros((size, len(model.kinds)))
    members[classes, np.arange(len(model.kinds))] = 1
    both = members @ (model.shares[:, None] * model.following) @ members.T
    expected = np.outer(both.sum(axis=1), both.sum(axis=0))
    gains = np.log((both + 1e-12) / (expected + 1e-12))
    shares = members @ model.shares
    closing = members @ (model.shares * [_closing(kind) for kind in model.kinds])
    # No kind is followed by a line's beginning.
    gains[classes[0]] = np.log((members @ model.following[0] + 1e-9) / (shares + 1e-9))
    gains[:, classes[0]] = closing / np.maximum(shares, 1e-30)
    return np.clip(np.rint(128 + 25 * gains.T), 3, 253).astype(np.uint8).tobytes()


def _closing(kind: list[str]) -> float:
    """How likely a kind ends a paragraph, by the longest beginning of it that is known."""
    whole = ",".join("" if part == "*" else part for part in kind)
    if kind[0] in ("動詞", "形容詞") and kind[5] == "基本形":
        return -0.6
    known = [name for name in CLOSING if whole.startswith(name)]
    return CLOSING[max(known, key=len)] if known else 0.0


def _senses(model: Mozc, classes: NDArray[np.int64], word: str) -> list[tuple[tuple[int, int], float]]:
    """What a word can be, likeliest first, with the logarithm of the share of each."""
    found: dict[tuple[int, int], float] = {}
    for (left, right), chance in model.words.get(word, {}).items():
        both = int(classes[left]), int(classes[right])
        found[both] = found.get(both, 0.0) + float(model.shares[left]) * chance
    total = sum(found.values())
    best = sorted(found.items(), key=lambda item: -item[1])[:SENSES]
    return [(both, math.log(share / total)) for both, share in best if share > best[0][1] * math.exp(-WITHIN)]
