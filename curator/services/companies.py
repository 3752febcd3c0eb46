"""Companies: which there are, which may be the same, and the words that name them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from curator.domain.companies import CompanyRow, Pair, Wording
from curator.domain.folding import folded
from curator.services.company_steps import Directory, quoted
from curator.store import companies

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library


class CompanyOrder(StrEnum):
    """How companies are listed."""

    ARTICLES = "articles"
    NAME = "name"


def listed(
    library: Library, query: str = "", order: CompanyOrder = CompanyOrder.ARTICLES
) -> tuple[CompanyRow, ...]:
    """The companies with `query` in a name or alias, case and accents aside; every one without it.

    Those that only proposed facts name are among them, with the id 0.
    """
    with library.reading() as connection:
        rows = _rows(connection, Directory(connection))
    key = folded(query)
    found = [row for row in rows.values() if any(key in folded(name) for name in (row.name, *row.aliases))]
    by_name = order is CompanyOrder.NAME
    return tuple(
        sorted(
            found, key=lambda row: (0 if by_name else -row.articles, by_name or -row.facts, folded(row.name))
        )
    )


def _rows(connection: Connection, directory: Directory) -> dict[str, CompanyRow]:
    """The companies of the library by their keys."""
    articles = companies.article_counts(connection)
    facts: dict[str, int] = {}
    for name, count in directory.counts.items():
        key = directory.required(name).key
        facts[key] = facts.get(key, 0) + count
    return {
        each.key: CompanyRow(
            each.id,
            each.name,
            tuple(each.aliases.values()),
            articles.get(each.id, 0) if each.id else 0,
            facts.get(each.key, 0),
        )
        for each in (*directory.companies, *directory.proposed)
    }


def suggested(library: Library) -> tuple[Pair, ...]:
    """Companies that may be the same, the most used first; none that an editor keeps apart."""
    from curator.services.company_likeness import pairs

    with library.reading() as connection:
        rows = _rows(connection, Directory(connection))
        apart = companies.apart(connection)
    return tuple(
        pair
        for pair in pairs([row for row in rows.values() if row.articles or row.facts])
        if tuple(sorted((pair.one.id, pair.other.id))) not in apart
    )


def wordings(library: Library, company: str) -> tuple[Wording, ...]:
    """The words that name a company, its aliases and those in texts, the most used first."""
    with library.reading() as connection:
        directory = Directory(connection)
        known = directory.required(company)
        counts = quoted(connection, directory, known)
    shown = dict(known.aliases)
    for key, (quote, _) in counts.items():
        shown.setdefault(key, quote)
    found = [
        Wording(words, counts.get(key, ("", 0))[1], key in known.aliases)
        for key, words in shown.items()
        if key != known.key
    ]
    return tuple(sorted(found, key=lambda each: (-each.facts, folded(each.words))))
