"""Lists: pages by keyset, so that the last page costs what the first does; counts and facets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select, tuple_
from sqlalchemy.sql import ColumnElement

from curator.domain.articles import ArticleRow, State
from curator.domain.folding import folded
from curator.domain.queries.trees import Query
from curator.store import articles, names, search
from curator.store.database import statements
from curator.store.database.tables import article

FACETS = 200
"""Names of a kind that facets count at most."""

_BY_DATE = (article.c.published, article.c.id)
ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "published": _BY_DATE,
    "title": (article.c.title_key, article.c.id),
    "source": (article.c.source_key, *_BY_DATE),
    "language": (article.c.language, *_BY_DATE),
    "importance": (article.c.importance, *_BY_DATE),
    "added": (article.c.added_at, article.c.id),
    "facts": (article.c.facts_open, *_BY_DATE),
    "state": (article.c.state, *_BY_DATE),
}
"""The columns of each order; an index stands behind every one."""


def page(
    connection: Connection,
    query: Query,
    order: str,
    descending: bool,  # noqa: FBT001 - half of an order, always beside the other
    after: Sequence[Any] | None,
    limit: int,
) -> tuple[tuple[ArticleRow, ...], tuple[Any, ...] | None]:
    """The rows after a place in the order, and the place of the last (None if no row follows)."""
    columns = ORDERS[order]
    statement = _ordered(select(article.c.id, *columns), columns, descending).limit(limit + 1)
    if (wanted := search.condition(connection, query)) is not None:
        statement = statement.where(wanted)
    if after is not None:
        place = tuple_(*columns)
        statement = statement.where(place < tuple(after) if descending else place > tuple(after))
    found = connection.execute(statement).all()
    last = tuple(found[limit - 1][1:]) if len(found) > limit else None
    return rows(connection, [row[0] for row in found[:limit]]), last


def _ordered(statement: Select[Any], columns: Sequence[ColumnElement[Any]], descending: bool) -> Select[Any]:  # noqa: FBT001
    return statement.order_by(*(column.desc() if descending else column for column in columns))


def rows(connection: Connection, ids: Sequence[int]) -> tuple[ArticleRow, ...]:
    """The rows of these articles in the order given; those that are gone are missing."""
    found: dict[int, ArticleRow] = {}
    for chunk in statements.chunks(ids, 2000):
        statement = select(*articles.ROW_COLUMNS).where(statements.listed(article.c.id, chunk))
        found |= {row.id: row for row in articles.rows(connection, statement)}
    return tuple(found[number] for number in ids if number in found)


def identifiers(connection: Connection, query: Query, order: str, descending: bool) -> list[int]:  # noqa: FBT001
    """The ids of all that match, in order."""
    statement = _ordered(select(article.c.id), ORDERS[order], descending)
    if (wanted := search.condition(connection, query)) is not None:
        statement = statement.where(wanted)
    return list(connection.execute(statement).scalars())


def newest_first(connection: Connection, query: Query) -> list[int]:
    """The ids of all that match, the newest first; of those of one date the one added first.

    So what is imported in this order is in this order again.
    """
    statement = select(article.c.id).order_by(article.c.published.desc(), article.c.id)
    if (wanted := search.condition(connection, query)) is not None:
        statement = statement.where(wanted)
    return list(connection.execute(statement).scalars())


def count(connection: Connection, query: Query) -> int:
    """How many articles match."""
    statement = select(func.count()).select_from(article)
    if (wanted := search.condition(connection, query)) is not None:
        statement = statement.where(wanted)
    return connection.execute(statement).scalar_one()


def states(connection: Connection) -> dict[State, int]:
    """How many articles of the whole library stand where."""
    statement = select(article.c.state, func.count()).group_by(article.c.state)
    found = dict(statements.pairs(connection, statement))
    return {state: found.get(place, 0) for place, state in enumerate(articles.STATES)}


def facets(connection: Connection, query: Query) -> tuple[tuple[tuple[str, int], ...], ...]:
    """Companies, languages, sources and tags of what matches, each with how many have it."""
    wanted = search.condition(connection, query)
    ids = select(article.c.id)
    if wanted is not None:
        ids = ids.where(wanted)
    return (
        names.counted(connection, "companies", wanted, ids, FACETS),
        _counted(connection, article.c.language, wanted),
        _counted(connection, article.c.source, wanted),
        names.counted(connection, "tags", wanted, ids, FACETS),
    )


def _counted(
    connection: Connection, column: ColumnElement[str], wanted: ColumnElement[bool] | None
) -> tuple[tuple[str, int], ...]:
    number = func.count()
    statement = select(column, number).where(column != "").group_by(column)
    if wanted is not None:
        statement = statement.where(wanted)
    return tuple(statements.pairs(connection, statement.order_by(number.desc(), column).limit(FACETS)))


def completions(connection: Connection, field: str, prefix: str, limit: int) -> list[str]:
    """Values of a text field that begin so, without case and accents, the most used first."""
    column: ColumnElement[str] = article.c[field]
    statement = select(column).where(column != "").group_by(column)
    if prefix.strip():
        statement = statement.where(names.like(statements.folded_column(column), f"{folded(prefix)}*"))
    statement = statement.order_by(func.count().desc(), column).limit(limit)
    return [str(value) for value in connection.execute(statement).scalars()]
