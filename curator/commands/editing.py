"""`curator edit`, `curator undo` and `curator redo`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence

from curator.commands import printing
from curator.commands.libraries import opened
from curator.domain.articles import LISTS
from curator.domain.changes import Applied, in_words
from curator.domain.errors import CuratorError
from curator.domain.facts import FactKind
from curator.services import editable_fields, editing, foretelling, listing, stating
from curator.services.editing import Edit, Verb
from curator.services.library import Library

_CHANGE = re.compile(r"([A-Za-z_]+)(\+=|-=|=)(.*)", re.DOTALL)
_FACTS = {
    "amounts": (FactKind.MONEY, FactKind.QUANTITY, FactKind.PERCENT),
    "dates": (FactKind.DATE,),
}


def edit(options: argparse.Namespace) -> int:
    """Edit fields of the articles that match a query, all of them in one step."""
    changes = [_parsed(text) for text in options.changes]
    fields = [Edit(name, verb, value) for name, verb, value in changes if name not in _FACTS]
    stated = [(name, verb, value) for name, verb, value in changes if name in _FACTS]
    try:
        for each in fields:
            editing.check(each)
    except CuratorError as error:
        return _usage(str(error))
    with opened(options) as library:
        ids = listing.identifiers(library, options.query)
        if not ids:
            raise CuratorError("No article matches.", "“curator list” shows what a query finds.")
        if options.dry_run:
            return _foretold(library, ids, fields, stated, options)
        applied = [editing.edit(library, ids, fields)] if fields else []
        for name, verb, value in stated:
            state = stating.add if verb is Verb.ADD else stating.reject
            applied += state(library, ids, _FACTS[name], value)
    return _report(applied, options)


def _foretold(
    library: Library,
    ids: Sequence[int],
    fields: Sequence[Edit],
    stated: Sequence[tuple[str, Verb, str]],
    options: argparse.Namespace,
) -> int:
    if stated:
        raise CuratorError("What becomes of amounts and dates cannot be foretold.", "Leave them out.")
    found = [(each, foretelling.foretell(library, ids, each)) for each in fields]
    if options.json:
        printing.json_document(
            [
                {
                    "field": each.field,
                    "verb": each.verb.value,
                    "changing": foretold.changing,
                    "articles": foretold.articles,
                    "first": [row._asdict() for row in foretold.rows],
                }
                for each, foretold in found
            ]
        )
        return 0
    for each, foretold in found:
        printing.line(f"{each.field}: {foretold.changing} of {foretold.articles} articles would change")
        if foretold.rows:
            rows = [
                (row.article_id, row.title, in_words(row.before), in_words(row.after))
                for row in foretold.rows
            ]
            printing.table(rows, ("id", "title", "before", "after"))
    return 0


def _parsed(text: str) -> tuple[str, Verb, str]:
    match = _CHANGE.fullmatch(text)
    if match is None:
        raise SystemExit(_usage(f"“{text}” is not FIELD=VALUE, FIELD+=VALUE or FIELD-=VALUE."))
    name, verb, value = match[1].lower(), Verb(match[2]), match[3]
    if name not in (*editable_fields.FIELDS, *_FACTS):
        known = ", ".join((*editable_fields.FIELDS, *_FACTS))
        raise SystemExit(_usage(f"There is no field “{name}”. Fields are {known}."))
    is_list = name in LISTS or name in _FACTS
    if (verb is not Verb.SET and not is_list) or (verb is Verb.SET and name in _FACTS):
        raise SystemExit(
            _usage(f"“{name}{verb.value}” is not possible: use {name}{'+=' if is_list else '='}VALUE.")
        )
    return name, verb, value


def _usage(message: str) -> int:
    printing.tell(message)
    return 2


def _report(applied: list[Applied], options: argparse.Namespace) -> int:
    articles = sorted({number for each in applied for number in each.articles})
    steps = [each.step.label for each in applied if each.step]
    if options.json:
        printing.json_document({"changed": articles, "steps": steps})
        return 0
    for label in steps:
        printing.line(label)
    if not steps:
        printing.line("Nothing changed: all of it is so already.")
    return 0


def undo(options: argparse.Namespace) -> int:
    """Take back the last edit."""
    return _replayed(editing.undo, "Undone", "There is nothing to undo.", options)


def redo(options: argparse.Namespace) -> int:
    """Make the edit again that was taken back last."""
    return _replayed(editing.redo, "Redone", "There is nothing to redo.", options)


def _replayed(
    replay: Callable[[Library], Applied | None], verb: str, nothing: str, options: argparse.Namespace
) -> int:
    with opened(options) as library:
        applied = replay(library)
    if options.json:
        step = applied.step if applied else None
        printing.json_document(
            {"changed": sorted(applied.articles) if applied else [], "steps": [step.label] if step else []}
        )
    elif applied is None:
        printing.line(nothing)
    else:
        printing.line(f"{verb}: {applied.step.label if applied.step else 'nothing had to change'}")
    return 0
