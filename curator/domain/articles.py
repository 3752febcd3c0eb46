"""Articles: the fields an editor settles, and what the files say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from datetime import date
from enum import StrEnum
from typing import Any

from curator.domain.facts import Decision, Evidence, Fact, Verdict
from curator.domain.repairs import Repair
from curator.domain.spans import Span


class State(StrEnum):
    """Where an article stands on the desk."""

    INBOX = "inbox"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Fields:
    """The structured fields of an article.

    `published` is ISO 8601 at the precision stated: "2026-01-27T03:25:33Z" (always UTC),
    "2026-01-27", "2026-01" or "2026"; these sort as text. `language` is a BCP 47 code ("cs", "zh").
    """

    title: str = ""
    description: str = ""
    published: str | None = None
    source: str = ""
    author: str = ""
    language: str = ""
    category: str = ""
    importance: int | None = None
    companies: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    url: str = ""
    slug: str = ""


LISTS = ("companies", "tags")
"""The fields that hold several names."""


def changed_fields(before: Fields, after: Fields) -> list[str]:
    """The names of the fields in which two sets of fields differ."""
    names = [each.name for each in fields_of(Fields)]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of one file, before cleaning.

    `text` is the reading text: title, description and body, parted by blank lines; `title`,
    `description` and `body` are their places in it (empty spans where there is none).
    `front_matter` holds every key as read, in order; `unknown` names those that are not `fields`.
    `origin` says for each field where it comes from ("front matter", "first line", "file name", …).
    """

    format: str
    encoding: str
    text: str
    title: Span
    description: Span
    body: Span
    fields: Fields
    front_matter: Mapping[str, Any] = field(default_factory=dict[str, Any])
    unknown: tuple[str, ...] = ()
    origin: Mapping[str, str] = field(default_factory=dict[str, str])
    markup: str = "markdown"
    """How `text` is set: "markdown" or "plain"."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the list shows of an article."""

    id: int
    path: str
    title: str
    description: str
    published: str | None
    source: str
    language: str
    importance: int | None
    companies: tuple[str, ...]
    tags: tuple[str, ...]
    state: State
    facts_open: int
    guesses: int


@dataclass(frozen=True, slots=True)
class StoredFact:
    """A fact in the library, with its evidence and what editors said of it."""

    id: int
    article_id: int
    fact: Fact
    evidence: Evidence | None
    decision: Decision
    verdict: Verdict
    verdict_note: str
    verdict_source: str
    origin: str
    """Who stated it: "extractor", "front matter" or "editor"."""
    about: tuple[str, ...] = ()
    """The companies that a figure or a date is about, as far as the words beside it tell."""
    sentence: int = -1
    """The number of the sentence it stands in, counted from 0; -1 where that is not known."""
    company_id: int | None = None
    """The library's company that it names."""


@dataclass(frozen=True, slots=True)
class StoredRepair:
    """A repair in the library, with an editor's decision."""

    id: int
    repair: Repair
    decision: Decision
    field: str = ""
    """Where it was made: "" in the reading text, else the key path in the front matter."""


@dataclass(frozen=True, slots=True)
class Article:
    """Everything the desk shows of one article."""

    id: int
    path: str
    state: State
    fields: Fields
    unknown: Mapping[str, Any]
    origin: Mapping[str, str]
    format: str
    markup: str
    encoding: str
    revision: int
    revisions: int
    added_at: str
    text: str
    title: Span
    description: Span
    body: Span
    facts: tuple[StoredFact, ...]
    repairs: tuple[StoredRepair, ...]
    sets: tuple[str, ...]
    notes: tuple[str, ...] = ()
    field_repairs: tuple[StoredRepair, ...] = ()
    """What cleaning changed in front-matter values; `repairs` are those of the reading text."""
    source_path: str = ""
    """Where the file lay when it was imported."""
    imported_at: str = ""
    """When the current revision was imported."""
    reviewed_at: str = ""
    sha256: str = ""
    """The checksum of the original bytes."""
    imported: Fields = Fields()
    """The fields as the file had them, to tell what was edited since."""


def published_day(published: str | None) -> date | None:
    """The day an article was published, from which relative dates count; the first of a month or year."""
    if not published:
        return None
    try:
        return date.fromisoformat((published + "-01-01")[:10])
    except ValueError:
        return None
