"""Forms: what capitals, accents and vowel signs of a word count, whatever its letters."""

from __future__ import annotations

import re

from curator.cleaning.models.marks import HAMZA, VOWEL_SIGNS

VOWELLED_SCORE = -6.0
"""What each vowel sign of Arabic counts in a word."""
_OWNED = 3.0
"""How much less that is of the sign on the last letter of Persian words."""
_ROUNDED = re.compile("\u064f\u0651(?=[^\\W\\d_])")
_ROUNDED_SCORE = -4.0
"""What "u" on a doubled letter within a word counts: verbs that double theirs have "a" or "i" there."""
_ACCENTED = frozenset("άέήίόύώΐΰ")


def capitals(word: str) -> float:
    """How likely the pattern of capitals is."""
    if word.islower():
        return 0.0
    if word.lower() == word.upper():
        return 0.0
    if len(word) == 1:
        return -1.5
    if word[0].isupper() and word[1:].islower():
        return -1.0
    if word.isupper():
        return -3.0
    parts = re.split("['’]", word)
    return (
        -2.0
        if all(not part or part.islower() or part.istitle() or part.isupper() for part in parts)
        else -12.0
    )


def vowels(word: str) -> float:
    """Arabic writes hardly any vowel sign, and none before a letter."""
    signs = sum(map(word.count, VOWEL_SIGNS))
    if not signs:
        return 0.0
    owned = _OWNED if word[-2:] == f"ه{HAMZA}" else 0.0
    rounded = _ROUNDED_SCORE * len(_ROUNDED.findall(word))
    return VOWELLED_SCORE * (signs + 2 * (word[0] in VOWEL_SIGNS)) + owned + rounded


def sigma(word: str) -> float:
    """Greek has its own sigma at the end of words."""
    wrong = "ς" in word[:-1] or (word[-1] == "σ" and len(word) > 1)
    return -9.0 if wrong else 0.0


def accents(word: str) -> float:
    """A Greek word has one accent; a second one only on its end, three syllables on."""
    places = [place for place, sign in enumerate(word.lower()) if sign in _ACCENTED]
    if len(places) < 2:
        return 0.0
    return -3.0 if len(places) == 2 and places[1] - places[0] > 3 and places[1] >= len(word) - 3 else -8.0
