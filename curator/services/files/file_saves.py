"""File saves: what was edited in one article, written into the file that it came from."""

from __future__ import annotations

import hashlib
import logging
import os
import zlib
from dataclasses import dataclass, replace
from enum import StrEnum

from curator.domain.articles import Article, changed_fields
from curator.domain.errors import Conflict, CuratorError
from curator.domain.exports import Contents
from curator.formats.differences import unified
from curator.formats.encodings.decoding import lossless
from curator.formats.encodings.line_ends import with_lf
from curator.formats.front_matter import mapping, parsing
from curator.formats.front_matter.patching import NoFrontMatter, NothingToPatch
from curator.services.files import source_files
from curator.services.files.mending import patched_file
from curator.services.files.replacing import replacing
from curator.store.saves import Saved

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
    lacks_place: bool = False
    """Whether it is refused because the file has no front matter: its edits are in the library alone."""

    @property
    def changed(self) -> bool:
        """Whether the file was written, or would be."""
        return self.outcome is Outcome.WRITTEN


class FileSave:
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

    def previewed(self) -> SaveItem:
        """What would become of the file, with its differences; nothing is written."""
        item, new = self.prepared()
        return item if new is None else replace(item, diff=_diff(self.article, self.data, new))

    def prepared(self) -> tuple[SaveItem, bytes | None]:
        """What would become of the file, with its new bytes if it has any."""
        try:
            new = self._new()
            there = self._there()
        except CuratorError as error:
            lacks_place = isinstance(error, NoFrontMatter)
            refused = replace(self.item, outcome=Outcome.REFUSED, lacks_place=lacks_place)
            return replace(refused, reason=error.message, hint=error.hint), None
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
        return parsing.read(with_lf(text)).values
    except CuratorError:
        return {}


def _diff(article: Article, before: bytes, after: bytes) -> str:
    old, new = (lossless(each, article.encoding) or "" for each in (before, after))
    return unified(old, new, article.path)
