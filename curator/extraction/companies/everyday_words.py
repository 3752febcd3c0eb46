"""Everyday words: what seems a new name, though the text has each of its words in small letters, too."""

from __future__ import annotations

import re

from curator.extraction.companies.spellings import LETTER

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(rf"{LETTER}|[-.@/]")
_BEHIND = re.compile(rf"{LETTER}|[-@/]|\.\w")
_QUOTES = "«„“\"'‘"
_SHORTEST = 3


def are_everyday_words(text: str, start: int, end: int) -> bool:
    """Whether the text itself writes all words of the place without a capital elsewhere, outside of quotes.

    "Removable Media" is a heading where removable media are spoken of, and "Relógios" a program's.
    """
    if text[start - 1 : start] in _QUOTES and start:
        return False
    found = [word for word in _WORD.findall(text, start, end) if len(word) >= _SHORTEST]
    return bool(found) and all(_is_small_elsewhere(text, word) for word in found)


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
