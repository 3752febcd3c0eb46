"""Memories: the surely read words of a document, which its headings and sentences have in other capitals.

What was used is likely to be used again (Kuhn and De Mori 1990, "A cache-based natural language model"), and
capitals lose other bytes than small letters: a heading in capitals often leaves nothing else to go by.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate

from curator.cleaning.alphabetic.readings import Reader, Reading
from curator.cleaning.models.forms import capitals

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
        self._total = len(pieces)
        self._counts: dict[str, int] = {}
        self._written: list[_Written] | None = None

    def recalled(self, piece: str, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings of a piece, with what it is if a word that was met otherwise written is in it."""
        best = readings[0]
        found: list[Reading] = []
        for match in _WORD.finditer(best.text):
            if len(match[0]) >= _SHORTEST and match[0][0].isupper():
                known = self._known(piece[best.cuts[match.start()] : best.cuts[match.end()]])
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

    def _known(self, image: str) -> tuple[str, float] | None:
        """The commonest word that the channel leaves so, with one capital or else in capitals."""
        if self._written is None:
            words = self._sure_words()
            damaged = self._reader.channel.damaged
            self._written = [_Written(words, form, damaged) for form in (str.capitalize, self._shouted)]
        for written in self._written:
            found = written.found(image)
            if found is not None:
                word, formed = found
                return formed, math.log(_SHARE * self._counts[word] / self._total)
        return None

    def _sure_words(self) -> list[str]:
        """The words that are surely read, counted; the commonest first."""
        for piece, times in Counter(self._pieces).items():
            for word in dict.fromkeys(self._sure(piece)):
                self._counts[word] = self._counts.get(word, 0) + times
        return sorted(self._counts, key=lambda word: self._counts[word], reverse=True)

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


class _Written:
    """Words in another form as a channel leaves them; made of those only that may be what is asked for."""

    def __init__(
        self, words: Sequence[str], form: Callable[[str], str], damaged: Callable[[str], str]
    ) -> None:
        self._form = form
        self._damaged = damaged
        self._images: dict[str, dict[str, tuple[int, str, str]]] = {}
        firsts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for rank, word in enumerate(words):
            firsts[word[0]].append((rank, word))
        self._groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for first, group in firsts.items():
            self._groups[damaged(form(first))] += group

    def found(self, image: str) -> tuple[str, str] | None:
        """The first of the words that the channel leaves so, with its form; no word that is so itself."""
        beginnings = filter(image.startswith, self._groups)
        found = [known for beginning in beginnings if (known := self._made(beginning).get(image))]
        return min(found)[1:] if found else None

    def _made(self, beginning: str) -> dict[str, tuple[int, str, str]]:
        """The first word of each image that begins so, with its rank and form."""
        made = self._images.get(beginning)
        if made is None:
            made = self._images[beginning] = {}
            group = self._groups[beginning]
            formed = [self._form(word) for _, word in group]
            images = self._damaged("\n".join(formed)).split("\n")
            for (rank, word), other, image in zip(group, formed, images, strict=True):
                if other != word and (image not in made or rank < made[image][0]):
                    made[image] = rank, word, other
        return made


def _unaccented(word: str) -> str:
    """A Greek word in capitals, which have no accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace("\u0301", ""))
