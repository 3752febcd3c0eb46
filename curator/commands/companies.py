"""`curator companies`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from curator.commands import printing
from curator.commands.libraries import opened
from curator.domain.companies import CompanyRow, Likeness, MergePreview, SplitPreview
from curator.services import companies as listing
from curator.services import company_editing

if TYPE_CHECKING:
    from curator.domain.changes import Applied

LIKENESSES = {
    Likeness.ALIAS: "one goes by the other's name",
    Likeness.SPELLING: "spelled alike, legal form aside",
    Likeness.TABLE: "known as one company",
    Likeness.SOUND: "sound alike in two alphabets",
}


def list_(options: argparse.Namespace) -> int:
    """List the companies, or those with a text in a name."""
    with opened(options) as library:
        rows = listing.listed(library, " ".join(getattr(options, "text", ())))
    if options.json:
        printing.json_document([_row(each) for each in rows])
    elif rows:
        cells = ((each.name, each.articles, each.facts, ", ".join(each.aliases)) for each in rows)
        printing.table(cells, ("company", "articles", "facts", "aliases"))
    else:
        printing.line("There are no companies.")
    return 0


def suggest(options: argparse.Namespace) -> int:
    """List pairs of companies that may be the same."""
    with opened(options) as library:
        pairs = listing.suggested(library)
    if options.json:
        found = [
            {"one": _row(each.one), "other": _row(each.other), "likeness": each.likeness.value}
            for each in pairs
        ]
        printing.json_document(found)
    elif pairs:
        cells = ((each.one.name, each.other.name, LIKENESSES[each.likeness]) for each in pairs)
        printing.table(cells, ("company", "may be the same as", "because"))
    else:
        printing.line("No two companies look the same.")
    return 0


def _row(each: CompanyRow) -> dict[str, object]:
    return {**asdict(each), "id": each.id or None}


def merge(options: argparse.Namespace) -> int:
    """Make companies one."""
    with opened(options) as library:
        preview = company_editing.preview_merge(library, options.into, options.others)
        applied = None if options.dry_run else company_editing.merge(library, options.into, options.others)
    kept = f"Aliases kept: {', '.join(preview.aliases)}." if preview.aliases else ""
    return _report(options, preview, applied, (kept, *preview.conflicts))


def split(options: argparse.Namespace) -> int:
    """Part a company by the words that name it."""
    with opened(options) as library:
        wanted = (options.name, options.words, options.to)
        preview = company_editing.preview_split(library, *wanted)
        applied = None if options.dry_run else company_editing.split(library, *wanted)
    gone = f"To {preview.name}: {', '.join(preview.words)}."
    return _report(options, preview, applied, (gone,))


def _report(
    options: argparse.Namespace,
    preview: MergePreview | SplitPreview,
    applied: Applied | None,
    more: Sequence[str],
) -> int:
    step = applied.step if applied else None
    if options.json:
        printing.json_document({**asdict(preview), "steps": [step.label] if step else []})
        return 0
    articles, facts = preview.articles, preview.facts
    counts = f"{printing.counted(articles, 'article')}, {printing.counted(facts, 'fact')}"
    printing.line(f"{counts} {'changed' if step else 'would change'}.")
    if preview.figures:
        figures = printing.counted(preview.figures, "amount or date", "amounts and dates")
        printing.line(f"{figures} {'changed' if step else 'would change'} what company they are about.")
    for each in more:
        if each:
            printing.line(each)
    printing.line("“curator undo” takes it back." if step else "Nothing was changed (--dry-run).")
    return 0


def rename(options: argparse.Namespace) -> int:
    """Give a company another name."""
    with opened(options) as library:
        return _done(options, company_editing.rename(library, options.name, options.new))


def distinct(options: argparse.Namespace) -> int:
    """Remember that two companies are not the same."""
    with opened(options) as library:
        return _done(options, company_editing.not_the_same(library, options.name, options.other))


def alias(options: argparse.Namespace) -> int:
    """Add aliases to a company or take them away; show them if none is given."""
    words = [each for each in options.words if each != "--json"]
    options.json = options.json or "--json" in options.words
    more = [each.removeprefix("+") for each in words if not each.startswith("-")]
    fewer = [each.removeprefix("-") for each in words if each.startswith("-")]
    with opened(options) as library:
        if words:
            return _done(options, company_editing.set_aliases(library, options.name, more, fewer))
        found = listing.wordings(library, options.name)
    if options.json:
        printing.json_document([asdict(each) for each in found])
    elif found:
        cells = ((each.words, each.facts, "yes" if each.is_alias else "") for each in found)
        printing.table(cells, ("words", "facts", "alias"))
    return 0


def _done(options: argparse.Namespace, applied: Applied) -> int:
    step = applied.step
    if options.json:
        printing.json_document({"changed": sorted(applied.articles), "steps": [step.label] if step else []})
    else:
        printing.line(step.label if step else "Nothing changed: all of it is so already.")
    return 0
