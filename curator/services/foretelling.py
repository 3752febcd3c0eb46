"""Foretelling: what an edit of many articles would change, before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from curator.domain.progress import Progress, silent
from curator.services import editing
from curator.store import articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from curator.domain.changes import Value
    from curator.services.editing import Edit
    from curator.services.library import Library

AT_ONCE = 500
"""Articles looked at between two reports of progress."""


class Row(NamedTuple):
    """A field of one article, as it is and as it would be."""

    article_id: int
    title: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Foretold:
    """What would change: the first of the articles, and how many there are of how many."""

    rows: tuple[Row, ...]
    changing: int
    articles: int


def foretell(
    library: Library, ids: Sequence[int], edit: Edit, limit: int = 200, progress: Progress = silent
) -> Foretold:
    """What the edit would change of these articles, at most `limit` of them in full.

    Raises CuratorError if the field cannot have the value, and Cancelled if `progress` stops it.
    """
    found: list[tuple[int, Value, Value]] = []
    changing = 0
    with library.reading() as connection:
        editing.check(edit)
        for begin in range(0, len(ids), AT_ONCE):
            progress(begin, len(ids), "articles")
            for number, before, after in editing.outcomes(connection, ids[begin : begin + AT_ONCE], edit):
                if before != after:
                    changing += 1
                    if len(found) < limit:
                        found.append((number, before, after))
        known = articles.fields_of(connection, [number for number, _, _ in found])
    rows = tuple(Row(number, known[number][0].title, before, after) for number, before, after in found)
    return Foretold(rows, changing, len(ids))
