"""Changes: edits as values, which can be taken back.

Everything an editor does is a `Step` of `Change`s; the journal keeps it, undo and redo apply it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

Value: TypeAlias = Any
"""A JSON value: text, number, boolean, None, or lists and objects of these."""


class Subject(StrEnum):
    """What a change touches; views refresh when a kind they show was touched."""

    ARTICLE = "article"
    FACT = "fact"
    REPAIR = "repair"
    COMPANY = "company"
    SET = "set"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one thing goes from `before` to `after`.

    `field` is "" for the thing as a whole: made where `before` is None, removed where `after` is.
    `article_id` says whose journal it belongs to (None for sets and searches as a whole).
    """

    subject: Subject
    subject_id: int
    field: str
    before: Value
    after: Value
    article_id: int | None = None

    def inverted(self) -> Change:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that were made, and are taken back, together; `label` says what was done."""

    label: str
    changes: tuple[Change, ...]

    def inverted(self) -> Step:
        """The step that takes this one back."""
        return Step(self.label, tuple(change.inverted() for change in reversed(self.changes)))

    @property
    def touched(self) -> frozenset[Subject]:
        """The kinds of things it touches."""
        return frozenset(change.subject for change in self.changes)

    @property
    def articles(self) -> frozenset[int]:
        """The articles it touches."""
        return frozenset(c.article_id for c in self.changes if c.article_id is not None)


@dataclass(frozen=True, slots=True)
class Applied:
    """What really changed: the step as made (None where nothing was), and what it touched."""

    step: Step | None
    touched: frozenset[Subject] = frozenset()
    articles: frozenset[int] = frozenset()

    @classmethod
    def of(cls, step: Step) -> Applied:
        """What this step touched, nothing if it has no changes."""
        return cls(step, step.touched, step.articles) if step.changes else cls(None)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A step in the journal: who made it and when (ISO 8601, UTC).

    `kind` is "edit", "undo" or "redo"; `undone` says whether an edit stands taken back.
    """

    id: int
    made_at: str
    who: str
    kind: str
    step: Step
    undone: bool
    stale: bool = False
    """Whether it can no longer be taken back."""
    target: int | None = None
    """The edit that an undo or redo is about."""
    places: tuple[int, ...] = ()
    """The places of the changes in the whole step, of which they may be a part; () where all are there."""


def in_words(value: Value) -> str:
    """A value in a line: names apart by commas, nothing as ""."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return "" if value is None else str(value)
