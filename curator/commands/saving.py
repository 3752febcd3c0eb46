"""`curator write` and `curator changed`."""

from __future__ import annotations

import argparse

from curator import logs
from curator.commands import printing
from curator.commands.libraries import opened
from curator.commands.progressing import stoppable
from curator.domain.errors import Cancelled
from curator.domain.exports import Contents
from curator.domain.storable import storable_text
from curator.services.files import comparing, reloading, saving
from curator.services.files.comparing import FileChange, Standing
from curator.services.files.reloading import ReloadReport
from curator.services.files.saving import Outcome, SaveItem, SaveReport


def write(options: argparse.Namespace) -> int:
    """Write edited fields to the files that the articles came from; status 1 if one was refused.

    A file that has no front matter, which no second try gives one, is told and no failure.
    """
    logs.start()
    contents = Contents(
        accepted_only=options.accepted, repaired=options.repaired, facts_key=options.facts or ""
    )
    with stoppable() as progress, opened(options) as library:
        ids = saving.unsaved(library, " ".join(options.query), contents)
        run = saving.preview if options.dry_run else saving.save
        report = run(library, ids, contents, progress)
    for item in report.items:
        if item.reason:
            printing.tell(f"{item.file or item.path}: {item.reason} {item.hint}".rstrip())
    if options.json:
        printing.json_document(_json(report))
    else:
        _tell(report, dry=options.dry_run)
    if report.cancelled:
        raise Cancelled
    return 1 if any(item.reason and not item.lacks_place for item in report.items) else 0


def _tell(report: SaveReport, *, dry: bool) -> None:
    for item in report.items:
        if item.diff:
            printing.write(storable_text(item.diff))
        elif item.outcome is Outcome.WRITTEN:
            what = ", ".join(item.fields)
            printing.line(f"{item.file}: {'would be written' if dry else 'written'}{what and f' ({what})'}")
    if not report.items:
        printing.tell("Nothing was edited since the files were read.")
        return
    words = {Outcome.WRITTEN: "would be written" if dry else "written"}
    without = sum(item.lacks_place for item in report.items)
    counts = report.counts
    counts[Outcome.REFUSED] -= without
    parts = [
        f"{printing.counted(counts[each], 'file')} {words.get(each, each.value)}"
        for each in Outcome
        if counts[each]
    ]
    if without:
        parts.append(
            f"{printing.counted(without, 'file')} without front matter, whose edits stay in the library"
        )
    printing.tell(", ".join(parts) + ".")


def _json(report: SaveReport) -> dict[str, object]:
    return {**{each.value: report.counts[each] for each in Outcome}, "items": [*map(_item, report.items)]}


def _item(each: SaveItem) -> dict[str, object]:
    return {
        "id": each.article_id,
        "path": each.path,
        "file": each.file,
        "outcome": each.outcome.value,
        "fields": list(each.fields),
        "reason": each.reason,
        "hint": each.hint,
        "diff": each.diff,
        "lacks_place": each.lacks_place,
    }


def changed(options: argparse.Namespace) -> int:
    """List the files that other programs changed, or take them; status 1 if some cannot be read."""
    logs.start()
    with stoppable() as progress, opened(options) as library:
        found = comparing.changed(library, " ".join(options.query), progress)
        report = None
        if options.reload:
            ids = [each.article_id for each in found if each.standing is Standing.CHANGED]
            report = reloading.reload(library, ids, progress)
    if options.json:
        printing.json_document(_changed_json(found, report))
    else:
        _tell_changed(found, report)
    if report is not None and report.cancelled:
        raise Cancelled
    failed = report is not None and report.counts[reloading.Outcome.FAILED]
    return 1 if failed or any(each.standing is Standing.UNREADABLE for each in found) else 0


def _tell_changed(found: tuple[FileChange, ...], report: ReloadReport | None) -> None:
    items = {item.article_id: item for item in report.items} if report else {}
    for each in found:
        item = items.get(each.article_id)
        standing = item.outcome.value if item else each.standing.value
        unsaved = f" (not saved: {', '.join(each.unsaved)})" if each.unsaved else ""
        printing.line(f"{standing}: {each.file}{unsaved}")
        reason = f"{item.reason} {item.hint}" if item else each.reason
        if reason.strip():
            printing.tell(f"{each.file}: {reason.strip()}")
    if not found:
        printing.tell("All files are as they were read.")
    elif report is not None and report.article_ids:
        count = printing.counted(len(report.article_ids), "file")
        printing.tell(f"{count} reloaded. “curator undo” takes it back.")


def _changed_json(found: tuple[FileChange, ...], report: ReloadReport | None) -> list[dict[str, object]]:
    items = {item.article_id: item for item in report.items} if report else {}
    return [
        {
            "id": each.article_id,
            "path": each.path,
            "file": each.file,
            "standing": each.standing.value,
            "unsaved": list(each.unsaved),
            "reason": items[each.article_id].reason if each.article_id in items else each.reason,
            "outcome": items[each.article_id].outcome.value if each.article_id in items else "",
        }
        for each in found
    ]
