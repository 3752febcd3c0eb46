"""Grammars: which classes of Chinese, Japanese and Korean words follow which oftener than by chance.

Made by packaging/data/build_grammars.py, which describes the form.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from curator import paths
from curator.cleaning.words import streams_of

MAGIC = b"curator grammar 1\n"
BREAK = "^"
"""The class of where a line begins or ends."""
NUMBER = "0"
"""The class of all numbers in digits."""
LETTERS = "a"
"""The class of all words in Latin letters."""
UNKNOWN = "?"
"""The class, the first, of what has no other."""

_PER_LEVEL = 1 / 25


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of the words of one language, and what speaks for one following another."""

    classes: bytes
    """The class of each word, in the order of the word list."""
    gains: tuple[tuple[float, ...], ...]
    """For each class, and each that stands before it, the logarithm of how much oftener than by chance."""
    parted: tuple[tuple[float, ...], ...]
    """The same with a space between the two; none for languages without spaces."""
    places: dict[str, int] = field(repr=False)
    """The classes by name: words and signs that are classes of their own, and parts of speech."""

    def of_sign(self, sign: str) -> int:
        """The class of a sign, a space, or a run of digits or Latin letters."""
        if sign.isascii() and sign[0].isalnum():
            sign = NUMBER if sign[0].isdigit() else LETTERS
        return self.places.get(sign, 0)


@lru_cache(maxsize=2)
def grammar_of(language: str) -> Grammar:
    """The grammar of a language that has one; of one class for all others."""
    path = paths.resource("languages", f"{language}.grammar")
    if not language.isalpha() or not path.is_file():
        return Grammar(b"", ((0.0,),), (), {UNKNOWN: 0})
    names, classes, levels = streams_of(path.read_bytes(), MAGIC)
    listed = names.decode().split("\n")
    size = len(listed)
    values = [(level - 128) * _PER_LEVEL for level in range(256)]
    rows = [
        tuple(values[level] for level in levels[start : start + size])
        for start in range(0, len(levels), size)
    ]
    return Grammar(
        classes, tuple(rows[:size]), tuple(rows[size:]), {name: place for place, name in enumerate(listed)}
    )
