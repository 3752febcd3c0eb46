"""Re-cleaning: articles read again from their original bytes when the engines are newer."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from curator.domain.articles import Article
from curator.domain.changes import Change, Step
from curator.domain.errors import Cancelled, CuratorError
from curator.domain.intakes import Intake
from curator.domain.progress import Progress, silent
from curator.services import listing
from curator.services.imports.preparers import Preparer
from curator.services.imports.preparing import File
from curator.services.reports import Report
from curator.store import names, originals, readings, recleanings
from curator.store.changes import changing, journal

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

READ = 50
"""Files whose bytes are read together."""

LABEL = "Clean again"
_BUG_HINT = "It stays as it was. This is a fault in Curator; the log file says more."
_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of an article."""

    CLEANED = "cleaned"
    SAME = "same"  # the newer engines say what the older ones said
    CURRENT = "current"  # nothing to do: no engine is newer
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RecleanItem:
    """What became of one article, with its repairs and facts as the engines see them now."""

    article_id: int
    path: str
    outcome: Outcome
    repairs: int = 0
    facts: int = 0
    reason: str = ""
    hint: str = ""

    @property
    def changed(self) -> bool:
        """Whether the article says something else now."""
        return self.outcome is Outcome.CLEANED


RecleanReport = Report[RecleanItem]


def outdated(library: Library, query: str = "") -> int:
    """How many of the articles that match were read by an older cleaner or extractor than there is."""
    return len(outdated_ids(library, query))


def outdated_ids(library: Library, query: str = "") -> list[int]:
    """The articles that match and were read by an older cleaner or extractor than there is."""
    from curator import cleaning, extraction

    with library.reading() as connection:
        found = readings.outdated(connection, cleaning.VERSION, extraction.VERSION)
    if not found or not query.strip():
        return found
    matching = set(listing.identifiers(library, query))
    return [number for number in found if number in matching]


def reclean(
    library: Library,
    ids: Sequence[int],
    progress: Progress = silent,
    *,
    force: bool = False,
    on_item: Callable[[RecleanItem], None] | None = None,
) -> RecleanReport:
    """Read the original bytes of these articles again; what editors decided and edited stays.

    Only articles of older engines are read, unless `force`. Each is a transaction of its own, and one
    that fails stays as it was. All are one step, which undo takes back. `progress` is told the articles
    done and in all; if it raises Cancelled, what is done stays and the report says so.
    """
    return _Recleaning(library, progress, on_item).run(ids, force=force)


class _Recleaning:
    """Articles being read again, and the step they become."""

    def __init__(
        self, library: Library, progress: Progress, on_item: Callable[[RecleanItem], None] | None
    ) -> None:
        self.library = library
        self.progress = progress
        self.on_item = on_item
        self.items: list[RecleanItem] = []
        self.step: int | None = None

    def run(self, ids: Sequence[int], *, force: bool) -> RecleanReport:
        wanted = set(ids if force else outdated_ids(self.library))
        with self.library.reading() as connection:
            known = names.companies(connection)
        todo = list(dict.fromkeys(ids))
        try:
            with Preparer(known, len(wanted.intersection(todo))) as preparer:
                files = preparer.prepared(self._files(todo, wanted))
                for done, number in enumerate(todo):
                    self.progress(done, len(todo), "")
                    ready = next(files)
                    assert not isinstance(ready, Article)  # none is given
                    self._take(number, ready)
            self.progress(len(todo), len(todo), "")
        except Cancelled:
            return RecleanReport(tuple(self.items), cancelled=True)
        return RecleanReport(tuple(self.items))

    def _files(self, ids: Sequence[int], wanted: set[int]) -> Iterator[File | RecleanItem]:
        """The articles' files as they were imported, or the items that say why not."""
        for start in range(0, len(ids), READ):
            part = ids[start : start + READ]
            with self.library.reading() as connection:
                there = readings.files(connection, part)
                packed = originals.originals_of(connection, [each for each in part if each in wanted])
            for number in part:
                path, source_path, sha256 = there.get(number, ("", "", ""))
                if number not in there:
                    reason = f"There is no article {number}."
                    yield RecleanItem(number, path, Outcome.FAILED, reason=reason)
                elif number not in wanted:
                    yield RecleanItem(number, path, Outcome.CURRENT)
                else:
                    try:
                        data = zlib.decompress(packed[number])
                    except (KeyError, zlib.error):
                        yield RecleanItem(number, path, Outcome.FAILED, reason=_NO_ORIGINAL, hint=_CHECK)
                        continue
                    yield File(path, source_path, data, sha256)

    def _take(self, number: int, ready: Intake | RecleanItem | Exception) -> None:
        item = ready if isinstance(ready, RecleanItem) else self._stored(number, ready)
        self.items.append(item)
        if self.on_item is not None:
            self.on_item(item)

    def _stored(self, number: int, ready: Intake | Exception) -> RecleanItem:
        """Put what was read in the place of what was there, or say why not."""
        try:
            if isinstance(ready, Exception):
                raise ready
            with self.library.writing() as connection:
                changes = recleanings.reclean(connection, number, ready)
                if changes:
                    self.step = self._journalled(connection, changes)
        except CuratorError as error:
            return self._failed(number, error.message, error.hint)
        except (ValueError, TypeError, LookupError, ArithmeticError, OSError) as error:
            _log.exception("An article could not be cleaned again.")
            return self._failed(number, f"It could not be read again ({type(error).__name__}).", _BUG_HINT)
        outcome = Outcome.CLEANED if changes else Outcome.SAME
        return RecleanItem(number, ready.path, outcome, len(ready.repairs), len(ready.facts))

    def _journalled(self, connection: Connection, changes: Sequence[Change]) -> int:
        """The step that holds the changes: the same for all, unless it was undone meanwhile."""
        if self.step is not None and journal.extend(connection, self.step, changes):
            return self.step
        step = Step(LABEL, tuple(changes))
        return journal.record(connection, step, self.library.who, changing.now())

    def _failed(self, number: int, reason: str, hint: str) -> RecleanItem:
        with self.library.reading() as connection:
            path = readings.files(connection, [number]).get(number, ("", "", ""))[0]
        return RecleanItem(number, path, Outcome.FAILED, reason=reason, hint=hint)


_NO_ORIGINAL = "Its original bytes cannot be read."
_CHECK = "“curator check” says what is damaged."
