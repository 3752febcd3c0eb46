"""Towns: adjectives that tell from where a name is: "Brněnský Kovotvar", "la brasileira Kaszek"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from curator import paths
from curator.extraction.companies.contexts import Place
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.inflections import agrees, bases
from curator.extraction.companies.spellings import words

QUOTES_BEFORE = ("«", "„", "“", '"')
_TOWNS_ADJECTIVE = re.compile(
    r"(?:[^\W\d_]+(?:sk|ck|šk|čk|zk|dzk)(?:[ýáéíiay]|ie|ou|ej|ého|iego)"  # Brněnský, Wrocławska, Splitski
    r"|[^\W\d_]+(?:ск|цк|чк|шк|зк|ськ|зьк|цьк)(?:ий|ой|ая|ое|ый|а|о|и|ата|ото|ият|ия)"
    r"|[^\W\d_]+(?:lainen|läinen|laisen|läisen)|[^\W\d_]{2,}l[ıiuü]"  # Oululainen, Bursalı
    r"|[^\W\d_]{3,}(?:ana|ano|ina|ino|esa|ense|aise|ais|oise|ois|enne|ien|ese|ense|ez|eză|eana|eano|iota)"
    r"|[^\W\d_]{3,}se|[^\W\d_]{3,}er|[^\W\d_]{3,}i)\Z"
)
_TOWN_BEFORE = re.compile(
    r"[^\W\d_]+(?:sk|ck|šk|čk|zk|dzk)(?:[ýáéíiay]|ie)|[^\W\d_]+(?:ск|цк|чк|шк|ськ|цьк)(?:ий|ая|ое|а|о|и|ата"
    r"|ото|ият)"
    r"|[^\W\d_]+(?:lainen|läinen)|[^\W\d_]{3,}l[ıiuü]"
)
"""Those that surely are no part of the name that they begin a sentence before."""
_SLAVIC_TOWN = re.compile(
    r"[^\W\d_]{3,}(?:sk|ck|šk|čk|zk|dzk|zs|ск|цк|чк|шк|ськ|цьк|зьк)"
    r"(?:[ýáéíiayouąę]|ie|ou|ej|ého|iego|им|ий|ая|ое|а|о|и|і|ой|ого|ата|ото|ият|иот|ия)|[^\W\d_]{3,}(?:lainen"
    r"|läinen)"
)
"""Such adjectives inside a sentence, too."""
_ARTICLE_BEFORE = re.compile(
    r"(?<=[ \u00a0])(?:(?:la|le|el|il|o|a|pela|pelo|por la|della|dalla|dal|par le|de|het|die|der|das|den|η|ο"
    r"|το) |l['’])\Z"
)
_ARTICLES = [[article] for article in "het de la il el o a az die der das le l".split()]


def is_of_a_town(word: str) -> bool:
    """Whether the word may be an adjective of a town: "Brněnský"."""
    return _TOWNS_ADJECTIVE.fullmatch(word) is not None


def surely_of_a_town(word: str) -> bool:
    """Whether the word, which begins a sentence before a name, can't belong to the name."""
    return _TOWN_BEFORE.fullmatch(word) is not None


def tells_inside(word: str) -> bool:
    """Whether the word is an adjective of a town or country that has no capital inside a sentence."""
    return word[:1].islower() and (Cue.ORIGIN in cues(word) or _SLAVIC_TOWN.fullmatch(word) is not None)


def is_told_of_a_town(text: str, place: Place, before: Sequence[str]) -> bool:
    """Whether the name is told to be of a town or country: "Brněnský Vltavín", "der finnische Vltavín".

    `before` are the words before it, nearest first; most adjectives tell it at the head of a sentence only.
    """
    gap = text[place.start - 1 : place.start]
    adjective = before[0]
    if gap not in (" ", "\u00a0", *QUOTES_BEFORE):
        return False
    if tells_inside(adjective):
        return True
    if not is_of_a_town(adjective) or (adjective[0].islower() and adjective.endswith("er")):
        return False
    _, *article = before
    return article == [] if adjective[0].isupper() else [word.lower() for word in article][:2] in _ARTICLES


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
    """Whether the word is a country or a city, inflected perhaps."""
    return " " not in word and any(
        stem in _places() and agrees(stem, part) for part in words(word) for stem in bases(part)[:4]
    )


def is_just_a_place(word: str) -> bool:
    """Whether the folded word is a country or a city as some language writes it."""
    return word in _places()


@cache
def _places() -> frozenset[str]:
    file = paths.resource("companies", "places.txt")
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())
