"""Subjects: which companies a figure or a date is about, told from where their names stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curator.domain.facts import Fact, FactKind
from curator.domain.folding import folded
from curator.domain.sentences import number_at

LIKELY = 0.5
"""From this confidence on a company in the sentence is what its figures are about."""

_GAP = re.compile(r"\n[^\S\n]*\n")


def subjects(text: str, found: Sequence[Fact], starts: list[int]) -> list[tuple[str, ...]]:
    """For each fact the companies its sentence names, in their order; none for a company itself.

    Where a sentence names none, those of the sentence before it in the same paragraph. `found` has every
    mention of a company, `starts` are the sentences' beginnings.
    """
    named: dict[int, dict[str, str]] = {}
    for fact in found:
        if fact.kind is FactKind.COMPANY and fact.confidence >= LIKELY:
            name = fact.name or fact.quote
            named.setdefault(number_at(starts, fact.start), {}).setdefault(folded(name), name)
    return [
        () if fact.kind is FactKind.COMPANY else _named(text, starts, number_at(starts, fact.start), named)
        for fact in found
    ]


def _named(text: str, starts: list[int], number: int, named: dict[int, dict[str, str]]) -> tuple[str, ...]:
    if number in named or number == 0:
        return tuple(named.get(number, {}).values())
    if number - 1 not in named or _GAP.search(text, starts[number - 1], starts[number]):
        return ()
    return tuple(named[number - 1].values())


def named_beside(text: str, start: int, starts: list[int], companies: Iterable[Fact]) -> tuple[str, ...]:
    """The companies whose name or words stand in the sentence at `start`, in the order given."""
    number = number_at(starts, start)
    end = starts[number + 1] if number + 1 < len(starts) else len(text)
    sentence = text[starts[number] : end]
    found = {
        folded(each.name or each.quote): each.name or each.quote
        for each in companies
        if each.quote in sentence or (each.name and each.name in sentence)
    }
    return tuple(found.values())
