"""Everyday words: what seems a new name, though it is a word of the language, or the text writes it small."""

from __future__ import annotations

import re

from curator.extraction.companies.spellings import LETTER
from curator.extraction.languages import counted, is_frequent, votes

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(rf"{LETTER}|[-.@/]")
_BEHIND = re.compile(rf"{LETTER}|[-@/]|\.\w")
_QUOTES = "«„“\"'‘"
_SHORTEST = 3
_AROUND = 300
"""So many characters to either side tell a word's language."""


def are_everyday_words(text: str, start: int, end: int) -> bool:
    """Whether the place is one of the language's most frequent words, or the text writes all of it small.

    "Removable Media" is a heading where removable media are spoken of, and "Relógios" a program's. What
    stands in quotes is a name all the same.
    """
    if text[start - 1 : start] in _QUOTES and start:
        return False
    if is_frequent_here(text, start, end):
        return True
    found = [word for word in _WORD.findall(text, start, end) if len(word) >= _SHORTEST]
    return bool(found) and all(_is_small_elsewhere(text, word) for word in found)


def is_frequent_here(text: str, start: int, end: int) -> bool:
    """Whether the word is one of the most frequent ones of the language that the text has there."""
    word = text[start:end]
    if not is_frequent(word) or word.isupper():
        return False
    around = text[max(0, start - _AROUND) : end + _AROUND].lower()
    languages = counted(votes(_WORD.findall(around), around))
    own = max(languages, key=languages.__getitem__, default="")
    return own in counted(votes([word.lower()], ""))


def _is_small_elsewhere(text: str, word: str) -> bool:
    small = word.lower()
    if small == word or small not in text:
        return False
    at = text.find(small)
    while at >= 0:
        end = at + len(small)
        if (at == 0 or _BEFORE.match(text, at - 1) is None) and _BEHIND.match(text, end) is None:
            return True
        at = text.find(small, end)
    return False
