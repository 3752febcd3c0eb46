"""Companies as things of their own: who they are, where they stand, and which are kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, or_, select

from curator.domain.folding import folded
from curator.store.database import statements
from curator.store.database.tables import (
    article_company,
    company,
    company_alias,
    company_distinct,
    fact,
    revision,
)


class Known(NamedTuple):
    """A company with its aliases by their keys; its `id` is 0 where only facts name it."""

    id: int
    name: str
    key: str
    aliases: dict[str, str]


class Naming(NamedTuple):
    """A fact that names a company."""

    id: int
    article_id: int
    name: str | None
    company_id: int | None
    quote: str
    rejected: bool


def known(connection: Connection) -> list[Known]:
    """Every company with its aliases, by name."""
    aliases: dict[int, dict[str, str]] = {}
    rows = select(company_alias.c.company_id, company_alias.c.key, company_alias.c.alias)
    for owner, key, alias_ in connection.execute(rows.order_by(company_alias.c.key)):
        aliases.setdefault(owner, {})[key] = alias_
    statement = select(company.c.id, company.c.name, company.c.key).order_by(company.c.key)
    return [
        Known(number, name, key, aliases.get(number, {}))
        for number, name, key in connection.execute(statement)
    ]


def article_counts(connection: Connection) -> dict[int, int]:
    """How many articles have each company."""
    statement = select(article_company.c.company_id, func.count()).group_by(article_company.c.company_id)
    return dict(statements.pairs(connection, statement))


def fact_counts(connection: Connection) -> dict[str, int]:
    """How many facts that are not rejected give each name."""
    statement = select(fact.c.name, func.count()).where(fact.c.name.is_not(None), fact.c.name != "")
    statement = statement.where(fact.c.kind == "company", fact.c.decision != "rejected")
    return dict(statements.pairs(connection, statement.group_by(fact.c.name)))


def articles_of(connection: Connection, company_id: int) -> list[int]:
    """The articles that have the company."""
    statement = select(article_company.c.article_id).where(article_company.c.company_id == company_id)
    return list(connection.execute(statement.order_by(article_company.c.article_id)).scalars())


def namings(connection: Connection, company_id: int, names: Collection[str]) -> list[Naming]:
    """The facts that name the company, or give one of these names."""
    columns = (fact.c.id, fact.c.article_id, fact.c.name, fact.c.company_id, fact.c.quote)
    fits = fact.c.name.in_(names)
    if company_id:
        fits = or_(fits, fact.c.company_id == company_id)
    statement = select(*columns, fact.c.decision == "rejected").where(fits, fact.c.kind == "company")
    statement = statement.order_by(fact.c.article_id, fact.c.id)
    return [Naming(*row) for row in connection.execute(statement)]


def abouts(connection: Connection, articles: Iterable[int]) -> Iterator[tuple[int, int, list[str]]]:
    """The figures and dates of these articles that are about companies: fact, article, companies."""
    for chunk in statements.chunks(articles, 2000):
        statement = select(fact.c.id, fact.c.article_id, fact.c.about)
        statement = statement.where(statements.listed(fact.c.article_id, chunk), fact.c.kind != "company")
        for number, article_id, about in connection.execute(statement.order_by(fact.c.article_id, fact.c.id)):
            if about:
                yield number, article_id, list(about)


def front_matter(connection: Connection, articles: Iterable[int]) -> Iterator[tuple[int, Any]]:
    """The front matter of these articles as their newest files have it."""
    for chunk in statements.chunks(articles, 500):
        newest = select(func.max(revision.c.id)).where(statements.listed(revision.c.article_id, chunk))
        ids = newest.group_by(revision.c.article_id)
        statement = select(revision.c.article_id, revision.c.front_matter).where(revision.c.id.in_(ids))
        yield from statements.pairs(connection, statement)


def apart(connection: Connection) -> set[tuple[int, int]]:
    """The pairs of companies that are not the same, the smaller id first."""
    statement = select(company_distinct.c.company_id, company_distinct.c.other_id)
    return set(statements.pairs(connection, statement))


def named(connection: Connection, name: str) -> int | None:
    """The company of exactly this name, case and accents aside."""
    return connection.execute(select(company.c.id).where(company.c.key == folded(name))).scalar()


def is_used(connection: Connection, company_id: int) -> bool:
    """Whether articles or facts refer to the company."""
    in_article = select(article_company.c.article_id).where(article_company.c.company_id == company_id)
    in_fact = select(fact.c.id).where(fact.c.company_id == company_id)
    return any(connection.execute(each.limit(1)).first() is not None for each in (in_article, in_fact))


def alias(connection: Connection, company_id: int, words: str) -> str | None:
    """The company's alias that is spelled so, case and accents aside."""
    fits = (company_alias.c.company_id == company_id) & (company_alias.c.key == folded(words))
    return connection.execute(select(company_alias.c.alias).where(fits)).scalar()


def put_alias(connection: Connection, company_id: int, before: str | None, after: str | None) -> None:
    """Take an alias away, or let the company have one."""
    if before is not None:
        fits = (company_alias.c.company_id == company_id) & (company_alias.c.key == folded(before))
        connection.execute(delete(company_alias).where(fits))
    if after is not None:
        row = {"company_id": company_id, "key": folded(after), "alias": after}
        connection.execute(insert(company_alias), row)


def kept_apart(connection: Connection, company_id: int, other_id: int) -> int | None:
    """The other company, if the two are said not to be the same."""
    pair = _pair(company_id, other_id)
    fits = (company_distinct.c.company_id == pair[0]) & (company_distinct.c.other_id == pair[1])
    found = connection.execute(select(company_distinct.c.other_id).where(fits)).first()
    return other_id if found else None


def keep_apart(connection: Connection, company_id: int, before: int | None, after: int | None) -> None:
    """Forget that two companies are not the same, or remember it."""
    if before is not None:
        one, other = _pair(company_id, before)
        fits = (company_distinct.c.company_id == one) & (company_distinct.c.other_id == other)
        connection.execute(delete(company_distinct).where(fits))
    if after is not None:
        one, other = _pair(company_id, after)
        connection.execute(insert(company_distinct), {"company_id": one, "other_id": other})


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
