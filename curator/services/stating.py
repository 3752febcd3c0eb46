"""Stating: an editor's own amounts and dates, given as words, for one article or many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from curator.domain.articles import Article, published_day
from curator.domain.changes import Applied
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision, Fact, FactKind
from curator.services import reading, reviewing

if TYPE_CHECKING:
    from curator.services.library import Library


def add(library: Library, ids: Sequence[int], kinds: Sequence[FactKind], words: str) -> list[Applied]:
    """State a value in each article: what it proposes already is accepted, else it is added.

    The words are understood in the article's language and from its date, as the first of the kinds
    that fits. CuratorError if they are not understood.
    """
    applied: list[Applied] = []
    for article, fact in _understood(library, ids, kinds, words):
        same = reviewing.matching(article, fact)
        if same:
            applied.append(reviewing.decide(library, same, Decision.ACCEPTED))
        else:
            applied.append(reviewing.add_fact(library, article.id, fact))
    return applied


def reject(library: Library, ids: Sequence[int], kinds: Sequence[FactKind], words: str) -> list[Applied]:
    """Reject what states this value in each article."""
    applied: list[Applied] = []
    for article, fact in _understood(library, ids, kinds, words):
        same = reviewing.matching(article, fact)
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
            return reviewing.parse_value(kind, words, article.fields.language, reference)
        except CuratorError as error:
            refused.append(error)
    if len(refused) == 1:
        raise refused[0]
    named = [kind.value for kind in kinds]
    raise CuratorError(
        f"“{words.strip()}” is not understood as {', '.join(named[:-1])} or {named[-1]}.", refused[0].hint
    )
