"""`curator import` and `curator export`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from curator import logs, settings
from curator.commands import printing
from curator.commands.libraries import opened
from curator.domain.progress import Progress, silent
from curator.services import importing, listing
from curator.services.importing import ImportItem, ImportReport, Outcome, Revisions


def import_(options: argparse.Namespace) -> int:
    """Import files and folders; status 1 if some of them failed."""
    logs.start()
    policy = Revisions(options.revisions or settings.load().revisions)
    with opened(options, create=True) as library:
        report = importing.import_paths(
            library,
            [Path(each) for each in options.paths],
            revisions=policy,
            progress=progress(),
            on_item=None if options.json else _tell,
        )
    if options.json:
        printing.json_document(_json(report))
    else:
        parts = [f"{report.count(each)} {_WORDS[each]}" for each in Outcome if report.count(each)]
        printing.line(", ".join(parts) or "There was nothing to import.")
    return 1 if report.count(Outcome.FAILED) else 0


_WORDS = {
    Outcome.ADDED: "added",
    Outcome.PRESENT: "already there",
    Outcome.REVISION: "new revisions of known articles",
    Outcome.FAILED: "failed",
    Outcome.SKIPPED: "kept as they were",
}


def _tell(item: ImportItem) -> None:
    if item.reason:
        printing.tell(f"{item.path}: {item.reason} {item.hint}".rstrip())


def _json(report: ImportReport) -> dict[str, Any]:
    return {
        **{each.value: report.count(each) for each in Outcome},
        "cancelled": report.cancelled,
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


def progress() -> Progress:
    """Says on a terminal how far the work is; nothing where nobody looks on."""
    if not sys.stderr.isatty():
        return silent

    def show(done: int, total: int, label: str = "", /) -> None:
        words = f"{done} of {total}  {label[-60:]}" if done < total else ""
        sys.stderr.write(f"\r\033[K{words}")
        sys.stderr.flush()

    return show


def export(options: argparse.Namespace) -> int:
    """Export what matches; status 1 if some of it failed."""
    from curator.services import exporting

    query, form = " ".join(options.query), exporting.Format(options.format)
    contents = exporting.Contents(accepted_only=options.accepted, repaired=options.repaired)
    with opened(options) as library:
        if options.out == "-" and form is not exporting.Format.MARKDOWN:
            for line in exporting.lines(library, listing.identifiers(library, query), form, contents):
                printing.write(line)
            return 0
        out = Path(options.out)
        report = exporting.export(library, query, form, out, contents=contents, progress=progress())
    if options.json:
        printing.json_document(
            {
                "written": len(report.written),
                "files": [str(each) for each in report.files],
                "failed": [{"id": f.article_id, "path": f.path, "reason": f.reason} for f in report.failed],
            }
        )
    for failure in report.failed:
        printing.tell(f"{failure.path}: {failure.reason}")
    if not options.json:
        printing.tell(f"{printing.counted(len(report.written), 'article')} exported to {out}.")
    return 1 if report.failed else 0
