"""Reports of an import: what became of every file and entry."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from curator.domain.errors import CuratorError
from curator.domain.intakes import Intake
from curator.domain.repairs import CERTAIN
from curator.domain.storable import storable_text
from curator.services.imports.gathering import Restored
from curator.services.reports import Report

_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    PRESENT = "present"
    REVISION = "revision"
    FAILED = "failed"
    SKIPPED = "skipped"


class Revisions(StrEnum):
    """What to do with a known article whose file has other bytes."""

    ASK = "ask"
    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class ImportItem:
    """What became of one file; `path` is its path in the library, `source` where it lay.

    A revision that was only reported has a `reason`, one that was stored has none.
    """

    path: str
    outcome: Outcome
    article_id: int | None = None
    language: str = ""
    repairs: int = 0
    guesses: int = 0
    facts: int = 0
    reason: str = ""
    hint: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""

    @property
    def changed(self) -> bool:
        """Whether the article is new or has a new revision."""
        return self.outcome in (Outcome.ADDED, Outcome.REVISION) and not self.reason


@dataclass(frozen=True)
class LeftOut:
    """How many files of folders were left out, by suffix in lower case ("" for none)."""

    nameable: Mapping[str, int] = field(default_factory=dict[str, int])
    """Files that may hold many articles: they come in where they are named themselves."""
    unreadable: Mapping[str, int] = field(default_factory=dict[str, int])
    """Files from which no article can be read."""


@dataclass(frozen=True)
class ImportReport(Report[ImportItem]):
    """What became of each file and entry, and what folders hold besides."""

    left_out: LeftOut = field(default_factory=LeftOut)


def failed(path: str, error: Exception, place: str = "") -> ImportItem:
    """The item of what cannot be imported, and why; `place` is where in a collection it stands."""
    item = ImportItem(storable_text(path), Outcome.FAILED)
    where = f"{place[:1].upper()}{place[1:]}: " if place else ""
    if isinstance(error, CuratorError):
        return replace(item, reason=where + error.message, hint=error.hint)
    if isinstance(error, OSError):
        return replace(item, reason=f"The file cannot be read: {error.strerror or error}.")
    _log.error("A file could not be prepared for import.", exc_info=error)
    return replace(item, reason=where + bug(error), hint=BUG_HINT)


BUG_HINT = "This is a fault in Curator; the log file says more."


def bug(error: Exception) -> str:
    """What is said of a fault in Curator."""
    return f"The file could not be understood ({type(error).__name__})."


def item_of(each: Intake | Restored, outcome: Outcome, article_id: int | None) -> ImportItem:
    """The item of an article that was read, or is restored."""
    if isinstance(each, Restored):
        article = each.whole.article
        made = [stored.repair for stored in (*article.repairs, *article.field_repairs)]
        language, facts, notes = article.fields.language, len(article.facts), article.notes
    else:
        made = [repair for _, repair in each.repairs]
        language, facts, notes = each.fields.language, len(each.facts), each.notes
    return ImportItem(
        path=each.path,
        outcome=outcome,
        article_id=article_id,
        language=language,
        repairs=len(made),
        guesses=sum(repair.confidence < CERTAIN for repair in made),
        facts=facts,
        notes=notes,
    )
