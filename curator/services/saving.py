"""Saving: edited fields go back into the files that the articles came from, and nothing else does.

A file is only written if it holds the bytes that were imported, and is replaced in one go. What was
written becomes the current revision; if that could not be noted, the next save finds it and notes it.
"""

from __future__ import annotations

import hashlib
import logging
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.articles import Article
from curator.domain.errors import Cancelled, Conflict, CuratorError
from curator.domain.exports import Contents
from curator.domain.progress import Progress, silent
from curator.formats import front_matter, mapping
from curator.formats.decoding import lossless
from curator.formats.differences import unified
from curator.formats.line_ends import with_lf
from curator.formats.patching import NothingToPatch, changed_fields
from curator.services import listing, source_files
from curator.services.mending import patched_file
from curator.services.replacing import replacing, sweep
from curator.services.reports import Report
from curator.store import articles, originals, saves
from curator.store.saves import Saved

if TYPE_CHECKING:
    from curator.services.library import Library

PART = 50
"""Files that are written before the library is told of them, in one transaction."""

_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class SaveItem:
    """What became of an article's file, or would become of it.

    `fields` are those that differ from the file. A refused file has a `reason`, with the line where there
    is one, and stays as it is.
    """

    article_id: int
    path: str
    file: str
    outcome: Outcome
    fields: tuple[str, ...] = ()
    reason: str = ""
    hint: str = ""
    diff: str = ""
    """What changes in the file, as a unified diff; only of a preview."""

    @property
    def changed(self) -> bool:
        """Whether the file was written, or would be."""
        return self.outcome is Outcome.WRITTEN


SaveReport = Report[SaveItem]


_FIELDS_ONLY = Contents()


def unsaved(
    library: Library, chosen: str | Sequence[int] = "", contents: Contents = _FIELDS_ONLY
) -> list[int]:
    """The articles with something to write to their files, of those a query finds or of these, by number.

    Those are the articles with edited fields; with `contents.repaired` those with repairs too, with
    `contents.facts_key` all that are chosen. Where nothing is chosen, articles that came from no file are
    left out.
    """
    ids: list[int] | None = None
    if not isinstance(chosen, str):
        ids = list(chosen)
    elif chosen.strip():
        ids = listing.identifiers(library, chosen)
    with library.reading() as connection:
        if contents.facts_key:
            return saves.with_files(connection) if ids is None else sorted(ids)
        found = set(saves.unsaved(connection, ids))
        if contents.repaired:
            found |= saves.repaired(connection, saves.with_files(connection) if ids is None else ids)
    return sorted(found)


def preview(
    library: Library, ids: Sequence[int], contents: Contents = _FIELDS_ONLY, progress: Progress = silent
) -> SaveReport:
    """What `save` would do, with the differences of each file; nothing is written."""
    items: list[SaveItem] = []
    for done, (article, data) in enumerate(_originals(library, ids, contents)):
        progress(done, len(ids), article.path)
        each = _Save(article, data, contents)
        item, new = each.prepared()
        if new is not None:
            item = replace(item, diff=_diff(article, each.data, new))
        items.append(item)
    return SaveReport(tuple(items))


def save(
    library: Library,
    ids: Sequence[int],
    contents: Contents = _FIELDS_ONLY,
    progress: Progress = silent,
    on_item: Callable[[SaveItem], None] | None = None,
) -> SaveReport:
    """Write what was edited in these articles into their files.

    Each file is written whole or left as it is, and the report says which. `progress` is told the files
    done and in all; if it raises Cancelled, what is written stays and the report says so.
    """
    return _Saving(library, contents, progress, on_item).run(ids)


def overwrite(library: Library, article_id: int, there: bytes, contents: Contents = _FIELDS_ONLY) -> SaveItem:
    """Write an article's file although it holds other bytes than were imported: these, and no others."""
    for article, data in _originals(library, [article_id], contents):
        item, saved = _Save(article, data, contents, there).written()
        if saved:
            with library.writing() as connection:
                saves.keep(connection, [saved], library.who)
        return item
    raise CuratorError(f"There is no article {article_id}.")


class _Saving:
    """Files being written, and what the library has still to be told of them."""

    def __init__(
        self,
        library: Library,
        contents: Contents,
        progress: Progress,
        on_item: Callable[[SaveItem], None] | None,
    ) -> None:
        self.library = library
        self.contents = contents
        self.progress = progress
        self.on_item = on_item
        self.items: list[SaveItem] = []
        self.waiting: list[tuple[SaveItem, Saved | None]] = []
        self.step: int | None = None
        self.swept: set[Path] = set()

    def run(self, ids: Sequence[int]) -> SaveReport:
        cancelled = False
        try:
            for done, (article, data) in enumerate(_originals(self.library, ids, self.contents)):
                self.progress(done, len(ids), article.path)
                each = _Save(article, data, self.contents)
                if each.file is not None:
                    self._sweep(each.file.parent)
                self.waiting.append(each.written())
                if len(self.waiting) >= PART:
                    self._flush()
            self.progress(len(ids), len(ids), "")
        except Cancelled:
            cancelled = True
        finally:
            self._flush()
        return SaveReport(tuple(self.items), cancelled)

    def _sweep(self, folder: Path) -> None:
        """Remove half-written files that a killed program left in a folder."""
        if folder not in self.swept:
            self.swept.add(folder)
            sweep(folder)

    def _flush(self) -> None:
        """Let the library know what was written since the last time."""
        waiting, self.waiting = self.waiting, []
        noted = self._noted([saved for _, saved in waiting if saved])
        for item, saved in waiting:
            told = item
            if saved and saved.article_id not in noted:
                told = replace(item, reason=_NOT_NOTED, hint=_AGAIN)
            self.items.append(told)
            if self.on_item is not None:
                self.on_item(told)

    def _noted(self, saved: Sequence[Saved]) -> set[int]:
        """The articles of which the library took note: all at once, else each that nothing speaks against."""
        try:
            with self.library.writing() as connection:
                self.step = saves.keep(connection, saved, self.library.who, self.step)
        except Conflict:
            parts = [self._noted([each]) for each in saved] if len(saved) > 1 else []
            return {number for part in parts for number in part}
        except CuratorError:
            return set()
        return {each.article_id for each in saved}


_NOT_NOTED = "It was written, but the library could not note it."
_AGAIN = "Save again: the file is found as it is."


def _originals(
    library: Library, ids: Sequence[int], contents: Contents
) -> Iterator[tuple[Article, bytes | None]]:
    """The articles that are there, as far as is to be written, with the bytes of their current revision.

    The bytes are None if the library has lost them.
    """
    for start in range(0, len(ids), PART):
        with library.reading() as connection:
            part = articles.wholes(
                connection,
                ids[start : start + PART],
                with_facts=bool(contents.facts_key),
                with_repairs=contents.repaired,
            )
            packed = originals.originals_of(connection, [each.id for each in part])
        for article in part:
            yield article, _unpacked(packed.get(article.id, b""))


def _unpacked(packed: bytes) -> bytes | None:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None


class _Save:
    """One file to be written."""

    def __init__(
        self, article: Article, data: bytes | None, contents: Contents, expected: bytes | None = None
    ) -> None:
        self.article = article
        self.data = data or b""
        self.expected = self.data if expected is None else expected
        self.is_lost = data is None
        self.contents = contents
        self.file = source_files.place(article)
        self.item = SaveItem(
            article.id, article.path, article.source_path, Outcome.UNCHANGED, _edited(article)
        )

    def prepared(self) -> tuple[SaveItem, bytes | None]:
        """What would become of the file, with its new bytes if it has any."""
        try:
            new = self._new()
            there = self._there()
        except CuratorError as error:
            return replace(self.item, outcome=Outcome.REFUSED, reason=error.message, hint=error.hint), None
        if there == new:
            return self.item, None
        if there != self.expected:
            return replace(self.item, outcome=Outcome.REFUSED, reason=_CHANGED, hint=_COMPARE), None
        if self.file is None or not os.access(self.file, os.W_OK):
            return replace(self.item, outcome=Outcome.REFUSED, reason="The file may not be written."), None
        return replace(self.item, outcome=Outcome.WRITTEN), new

    def written(self) -> tuple[SaveItem, Saved | None]:
        """Write the file; what became of it, and what the library has to note."""
        item, new = self.prepared()
        if item.outcome is Outcome.REFUSED:
            return item, None
        try:
            if new is not None:
                self._write(new)
            return item, self._saved(self._new() if new is None else new)
        except CuratorError as error:
            return replace(item, outcome=Outcome.REFUSED, reason=error.message, hint=error.hint), None
        except OSError as error:
            reason = f"The file cannot be written: {error.strerror or error}."
            return replace(item, outcome=Outcome.REFUSED, reason=reason, hint="It is as it was."), None

    def _new(self) -> bytes:
        if self.is_lost:
            raise CuratorError("Its original bytes cannot be read.", "“curator check” says what is damaged.")
        try:
            return self._patched()
        except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as error:
            _log.exception("A file could not be patched.")
            message = f"The front matter could not be patched ({type(error).__name__})."
            raise CuratorError(message, "This is a fault in Curator; the log file says more.") from error

    def _patched(self) -> bytes:
        try:
            return patched_file(self.article, self.data, self.contents)
        except NothingToPatch:
            if self.item.fields or not self.contents.facts_key:
                raise
            # Facts alone have no place in a file without front matter, which then stays as it is.
            return patched_file(self.article, self.data, replace(self.contents, facts_key=""))

    def _there(self) -> bytes:
        data = source_files.read(self.article, len(self.expected) + _ROOM)
        if data is None:
            raise Conflict(_CHANGED, _COMPARE)
        return data

    def _write(self, new: bytes) -> None:
        assert self.file is not None  # it was read
        with replacing(self.file, self._check) as stream:
            stream.write(new)

    def _check(self) -> None:
        if self._there() != self.expected:
            raise Conflict(_CHANGED, _COMPARE)

    def _saved(self, new: bytes) -> Saved | None:
        article = self.article
        sha256 = hashlib.sha256(new).hexdigest()
        if sha256 == article.sha256 and article.fields == article.imported:
            return None
        before, after = (_values(each, article.encoding) for each in (self.data, new))
        return Saved(
            article_id=article.id,
            was=article.sha256,
            sha256=sha256,
            packed=zlib.compress(new, 6),
            size=len(new),
            fields=article.fields,
            before=before,
            after=after,
            unknown=mapping.mapped(after).unknown,
        )


_CHANGED = "The file was changed by another program since it was read."
_COMPARE = "“curator changed” compares; --reload takes the file as it is now."
_ROOM = 64 << 20
"""Bytes by which a file may have grown and still be read to be compared."""


def _edited(article: Article) -> tuple[str, ...]:
    return tuple(changed_fields(article.imported, article.fields))


def _values(data: bytes, encoding: str) -> dict[str, object]:
    """The front matter of a file's bytes, as it stands there."""
    text = lossless(data, encoding) or ""
    try:
        return front_matter.read(with_lf(text)).values
    except CuratorError:
        return {}


def _diff(article: Article, before: bytes, after: bytes) -> str:
    old, new = (lossless(each, article.encoding) or "" for each in (before, after))
    return unified(old, new, article.path)
