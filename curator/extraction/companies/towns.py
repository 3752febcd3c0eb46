"""Towns: adjectives that tell from where a name is: "Brněnský Kovotvar", "la brasileira Kaszek"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from curator import paths
from curator.extraction.companies.contexts import Place, is_hungarian
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.inflections import agrees, bases
from curator.extraction.companies.spellings import words
from curator.extraction.companies.wordings import either, listed, sections
from curator.extraction.languages import is_frequent

QUOTES_BEFORE = ("«", "„", "“", '"')
QUOTES_BEHIND = ("»", "“", "”", '"')
_TOWNS_ADJECTIVE = re.compile(rf"(?:{either('town_adjectives')})\Z")
_ADJECTIVES = sections("wordings")["town_adjectives"]
_SURER_ADJECTIVE = re.compile("|".join(_ADJECTIVES[kind] for kind in _ADJECTIVES if kind != "other"))
_TOWN_BEFORE = re.compile(either("sure_town_adjectives"))
_TOWN_INSIDE = re.compile(either("town_adjectives_inside"))
_ARTICLE_BEFORE = re.compile(rf"(?<=[ \u00a0])(?:(?:{either('articles_before')}) |l['’])\Z")
_ARTICLES = [[article] for article in listed("bare_articles")]


def is_of_a_town(word: str) -> bool:
    """Whether the word may be an adjective of a town: "Brněnský"."""
    return _TOWNS_ADJECTIVE.fullmatch(word) is not None


def surely_of_a_town(word: str) -> bool:
    """Whether the word, which begins a sentence before a name, can't belong to the name."""
    return _TOWN_BEFORE.fullmatch(word) is not None


def tells_inside(word: str) -> bool:
    """Whether the word is an adjective of a town or country that has no capital inside a sentence."""
    return word[:1].islower() and (Cue.ORIGIN in cues(word) or _TOWN_INSIDE.fullmatch(word) is not None)


def is_told_of_a_town(text: str, place: Place, before: Sequence[str]) -> bool:
    """Whether the name is told to be of a town or country: "Brněnský Vltavín", "der finnische Vltavín".

    `before` are the words before it, nearest first; most adjectives tell it at the head of a sentence only.
    """
    gap = text[place.start - 1 : place.start]
    adjective = before[0]
    if gap not in (" ", "\u00a0", *QUOTES_BEFORE) or not _stands_right_before(text, adjective, place.start):
        return False
    if tells_inside(adjective):
        return True
    if not is_of_a_town(adjective) or (adjective[0].islower() and adjective.endswith("er")):
        return False
    germanic = _SURER_ADJECTIVE.fullmatch(adjective) is None
    if germanic and _is_another_word(text, adjective):
        return False
    _, *article = before
    if adjective[0].isupper():
        return article == [] or (germanic and [article[0].lower()] in _ARTICLES)
    return [word.lower() for word in article][:2] in _ARTICLES


def _stands_right_before(text: str, word: str, start: int) -> bool:
    """Whether nothing but a space, or a space and a quotation mark, stands between the word and the name."""
    return text.endswith(word, 0, start - 1 - (text[start - 1] in QUOTES_BEFORE))


def _is_another_word(text: str, adjective: str) -> bool:
    """Whether a word that ends as adjectives of towns do in a few languages is none: "eller", "opzioni"."""
    if is_frequent(adjective) or not cues(adjective) <= {Cue.ORIGIN}:
        return True
    return adjective.endswith("i") and not is_hungarian(text)


def before_origin(text: str, start: int, words: Sequence[str]) -> int:
    """Where the words begin that tell from where the name at `start` is: "e pela brasileira Kaszek"."""
    before = words[0] if words else ""
    if not before[:1].islower() or not text.endswith(f"{before} ", 0, start):
        return start
    if not tells_inside(before):
        return start
    start -= len(before) + 1
    article = _ARTICLE_BEFORE.search(text, max(0, start - 6), start)
    return start if article is None else article.start()


@lru_cache(maxsize=1 << 12)
def is_place(word: str) -> bool:
    """Whether the word is a country or a city, inflected perhaps: "Gdyni"."""
    return " " not in word and any(
        (stem in _places() and agrees(stem, part)) or (part.endswith("i") and f"{part}a" in _places())
        for part in words(word)
        for stem in bases(part)[:4]
    )


def is_just_a_place(word: str) -> bool:
    """Whether the folded word is a country or a city as some language writes it."""
    return word in _places()


@cache
def _places() -> frozenset[str]:
    file = paths.resource("companies", "places.txt")
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())
