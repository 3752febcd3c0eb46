"""`curator import`, `curator export` and `curator verify`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curator import logs, settings, ui
from curator.arguments.parsers import USAGE
from curator.commands import printing, table_choices
from curator.commands.libraries import opened
from curator.commands.progressing import stoppable
from curator.domain.errors import Cancelled, CuratorError
from curator.domain.exports import Contents
from curator.services.imports import importing
from curator.services.imports.importing import ImportItem, ImportReport, LeftOut, Outcome, Revisions

if TYPE_CHECKING:
    from curator.services.exports.exporting import ExportReport


def import_(options: argparse.Namespace) -> int:
    """Import files and folders; status 1 if some of them failed."""
    logs.start()
    policy = Revisions(options.revisions or settings.load().revisions)
    choices = table_choices.chosen(options.map)
    if options.dry_run:
        return table_choices.show([Path(each) for each in options.paths], choices, as_json=options.json)
    kept: list[ImportItem] = []
    try:
        with stoppable() as progress, opened(options, create=True) as library:
            report = importing.import_paths(
                library,
                [Path(each) for each in options.paths],
                revisions=policy,
                choices=choices,
                progress=progress,
                on_item=kept.append if options.json else lambda item: _tell(item, kept),
            )
    except CuratorError:
        if kept:  # the library took no more, but these are in it
            _show(ImportReport(tuple(kept), cancelled=True), as_json=options.json)
        raise
    _show(report, as_json=options.json)
    if report.cancelled:
        raise Cancelled
    return 1 if report.counts[Outcome.FAILED] else 0


def _show(report: ImportReport, *, as_json: bool) -> None:
    if as_json:
        printing.json_document(_json(report))
        return
    parts = [printing.counted(count, *_WORDS[each]) for each in Outcome if (count := report.counts[each])]
    nothing = "Nothing was imported." if report.cancelled else "There was nothing to import."
    printing.line(", ".join(parts) or nothing)
    _tell_left_out(report.left_out)


_WORDS = {
    Outcome.ADDED: ("added", "added"),
    Outcome.PRESENT: ("already there", "already there"),
    Outcome.REVISION: ("new revision of a known article", "new revisions of known articles"),
    Outcome.FAILED: ("failed", "failed"),
    Outcome.SKIPPED: ("kept as it was", "kept as they were"),
}


def _tell(item: ImportItem, kept: list[ImportItem]) -> None:
    kept.append(item)
    if item.reason:
        printing.tell(f"{item.path}: {item.reason} {item.hint}".rstrip())


def _tell_left_out(left_out: LeftOut) -> None:
    for found, why in (
        (left_out.nameable, "each may hold many articles: name it itself to import it"),
        (left_out.unreadable, "no article can be read from these"),
    ):
        if found:
            files = ", ".join(f"{found[suffix]} {suffix or 'without suffix'}" for suffix in sorted(found))
            printing.tell(f"Left out of the folders: {files} ({why}).")


def _json(report: ImportReport) -> dict[str, Any]:
    return {
        **{each.value: report.counts[each] for each in Outcome},
        "cancelled": report.cancelled,
        "left_out": {**report.left_out.nameable, **report.left_out.unreadable},
        "items": [_item(each) for each in report.items],
    }


def _item(each: ImportItem) -> dict[str, Any]:
    return {
        "path": each.path,
        "source": each.source,
        "outcome": each.outcome.value,
        "id": each.article_id,
        "language": each.language,
        "repairs": each.repairs,
        "guesses": each.guesses,
        "facts": each.facts,
        "reason": each.reason,
        "hint": each.hint,
        "notes": list(each.notes),
    }


def export(options: argparse.Namespace) -> int:
    """Export what matches; status 1 if some of it failed."""
    from curator.services.exports import exporting, writers

    writers.offer(ui.WRITERS)
    if options.format not in writers.names():
        printing.tell(f"There is no format “{options.format}”. Formats are: {', '.join(writers.names())}.")
        return USAGE
    query = " ".join(options.query)
    contents = Contents(
        title=options.title,
        accepted_only=options.accepted,
        repaired=options.repaired,
        facts_key=options.facts or "",
        template=exporting.template(options.template or "") if options.format == "template" else "",
    )
    with opened(options) as library:
        if options.out == "-":
            exporting.write(library, query, options.format, sys.stdout.buffer, contents=contents)
            return 0
        with stoppable() as progress:
            report = exporting.export(
                library,
                query,
                options.format,
                Path(options.out),
                contents=contents,
                manifest=not options.no_manifest,
                progress=progress,
            )
    _show_exported(report, as_json=options.json)
    return 1 if report.failed else 0


def _show_exported(report: ExportReport, *, as_json: bool) -> None:
    if as_json:
        printing.json_document(
            {
                "written": len(report.written),
                "files": [str(each) for each in report.files],
                "manifest": str(report.manifest) if report.manifest else None,
                "failed": [{"id": f.article_id, "path": f.path, "reason": f.reason} for f in report.failed],
            }
        )
    for failure in report.failed:
        printing.tell(f"{failure.path}: {failure.reason}")
    if not as_json:
        printing.tell(f"{printing.counted(len(report.written), 'article')} exported to {report.out}.")


def verify(options: argparse.Namespace) -> int:
    """Check an export against its manifest; status 1 if a file is missing or was changed."""
    from curator.services.exports import manifests

    with stoppable() as progress:
        found = manifests.verify(Path(options.export), progress)
    if options.json:
        printing.json_document(
            {
                "manifest": str(found.manifest),
                "whole": len(found.whole),
                "changed": list(found.changed),
                "missing": list(found.missing),
                "unknown": list(found.unknown),
            }
        )
        return 0 if found.is_whole else 1
    for names, word in (
        (found.changed, "changed"),
        (found.missing, "missing"),
        (found.unknown, "not listed"),
    ):
        for name in names:
            printing.line(f"{word}: {name}")
    good = printing.counted(len(found.whole), "file")
    bad = len(found.changed) + len(found.missing)
    printing.line(f"{good} as written" + (f", {bad} not." if bad else "."))
    return 0 if found.is_whole else 1


def formats(options: argparse.Namespace) -> int:
    """List the formats for export."""
    from curator.formats.writing import FileWriter
    from curator.services.exports import writers

    writers.offer(ui.WRITERS)
    found = writers.writers()
    if options.json:
        printing.json_document(
            [
                {
                    "name": each.name,
                    "title": each.title,
                    "hint": each.hint,
                    "suffix": each.suffix if isinstance(each, FileWriter) else "",
                    "extra": each.extra,
                }
                for each in found
            ]
        )
    else:
        printing.table([(each.name, each.title, each.hint) for each in found], ("format", "title", "holds"))
    return 0
