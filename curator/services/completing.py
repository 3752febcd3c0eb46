"""Completing: names the library knows, for what an editor has begun to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.store import listings, names

if TYPE_CHECKING:
    from curator.services.library import Library


def companies(library: Library, prefix: str, limit: int = 20) -> list[str]:
    """Companies one of whose words or aliases begins so, the most used first."""
    with library.reading() as connection:
        return names.completions(connection, "companies", prefix, limit)


def tags(library: Library, prefix: str, limit: int = 20) -> list[str]:
    """Tags one of whose words begins so, the most used first."""
    with library.reading() as connection:
        return names.completions(connection, "tags", prefix, limit)


def sources(library: Library, prefix: str, limit: int = 20) -> list[str]:
    """Sources that begin so, the most used first."""
    with library.reading() as connection:
        return listings.completions(connection, "source", prefix, limit)


def categories(library: Library, prefix: str, limit: int = 20) -> list[str]:
    """Categories that begin so, the most used first."""
    with library.reading() as connection:
        return listings.completions(connection, "category", prefix, limit)


def authors(library: Library, prefix: str, limit: int = 20) -> list[str]:
    """Authors that begin so, the most used first."""
    with library.reading() as connection:
        return listings.completions(connection, "author", prefix, limit)


def complete(library: Library, field: str, prefix: str, limit: int = 20) -> list[str]:
    """Values of a field that begin so, the most used first; none for a field without names of its own."""
    known = _KNOWN.get(field)
    return known(library, prefix, limit) if known else []


_KNOWN = {"companies": companies, "tags": tags, "source": sources, "category": categories, "author": authors}
