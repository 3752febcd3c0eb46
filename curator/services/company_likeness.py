"""Likeness: which companies may be the same, from their names alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from curator.domain.companies import CompanyRow, Likeness, Pair
from curator.domain.folding import folded
from curator.extraction.companies.found_companies import canonical
from curator.extraction.companies.legal_forms import without_legal_form
from curator.extraction.companies.spellings import IDEOGRAPH, is_latin, skeleton, words

_SHORTEST_SOUND = 4
"""Letters of sound that a name needs to be told by them."""
_CROWD = 12
"""More companies than this that share a name are not told apart by it."""


def pairs(rows: Iterable[CompanyRow]) -> list[Pair]:
    """The pairs that may be the same, each for its best reason, the most used first."""
    every = sorted(rows, key=lambda row: (-row.articles, -row.facts, row.name))
    found: dict[tuple[str, str], Pair] = {}
    for likeness, names in _WAYS:
        alike: dict[str, dict[str, CompanyRow]] = {}
        for row in every:
            for name in names(row):
                alike.setdefault(name, {})[row.name] = row
        for one, other in _together(alike.values(), likeness):
            found.setdefault((one.name, other.name), Pair(one, other, likeness))
    place = {row.name: number for number, row in enumerate(every)}
    return sorted(found.values(), key=lambda pair: (place[pair.one.name], place[pair.other.name]))


def _together(
    groups: Iterable[dict[str, CompanyRow]], likeness: Likeness
) -> Iterator[tuple[CompanyRow, CompanyRow]]:
    for group in groups:
        if len(group) <= _CROWD:
            for one, other in combinations(group.values(), 2):
                if likeness is not Likeness.SOUND or is_latin(_plain(one)) != is_latin(_plain(other)):
                    yield one, other


def _plain(row: CompanyRow) -> str:
    return "".join(words(row.name))


def _aliases(row: CompanyRow) -> Sequence[str]:
    return [folded(name) for name in (row.name, *row.aliases)]


def _spelling(row: CompanyRow) -> Sequence[str]:
    """The name's letters alone, without a legal form: "Space-X Inc." and "SpaceX" are spelled alike."""
    letters = "".join(words(without_legal_form(row.name)))
    return [letters] if letters else []


def _table(row: CompanyRow) -> Sequence[str]:
    name = folded(canonical(row.name))
    return [name] if name else []


def _sound(row: CompanyRow) -> Sequence[str]:
    if IDEOGRAPH.search(row.name):
        return []
    sound = "".join(skeleton(word) for word in words(without_legal_form(row.name)))
    return [sound] if len(sound) >= _SHORTEST_SOUND else []


_WAYS: tuple[tuple[Likeness, Callable[[CompanyRow], Sequence[str]]], ...] = (
    (Likeness.ALIAS, _aliases),
    (Likeness.SPELLING, _spelling),
    (Likeness.TABLE, _table),
    (Likeness.SOUND, _sound),
)
