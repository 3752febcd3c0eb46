"""How common words are in news, guessed from the letters of news.

    pip download --no-deps lingua-language-detector==1.3.5
    pip install brotli

The models of lingua (Apache-2.0) say how often one to five letters stand together in the words of news (the
corpora of the Wortschatz project, Leipzig). Where some are followed by another less often than they stand
there, words end with them, and likewise for beginnings; so a chain of letters gives each word a frequency.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

LONGEST = 5
LETTERS = 6.5
"""In a word, on an average."""
ACROSS = 0.3
"""How much of the rarer part of a word with an apostrophe is that word's."""
_NAMES = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")
_LEAST = 0.003
_UNSEEN = 0.002


class News:
    """The letters of a language's news."""

    def __init__(self, wheel: Path, language: str) -> None:
        """Read the models from lingua's wheel."""
        import brotli

        self._behind: dict[str, float] = {}
        """How often the last letter stands behind the others, by all of them."""
        with zipfile.ZipFile(wheel) as packed:
            for name in _NAMES:
                data = packed.read(f"lingua/language-models/{language}/{name}.json.br")
                table: Mapping[str, str] = json.loads(brotli.decompress(data))["ngrams"]
                for share, listed in table.items():
                    one, _, two = share.partition("/")
                    self._behind |= dict.fromkeys(listed.split(" "), int(one) / int(two))

    @cached_property
    def _together(self) -> dict[str, float]:
        """How often letters stand together, of all letters."""
        found: dict[str, float] = {}
        for gram in sorted(self._behind, key=len):
            found[gram] = found.get(gram[:-1], 1.0) * self._behind[gram]
        return found

    @cached_property
    def _goes_on(self) -> dict[str, float]:
        """Of letters, how often another follows."""
        sums: dict[str, float] = {}
        for gram, share in self._behind.items():
            sums[gram[:-1]] = sums.get(gram[:-1], 0.0) + share
        return sums

    @cached_property
    def _came_on(self) -> dict[str, float]:
        """Of letters, how often another stands before."""
        sums: dict[str, float] = {}
        for gram, share in self._together.items():
            sums[gram[1:]] = sums.get(gram[1:], 0.0) + share
        return sums

    def frequency(self, word: str) -> float:
        """How often a word stands in news, of all words; very little where its letters do not go together.

        The models hold what is on either side of an apostrophe as words of their own.
        """
        if "'" in word.strip("'"):
            return ACROSS * min(map(self.frequency, word.strip("'").split("'")))
        first, last = word[: LONGEST - 1], word[1 - LONGEST :]
        found = self._together.get(first, 0.0)
        if not found:
            return 0.0
        share = found * max(_LEAST, 1.0 - self._came_on.get(first, 0.0) / found)
        for end in range(LONGEST, len(word) + 1):
            share *= self._behind.get(word[end - LONGEST : end], _UNSEEN)
        return share * LETTERS * max(_LEAST, 1.0 - self._goes_on.get(last, 0.0))
