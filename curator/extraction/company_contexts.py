"""Contexts: what the words around a name tell of it: a company, a person, a place, a broadcaster."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache

from curator import paths
from curator.extraction.company_inflections import agrees, base, bases
from curator.extraction.company_spellings import folded

REACH = 64
"""How many characters to either side are looked at."""

_PIECE = re.compile(r"\w+(?:[-‑]\w+)*")
_STOP = re.compile(r"[.!?;:|•。！？]\s|\n[\s\-*•#]*\n|\n[-*•#]")
_OPENING = " \u00a0\t«„“”\"'‚‘’(*_["
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER_LETTER = re.compile(r"[\u0370-\u1cff\u3040-\ud7af]")
_ENGLISH = re.compile(r"\b(?:the|and|of|to|for|with|that|is)\b")
_BULLETS = ".!?:;•|–—-#>。！？…\n"


class Cue(StrEnum):
    """What a word says of a name beside it."""

    COMPANY = "company"
    ROLE = "role"
    SPEAKING = "speaking"
    MEDIUM = "medium"
    PLACE_PREPOSITION = "place_preposition"
    PRODUCT = "product"
    GIVEN = "given"
    INSTITUTION = "institution"
    PLACE = "place"
    LONE = "lone"


_DECLINED = frozenset({Cue.COMPANY, Cue.ROLE, Cue.MEDIUM, Cue.GIVEN, Cue.INSTITUTION, Cue.PLACE})
_seen: dict[str, frozenset[Cue]] = {}


def cues(word: str) -> frozenset[Cue]:
    """What the written word is a cue for, in any of its inflected forms."""
    found = _seen.get(word)
    if found is None:
        if len(_seen) > 1 << 16:
            _seen.clear()
        found = _seen[word] = _looked_up(folded(word))
    return found


def before(text: str, start: int, count: int = 3) -> list[str]:
    """Up to `count` words of the same sentence before `start`, nearest first."""
    left = text[max(0, start - REACH) : start]
    sentence = max((stop.end() for stop in _STOP.finditer(left)), default=0)
    pieces: list[str] = _PIECE.findall(left[sentence:])
    return pieces[: -count - 1 : -1]


def after(text: str, end: int, count: int = 2) -> list[str]:
    """Up to `count` words of the same sentence after `end`, nearest first."""
    right = text[end : end + REACH]
    stop = _STOP.search(right)
    pieces: list[str] = _PIECE.findall(right[: stop.start()] if stop else right)
    return pieces[:count]


def begins_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` would be written with a capital anyway."""
    left = text[max(0, start - 16) : start].rstrip(_OPENING)
    return not left or left[-1] in _BULLETS


def is_foreign(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters stands among words of another script."""
    around = text[max(0, start - REACH) : start] + text[end : end + REACH]
    return len(_OTHER_LETTER.findall(around)) > len(_LATIN_LETTER.findall(around))


def is_english(text: str, start: int) -> bool:
    """Whether the words around are English, or too few to tell."""
    around = text[max(0, start - 3 * REACH) : start + 3 * REACH]
    return around.isascii() or len(_ENGLISH.findall(around)) >= 3


@cache
def _lexicon() -> dict[str, list[tuple[str, Cue]]]:
    with paths.resource("companies", "cues.toml").open("rb") as file:
        sections = tomllib.load(file)
    lexicon: dict[str, list[tuple[str, Cue]]] = {}
    for cue, languages in sections.items():
        for written in {word for line in languages.values() for word in line.split()}:
            word = folded(written)
            lexicon.setdefault(base(word), []).append((word, Cue(cue)))
    return lexicon


def _looked_up(word: str) -> frozenset[Cue]:
    lexicon = _lexicon()
    return frozenset(
        cue
        for stem in bases(word)
        for known, cue in lexicon.get(stem, ())
        if known == word or (cue in _DECLINED and len(known) > 3 and agrees(known, word))
    )
