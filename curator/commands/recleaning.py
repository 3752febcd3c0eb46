"""`curator reclean`."""

from __future__ import annotations

import argparse

from curator import logs
from curator.commands import printing
from curator.commands.libraries import opened
from curator.commands.progressing import stoppable
from curator.domain.errors import Cancelled
from curator.services import listing, recleaning
from curator.services.recleaning import Outcome, RecleanItem, RecleanReport


def reclean(options: argparse.Namespace) -> int:
    """Read what matches again by the newer engines; status 1 if some of it failed."""
    logs.start()
    query = " ".join(options.query)
    with stoppable() as progress, opened(options) as library:
        ids = (
            listing.identifiers(library, query) if options.force else recleaning.outdated_ids(library, query)
        )
        report = recleaning.reclean(library, ids, progress, force=options.force)
    for item in report.items:
        if item.outcome is Outcome.FAILED:
            printing.tell(f"{item.path or item.article_id}: {item.reason} {item.hint}".rstrip())
    if options.json:
        printing.json_document(_json(report))
    else:
        printing.line(_said(report))
    if report.cancelled:
        raise Cancelled
    return 1 if report.counts[Outcome.FAILED] else 0


def _said(report: RecleanReport) -> str:
    if not report.items:
        return "No article was cleaned by an older engine. --force cleans all that match again."
    parts = [f"{report.counts[each]} {_WORDS[each]}" for each in Outcome if report.counts[each]]
    return ", ".join(parts) + (". “curator undo” takes it back." if report.article_ids else ".")


_WORDS = {
    Outcome.CLEANED: "cleaned again",
    Outcome.SAME: "the same as before",
    Outcome.CURRENT: "up to date",
    Outcome.FAILED: "failed",
}


def _json(report: RecleanReport) -> dict[str, object]:
    return {
        **{each.value: report.counts[each] for each in Outcome},
        "items": [_item(each) for each in report.items],
    }


def _item(each: RecleanItem) -> dict[str, object]:
    return {
        "id": each.article_id,
        "path": each.path,
        "outcome": each.outcome.value,
        "repairs": each.repairs,
        "facts": each.facts,
        "reason": each.reason,
        "hint": each.hint,
    }
