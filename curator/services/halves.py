"""Halves: the two languages of a bilingual digest, and in which of them each place stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from curator.domain.agreements import agree
from curator.services import language_shares

if TYPE_CHECKING:
    from curator.store.corroborations import Stated

LEAST_SHARE = 0.25
"""Of the paragraphs' weight that the smaller half of a bilingual article has at least."""

LEAST_PAIRS = 0.4
"""Of the figures that stand in both halves of a bilingual article at least; else it only quotes."""

FEWEST = 4
"""Figures from which on it is worth asking whether an article is bilingual."""


@dataclass(frozen=True, slots=True)
class Halves:
    """The languages of an article's paragraphs; `first` and `other` are "" unless it is bilingual."""

    language: str
    starts: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    first: str = ""
    other: str = ""

    def language_at(self, offset: int) -> str:
        """The language of the paragraph at a place, the article's where that is not known."""
        place = bisect_right(self.starts, offset) - 1
        return (self.languages[place] if 0 <= place < len(self.languages) else "") or self.language


def of(text: str, language: str, stated: Sequence[Stated]) -> Halves:
    """In which language each place of an article stands, as far as its figures stand there twice."""
    if len(stated) < FEWEST or _repeated(stated) < LEAST_PAIRS * len(stated):
        return Halves(language)
    starts, languages, shares = _paragraphs(text)
    strong = [name for name, share in shares if share >= LEAST_SHARE]
    if len(strong) != 2:
        return Halves(language, starts, languages)
    first, other = strong if strong[1] != language else reversed(strong)
    parts = Halves(language, starts, languages, first, other)
    sides = {each.id: parts.language_at(each.start) for each in stated}
    facts = {each.id: each.fact() for each in stated}
    paired = sum(
        any(sides[each.id] != sides[one.id] and agree(facts[each.id], facts[one.id]) for one in stated)
        for each in stated
    )
    return parts if paired >= LEAST_PAIRS * len(stated) else Halves(language, starts, languages)


def _repeated(stated: Sequence[Stated]) -> int:
    """How many figures have a size that stands in the article twice."""
    sizes: dict[tuple[str, float], int] = {}
    for each in stated:
        key = (each.kind, each.size)
        sizes[key] = sizes.get(key, 0) + 1
    return sum(number for number in sizes.values() if number > 1)


@lru_cache(32)
def _paragraphs(text: str) -> tuple[tuple[int, ...], tuple[str, ...], tuple[tuple[str, float], ...]]:
    """Where paragraphs begin, their languages, and each language's share of the text, the largest first."""
    from curator.cleaning.languages import paragraph_languages

    found = paragraph_languages(text)
    weights = language_shares.weights(found)
    total = sum(weights.values()) or 1
    shares = sorted(((name, weight / total) for name, weight in weights.items()), key=lambda each: -each[1])
    return tuple(span.start for span, _ in found), tuple(name for _, name in found), tuple(shares)
