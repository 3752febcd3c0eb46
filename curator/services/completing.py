"""Completing: names the library knows, for what an editor has begun to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.domain.articles import LISTS
from curator.store import listings, names

if TYPE_CHECKING:
    from curator.services.library import Library

_LINES = ("source", "category", "author")


def complete(library: Library, field: str, prefix: str, limit: int = 20) -> list[str]:
    """Values of a field that begin so, the most used first; none for a field without names of its own.

    Of a company or tag any word may begin so, of a company an alias too; case and accents don't count.
    """
    if field not in (*LISTS, *_LINES):
        return []
    completions = names.completions if field in LISTS else listings.completions
    with library.reading() as connection:
        return completions(connection, field, prefix, limit)
