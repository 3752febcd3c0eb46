"""Lists of articles: their orders, pages and facets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from curator.domain.articles import ArticleRow, State


class Column(StrEnum):
    """What a list can be sorted by."""

    PUBLISHED = "published"
    TITLE = "title"
    SOURCE = "source"
    LANGUAGE = "language"
    IMPORTANCE = "importance"
    ADDED = "added"
    FACTS = "facts"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list; equal rows follow by date, then by when they came."""

    column: Column = Column.PUBLISHED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place in an order after which the next page begins (keyset paging)."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows in order; `next` is where the following page begins, None after the last."""

    rows: tuple[ArticleRow, ...] = ()
    next: Cursor | None = None


Counted: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """How many articles there are by state (in the whole library) and by name (under a query).

    Names come the most frequent first.
    """

    states: Mapping[State, int] = field(default_factory=dict[State, int])
    companies: Counted = ()
    languages: Counted = ()
    sources: Counted = ()
    tags: Counted = ()
