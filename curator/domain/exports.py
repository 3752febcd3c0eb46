"""Exports: what writers are given, and what is chosen for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.domain.articles import Article, Fields, State, StoredFact
from curator.domain.changes import JournalEntry
from curator.domain.records import Record
from curator.domain.spans import Span
from curator.domain.timelines import Mark


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into an export beside the fields and the text."""

    title: str = ""
    """What feeds, dossiers and manifests call it; else the query, or the name of the library."""
    accepted_only: bool = False
    """Only facts that an editor has accepted."""
    repaired: bool = False
    """Markdown is written with its text repaired; else every byte that was not edited stays as it was."""
    facts_key: str = ""
    """The front-matter key under which Markdown gets facts and verdicts; "" for none."""
    template: str = ""
    """The text of an editor's own template, for the format that fills one in."""


BY_PATH = "path:"
"""Stands before the path of the article that notes are on, where no URI names it."""


@dataclass(frozen=True, slots=True)
class Exported:
    """An article as writers get it; `original` and `journal` are there for those that ask for them."""

    article: Article
    original: bytes = b""
    """The file's bytes as imported."""
    journal: tuple[JournalEntry, ...] = ()
    """The steps that touched the article, the newest first."""
    record: Record | None = None
    """What the library keeps beside it, so that it can be restored."""
    notes_on: str = ""
    """The URI of the article that it is notes on, or `BY_PATH` and its path: where that is there, its facts
    are added to it.
    """
    has_all_facts: bool = False
    """Whether notes hold all facts of their article, so that proposals nobody touched give way to them."""


def notes_of(
    on: str, article_id: int, path: str, facts: Sequence[StoredFact], *, has_all_facts: bool = False
) -> Exported:
    """Facts without their article, as notes on the one that `on` names in the library."""
    bare = Article(
        id=article_id,
        path=path,
        state=State.INBOX,
        fields=Fields(),
        unknown={},
        origin={},
        format="",
        markup="",
        encoding="",
        revision=1,
        revisions=1,
        added_at="",
        text="",
        title=_NOWHERE,
        description=_NOWHERE,
        body=_NOWHERE,
        facts=tuple(facts),
        repairs=(),
        sets=(),
    )
    return Exported(bare, notes_on=on, has_all_facts=has_all_facts)


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Edition:
    """What an export is of, the same for the same library and choice: it knows no clock."""

    title: str
    """What to call it: the set, the query, or the library."""
    query: str
    """The query that chose the articles; "" for all, or for those chosen by hand."""
    count: int
    """The articles there are to write."""
    updated: str
    """When the newest of them was imported or edited, ISO 8601 in UTC."""
    contents: Contents = Contents()
    marks: tuple[Mark, ...] = ()
    """What the timeline shows of the articles, in order of time; for writers that ask for it."""
    newest: str = ""
    """The latest publication date that one of them states, "" if none does: the time of a feed."""


@dataclass(frozen=True, slots=True)
class MadeBy:
    """Who and what made articles as they are: versions of the engines that read them, and their editors."""

    cleaning: tuple[int, ...] = ()
    extraction: tuple[int, ...] = ()
    editors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much there is of what an export may hold."""

    accepted: int = 0
    """Facts that were accepted or edited."""
    open: int = 0
    """Facts still to decide."""
    repairs: int = 0
    steps: int = 0
    """Steps of the journal: decisions and edits."""
