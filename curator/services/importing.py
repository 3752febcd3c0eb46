"""Importing: files and folders into the library, a transaction a batch, failures as values."""

from __future__ import annotations

import logging
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.errors import Cancelled, CuratorError, UnreadableFile
from curator.domain.intakes import Intake
from curator.domain.progress import Progress, silent
from curator.domain.repairs import CERTAIN
from curator.services import walking
from curator.services.preparing import File, prepare
from curator.store import articles, changing, names, revisions, sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.domain.companies import Company
    from curator.services.library import Library

MOST_BYTES = 50 << 20
"""The largest file that is read."""

BATCH = 50
BATCH_SECONDS = 0.5

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


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file, in the order they were taken."""

    items: tuple[ImportItem, ...]
    cancelled: bool = False

    def count(self, outcome: Outcome) -> int:
        """How many files came out so."""
        return self.counts[outcome]

    @property
    def counts(self) -> Counter[Outcome]:
        """How many files came out how."""
        return Counter(item.outcome for item in self.items)

    @property
    def article_ids(self) -> tuple[int, ...]:
        """The articles that are new or have a new revision."""
        stored = (item for item in self.items if item.outcome in (Outcome.ADDED, Outcome.REVISION))
        return tuple(item.article_id for item in stored if item.article_id is not None and not item.reason)


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    revisions: Revisions = Revisions.ASK,
    progress: Progress = silent,
    on_item: Callable[[ImportItem], None] | None = None,
) -> ImportReport:
    """Import files, and all below folders that some reader knows, in order.

    Each file ends as an item, also one that fails. `progress` is told the files done and in all; if it
    raises Cancelled, what is done stays and the report says so. Items are told once they are stored.
    CuratorError if the library itself fails.
    """
    return _Import(library, revisions, progress, on_item).run(paths)


class _Import:
    """One import under way."""

    def __init__(
        self,
        library: Library,
        policy: Revisions,
        progress: Progress,
        on_item: Callable[[ImportItem], None] | None,
    ) -> None:
        self.library = library
        self.policy = policy
        self.progress = progress
        self.on_item = on_item
        self.items: list[ImportItem] = []
        self.waiting: list[Intake | ImportItem] = []
        self.since = time.monotonic()

    def run(self, paths: Sequence[Path]) -> ImportReport:
        cancelled = False
        try:
            found = list(self._found(paths))
            with self.library.reading() as connection:
                known = names.companies(connection)
            for done, each in enumerate(found):
                self.progress(done, len(found), each.path)
                self.waiting.append(self._taken(each, known))
                if self._is_full():
                    self._flush()
            self._flush()
            self.progress(len(found), len(found), "")
        except Cancelled:
            cancelled = True
            self._flush()
        return ImportReport(tuple(self.items), cancelled)

    def _found(self, paths: Sequence[Path]) -> Iterable[walking.Found]:
        from curator import formats  # noqa: PLC0415 - the readers load with the first import

        suffixes = formats.suffixes()
        for number, each in enumerate(walking.files(paths, suffixes.__contains__)):
            if number % 500 == 0:
                self.progress(0, 0, each.path)
            yield each

    def _taken(self, found: walking.Found, known: Sequence[Company]) -> Intake | ImportItem:
        """The file made ready, or the item that says why not."""
        place = os.path.abspath(found.file)  # noqa: PTH100 - links stay as they are named
        item = ImportItem(_named(found.path), Outcome.FAILED, source=place)
        if found.missing:
            return replace(item, reason=found.missing)
        try:
            file = File.of(found.path, place, _bytes(found.file))
            if (number := self._present(file)) is not None:
                return replace(item, outcome=Outcome.PRESENT, article_id=number)
            return prepare(file, known)
        except CuratorError as error:
            return replace(item, reason=error.message, hint=error.hint)
        except OSError as error:
            return replace(item, reason=f"The file cannot be read: {error.strerror or error}.")
        except Exception as error:  # noqa: BLE001 - one file, whatever it holds, never stops the rest
            _log.exception("A file could not be prepared for import.")
            return replace(item, reason=_bug(error), hint=_BUG_HINT)

    def _present(self, file: File) -> int | None:
        with self.library.reading() as connection:
            return articles.with_original(connection, file.sha256)

    def _is_full(self) -> bool:
        return len(self.waiting) >= BATCH or time.monotonic() - self.since > BATCH_SECONDS

    def _flush(self) -> None:
        """Store what waits in one transaction, then tell of it."""
        waiting, self.waiting = self.waiting, []
        if waiting:
            done: list[ImportItem] = []
            with self.library.writing() as connection:
                new: list[int] = []
                for each in waiting:
                    done.append(each if isinstance(each, ImportItem) else self._store(connection, each, new))
                sqlite.index(connection, new)
            self.items += done
            for item in done:
                if self.on_item is not None:
                    self.on_item(item)
        self.since = time.monotonic()

    def _store(self, connection: Connection, intake: Intake, new: list[int]) -> ImportItem:
        """Store one file, apart from the others of its batch: if it fails, only it is taken back."""
        try:
            with connection.begin_nested():
                return self._stored(connection, intake, new)
        except (ValueError, TypeError, OverflowError, ArithmeticError) as error:
            _log.exception("A file could not be stored.")
            item = _item(intake, Outcome.FAILED, None)
            return replace(item, reason=_bug(error), hint=_BUG_HINT)

    def _stored(self, connection: Connection, intake: Intake, new: list[int]) -> ImportItem:
        known = articles.known_as(connection, intake)
        if known is None:
            number = articles.add(connection, intake, changing.now())
            new.append(number)
            return _item(intake, Outcome.ADDED, number)
        number, way = known
        if way == "sha256":
            return _item(intake, Outcome.PRESENT, number)
        if self.policy is Revisions.REPLACE:
            if number in new:
                sqlite.index(connection, [number])
                new.remove(number)
            revisions.replace_with(connection, number, intake, self.library.who)
            return _item(intake, Outcome.REVISION, number)
        outcome = Outcome.REVISION if self.policy is Revisions.ASK else Outcome.SKIPPED
        reason = f"Article {number} has the same {way}, and other bytes."
        hint = "Import it again with “replace” to make it the current revision."
        return replace(_item(intake, outcome, number), reason=reason, hint=hint)


_BUG_HINT = "This is a fault in Curator; the log file says more."


def _bug(error: Exception) -> str:
    return f"The file could not be understood ({type(error).__name__})."


def _bytes(file: Path) -> bytes:
    """The file's bytes; UnreadableFile if they are too many."""
    if file.stat().st_size > MOST_BYTES:
        raise UnreadableFile(
            f"The file is larger than {MOST_BYTES >> 20} MB.", "No article is: split it first."
        )
    return file.read_bytes()


def _named(path: str) -> str:
    return path.encode("utf-8", "replace").decode("utf-8")


def _item(intake: Intake, outcome: Outcome, article_id: int | None) -> ImportItem:
    made = [repair for _, repair in intake.repairs]
    return ImportItem(
        path=intake.path,
        outcome=outcome,
        article_id=article_id,
        language=intake.fields.language,
        repairs=len(made),
        guesses=sum(repair.confidence < CERTAIN for repair in made),
        facts=len(intake.facts),
        notes=intake.notes,
        source=intake.source_path,
    )
