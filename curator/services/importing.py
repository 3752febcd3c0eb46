"""Importing: files and folders into the library, a transaction a batch, failures as values."""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.articles import Article
from curator.domain.companies import Company
from curator.domain.errors import Cancelled, CuratorError
from curator.domain.intakes import Intake
from curator.domain.progress import Progress, silent
from curator.domain.repairs import CERTAIN
from curator.formats.collections import Choices
from curator.services import collections, noting, preparing, walking
from curator.services.gathering import MOST_BYTES as MOST_BYTES  # noqa: PLC0414 - named again for callers
from curator.services.gathering import Failed, Gathering, Restored, Unit
from curator.services.preparing import File, Unsearched
from curator.store import articles, changing, names, originals, restored, restored_beside, revisions, sqlite
from curator.store.numbering import Numbering, is_empty

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

BATCH = 50
BATCH_SECONDS = 0.5
"""What a transaction takes at most, in files and in time."""

LOOKED_UP = 50
"""Files read and looked up together before they are prepared."""

NOTES = "notes"
"""How an article is known that a file holds notes on."""

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


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be imported, in order."""
    from curator import formats

    return tuple(sorted(formats.suffixes() | collections.suffixes()))


_AS_FOUND = Choices()


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    revisions: Revisions = Revisions.ASK,
    choices: Choices = _AS_FOUND,
    progress: Progress = silent,
    on_item: Callable[[ImportItem], None] | None = None,
) -> ImportReport:
    """Import files, and all below folders that some reader knows, in order.

    Files that are named and hold many articles (JSON Lines, tables, feeds) are taken apart; `choices` say
    how to read them. Each file or entry ends as an item, also one that fails. `progress` is told what is
    done and about how much there is in all; if it raises Cancelled, what is done stays and the report says
    so. Items are told once they are stored. CuratorError if the library itself fails.
    """
    return _Import(library, revisions, choices, progress, on_item).run(paths)


class _Import:
    """One import under way."""

    def __init__(
        self,
        library: Library,
        policy: Revisions,
        choices: Choices,
        progress: Progress,
        on_item: Callable[[ImportItem], None] | None,
    ) -> None:
        self.library = library
        self.policy = policy
        self.choices = choices
        self.progress = progress
        self.on_item = on_item
        self.items: list[ImportItem] = []
        self.waiting: list[tuple[Unit, Intake | Restored | ImportItem]] = []
        self.since = time.monotonic()
        self.numberings: dict[int, Numbering] = {}
        self.noted = noting.Articles()
        self.was_empty = False
        self.companies: tuple[Company, ...] = ()

    def run(self, paths: Sequence[Path]) -> ImportReport:
        cancelled = False
        try:
            gathering = Gathering(list(self._found(paths)), self.choices)
            total = gathering.count()
            with self.library.reading() as connection:
                self.companies = names.companies(connection)
                self.was_empty = is_empty(connection)
            under_way: deque[Unit] = deque()
            with preparing.Preparer(self.companies, total) as preparer:
                ready = preparer.prepared(self._looked_up(gathering.units(), under_way))
                for done, each in enumerate(ready):
                    unit = under_way.popleft()
                    self.progress(done, max(total, done + 1), unit.path)
                    self._take(unit, each)
            self._flush()
            self.progress(total, total, "")
        except Cancelled:
            cancelled = True
            self._flush()
        self._finish()
        return ImportReport(tuple(self.items), cancelled)

    def _finish(self) -> None:
        apart = [each for each in self.numberings.values() if each.apart]
        if apart or any(item.outcome is Outcome.ADDED for item in self.items):
            with self.library.writing() as connection:
                for each in apart:
                    restored_beside.keep_apart(connection, each)
                sqlite.measure(connection)

    def _found(self, paths: Sequence[Path]) -> Iterable[walking.Found]:
        from curator import formats

        suffixes = formats.suffixes()
        for number, each in enumerate(walking.files(paths, suffixes.__contains__)):
            if number % 500 == 0:
                self.progress(0, 0, each.path)
            yield each

    def _looked_up(
        self, units: Iterator[Unit], under_way: deque[Unit]
    ) -> Iterator[File | Unsearched | Restored | ImportItem]:
        """What there is of each article, or its item; what is there already is not read further."""
        while part := list(islice(units, LOOKED_UP)):
            checksums = [each.taken.sha256 for each in part if isinstance(each.taken, File)]
            with self.library.reading() as connection:
                there = originals.with_originals(connection, checksums)
            for each in part:
                under_way.append(each)
                if isinstance(each.taken, Failed):
                    yield _failed(each, each.taken.error, each.taken.place)
                elif isinstance(each.taken, File) and each.taken.sha256 in there:
                    yield ImportItem(_named(each.path), Outcome.PRESENT, there[each.taken.sha256])
                elif isinstance(each.taken, Restored) and each.taken.seeks_facts:
                    yield Unsearched(each.taken.whole.article)
                else:
                    yield each.taken

    def _take(self, unit: Unit, ready: Intake | Article | Restored | ImportItem | Exception) -> None:
        """Let what became of an article wait to be stored, and store when enough waits."""
        if isinstance(ready, Exception):
            ready = _failed(unit, ready)
        if isinstance(ready, Article):
            assert isinstance(unit.taken, Restored)
            ready = replace(unit.taken, whole=replace(unit.taken.whole, article=ready))
        self.waiting.append((unit, ready))
        if len(self.waiting) >= BATCH or time.monotonic() - self.since > BATCH_SECONDS:
            self._flush()

    def _flush(self) -> None:
        """Store what waits in one transaction, then tell of it."""
        waiting, self.waiting = self.waiting, []
        if waiting:
            with self.library.writing() as connection:
                stored = self._stored(connection, [ready for _, ready in waiting])
            done = [
                replace(item, source=_named(unit.source))
                for (unit, _), item in zip(waiting, stored, strict=True)
            ]
            self.items += done
            for item in done:
                if self.on_item is not None:
                    self.on_item(item)
        self.since = time.monotonic()

    def _stored(
        self, connection: Connection, waiting: Sequence[Intake | Restored | ImportItem]
    ) -> list[ImportItem]:
        """The items of a batch in order; files that are one article are stored one after the other."""
        done: dict[int, ImportItem] = {
            n: each for n, each in enumerate(waiting) if isinstance(each, ImportItem)
        }
        left = [(n, each) for n, each in enumerate(waiting) if not isinstance(each, ImportItem)]
        while left:
            part, left = _apart(left)
            outcomes = self._store(connection, [each for _, each in part])
            done |= dict(zip([n for n, _ in part], outcomes, strict=True))
        return [done[n] for n in range(len(waiting))]

    def _store(self, connection: Connection, wanted: Sequence[Intake | Restored]) -> list[ImportItem]:
        """Store different articles; if one cannot be stored, only it is taken back."""
        try:
            with connection.begin_nested():
                done = self._store_all(connection, wanted)
        except (ValueError, TypeError, OverflowError, ArithmeticError) as error:
            for each in self.numberings.values():
                each.back()
            if len(wanted) > 1:
                return [item for each in wanted for item in self._store(connection, [each])]
            _log.exception("A file could not be stored.")
            item = _item(wanted[0], Outcome.FAILED, None)
            return [replace(item, reason=_bug(error), hint=_BUG_HINT)]
        for each in self.numberings.values():
            each.mark()
        return done

    def _store_all(self, connection: Connection, wanted: Sequence[Intake | Restored]) -> list[ImportItem]:
        known = self._known_as(connection, wanted)
        new = [each for each, way in zip(wanted, known, strict=True) if way is None]
        ids = iter(self._add(connection, new))
        return [
            _item(each, Outcome.ADDED, next(ids)) if way is None else self._known(connection, each, *way)
            for each, way in zip(wanted, known, strict=True)
        ]

    def _known_as(
        self, connection: Connection, wanted: Sequence[Intake | Restored]
    ) -> list[tuple[int, str] | None]:
        """The article each is, and by what it is known; entries of one export are different articles."""
        found = originals.known_as(connection, wanted)
        composed = [each for each in wanted if isinstance(each, Restored) and each.is_composed]
        by_path = originals.with_paths(
            connection, [(each.path, each.whole.article.text) for each in composed]
        )
        for place, each in enumerate(wanted):
            if isinstance(each, Restored):
                if each.whole.notes_on and (noted := self._noted_on(connection, each)):
                    found[place] = noted
                    continue
                numbering = self._numbering(each)
                number = numbering.articles.get(each.whole.article.id)
                way = found[place]
                if each.is_composed:
                    way = found[place] = by_path.get((each.path, each.whole.article.text), way)
                if number is not None:
                    found[place] = (number, "sha256")
                elif way is not None and (numbering.keeps or numbering.made(way[0])):
                    found[place] = None
        return found

    def _noted_on(self, connection: Connection, each: Restored) -> tuple[int, str] | None:
        """The article that notes are on; 0 where it is not there and the notes do not have it either."""
        number = self.noted.of(connection, each.whole.notes_on)
        return (number or 0, NOTES) if number or not each.whole.article.text else None

    def _add(self, connection: Connection, new: Sequence[Intake | Restored]) -> list[int]:
        """Store new articles and give their ids in order."""
        ids: dict[int, int] = {}
        read = [(n, each) for n, each in enumerate(new) if isinstance(each, Intake)]
        added = articles.add(connection, [each for _, each in read], changing.now())
        ids |= dict(zip([n for n, _ in read], added, strict=True))
        for collection in {each.collection for each in new if isinstance(each, Restored)}:
            wholes = [
                (n, each)
                for n, each in enumerate(new)
                if isinstance(each, Restored) and each.collection == collection
            ]
            numbering = self._numbering(wholes[0][1])
            added = restored.put(connection, [each.whole for _, each in wholes], numbering)
            ids |= dict(zip([n for n, _ in wholes], added, strict=True))
        return [ids[n] for n in range(len(new))]

    def _numbering(self, each: Restored) -> Numbering:
        """The numbers of the articles of one collection: their own if it is the first of an empty library."""
        keeps = self.was_empty and each.collection == 0
        return self.numberings.setdefault(each.collection, Numbering(keeps=keeps))

    def _known(self, connection: Connection, each: Intake | Restored, number: int, way: str) -> ImportItem:
        """What becomes of a file whose article is there."""
        if way == "sha256":
            return _item(each, Outcome.PRESENT, number)
        if way == NOTES and isinstance(each, Restored):
            return self._note(connection, each, number)
        if self.policy is Revisions.REPLACE:
            intake = each if isinstance(each, Intake) else each.intake()
            revisions.replace_with(connection, number, intake, self.library.who)
            return _item(each, Outcome.REVISION, number)
        outcome = Outcome.REVISION if self.policy is Revisions.ASK else Outcome.SKIPPED
        reason = f"Article {number} has the same {way}, and other bytes."
        hint = "Import it again with “replace” to make it the current revision."
        return replace(_item(each, outcome, number), reason=reason, hint=hint)

    def _note(self, connection: Connection, each: Restored, number: int) -> ImportItem:
        """What becomes of notes on an article that is there."""
        if not number:
            item = _item(each, Outcome.FAILED, None)
            reason = f"There are notes on {each.whole.notes_on[:200]}, which is not in the library."
            return replace(item, reason=reason, hint="Import the article first.")
        noted = noting.add(connection, number, each.whole, self.library.who)
        outcome = Outcome.REVISION if noted.added or noted.settled else Outcome.PRESENT
        return replace(_item(each, outcome, number), notes=noted.words)


def _apart(
    waiting: Sequence[tuple[int, Intake | Restored]],
) -> tuple[list[tuple[int, Intake | Restored]], list[tuple[int, Intake | Restored]]]:
    """As many from the front as are surely different articles, and the rest."""
    seen: set[tuple[str, str]] = set()
    for place, (_, each) in enumerate(waiting):
        marks = _marks(each)
        if marks & seen:
            return list(waiting[:place]), list(waiting[place:])
        seen |= marks
    return list(waiting), []


def _marks(each: Intake | Restored) -> set[tuple[str, str]]:
    if isinstance(each, Restored):
        marks = {("path", each.path), ("sha", each.sha256)}
        if not each.whole.notes_on:
            marks.add((f"collection {each.collection}", str(each.whole.article.id)))
        return {mark for mark in marks if mark[1]}
    marks = {
        ("sha", each.sha256),
        ("url", each.fields.url),
        ("slug", each.fields.slug),
        ("file", each.source_path),
        ("path", each.path),
    }
    return {mark for mark in marks if mark[1]}


def _failed(unit: Unit, error: Exception, place: str = "") -> ImportItem:
    item = ImportItem(_named(unit.path), Outcome.FAILED)
    where = f"{place[:1].upper()}{place[1:]}: " if place else ""
    if isinstance(error, CuratorError):
        return replace(item, reason=where + error.message, hint=error.hint)
    if isinstance(error, OSError):
        return replace(item, reason=f"The file cannot be read: {error.strerror or error}.")
    _log.error("A file could not be prepared for import.", exc_info=error)
    return replace(item, reason=where + _bug(error), hint=_BUG_HINT)


_BUG_HINT = "This is a fault in Curator; the log file says more."


def _bug(error: Exception) -> str:
    return f"The file could not be understood ({type(error).__name__})."


def _named(path: str) -> str:
    return path.encode("utf-8", "replace").decode("utf-8")


def _item(each: Intake | Restored, outcome: Outcome, article_id: int | None) -> ImportItem:
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
