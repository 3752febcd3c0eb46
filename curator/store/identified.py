"""Identified articles: those that a URI names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from curator.store.database import statements
from curator.store.database.tables import article, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Named(NamedTuple):
    """What an article's identity is made of."""

    id: int
    path: str
    source_path: str
    url: str
    guid: object


def with_path(connection: Connection, path: str) -> int | None:
    """The first article of this path."""
    statement = select(article.c.id).where(article.c.path == path).order_by(article.c.id).limit(1)
    return connection.execute(statement).scalar()


def named(connection: Connection, key: str, ids: Sequence[int] | None = None) -> Iterator[Named]:
    """What identifies each article, or each of these.

    `key` is the front-matter key of the identity that an article came with.
    """
    guid = func.json_extract(revision.c.front_matter, f'$."{key}"')
    current = (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision)
    columns = (article.c.id, article.c.path, revision.c.source_path, article.c.url, guid)
    statement = select(*columns).join(revision, current).order_by(article.c.id)
    if ids is not None:
        statement = statement.where(statements.listed(article.c.id, ids))
    for row in connection.execute(statement):
        yield Named(*row)
