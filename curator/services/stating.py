"""Stating: an editor's own amounts and dates, given as words, for one article or many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from curator.domain.articles import Article, published_day
from curator.domain.changes import Applied
from curator.domain.errors import CuratorError
from curator.domain.facts import Approximation, Decision, Fact, FactKind
from curator.domain.folding import folded
from curator.services import reading, reviewing

if TYPE_CHECKING:
    from curator.services.library import Library

_EXAMPLES = {
    FactKind.MONEY: "2 bn USD",
    FactKind.QUANTITY: "10 GW",
    FactKind.PERCENT: "12.5 %",
    FactKind.DATE: "H2 2026",
    FactKind.COMPANY: "Nvidia",
}


def add(library: Library, ids: Sequence[int], kinds: Sequence[FactKind], words: str) -> list[Applied]:
    """State a value in each article: what it proposes already is accepted, else it is added.

    The words are understood in the article's language and from its date, as the first of the kinds
    that fits. CuratorError if they are not understood.
    """
    applied: list[Applied] = []
    for article, fact in _understood(library, ids, kinds, words):
        same = matching(article, fact)
        if same:
            applied.append(reviewing.decide(library, same, Decision.ACCEPTED))
        else:
            applied.append(reviewing.add_fact(library, article.id, fact))
    return applied


def reject(library: Library, ids: Sequence[int], kinds: Sequence[FactKind], words: str) -> list[Applied]:
    """Reject what states this value in each article."""
    applied: list[Applied] = []
    for article, fact in _understood(library, ids, kinds, words):
        same = matching(article, fact)
        if same:
            applied.append(reviewing.decide(library, same, Decision.REJECTED))
    return applied


def _understood(
    library: Library, ids: Sequence[int], kinds: Sequence[FactKind], words: str
) -> list[tuple[Article, Fact]]:
    """The articles with the fact that the words state in each, all before anything is changed."""
    articles = [reading.article(library, number) for number in ids]
    return [(article, _fact(article, kinds, words)) for article in articles]


def _fact(article: Article, kinds: Sequence[FactKind], words: str) -> Fact:
    reference = published_day(article.fields.published)
    refused: list[CuratorError] = []
    for kind in kinds:
        try:
            return parse_value(kind, words, article.fields.language, reference)
        except CuratorError as error:
            refused.append(error)
    if len(refused) == 1:
        raise refused[0]
    named = [kind.value for kind in kinds]
    raise CuratorError(
        f"“{words.strip()}” is not understood as {', '.join(named[:-1])} or {named[-1]}.", refused[0].hint
    )


def parse_value(kind: FactKind, text: str, language: str = "", reference_date: date | None = None) -> Fact:
    """The fact that typed words state, placed in these words; CuratorError if they are not understood."""
    from curator.extraction import extract
    from curator.extraction.companies.found_companies import canonical

    typed = text.strip()
    if kind is FactKind.COMPANY and typed:
        return Fact(kind, 0, len(typed), typed, rule="editor", name=canonical(typed))
    languages = dict.fromkeys((language or None, "en"))  # the window writes values in English
    read = [fact for each in languages for fact in extract(typed, each, reference_date)]
    found = [fact for fact in read if fact.kind is kind]
    if not found:
        raise CuratorError(
            f"“{typed}” is not understood as {kind.value}.", f"Write it like “{_EXAMPLES[kind]}”."
        )
    best = max(found, key=_told)
    return replace(best, rule="editor", confidence=1.0)


def _told(fact: Fact) -> tuple[int, bool, int]:
    """How much of what was typed a fact takes in: the longest, a bound rather than none, the first."""
    return fact.end - fact.start, fact.approximation is not Approximation.EXACT, -fact.start


def matching(article: Article, fact: Fact) -> list[int]:
    """The article's facts that state the same value and are not rejected yet."""
    return [
        each.id
        for each in article.facts
        if each.decision is not Decision.REJECTED and _same_value(each.fact, fact)
    ]


def _same_value(one: Fact, other: Fact) -> bool:
    if one.kind is FactKind.COMPANY:
        return other.kind is one.kind and folded(one.name or one.quote) == folded(other.name or other.quote)
    return (one.kind, one.value, one.low, one.high, one.unit) == (
        other.kind, other.value, other.low, other.high, other.unit,
    )  # fmt: skip
