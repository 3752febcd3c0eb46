"""One article: all that the desk shows of it, its original, and its journal."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from curator.domain import repairs
from curator.domain.articles import Article, Fields, StoredFact
from curator.domain.changes import Change, JournalEntry, Step, Subject
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision
from curator.store import articles, facts, originals
from curator.store.changes import journal as journals

if TYPE_CHECKING:
    from curator.services.library import Library


def article(library: Library, article_id: int) -> Article:
    """Everything the desk shows of one article; CuratorError if it is gone."""
    with library.reading() as connection:
        found = articles.whole(connection, article_id)
    if found is None:
        raise _gone(article_id)
    return found


def article_after(library: Library, before: Article, step: Step | None) -> Article:
    """An article as it is after a step that was made since `before` was read; CuratorError if it is gone.

    Of facts only those are read that the step decided or judged: twenty thousand take a second. Any other
    step (None: not known) reads all.
    """
    if step is None or not all(map(_leaves_facts_in_place, step.changes)):
        return article(library, before.id)
    ids = {change.subject_id for change in step.changes if change.subject is Subject.FACT}
    with library.reading() as connection:
        found = articles.wholes(connection, [before.id], with_facts=False)
        changed = {fact.id: fact for fact in facts.with_ids(connection, ids)}
    if not found:
        raise _gone(before.id)
    kept = tuple(changed.get(fact.id, fact) for fact in before.facts) if changed else before.facts
    return replace(found[0], facts=kept)


_SAID = frozenset({"decision", "verdict", "verdict_note", "verdict_source"})


def _leaves_facts_in_place(change: Change) -> bool:
    if change.subject is Subject.FACT:
        return change.field in _SAID
    return change.subject is Subject.ARTICLE and change.field != ""


def fields(library: Library, ids: Sequence[int]) -> tuple[Fields, ...]:
    """The fields of several articles, in the order given; those that are gone are missing."""
    with library.reading() as connection:
        found = articles.fields_of(connection, ids)
    return tuple(found[number][0] for number in ids if number in found)


def original_text(article: Article) -> str:
    """The reading text as it was before cleaning."""
    return repairs.undone(article.text, (each.repair for each in article.repairs))


def original_bytes(library: Library, article_id: int, revision: int | None = None) -> bytes:
    """The bytes as imported, of the current revision unless another is named."""
    with library.reading() as connection:
        packed = originals.original_of(connection, article_id, revision)
    if packed is None:
        raise _gone(article_id)
    return zlib.decompress(packed)


def journal(library: Library, article_id: int | None, limit: int = 50) -> tuple[JournalEntry, ...]:
    """The newest steps, of one article or of the whole library, the newest first."""
    with library.reading() as connection:
        return journals.entries(connection, article_id, limit)


_STEPS_A_DECISION = 4
"""Steps of the journal that are looked through for each decision: others stand between them."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A fact that was decided, as it stands now: in which article, when (ISO 8601, UTC) and by whom."""

    fact: StoredFact
    title: str
    made_at: str
    who: str


def last_decided(library: Library, limit: int = 50) -> tuple[Decided, ...]:
    """The facts decided last, each once, the newest first; those put back to be decided are missing."""
    with library.reading() as connection:
        steps = journals.entries(connection, None, _STEPS_A_DECISION * limit)
        told: dict[int, JournalEntry] = {}
        for entry in steps:
            for change in entry.step.changes if entry.kind != "undo" and not entry.undone else ():
                if change.subject is Subject.FACT and change.field == "decision" and len(told) < limit:
                    told.setdefault(change.subject_id, entry)
        found = {fact.id: fact for fact in facts.with_ids(connection, told)}
        titles = articles.fields_of(connection, {fact.article_id for fact in found.values()})
    return tuple(
        Decided(found[number], titles[found[number].article_id][0].title, entry.made_at, entry.who)
        for number, entry in told.items()
        if number in found and found[number].decision is not Decision.PROPOSED
    )


def _gone(article_id: int) -> CuratorError:
    return CuratorError(f"There is no article {article_id}.", "“curator list” shows those there are.")
