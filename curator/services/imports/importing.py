"""Importing: files and folders into the library, a transaction a batch, failures as values."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain import file_names
from curator.domain.articles import Article
from curator.domain.errors import Cancelled
from curator.domain.intakes import Intake
from curator.domain.progress import Progress, silent
from curator.domain.storable import storable_text
from curator.formats.collections import Choices
from curator.services.imports import collections, walking
from curator.services.imports.gathering import Failed, Gathering, Restored, Unit
from curator.services.imports.import_reports import ImportItem as ImportItem  # noqa: PLC0414 - named again for callers
from curator.services.imports.import_reports import ImportReport as ImportReport  # noqa: PLC0414
from curator.services.imports.import_reports import LeftOut as LeftOut  # noqa: PLC0414
from curator.services.imports.import_reports import Outcome as Outcome  # noqa: PLC0414
from curator.services.imports.import_reports import Revisions as Revisions  # noqa: PLC0414
from curator.services.imports.import_reports import failed
from curator.services.imports.preparers import Preparer, Unsearched
from curator.services.imports.preparing import File
from curator.services.imports.storing import Storing
from curator.store import names, originals
from curator.store.restoring.numbering import is_empty

if TYPE_CHECKING:
    from curator.services.library import Library

BATCH = 50
BATCH_BYTES = 200_000
"""What ends a transaction: so many files or bytes, and no time, which no two imports would take alike."""

LOOKED_UP = 50
"""Files read and looked up together before they are prepared."""


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
    how to read them. What folders hold besides is left out, and counted. Each file or entry ends as an
    item, also one that fails. `progress` is told what is done and about how much there is in all; if it
    raises Cancelled, what is done stays and the report says so. Items are told once they are stored.
    CuratorError if the library itself fails.
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
        self.choices = choices
        self.progress = progress
        self.on_item = on_item
        self.items: list[ImportItem] = []
        self.left_out: Counter[str] = Counter()
        self.waiting: list[tuple[Unit, Intake | Restored | ImportItem]] = []
        with library.reading() as connection:
            self.companies = names.companies(connection)
            self.storing = Storing(policy, library.who, was_empty=is_empty(connection))

    def run(self, paths: Sequence[Path]) -> ImportReport:
        cancelled = False
        try:
            gathering = Gathering(list(self._found(paths)), self.choices)
            total = gathering.count()
            under_way: deque[Unit] = deque()
            with Preparer(self.companies, total) as preparer:
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
        return ImportReport(tuple(self.items), cancelled, self._left_out())

    def _finish(self) -> None:
        if self.storing.is_open or any(item.outcome is Outcome.ADDED for item in self.items):
            with self.library.writing() as connection:
                self.storing.finish(connection)

    def _found(self, paths: Sequence[Path]) -> Iterable[walking.FoundFile]:
        from curator import formats

        suffixes = formats.suffixes()

        def is_known(file: Path) -> bool:
            return file.suffix.lower() in suffixes or collections.is_single(file)

        for number, each in enumerate(walking.files(paths, is_known, self._leave_out)):
            if number % 500 == 0:
                self.progress(0, 0, each.path)
            yield each

    def _leave_out(self, file: Path) -> None:
        self.left_out[file.suffix.lower()] += 1

    def _left_out(self) -> LeftOut:
        nameable = collections.suffixes()
        return LeftOut(
            {suffix: count for suffix, count in self.left_out.items() if suffix in nameable},
            {suffix: count for suffix, count in self.left_out.items() if suffix not in nameable},
        )

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
                    yield failed(each.path, each.taken.error, each.taken.place)
                elif isinstance(each.taken, File) and each.taken.sha256 in there:
                    yield ImportItem(storable_text(each.path), Outcome.PRESENT, there[each.taken.sha256])
                elif isinstance(each.taken, Restored) and each.taken.seeks_facts:
                    yield Unsearched(each.taken.whole.article)
                else:
                    yield each.taken

    def _take(self, unit: Unit, ready: Intake | Article | Restored | ImportItem | Exception) -> None:
        """Let what became of an article wait to be stored, and store when enough waits."""
        if isinstance(ready, Exception):
            ready = failed(unit.path, ready)
        if isinstance(ready, Article):
            assert isinstance(unit.taken, Restored)
            ready = replace(unit.taken, whole=replace(unit.taken.whole, article=ready))
        self.waiting.append((unit, ready))
        weight = sum(each.size for _, each in self.waiting if not isinstance(each, ImportItem))
        if len(self.waiting) >= BATCH or weight >= BATCH_BYTES:
            self._flush()

    def _flush(self) -> None:
        """Store what waits in one transaction, then tell of it."""
        waiting, self.waiting = self.waiting, []
        if waiting:
            with self.library.writing() as connection:
                stored = self.storing.stored(connection, [ready for _, ready in waiting])
            done = [
                replace(item, source=file_names.stored(unit.source))
                for (unit, _), item in zip(waiting, stored, strict=True)
            ]
            self.items += done
            for item in done:
                if self.on_item is not None:
                    self.on_item(item)
