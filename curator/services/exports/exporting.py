"""Exporting: chosen articles as files, each written whole or not at all, never outside the folder chosen."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from curator import paths
from curator.domain.errors import CuratorError
from curator.domain.exports import Contents as Contents  # noqa: PLC0414 - named again for callers
from curator.domain.exports import Holdings
from curator.domain.progress import Progress, silent
from curator.formats.writing import FileWriter, FolderWriter
from curator.services.exports import manifests, writers
from curator.services.exports.export_reports import ExportFailure as ExportFailure  # noqa: PLC0414
from curator.services.exports.export_reports import ExportReport as ExportReport  # noqa: PLC0414
from curator.services.exports.folder_exports import FolderExport
from curator.services.exports.selections import Selection
from curator.services.files.replacing import replacing
from curator.store import editions

if TYPE_CHECKING:
    from curator.services.library import Library

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
    selection = Selection(library, chosen, form, contents, progress)
    target = paths.named(out).absolute()
    try:
        if isinstance(form, FolderWriter):
            report = FolderExport(selection, form, target).write()
        else:
            report = _to_file(selection, form, target)
        return _with_manifest(selection, report) if manifest else report
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
    selection = Selection(library, chosen, form, contents, silent)
    form.write(selection.articles(), selection.edition(), stream)


def preview(library: Library, article_id: int, format: str, contents: Contents = _ALL) -> str:
    """What would be written of one article, as text; "" for formats that are no text."""
    form = writers.writer(format)
    if isinstance(form, FileWriter) and not form.is_text:
        return ""
    selection = Selection(library, [article_id], form, contents, silent)
    found = list(selection.articles())
    if not found:
        raise CuratorError(f"There is no article {article_id}.")
    if isinstance(form, FolderWriter):
        return form.file(found[0], contents)[1].decode("utf-8", "replace")
    stream = io.BytesIO()
    form.write(found, selection.edition(), stream)
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


def _to_file(selection: Selection, form: FileWriter, target: Path) -> ExportReport:
    if target.is_dir():
        raise CuratorError(f"This is a folder. ({target})", f"{form.title} needs a file: add its name.")
    if target.exists() and not target.is_file():
        raise CuratorError(f"This is a device, not a file. ({target})", "Name a file.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as stream:
        form.write(selection.articles(), selection.edition(), stream)
    return ExportReport(target, tuple(selection.written), (target,))


def _with_manifest(selection: Selection, report: ExportReport) -> ExportReport:
    """The report with the manifest written beside the export."""
    with selection.library.reading() as connection:
        made_by = editions.made_by(connection, report.written)
    left_out = [(each.article_id, each.path, each.reason) for each in report.failed]
    gone = sorted(set(selection.ids) - set(report.written) - {each.article_id for each in report.failed})
    left_out += [(number, "", "It was removed while the export ran.") for number in gone]
    place = manifests.write(
        report.out,
        report.files,
        manifests.About(
            format=selection.form.name,
            query=selection.query if selection.by_query else None,
            edition=selection.edition(),
            ids=report.written,
            left_out=tuple(left_out),
            made_by=made_by,
        ),
    )
    return replace(report, manifest=place)
