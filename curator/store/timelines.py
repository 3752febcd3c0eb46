"""What the timeline shows of articles: when they were published, and the dates they state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from sqlalchemy import Connection, RowMapping, Select, and_, select

from curator.domain.queries import Query
from curator.store import names, search, sqlite
from curator.store.tables import article, fact

CERTAIN_COMPANY = 0.8
"""From this confidence on a proposed company may place an article that names none in its fields."""

VALUED = ("money", "quantity", "percent")
"""The kinds of facts that a date can go with."""

_ABOUT = (
    article.c.id.label("article_id"),
    article.c.title,
    article.c.source,
    article.c.importance,
    article.c.published,
)


def published(connection: Connection, query: Query, limit: int) -> Sequence[RowMapping]:
    """The dated articles that match, the newest first."""
    statement = _matching(connection, cast("Select[Any]", select(*_ABOUT)), query).where(
        article.c.published != ""
    )
    statement = statement.order_by(article.c.published.desc(), article.c.id.desc()).limit(limit)
    return connection.execute(statement).mappings().all()


def dated(connection: Connection, query: Query, limit: int) -> Sequence[RowMapping]:
    """The dates that matching articles state and nobody rejected, with their articles."""
    statement: Select[Any] = select(fact, *_ABOUT[1:]).join(article, article.c.id == fact.c.article_id)
    statement = _matching(connection, statement, query)
    statement = statement.where(fact.c.kind == "date", fact.c.decision != "rejected")
    statement = statement.order_by(fact.c.least.desc(), fact.c.id).limit(limit)
    return connection.execute(statement).mappings().all()


def _matching(connection: Connection, statement: Select[Any], query: Query) -> Select[Any]:
    wanted = search.condition(connection, query)
    return statement if wanted is None else statement.where(wanted)


def beside(connection: Connection, ids: Iterable[int]) -> dict[tuple[int, int], list[RowMapping]]:
    """The values that stand in one sentence with a date, by article and sentence, in order."""
    date = fact.alias("date")
    together = and_(date.c.article_id == fact.c.article_id, date.c.sentence == fact.c.sentence)
    found: dict[tuple[int, int], list[RowMapping]] = {}
    for chunk in sqlite.chunks(ids, 5000):
        statement = select(fact).join(date, and_(together, date.c.kind == "date")).distinct()
        statement = statement.where(sqlite.listed(fact.c.article_id, chunk), fact.c.sentence >= 0)
        statement = statement.where(fact.c.kind.in_(VALUED), fact.c.decision != "rejected")
        for row in connection.execute(statement.order_by(fact.c.article_id, fact.c.start)).mappings():
            found.setdefault((row["article_id"], row["sentence"]), []).append(row)
    return found


def companies(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The companies that articles belong to: their fields' own, else the surely named, first named first."""
    known: dict[int, tuple[str, ...]] = {}
    for chunk in sqlite.chunks(ids, 5000):
        known |= names.of_articles(connection, "companies", chunk)
        known |= _named(connection, [number for number in chunk if number not in known])
    return known


def _named(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    statement = select(fact.c.article_id, fact.c.name).where(
        sqlite.listed(fact.c.article_id, ids),
        fact.c.kind == "company",
        fact.c.decision != "rejected",
        fact.c.confidence >= CERTAIN_COMPANY,
        fact.c.name.is_not(None),
    )
    found: dict[int, dict[str, None]] = {}
    for row in connection.execute(statement.order_by(fact.c.article_id, fact.c.start)):
        found.setdefault(row.article_id, {})[row.name] = None
    return {number: tuple(each)[:MOST] for number, each in found.items()}


MOST = 3
"""Companies that place an article which names none in its fields, at most."""
