"""Exporting: chosen articles as files, each written whole or not at all, never outside the folder chosen."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from curator.domain.articles import Article
from curator.domain.changes import JournalEntry, Value
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision
from curator.domain.progress import Progress, silent
from curator.services import listing
from curator.services.mending import repaired_file
from curator.services.placing import Places
from curator.store import articles, journal, originals

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

PART = 200
"""Articles that are in memory together."""


class Format(StrEnum):
    """What articles are written as."""

    MARKDOWN = "markdown"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into an export beside the fields and the text."""

    accepted_only: bool = False
    """Only facts that an editor has accepted."""
    repaired: bool = False
    """Markdown is written with its text repaired; else every byte that was not edited stays as it was."""


@dataclass(frozen=True, slots=True)
class ExportFailure:
    """An article that could not be written, and why."""

    article_id: int
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the articles, and the files they are in."""

    out: Path
    written: tuple[int, ...]
    files: tuple[Path, ...]
    failed: tuple[ExportFailure, ...] = ()


_ALL = Contents()


def export(
    library: Library,
    chosen: str | Sequence[int],
    format: Format,
    out: Path,
    *,
    contents: Contents = _ALL,
    progress: Progress = silent,
) -> ExportReport:
    """Write the articles a query finds, or these ids, to a file (JSON Lines, CSV) or into a folder.

    Markdown goes under the relative paths as imported, and what nobody edited is written byte for
    byte as it came. A file is replaced in one go when it is complete; Cancelled leaves files that
    are done and no part of another. CuratorError if the place cannot be written.
    """
    ids = listing.identifiers(library, chosen) if isinstance(chosen, str) else list(chosen)
    target = Path(out).expanduser().absolute()
    try:
        if format is Format.MARKDOWN:
            return _Folder(library, target, contents, progress).write(sorted(ids))
        return _to_file(library, ids, format, target, contents, progress)
    except OSError as error:
        message = f"The export cannot be written: {error.strerror or error}. ({error.filename or target})"
        raise CuratorError(message, "Choose another place, or make room there.") from error


def preview(library: Library, article_id: int, format: Format, contents: Contents = _ALL) -> str:
    """What would be written of one article, as text."""
    with library.reading() as connection:
        found = list(_with_originals(connection, [article_id]))
    if not found:
        raise CuratorError(f"There is no article {article_id}.")
    if format is Format.MARKDOWN:
        return _markdown(*found[0], contents).decode("utf-8", "replace")
    return "".join(lines(library, [article_id], format, contents))


def lines(
    library: Library,
    ids: Sequence[int],
    format: Format,
    contents: Contents = _ALL,
    progress: Progress = silent,
) -> Iterator[str]:
    """The lines of a JSON Lines or CSV file with these articles, in their order."""
    if format is Format.CSV:
        from curator.formats.writers.csv_files import csv_heading

        yield csv_heading(bom=True)
    written = _writer(format)
    for start in range(0, len(ids), PART):
        with library.reading() as connection:
            part = articles.wholes(connection, ids[start : start + PART])
            wanted = journal.changed(connection, [each.id for each in part]) if format is Format.JSONL else ()
            steps = {number: journal.entries(connection, number, _EVERY) for number in wanted}
        for place, article in enumerate(part, start):
            progress(place, len(ids), article.path)
            yield written(_chosen(article, contents), steps.get(article.id, ()))


_EVERY = 1_000_000
"""Steps of an article's journal that are written: all of them."""


def _writer(format: Format) -> Callable[[Article, Sequence[JournalEntry]], str]:
    if format is Format.CSV:
        from curator.formats.writers.csv_files import csv_row

        return lambda article, _steps: csv_row(article)
    if format is Format.JSONL:
        from curator.formats.writers.json_lines import json_line

        return lambda article, steps: json_line(article, [entry_data(each) for each in steps])
    raise ValueError(format)


def entry_data(entry: JournalEntry) -> dict[str, Value]:
    """A step of the journal as JSON values."""
    return {
        "id": entry.id,
        "at": entry.made_at,
        "who": entry.who,
        "kind": entry.kind,
        "label": entry.step.label,
        "undone": entry.undone,
        "changes": [
            {
                "subject": change.subject.value,
                "id": change.subject_id,
                "field": change.field,
                "before": change.before,
                "after": change.after,
                "article": change.article_id,
            }
            for change in entry.step.changes
        ],
    }


def _chosen(article: Article, contents: Contents) -> Article:
    """The article with those of its facts that are wanted."""
    if not contents.accepted_only:
        return article
    accepted = (Decision.ACCEPTED, Decision.EDITED)
    return replace(article, facts=tuple(fact for fact in article.facts if fact.decision in accepted))


def _to_file(
    library: Library, ids: Sequence[int], format: Format, target: Path, contents: Contents, progress: Progress
) -> ExportReport:
    target.parent.mkdir(parents=True, exist_ok=True)
    with _replacing(target) as stream:
        for line in lines(library, ids, format, contents, progress):
            stream.write(line.encode("utf-8", "backslashreplace"))
    progress(len(ids), len(ids), "")
    with library.reading() as connection:
        written = tuple(articles.present(connection, ids))
    return ExportReport(target, written, (target,))


def _with_originals(connection: Connection, ids: Sequence[int]) -> Iterator[tuple[Article, bytes]]:
    packed = originals.originals_of(connection, ids)
    for article in articles.wholes(connection, ids):
        yield article, zlib.decompress(packed[article.id])


def _markdown(article: Article, data: bytes, contents: Contents) -> bytes:
    """The file of an article: its own bytes with what was edited or repaired, else composed anew."""
    from curator.formats.decoding import encoded, lossless
    from curator.formats.writers.markdown_files import changed_fields, composed, markdown

    repaired = contents.repaired and bool(article.repairs or article.field_repairs)
    edited = bool(changed_fields(article.imported, article.fields))
    if not repaired and not edited:
        return data
    text = lossless(data, article.encoding)
    if text is not None and repaired:
        text = repaired_file(article, text)
    if text is None:
        return composed(article).encode("utf-8", "replace")
    result = markdown(article, text, article.imported) if edited else text
    try:
        return encoded(result, article.encoding)
    except UnicodeEncodeError:
        return result.encode("utf-8", "replace")


class _Folder:
    """An export of many files into one folder."""

    def __init__(self, library: Library, out: Path, contents: Contents, progress: Progress) -> None:
        self.library = library
        self.out = out
        self.contents = contents
        self.progress = progress
        self.places = Places(out)
        self.files: list[Path] = []
        self.written: list[int] = []
        self.failed: list[ExportFailure] = []

    def write(self, ids: Sequence[int]) -> ExportReport:
        self.out.mkdir(parents=True, exist_ok=True)
        for start in range(0, len(ids), PART):
            with self.library.reading() as connection:
                part = list(_with_originals(connection, ids[start : start + PART]))
            for place, (article, data) in enumerate(part, start):
                self.progress(place, len(ids), article.path)
                self._write(article, data)
        self.progress(len(ids), len(ids), "")
        return ExportReport(self.out, tuple(self.written), tuple(self.files), tuple(self.failed))

    def _write(self, article: Article, data: bytes) -> None:
        try:
            result = _markdown(article, data, self.contents)
            named = article.path if result == data else _as_markdown(article)
            target = self.places.of(named)
            with _replacing(target) as stream:
                stream.write(result)
        except CuratorError as error:
            self.failed.append(ExportFailure(article.id, article.path, str(error)))
        except OSError as error:
            if error.errno in _FULL:
                raise
            reason = f"It cannot be written: {error.strerror or error}."
            self.failed.append(ExportFailure(article.id, article.path, reason))
        else:
            self.files.append(target)
            self.written.append(article.id)


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
_WEB_PAGES = (".html", ".htm", ".xhtml")


def _as_markdown(article: Article) -> str:
    """The path of an article that is no longer a web page."""
    stem, suffix = os.path.splitext(article.path)  # noqa: PTH122 - a path in the library is a text
    return f"{stem}.md" if suffix.lower() in _WEB_PAGES else article.path


@contextlib.contextmanager
def _replacing(target: Path) -> Generator[BinaryIO, None, None]:
    """A file that takes the target's place when it is complete; nothing is left of it otherwise."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".curator-", suffix=".part")
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        half.chmod(_mode(target))
        half.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            half.unlink()
        raise


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, else those a new one has."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        return 0o666 & ~_UMASK


_UMASK = os.umask(0o022)
os.umask(_UMASK)
