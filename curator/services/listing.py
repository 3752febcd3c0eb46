"""The list of articles: pages in any order, counts and facets of a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from curator.domain.articles import ArticleRow
from curator.domain.listings import Column as Column  # noqa: PLC0414 - named again for callers
from curator.domain.listings import Cursor, Facets, Order, Page
from curator.domain.queries import parsing
from curator.services import searching
from curator.store import listings

if TYPE_CHECKING:
    from curator.services.library import Library

PAGE = 200
"""Rows of a page, if nothing else is asked."""


MOST = 1 << 31
"""Rows of a page at most; no library has so many."""

_DEFAULT = Order()


def page(
    library: Library, query: str, order: Order = _DEFAULT, after: Cursor | None = None, limit: int = PAGE
) -> Page:
    """The next rows that match; QueryError if the query cannot be understood."""
    wanted = parsing.parse(query)
    with library.reading() as connection:
        rows, last = listings.page(
            connection,
            searching.meant(connection, wanted),
            order.column.value,
            order.descending,
            after.values if after else None,
            min(limit, MOST),
        )
    return Page(rows, Cursor(last) if last else None)


def count(library: Library, query: str) -> int:
    """How many articles match."""
    wanted = parsing.parse(query)
    with library.reading() as connection:
        return listings.count(connection, searching.meant(connection, wanted))


def facets(library: Library, query: str) -> Facets:
    """What the matching articles are about, and how the library's stand."""
    wanted = parsing.parse(query)
    with library.reading() as connection:
        return Facets(
            listings.states(connection), *listings.facets(connection, searching.meant(connection, wanted))
        )


def identifiers(library: Library, query: str, order: Order = _DEFAULT) -> list[int]:
    """The ids of all that match, in order."""
    wanted = parsing.parse(query)
    with library.reading() as connection:
        wanted = searching.meant(connection, wanted)
        return listings.identifiers(connection, wanted, order.column.value, order.descending)


def newest_first(library: Library, query: str) -> list[int]:
    """The ids of all that match as they are exported: of those of one date, the one added first leads."""
    wanted = parsing.parse(query)
    with library.reading() as connection:
        return listings.newest_first(connection, searching.meant(connection, wanted))


def rows(library: Library, ids: Sequence[int]) -> tuple[ArticleRow, ...]:
    """The rows of these articles in the order given; those that are gone are missing."""
    with library.reading() as connection:
        return listings.rows(connection, ids)


def every(library: Library, query: str, order: Order = _DEFAULT) -> tuple[ArticleRow, ...]:
    """All rows that match, in order."""
    found: list[ArticleRow] = []
    after: Cursor | None = None
    while True:
        part = page(library, query, order, after, 1000)
        found += part.rows
        if part.next is None:
            return tuple(found)
        after = part.next
