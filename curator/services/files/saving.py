"""Saving: edited fields go back into the files that the articles came from, and nothing else does.

A file is only written if it holds the bytes that were imported, and is replaced in one go. What was
written becomes the current revision; if that could not be noted, the next save finds it and notes it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.articles import Article
from curator.domain.errors import Cancelled, Conflict, CuratorError
from curator.domain.exports import Contents
from curator.domain.progress import Progress, silent
from curator.services import listing
from curator.services.files.file_saves import FileSave
from curator.services.files.file_saves import Outcome as Outcome  # noqa: PLC0414 - named again for callers
from curator.services.files.file_saves import SaveItem as SaveItem  # noqa: PLC0414
from curator.services.files.replacing import sweep
from curator.services.reports import Report
from curator.store import articles, originals, saves
from curator.store.saves import Saved

if TYPE_CHECKING:
    from curator.services.library import Library

PART = 50
"""Files that are written before the library is told of them, in one transaction."""

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
        items.append(FileSave(article, data, contents).previewed())
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


def overwrite(library: Library, article_id: int, there: bytes) -> SaveItem:
    """Write an article's file although it holds other bytes than were imported: these, and no others."""
    for article, data in _originals(library, [article_id], _FIELDS_ONLY):
        each = FileSave(article, data, _FIELDS_ONLY, there)
        if each.file is not None:
            sweep(each.file.parent)
        item, saved = each.written()
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
                each = FileSave(article, data, self.contents)
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
