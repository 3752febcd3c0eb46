"""Originals: the files as imported, and which article a file is a version of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import Column, Connection, select

from curator.domain.articles import Fields
from curator.store.database import statements
from curator.store.database.tables import article, original, reading, revision


class Identified(Protocol):
    """What tells an article from others: its bytes, its address and slug, where its file lay."""

    @property
    def sha256(self) -> str:
        """The checksum of the original bytes."""
        ...

    @property
    def source_path(self) -> str:
        """Where the file lay."""
        ...

    @property
    def fields(self) -> Fields:
        """The fields."""
        ...


def known_as(connection: Connection, intakes: Sequence[Identified]) -> list[tuple[int, str] | None]:
    """The article each file is a version of, and by what it is known: sha256, url, slug or file.

    A slug tells nothing where both have an address and these differ. The place where a file lay
    tells only where it has neither address nor slug.
    """
    sums = with_originals(connection, [each.sha256 for each in intakes])
    urls = _by(connection, article.c.url, [each.fields.url for each in intakes])
    slugs = _by(connection, article.c.slug, [each.fields.slug for each in intakes])
    files = _by_file(connection, [each.source_path for each in intakes])
    found: list[tuple[int, str] | None] = []
    for each in intakes:
        url, slug = each.fields.url, each.fields.slug
        same_slug = [number for number, other in slugs.get(slug, ()) if not (url and other)]
        if each.sha256 in sums:
            found.append((sums[each.sha256], "sha256"))
        elif url in urls:
            found.append((urls[url][0][0], "url"))
        elif same_slug:
            found.append((same_slug[0], "slug"))
        elif not url and not slug and each.source_path in files:
            found.append((files[each.source_path], "file"))
        else:
            found.append(None)
    return found


def _by(
    connection: Connection, column: Column[str], wanted: Iterable[str]
) -> dict[str, list[tuple[int, str]]]:
    """The articles that have these values in a column, with their addresses."""
    statement = select(column, article.c.id, article.c.url).order_by(article.c.id)
    found: dict[str, list[tuple[int, str]]] = {}
    for value, number, url in connection.execute(
        statement.where(column.in_({each for each in wanted if each}))
    ):
        found.setdefault(value, []).append((number, url))
    return found


def _by_file(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    column = revision.c.source_path
    statement = select(column, revision.c.article_id).where(column.in_({each for each in wanted if each}))
    return dict(statements.pairs(connection, statement))


def with_originals(connection: Connection, checksums: Sequence[str]) -> dict[str, int]:
    """Those of these originals that are there, each with an article that has it."""
    statement = select(revision.c.sha256, revision.c.article_id).where(revision.c.sha256.in_(checksums))
    return dict(statements.pairs(connection, statement))


def with_paths(
    connection: Connection, wanted: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, str]]:
    """Those of these articles, by path and reading text, that are there: known as by all bytes ("sha256")
    where the text is the same, else another text of that path ("path").
    """
    columns = (article.c.path, article.c.id, reading.c.text)
    chosen = article.c.path.in_({path for path, _ in wanted})
    found: dict[tuple[str, str], tuple[int, str]] = {}
    rows = connection.execute(select(*columns).join(reading).where(chosen).order_by(article.c.id)).all()
    for path, text in wanted:
        alike = [row for row in rows if row.path == path]
        same = next((row for row in alike if row.text == text), None)
        if alike:
            found[path, text] = (same.id, "sha256") if same else (alike[0].id, "path")
    return found


def original_of(connection: Connection, article_id: int, number: int | None = None) -> bytes | None:
    """The packed original bytes of an article's revision, the current one unless named."""
    chosen = article.c.revision if number is None else number
    statement = (
        select(original.c.packed)
        .join(revision, revision.c.sha256 == original.c.sha256)
        .join(article, article.c.id == revision.c.article_id)
        .where(article.c.id == article_id, revision.c.number == chosen)
    )
    return connection.execute(statement).scalar()


def originals_of(connection: Connection, ids: Iterable[int]) -> dict[int, bytes]:
    """The packed original bytes of the current revisions of these articles."""
    statement = (
        select(article.c.id, original.c.packed)
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .join(original, original.c.sha256 == revision.c.sha256)
        .where(statements.listed(article.c.id, ids))
    )
    return dict(statements.pairs(connection, statement))
