"""Words: the shipped words of a language with their frequencies, and its letters.

Made by packaging/data/build_languages.py from wordfreq (Speer 2022) and, for Estonian, myspell-et;
resources/languages/README.md says under which licences.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from curator import paths
from curator.cleaning.models.marks import VOWEL_SIGNS, VOWELLED
from curator.cleaning.models.proper_words import gain_of, kinds_at
from curator.cleaning.models.streams import streams_of
from curator.cleaning.models.word_lists import WordList

MAGIC = b"curator words 2\n"
EAST_ASIAN = ("zh", "ja", "ko")
"""Languages read character by character rather than word by word."""

_PER_LEVEL = math.log(10) / 20
_MOST_PROMISES = 100_000
_UNASKED = math.nan
_WITHOUT_VOWELS = str.maketrans("", "", VOWEL_SIGNS)
_WITH_CEDILLA = str.maketrans("şţŞŢ", "șțȘȚ")
"""Romanian before Unicode had its letters, and often since."""
_LIGATURE = re.compile("(?<=[Ա-Ֆ])ԵՎ")
"""Matches what capitals have for the Armenian ligature within words."""


class Words:
    """The words of one language, in order; frequencies as natural logarithms."""

    def __init__(
        self, language: str, words: WordList, levels: bytes, letters: dict[str, float], kinds: bytes = b""
    ) -> None:
        self.language = language
        self.words = words
        self.levels = levels
        self.letters = letters
        """Letters beyond ASCII, with the logarithm of their share among all letters."""
        self.kinds = kinds
        """Of each word whether it is a NAME or INITIALS; nothing where that isn't known of any."""
        self._promises: dict[str, float | None] = {}

    def log_frequency(self, word: str) -> float | None:
        """How common a folded word is, None where it isn't known."""
        place = self.words.find(word)
        return None if place is None else -self.levels[place] * _PER_LEVEL

    def log_frequencies(self, words: Sequence[str], texts: Sequence[str]) -> list[float | None]:
        """How common each of some folded words is, written as in the texts; None where it isn't known.

        They have no line ends.
        """
        places, levels, kinds = self.words.places(words), self.levels, self.kinds
        if not kinds:
            return [None if place is None else -levels[place] * _PER_LEVEL for place in places]
        return [
            None
            if place is None
            else -levels[place] * _PER_LEVEL + (gain_of(kind, text) if (kind := kinds[place]) else 0.0)
            for place, text in zip(places, texts, strict=True)
        ]

    def kind(self, word: str) -> int:
        """Whether a folded word is a NAME or INITIALS; 0 if it is written small, or not known."""
        place = self.words.find(word) if self.kinds else None
        return 0 if place is None else self.kinds[place]

    def promise(self, prefix: str) -> float | None:
        """How common the commonest word is that begins so, None where none does."""
        known = self._promises.get(prefix, _UNASKED)
        if known is not _UNASKED:
            return known
        first, last = self.words.beginning_with(prefix)
        result = -min(self.levels[first:last]) * _PER_LEVEL if last > first else None
        if len(self._promises) > _MOST_PROMISES:
            self._promises.clear()
        self._promises[prefix] = result
        return result

    def beginning(self, prefix: str) -> tuple[bool, float | None]:
        """Whether any word begins so, and how common that word is itself, None where it is none."""
        place, found = self.words.beginning(prefix)
        return place is not None, None if place is None or found != prefix else -self.levels[
            place
        ] * _PER_LEVEL

    def folded(self, word: str) -> str:
        """A word as it is looked up: without case, as the language understands case."""
        if self.language in {"tr", "az"}:
            word = word.replace("I", "ı")
        elif self.language == "ro":
            word = word.translate(_WITH_CEDILLA)
        elif self.language in VOWELLED:
            word = word.translate(_WITHOUT_VOWELS)
        elif self.language == "hy":
            word = _LIGATURE.sub("և", word)
        word = word.replace("İ", "i").lower()
        return word if word.isascii() else word.replace("ς", "σ").replace("ß", "ss").replace("’", "'")


@lru_cache(maxsize=2)
def words_of(language: str) -> Words | None:
    """The words of a language, None where none are shipped; those of the last two stay loaded."""
    return words_at(language) if language.isalpha() else None


@cache
def has_words(language: str) -> bool:
    """Whether the words of a language are shipped."""
    return language.isalpha() and paths.resource("languages", f"{language}.words").is_file()


def words_at(name: str) -> Words | None:
    """The words of a shipped file, read anew; None where there is none of that name."""
    path = paths.resource("languages", f"{name}.words")
    if not path.is_file():
        return None
    prefixes, rests, levels, signs, shares = streams_of(path.read_bytes(), MAGIC)
    words = WordList(prefixes, rests)
    letters = {sign: -share * _PER_LEVEL for sign, share in zip(signs.decode(), shares, strict=True)}
    return Words(name, words, levels, letters, kinds_at(name, len(words)))


@lru_cache(maxsize=1)
def simplified() -> dict[int, str]:
    """Traditional Chinese characters with their simplified forms, for str.translate."""
    lines = paths.resource("languages", "simplified.txt").read_text(encoding="utf-8").split("\n")
    return {ord(line[0]): line[1] for line in lines if line}
