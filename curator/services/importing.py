"""Importing: files and folders into the library, a transaction a batch, failures as values."""

from __future__ import annotations

import logging
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.errors import Cancelled, CuratorError, UnreadableFile
from curator.domain.intakes import Intake
from curator.domain.progress import Progress, silent
from curator.domain.repairs import CERTAIN
from curator.services import preparing, walking
from curator.services.preparing import File
from curator.store import articles, changing, names, originals, revisions, sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

MOST_BYTES = 50 << 20
"""The largest file that is read."""

BATCH = 50
BATCH_SECONDS = 0.5
"""What a transaction takes at most, in files and in time."""

LOOKED_UP = 50
"""Files read and looked up together before they are prepared."""

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
            with preparing.Preparer(known, len(found)) as preparer:
                ready = preparer.prepared(self._read(found))
                for done, each in enumerate(found):
                    self.progress(done, len(found), each.path)
                    self._take(each, next(ready))
            self._flush()
            self.progress(len(found), len(found), "")
        except Cancelled:
            cancelled = True
            self._flush()
        if any(item.outcome is Outcome.ADDED for item in self.items):
            with self.library.writing() as connection:
                sqlite.measure(connection)
        return ImportReport(tuple(self.items), cancelled)

    def _found(self, paths: Sequence[Path]) -> Iterable[walking.Found]:
        from curator import formats

        suffixes = formats.suffixes()
        for number, each in enumerate(walking.files(paths, suffixes.__contains__)):
            if number % 500 == 0:
                self.progress(0, 0, each.path)
            yield each

    def _read(self, found: Sequence[walking.Found]) -> Iterator[File | ImportItem]:
        """The files' bytes, or the items that say why not; what is there already is not read further."""
        for start in range(0, len(found), LOOKED_UP):
            part = [_read(each) for each in found[start : start + LOOKED_UP]]
            checksums = [each.sha256 for each in part if isinstance(each, File)]
            with self.library.reading() as connection:
                there = originals.with_originals(connection, checksums)
            for each in part:
                if isinstance(each, File) and each.sha256 in there:
                    item = ImportItem(_named(each.path), Outcome.PRESENT, source=_named(each.source_path))
                    yield replace(item, article_id=there[each.sha256])
                else:
                    yield each

    def _take(self, found: walking.Found, ready: Intake | ImportItem | Exception) -> None:
        """Let what became of a file wait to be stored, and store when enough waits."""
        if isinstance(ready, Exception):
            ready = _failed(found, ready)
        self.waiting.append(ready)
        if len(self.waiting) >= BATCH or time.monotonic() - self.since > BATCH_SECONDS:
            self._flush()

    def _flush(self) -> None:
        """Store what waits in one transaction, then tell of it."""
        waiting, self.waiting = self.waiting, []
        if waiting:
            with self.library.writing() as connection:
                done = self._stored(connection, waiting)
            self.items += done
            for item in done:
                if self.on_item is not None:
                    self.on_item(item)
        self.since = time.monotonic()

    def _stored(self, connection: Connection, waiting: Sequence[Intake | ImportItem]) -> list[ImportItem]:
        """The items of a batch in order; files that are one article are stored one after the other."""
        done: dict[int, ImportItem] = {
            n: each for n, each in enumerate(waiting) if isinstance(each, ImportItem)
        }
        left = [(n, each) for n, each in enumerate(waiting) if isinstance(each, Intake)]
        while left:
            part, left = _apart(left)
            outcomes = self._store(connection, [each for _, each in part])
            done |= dict(zip([n for n, _ in part], outcomes, strict=True))
        return [done[n] for n in range(len(waiting))]

    def _store(self, connection: Connection, intakes: Sequence[Intake]) -> list[ImportItem]:
        """Store files of different articles; if one cannot be stored, only it is taken back."""
        try:
            with connection.begin_nested():
                return self._store_all(connection, intakes)
        except (ValueError, TypeError, OverflowError, ArithmeticError) as error:
            if len(intakes) > 1:
                return [item for each in intakes for item in self._store(connection, [each])]
            _log.exception("A file could not be stored.")
            item = _item(intakes[0], Outcome.FAILED, None)
            return [replace(item, reason=_bug(error), hint=_BUG_HINT)]

    def _store_all(self, connection: Connection, intakes: Sequence[Intake]) -> list[ImportItem]:
        known = originals.known_as(connection, intakes)
        new = [each for each, way in zip(intakes, known, strict=True) if way is None]
        ids = iter(articles.add(connection, new, changing.now()))
        return [
            _item(each, Outcome.ADDED, next(ids)) if way is None else self._known(connection, each, *way)
            for each, way in zip(intakes, known, strict=True)
        ]

    def _known(self, connection: Connection, intake: Intake, number: int, way: str) -> ImportItem:
        """What becomes of a file whose article is there."""
        if way == "sha256":
            return _item(intake, Outcome.PRESENT, number)
        if self.policy is Revisions.REPLACE:
            revisions.replace_with(connection, number, intake, self.library.who)
            return _item(intake, Outcome.REVISION, number)
        outcome = Outcome.REVISION if self.policy is Revisions.ASK else Outcome.SKIPPED
        reason = f"Article {number} has the same {way}, and other bytes."
        hint = "Import it again with “replace” to make it the current revision."
        return replace(_item(intake, outcome, number), reason=reason, hint=hint)


def _apart(
    waiting: Sequence[tuple[int, Intake]],
) -> tuple[list[tuple[int, Intake]], list[tuple[int, Intake]]]:
    """As many files from the front as are surely of different articles, and the rest."""
    seen: set[tuple[str, str]] = set()
    for place, (_, each) in enumerate(waiting):
        marks = {
            ("sha", each.sha256),
            ("url", each.fields.url),
            ("slug", each.fields.slug),
            ("file", each.source_path),
        }
        marks = {mark for mark in marks if mark[1]}
        if marks & seen:
            return list(waiting[:place]), list(waiting[place:])
        seen |= marks
    return list(waiting), []


def _read(found: walking.Found) -> File | ImportItem:
    """The file's bytes, or the item that says why not."""
    if found.missing:
        return _failed(found, UnreadableFile(found.missing))
    try:
        return File.of(found.path, _place(found), _bytes(found.file))
    except (UnreadableFile, OSError) as error:
        return _failed(found, error)


def _failed(found: walking.Found, error: Exception) -> ImportItem:
    item = ImportItem(_named(found.path), Outcome.FAILED, source=_named(_place(found)))
    if isinstance(error, CuratorError):
        return replace(item, reason=error.message, hint=error.hint)
    if isinstance(error, OSError):
        return replace(item, reason=f"The file cannot be read: {error.strerror or error}.")
    _log.error("A file could not be prepared for import.", exc_info=error)
    return replace(item, reason=_bug(error), hint=_BUG_HINT)


def _place(found: walking.Found) -> str:
    return os.path.abspath(found.file)  # noqa: PTH100 - links stay as they are named


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
