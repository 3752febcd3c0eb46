"""Memories: the surely read words of a document, which its headings and sentences have in other capitals.

What was used is likely to be used again (Kuhn and De Mori 1990, "A cache-based natural language model"), and
capitals lose other bytes than small letters: a heading in capitals often leaves nothing else to go by.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from curator.cleaning.models.forms import capitals
from curator.cleaning.readings import Reader, Reading

_SHARE = 0.2
"""How much of what is said is said again."""
_SURE = 3.0
_SHORTEST = 3
_KEPT = 6
DOTTED = ("tr", "az")
"""Languages whose "i" keeps its dot as a capital."""
_WORD = re.compile(r"[^\W\d_]+")


class Memory:
    """The words of some pieces of a document; none is searched once the reader took its `allowed` steps."""

    def __init__(self, reader: Reader, pieces: Sequence[str], allowed: int = 0) -> None:
        self._reader = reader
        self._pieces = pieces
        self._allowed = allowed
        self._words: dict[str, tuple[str, float]] | None = None

    def recalled(self, piece: str, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings of a piece, with what it is if a word that was met otherwise written is in it."""
        best = readings[0]
        found: list[Reading] = []
        for match in _WORD.finditer(best.text):
            if len(match[0]) >= _SHORTEST and match[0][0].isupper():
                known = self._known().get(piece[best.cuts[match.start()] : best.cuts[match.end()]])
                if known is not None:
                    found.append(self._with(best, match, *known))
        if not found:
            return tuple(readings)
        texts = {reading.text for reading in found}
        rest = [reading for reading in readings if reading.text not in texts]
        return tuple(sorted([*found, *rest], key=lambda reading: -reading.score)[:_KEPT])

    def _with(self, best: Reading, match: re.Match[str], word: str, score: float) -> Reading:
        """A reading with another word in a place."""
        start, end = match.span()
        text = best.text[:start] + word + best.text[end:]
        sizes = [len(self._reader.channel.image(sign)) for sign in word]
        cuts = (*best.cuts[:start], *accumulate(sizes, initial=best.cuts[start]), *best.cuts[end + 1 :])
        likely = max(self._reader.score(word), score + capitals(word)) - self._reader.score(match[0])
        return Reading(text, best.score + likely, cuts)

    def _known(self) -> dict[str, tuple[str, float]]:
        """The words as the channel leaves them in capitals, and with one: the commonest of each image."""
        if self._words is None:
            self._words = {}
            counts: dict[str, int] = {}
            for piece, times in Counter(self._pieces).items():
                for word in dict.fromkeys(self._sure(piece)):
                    counts[word] = counts.get(word, 0) + times
            # The commonest is written last, of equal ones the first: it is what an image then stands for.
            words = sorted(counts, key=lambda word: counts[word], reverse=True)[::-1]
            total = len(self._pieces)
            for form in (self._shouted, str.capitalize) if words else ():
                formed = [form(word) for word in words]
                images = self._reader.channel.damaged("\n".join(formed)).split("\n")
                for word, other, image in zip(words, formed, images, strict=True):
                    if other != word:
                        self._words[image] = other, math.log(_SHARE * counts[word] / total)
        return self._words

    def _shouted(self, word: str) -> str:
        """A word in capitals as the language has them."""
        if self._reader.language in DOTTED:
            word = word.replace("i", "İ")
        upper = word.upper()
        return _unaccented(upper) if self._reader.language == "el" else upper

    def _sure(self, piece: str) -> list[str]:
        """The words of a piece of whose reading nothing else comes near."""
        reader = self._reader
        readings = reader.readings(piece) if reader.effort < self._allowed else reader.known(piece)
        if not readings:
            return []
        text = readings[0].text
        if len(readings) > 1 and readings[0].score - readings[1].score < _SURE:
            return []
        return [
            word
            for word in ([text] if text.isalpha() else _WORD.findall(text))
            if len(word) >= _SHORTEST and not word.isascii() and not word.isupper()
        ]


def _unaccented(word: str) -> str:
    """A Greek word in capitals, which have no accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace("\u0301", ""))
