"""Names: people and places in the Latin script, which cross borders and keep their letters and capitals.

Made by packaging/data/build_names.py; resources/languages/README.md says from what.
"""

from __future__ import annotations

from functools import lru_cache

from curator.cleaning.models.spelling import Spelling, trained
from curator.cleaning.models.words import Words, words_at

_SHORTEST = 4
_LONGEST_ENDING = 3
_UNKNOWN = -4.5
"""How rarely a name is none of these."""
_INFLECTED = -2.5


class Names:
    """The names known, with frequencies as natural logarithms, and how names are spelled."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._trained: Spelling | None = None

    def log_frequency(self, name: str) -> float | None:
        """How common a name in small letters is, None where it isn't known."""
        return self._words.log_frequency(name)

    def found(self, name: str) -> tuple[int, float] | None:
        """How long the longest known name is that a name in small letters begins with, and how common."""
        for end in range(len(name), max(_SHORTEST, len(name) - _LONGEST_ENDING) - 1, -1):
            score = self._words.log_frequency(name[:end])
            if score is not None:
                return end, score if end == len(name) else score + _INFLECTED
        return None

    def likelihood(self, name: str) -> float:
        """How likely a name in small letters is, by its spelling."""
        if self._trained is None:
            self._trained = trained(self._words)
        return _UNKNOWN + self._trained.of(name)


@lru_cache(maxsize=1)
def names() -> Names | None:
    """The names, None where none are shipped."""
    words = words_at("names")
    return None if words is None else Names(words)
