"""Exporting: chosen articles as files, each written whole or not at all, never outside the folder chosen."""

from __future__ import annotations

import errno
import io
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from curator import paths
from curator.domain.articles import Article
from curator.domain.errors import CuratorError
from curator.domain.exports import Contents as Contents  # noqa: PLC0414 - named again for callers
from curator.domain.exports import Edition, Exported, Holdings
from curator.domain.progress import Progress, silent
from curator.formats.writing import FileWriter, FolderWriter, Needs, Writer
from curator.services import listing, manifests, timelines, writers
from curator.services.placing import Places
from curator.services.replacing import replacing
from curator.store import articles, editions, journal, originals, records

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

PART = 200
"""Articles that are in memory together."""

TOGETHER = 8
"""Files of a folder that are written at a time."""

AHEAD = 64
"""Files that wait in memory at most for those before them to be written."""

_EVERY = 1_000_000
"""Steps of an article's journal that are written: all of them."""


@dataclass(frozen=True, slots=True)
class ExportFailure:
    """An article that could not be written, and why."""

    article_id: int
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the articles, the files they are in, and the manifest that describes them."""

    out: Path
    written: tuple[int, ...]
    files: tuple[Path, ...]
    failed: tuple[ExportFailure, ...] = ()
    manifest: Path | None = None


_ALL = Contents()


def export(
    library: Library,
    chosen: str | Sequence[int],
    format: str,
    out: Path,
    *,
    contents: Contents = _ALL,
    manifest: bool = True,
    progress: Progress = silent,
) -> ExportReport:
    """Write the articles a query finds, or these ids, to a file or, as Markdown, into a folder.

    Markdown goes under the relative paths as imported, and what nobody edited is written byte for
    byte as it came. A file is replaced in one go when it is complete; Cancelled leaves files that
    are done and no part of another. A manifest is written beside it last. CuratorError if there is no
    such format or the place cannot be written.
    """
    form = writers.writer(format)
    export_ = _Export(library, chosen, form, contents, progress)
    target = paths.named(out).absolute()
    try:
        if isinstance(form, FolderWriter):
            report = _Folder(export_, form, target).write()
        else:
            report = _to_file(export_, form, target)
        return _with_manifest(export_, report) if manifest else report
    except OSError as error:
        message = f"The export cannot be written: {error.strerror or error}. ({error.filename or target})"
        raise CuratorError(message, "Choose another place, or make room there.") from error


def write(
    library: Library,
    chosen: str | Sequence[int],
    format: str,
    stream: BinaryIO,
    *,
    contents: Contents = _ALL,
) -> None:
    """Write what `export` would put into a file to a stream; CuratorError for formats with many files."""
    form = writers.writer(format)
    if isinstance(form, FolderWriter):
        raise CuratorError(f"{form.title} needs a folder, there is a file for each article.")
    export_ = _Export(library, chosen, form, contents, silent)
    form.write(export_.articles(), export_.edition(), stream)


def preview(library: Library, article_id: int, format: str, contents: Contents = _ALL) -> str:
    """What would be written of one article, as text; "" for formats that are no text."""
    form = writers.writer(format)
    if isinstance(form, FileWriter) and not form.is_text:
        return ""
    export_ = _Export(library, [article_id], form, contents, silent)
    found = list(export_.articles())
    if not found:
        raise CuratorError(f"There is no article {article_id}.")
    if isinstance(form, FolderWriter):
        return form.file(found[0], contents)[1].decode("utf-8", "replace")
    stream = io.BytesIO()
    form.write(found, export_.edition(), stream)
    return stream.getvalue().decode("utf-8-sig", "replace")


def template(place: str) -> str:
    """The text of an editor's own template; CuratorError if it cannot be read."""
    if not place.strip():
        raise CuratorError("This format needs a template.", "Name a file with a Jinja2 template.")
    try:
        return paths.named(place.strip()).read_text("utf-8")
    except UnicodeDecodeError:
        raise CuratorError(f"The template is not UTF-8 text. ({place})", "Save it as UTF-8.") from None
    except OSError as error:
        raise CuratorError(f"The template cannot be read: {error.strerror or error}. ({place})") from None


def holdings(library: Library, ids: Sequence[int]) -> Holdings:
    """How many facts, repairs and steps there are to write of these articles."""
    with library.reading() as connection:
        return editions.holdings(connection, ids)


class _Export:
    """What is exported, read in parts as it is written."""

    def __init__(
        self,
        library: Library,
        chosen: str | Sequence[int],
        form: Writer,
        contents: Contents,
        progress: Progress,
    ) -> None:
        self.library = library
        self.form = form
        self.query = chosen if isinstance(chosen, str) else ""
        self.contents = contents
        self.progress = progress
        self.by_query = isinstance(chosen, str)
        self.ids = listing.identifiers(library, chosen) if isinstance(chosen, str) else list(chosen)
        self.written: list[int] = []

    def edition(self) -> Edition:
        """What writers are told of the whole."""
        with self.library.reading() as connection:
            updated = editions.newest_moment(connection, self.ids)
        title = self.contents.title or self.query or self.library.path.stem
        marks = timelines.marks_of(self.library, self.ids) if Needs.MARKS in self.form.needs else ()
        return Edition(title, self.query, len(self.ids), updated, self.contents, marks)

    def articles(self, ids: Sequence[int] | None = None) -> Iterator[Exported]:
        """Each article with what the format needs; those that are gone are missing."""
        ids = self.ids if ids is None else ids
        for start in range(0, len(ids), PART):
            with self.library.reading() as connection:
                part = self._part(connection, ids[start : start + PART])
            for place, each in enumerate(part, start):
                self.progress(place, len(ids), each.article.path)
                self.written.append(each.article.id)
                yield each
        self.progress(len(ids), len(ids), "")

    def _part(self, connection: Connection, ids: Sequence[int]) -> list[Exported]:
        little = Needs.LITTLE in self.form.needs
        found = articles.wholes(
            connection,
            ids,
            with_facts=not little or bool(self.contents.facts_key),
            with_repairs=not little or self.contents.repaired,
        )
        data: dict[int, bytes] = {}
        if Needs.ORIGINAL in self.form.needs:
            packed = originals.originals_of(connection, ids)
            data = {number: zlib.decompress(each) for number, each in packed.items()}
        steps = {}
        if Needs.JOURNAL in self.form.needs:
            changed = journal.changed(connection, ids)
            steps = {number: journal.entries(connection, number, _EVERY) for number in changed}
        if Needs.RECORD in self.form.needs:
            kept = records.of_articles(connection, found)
            return [
                Exported(_chosen(each, self.contents), journal=entries, record=record)
                for each in found
                for record, entries in [kept[each.id]]
            ]
        return [
            Exported(_chosen(each, self.contents), data.get(each.id, b""), steps.get(each.id, ()))
            for each in found
        ]


def _chosen(article: Article, contents: Contents) -> Article:
    """The article with those of its facts that are wanted."""
    if not contents.accepted_only:
        return article
    return replace(article, facts=tuple(fact for fact in article.facts if fact.decision.is_accepted))


def _to_file(export_: _Export, form: FileWriter, target: Path) -> ExportReport:
    if target.is_dir():
        raise CuratorError(f"This is a folder. ({target})", f"{form.title} needs a file: add its name.")
    if target.exists() and not target.is_file():
        raise CuratorError(f"This is a device, not a file. ({target})", "Name a file.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as stream:
        form.write(export_.articles(), export_.edition(), stream)
    return ExportReport(target, tuple(export_.written), (target,))


class _Folder:
    """An export of many files into one folder, some of them written at a time.

    Most of the time a file takes is waiting for the disk to have it; together they wait once.
    """

    def __init__(self, export_: _Export, form: FolderWriter, out: Path) -> None:
        self.export = export_
        self.form = form
        self.out = out
        self.places = Places(out)
        self.files: list[Path] = []
        self.written: list[int] = []
        self.failed: list[ExportFailure] = []
        self.under_way: deque[tuple[Article, Path, Future[None]]] = deque()

    def write(self) -> ExportReport:
        self.out.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(TOGETHER, "export") as pool:
            for each in self.export.articles(sorted(self.export.ids)):
                self._begin(pool, each)
                if len(self.under_way) > AHEAD:
                    self._settle()
            while self.under_way:
                self._settle()
        self.failed.sort(key=lambda failure: failure.article_id)
        return ExportReport(self.out, tuple(self.written), tuple(self.files), tuple(self.failed))

    def _begin(self, pool: ThreadPoolExecutor, each: Exported) -> None:
        try:
            path, data = self.form.file(each, self.export.contents)
            target = self.places.of(path)
        except CuratorError as error:
            self._fail(each.article, str(error))
        except OSError as error:
            self._unwritable(each.article, error)
        except UnicodeEncodeError:
            self._fail(each.article, _NO_NAME)
        else:
            self.under_way.append((each.article, target, pool.submit(_write, target, data)))

    def _settle(self) -> None:
        """Wait for the file that was begun first."""
        article, target, writing = self.under_way.popleft()
        try:
            writing.result()
        except OSError as error:
            self._unwritable(article, error)
        except UnicodeEncodeError:
            self._fail(article, _NO_NAME)
        else:
            self.files.append(target)
            self.written.append(article.id)

    def _unwritable(self, article: Article, error: OSError) -> None:
        if error.errno in _FULL:
            raise error
        self._fail(article, f"It cannot be written: {error.strerror or error}.")

    def _fail(self, article: Article, reason: str) -> None:
        self.failed.append(ExportFailure(article.id, article.path, reason))


_NO_NAME = "This system's encoding has no letters for its name. Export it where file names are UTF-8."


def _write(target: Path, data: bytes) -> None:
    with replacing(target) as stream:
        stream.write(data)


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def _with_manifest(export_: _Export, report: ExportReport) -> ExportReport:
    """The report with the manifest written beside the export."""
    with export_.library.reading() as connection:
        made_by = editions.made_by(connection, report.written)
    left_out = [(each.article_id, each.path, each.reason) for each in report.failed]
    gone = sorted(set(export_.ids) - set(report.written) - {each.article_id for each in report.failed})
    left_out += [(number, "", "It was removed while the export ran.") for number in gone]
    place = manifests.write(
        report.out,
        report.files,
        manifests.About(
            format=export_.form.name,
            query=export_.query if export_.by_query else None,
            edition=export_.edition(),
            ids=report.written,
            left_out=tuple(left_out),
            made_by=made_by,
        ),
    )
    return replace(report, manifest=place)
