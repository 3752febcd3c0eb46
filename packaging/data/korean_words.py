"""Korean words from mecab-ko-dic (Apache-2.0), whose entries are read from its compiled form.

The frequency list has 30,000 stems, particles and endings; the dictionary has every noun and every inflected
form. What it learned from its corpus has costs of its own, all else that of its kind: from that, and from how
a word is made, a rough frequency is guessed. Nouns that people have put into a spelling dictionary
(hunspell-ko, MPL-1.1 or LGPL-2.1, its entries CC BY-SA 4.0) are taken whatever they cost.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

HANGUL = re.compile("[가-힣]{2,6}$")
TAKEN_FOR_GRANTED = {"NNG": 2639, "MAG": 4017, "NNP": 2953}
"""The cost, up to which a word of a kind was in the corpus."""
NAMES = ("인명", "지명")
NOUNS = ("", "10", "25", "67")
"""The flags of hunspell-ko's words that are no stems of verbs: with and without a last consonant, adverbs."""
SEEN = 2e-7
COMPOUND = 5e-8
INFLECTED = 1.5e-7
PROPER = 3e-8
PLACE = 2e-8


class Entry(NamedTuple):
    """An entry of the dictionary: what its two sides connect with, its cost, its features."""

    word: str
    left: int
    right: int
    cost: int
    feature: str


def korean_words(dictionary: Path, spelling: Path) -> dict[str, float]:
    """The words of `sys.dic` and `ko.dic` that a newspaper may have, with rough frequencies."""
    words = dict.fromkeys(spelled(spelling), SEEN)
    for entry in entries(dictionary.read_bytes()):
        if HANGUL.match(entry.word):
            frequency = _frequency(entry.word, entry.cost, entry.feature.split(","))
            if frequency > words.get(entry.word, 0.0):
                words[entry.word] = frequency
    return words


def spelled(dictionary: Path) -> Iterator[str]:
    """The nouns and adverbs of a spelling dictionary."""
    for line in dictionary.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = unicodedata.normalize("NFC", line).partition("/")
        if flags in NOUNS and HANGUL.match(word):
            yield word


def _frequency(word: str, cost: int, fields: list[str]) -> float:
    """Nought for words that do more harm than good."""
    part, kind, made = fields[0], fields[1], fields[4]
    if part == "NNG":
        if abs(cost - TAKEN_FOR_GRANTED["NNG"]) > 1:
            return SEEN
        return COMPOUND if made == "Compound" and len(word) > 2 else COMPOUND / 8 if len(word) > 3 else 0.0
    if part == "NNP":
        if kind == "인명":
            return 0.0
        if kind == "지명":
            return PLACE if len(word) < 5 else 0.0
        return PROPER if len(word) < 6 else 0.0
    if part == "MAG":
        return SEEN if abs(cost - TAKEN_FOR_GRANTED["MAG"]) > 1 else COMPOUND / 4
    return INFLECTED if part[0] in "VXEJ" else COMPOUND


def entries(data: bytes) -> Iterator[Entry]:
    """Each entry of MeCab's compiled dictionary; its features are parted by commas."""
    array_size, token_size = struct.unpack_from("<2I", data, 24)
    tokens = 72 + array_size
    features = tokens + token_size
    units = np.frombuffer(data, "<i4", array_size // 4, 72).astype(np.int64)
    bases, checks = units[::2], units[1::2]
    places = np.nonzero(checks > 0)[0]
    places = places[np.argsort(checks[places], kind="stable")]
    first = np.searchsorted(checks[places], np.arange(checks.max() + 2))
    open_nodes = [(int(bases[0]), b"")]
    while open_nodes:
        base, word = open_nodes.pop()
        if not 0 <= base < len(first) - 1:
            continue
        for place in places[first[base] : first[base + 1]].tolist():
            if place > base:
                open_nodes.append((int(bases[place]), word + bytes([place - base - 1])))
                continue
            value = -int(bases[place]) - 1
            for token in range(value >> 8, (value >> 8) + (value & 0xFF)):
                left, right, _, cost, feature, _ = struct.unpack_from("<3HhII", data, tokens + 16 * token)
                start = features + feature
                listed = data[start : data.index(b"\0", start)].decode()
                yield Entry(word.decode(), left, right, cost, listed)
