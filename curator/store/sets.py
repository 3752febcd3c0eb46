"""Curated sets and saved searches."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from curator.domain.folding import folded
from curator.store.database.tables import curated_set, curated_set_article, saved_search


def counted(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Every set with the number of its articles, by name."""
    number = func.count(curated_set_article.c.article_id)
    statement = select(curated_set.c.name, number).outerjoin(curated_set_article)
    statement = statement.group_by(curated_set.c.id).order_by(curated_set.c.key)
    return tuple((name, count) for name, count in connection.execute(statement))


def named(connection: Connection, name: str) -> tuple[int, dict[str, str]] | None:
    """The number of the set of this name and what the journal keeps of it."""
    columns = (curated_set.c.id, curated_set.c.name, curated_set.c.made_at)
    row = connection.execute(select(*columns).where(curated_set.c.key == folded(name))).first()
    return (row.id, {"name": row.name, "made_at": row.made_at}) if row else None


def members(connection: Connection, set_id: int) -> dict[int, int]:
    """The articles of a set in their order, each with its place."""
    statement = select(curated_set_article.c.article_id, curated_set_article.c.position)
    statement = statement.where(curated_set_article.c.set_id == set_id)
    statement = statement.order_by(curated_set_article.c.position, curated_set_article.c.article_id)
    return {row.article_id: row.position for row in connection.execute(statement)}


def searches(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Every saved search with its query, by name."""
    statement = select(saved_search.c.name, saved_search.c.query).order_by(saved_search.c.key)
    return tuple((row.name, row.query) for row in connection.execute(statement))


def search_named(connection: Connection, name: str) -> tuple[int, dict[str, str]] | None:
    """The number of the saved search of this name and what the journal keeps of it."""
    columns = (saved_search.c.id, saved_search.c.name, saved_search.c.query)
    row = connection.execute(select(*columns).where(saved_search.c.key == folded(name))).first()
    return (row.id, {"name": row.name, "query": row.query}) if row else None
