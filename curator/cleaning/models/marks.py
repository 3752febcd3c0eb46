"""Marks: characters within words that are no letters by themselves, as the vowel signs of Indic scripts."""

from __future__ import annotations

import re
import unicodedata

NON_JOINER = "\u200c"
JOINERS = f"{NON_JOINER}\u200d"
"""ZERO WIDTH NON-JOINER and JOINER."""


def _spans(*ranges: tuple[int, int]) -> str:
    """The marks in some ranges, as what stands within a class of a regular expression."""
    return "".join(
        chr(code)
        for first, last in ranges
        for code in range(first, last)
        if unicodedata.category(chr(code))[0] == "M"
    )


INDIC_MARKS = _spans((0x900, 0xE00), (0xE30, 0xE50))
"""Those of the Indic scripts, from Devanagari to Sinhala, and of Thai."""

MARKED = frozenset({"hi", "bn", "ta"})
"""Languages whose words have such marks."""


HAMZA = "\u0654"
"""ARABIC HAMZA ABOVE: behind a Persian word in "ه" what is its own or its quality follows."""

VOWEL_SIGNS = f"\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670{HAMZA}"
"""Those of Arabic, which are hardly ever written, and not in lists of words."""

VOWELLED = frozenset({"ar", "fa", "ur"})


LETTERS = f"(?:[^\\W\\d_]|[{INDIC_MARKS}{VOWEL_SIGNS}{JOINERS}])+"
"""Letters with their marks, as a regular expression."""

_WORD = re.compile(LETTERS)


def is_word(text: str) -> bool:
    """Whether a text is letters and their marks only."""
    return text.isalpha() or _WORD.fullmatch(text) is not None
