"""Query trees: what a query asks for, as conditions that must hold together, one of several, or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Comparison(StrEnum):
    """How a field's value is compared."""

    MATCHES = ":"
    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in the article: one word, or a phrase in this order."""

    text: str
    phrase: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field compared with a value; an unquoted `*` means set and nothing at all means empty."""

    name: str
    comparison: Comparison
    value: str
    quoted: bool
    start: int
    end: int

    @property
    def wants_any(self) -> bool:
        """Whether the field has only to be set."""
        return self.value == "*" and not self.quoted

    @property
    def wants_none(self) -> bool:
        """Whether the field has to be empty."""
        return not self.value


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """Parts that must all hold; without parts, everything matches."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Parts of which one must hold."""

    parts: tuple[Node, ...]


Node: TypeAlias = Words | Field | Not | And | Or


EVERYTHING = And(())


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, and what it means."""

    text: str
    tree: Node

    @property
    def matches_everything(self) -> bool:
        """Whether the query is empty."""
        return self.tree == EVERYTHING


FIELDS = (
    "id", "path", "title", "company", "tag", "language", "source", "author", "category", "importance",
    "published", "amount", "due", "state", "set", "url", "slug", "note", "is", "has",
)  # fmt: skip
"""The fields that can be asked for, as they are shown to the user."""


ALIASES = {"lang": "language", "companies": "company", "tags": "tag", "date": "published"}


ORDERED = frozenset({"id", "importance", "published", "amount", "due"})
"""The fields whose values can be compared by size."""


STATES = ("inbox", "in_review", "in-review", "reviewed", "unreviewed")


HAS = ("company", "tag", "note", "fact", "repair", "guess", "doubtful", "wrong")
