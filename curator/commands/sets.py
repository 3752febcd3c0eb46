"""`curator sets`."""

from __future__ import annotations

import argparse

from curator.commands import printing, shapes
from curator.commands.libraries import opened
from curator.domain.errors import CuratorError
from curator.services import listing
from curator.services import sets as curated


def sets(options: argparse.Namespace) -> int:
    """List the curated sets."""
    with opened(options) as library:
        found = curated.sets(library)
    if options.json:
        printing.json_document([{"name": name, "articles": count} for name, count in found])
    elif found:
        printing.table(((name, count) for name, count in found), ("set", "articles"))
    else:
        printing.line("There are no sets yet. “curator sets add NAME QUERY” makes one.")
    return 0


def add(options: argparse.Namespace) -> int:
    """Add what matches to a set."""
    with opened(options) as library:
        ids = listing.identifiers(library, " ".join(options.query))
        if not ids:
            raise CuratorError("No article matches.", "“curator list” shows what a query finds.")
        applied = curated.add(library, options.name, ids)
        there = len(curated.show(library, options.name))
    if options.json:
        printing.json_document({"name": options.name, "added": len(applied.articles), "articles": there})
    else:
        printing.line(f"{printing.counted(len(applied.articles), 'article')} added, {there} in the set.")
    return 0


def remove(options: argparse.Namespace) -> int:
    """Remove what matches from a set, or the set."""
    with opened(options) as library:
        ids = listing.identifiers(library, " ".join(options.query)) if options.query else None
        applied = curated.remove(library, options.name, ids)
    if options.json:
        printing.json_document({"name": options.name, "removed": len(applied.articles), "whole": ids is None})
    else:
        printing.line(
            "The set was removed."
            if ids is None
            else f"{printing.counted(len(applied.articles), 'article')} removed."
        )
    return 0


def show(options: argparse.Namespace) -> int:
    """List the articles of a set in their order."""
    with opened(options) as library:
        rows = listing.rows(library, curated.show(library, options.name))
    if options.json:
        printing.json_document([shapes.row(each) for each in rows])
    elif rows:
        printing.table(
            ((each.id, (each.published or "")[:10], each.source, each.title) for each in rows),
            ("id", "published", "source", "title"),
        )
    return 0
