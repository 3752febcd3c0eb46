"""Additions: what was read of files, stored as new articles and as revisions of those that are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert

from curator.domain.articles import LISTS
from curator.domain.folding import folded
from curator.domain.intakes import Found, Intake
from curator.domain.repairs import CERTAIN
from curator.store import articles, facts, names, repairs
from curator.store.database import full_text, statements
from curator.store.database.tables import article, original, reading, revision


def add(connection: Connection, intakes: Sequence[Intake], at: str) -> list[int]:
    """Store new articles, a statement a table, and index their words; gives their ids in order."""
    intakes = settled(connection, intakes)
    statement = insert(article).returning(article.c.id, sort_by_parameter_order=True)
    rows = [_new_row(intake, at) for intake in intakes]
    ids = [int(number) for number in connection.execute(statement, rows).scalars()] if rows else []
    if not ids:
        return []
    new = list(zip(ids, intakes, strict=True))
    connection.execute(insert(reading), [{"article_id": number, "text": each.text} for number, each in new])
    for field in LISTS:
        names.add(connection, field, [(number, getattr(each.fields, field)) for number, each in new])
    add_revisions(connection, [(number, 1, each) for number, each in new], at)
    repairs.add(connection, [repairs.row(n, made, field) for n, each in new for field, made in each.repairs])
    facts.add(connection, [fact_row(n, each, found) for n, each in new for found in each.facts])
    full_text.index(connection, ids)
    return ids


def settled(connection: Connection, intakes: Sequence[Intake]) -> list[Intake]:
    """The intakes with their companies as the library has them, or else an earlier intake."""
    known = names.spellings(connection, {name for each in intakes for name in _named(each)})
    made: dict[str, str] = {}
    found: list[Intake] = []
    for each in intakes:
        here = {name: known.get(name) or made.get(folded(name), name) for name in _named(each)}
        is_new = all(name == other for name, other in here.items())
        found.append(each if is_new else _under(each, here))
        for name in each.fields.companies:
            made.setdefault(folded(name), name)
    return found


def _under(intake: Intake, known: Mapping[str, str]) -> Intake:
    """The intake with its companies under other names."""
    return replace(
        intake,
        fields=replace(intake.fields, companies=_renamed(intake.fields.companies, known)),
        facts=tuple(found._replace(about=_renamed(found.about, known)) for found in intake.facts),
    )


def _named(intake: Intake) -> set[str]:
    """The companies in an intake's fields, and those its figures are about."""
    return {*intake.fields.companies, *(name for found in intake.facts for name in found.about)}


def _renamed(given: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known[name] for name in given))


def _new_row(intake: Intake, at: str) -> dict[str, Any]:
    row: dict[str, Any] = {"path": intake.path, "added_at": at, "revision": 1}
    for name in articles.PLAIN:
        row |= articles.column_value(name, getattr(intake.fields, name))
    row["facts_open"] = sum(each.decision.value in facts.OPEN for each in intake.facts)
    row["guesses"] = sum(made.confidence < CERTAIN for _, made in intake.repairs)
    return row


def fact_row(article_id: int, intake: Intake, found: Found) -> dict[str, Any]:
    """The row of a fact that stands in the text of an intake, or nowhere in it."""
    text = intake.text if found.fact.start >= 0 else None
    return {
        "article_id": article_id,
        **facts.values(found.fact, text, found.sentence),
        "about": list(found.about) or None,
        "origin": found.origin,
        "decision": found.decision.value,
        "verdict": found.verdict.value,
        "verdict_note": found.verdict_note,
        "verdict_source": found.verdict_source,
    }


def add_revisions(connection: Connection, new: Sequence[tuple[int, int, Intake]], at: str) -> None:
    """Store versions of articles' files (article, number, intake), with their original bytes."""
    rows = [{"sha256": each.sha256, "size": each.size, "packed": each.packed} for _, _, each in new]
    statements.insert_or_ignore(connection, original, rows)
    connection.execute(insert(revision), [revision_row(*each, at) for each in new])


def revision_row(article_id: int, number: int, intake: Intake, at: str) -> dict[str, Any]:
    """The row of a version of an article's file."""
    return {
        "article_id": article_id,
        "number": number,
        "sha256": intake.sha256,
        "imported_at": at,
        "source_path": intake.source_path,
        "format": intake.format,
        "markup": intake.markup,
        "encoding": intake.encoding,
        "cleaner_version": intake.cleaner_version,
        "extractor_version": intake.extractor_version,
        "title_start": intake.title.start,
        "title_end": intake.title.end,
        "description_start": intake.description.start,
        "description_end": intake.description.end,
        "body_start": intake.body.start,
        "body_end": intake.body.end,
        "notes": list(intake.notes),
        "front_matter": dict(intake.front_matter),
        "unknown": list(intake.unknown),
        "origin": dict(intake.origin),
        "fields": articles.fields_to_json(intake.fields),
    }
