"""Restored articles: stored as they were exported, with their revisions, facts, decisions, sets and journal.

In a library that never had an article everything keeps its number. In another it gets new ones, companies
and sets that are there are used, and the steps of its journal are shown and can no longer be taken back,
since undo is for what was done here.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from curator.domain.articles import LISTS, Article, StoredRepair
from curator.domain.exports import Exported
from curator.domain.records import Record, Version
from curator.store import articles, facts, names, repairs
from curator.store.changes import changing
from curator.store.database import full_text, statements
from curator.store.database.tables import article, fact, original, reading, repair, revision
from curator.store.restoring import restored_beside, restored_journals
from curator.store.restoring.restored_journals import Place

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.store.restoring.numbering import Numbering


def put(connection: Connection, wanted: Sequence[Exported], numbering: Numbering) -> list[int]:
    """Store these articles, none of which is there; gives their numbers in order."""
    found = [_with_companies(connection, each, numbering) for each in wanted]
    ids = numbering.new(connection, article, [each.id for each in found])
    places = [Place(each.id, number) for each, number in zip(found, ids, strict=True)]
    new = list(zip(places, found, wanted, strict=True))
    if not new:
        return []
    connection.execute(insert(article), [_row(each, place.new) for place, each, _ in new])
    connection.execute(insert(reading), [{"article_id": p.new, "text": each.text} for p, each, _ in new])
    for field in LISTS:
        names.add(connection, field, [(p.new, getattr(each.fields, field)) for p, each, _ in new])
    _put_versions(connection, [(p.new, each) for p, _, whole in new for each in _record(whole).versions])
    _put_repairs(connection, [(p, (*each.repairs, *each.field_repairs)) for p, each, _ in new], numbering)
    _put_facts(connection, [(p, each) for p, each, _ in new], numbering)
    for place, each, whole in new:
        numbering.note_article(each.id, place.new)
        restored_beside.put_into_sets(connection, place.new, _record(whole).sets, numbering)
    restored_journals.put(connection, [(p, whole.journal) for p, _, whole in new], numbering)
    articles.refresh_counts(connection, ids)
    full_text.index(connection, ids)
    return ids


def _with_companies(connection: Connection, each: Exported, numbering: Numbering) -> Article:
    """The article, whose companies are there now."""
    record = _record(each)
    restored_beside.put_companies(connection, record.companies, numbering)
    article = each.article if numbering.keeps else _settled(connection, each.article)
    if set(each.article.fields.companies) - {known.name for known in record.companies}:
        names.identified(connection, "companies", article.fields.companies)
    return article


def _record(each: Exported) -> Record:
    return each.record or Record(())


def _settled(connection: Connection, given: Article) -> Article:
    """The article with its companies under the names that the library has them under."""
    wanted = {*given.fields.companies, *(name for each in given.facts for name in each.about)}
    known = names.spellings(connection, wanted)

    def renamed(names_: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(known.get(name, name) for name in names_))

    return replace(
        given,
        fields=replace(given.fields, companies=renamed(given.fields.companies)),
        facts=tuple(replace(each, about=renamed(each.about)) for each in given.facts),
    )


def _row(each: Article, number: int) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": number,
        "path": each.path,
        "state": articles.STATES.index(each.state),
        "added_at": each.added_at or changing.now(),
        "reviewed_at": each.reviewed_at,
        "revision": each.revision,
    }
    for name, value in articles.fields_to_json(each.fields).items():
        if name not in LISTS:
            row |= articles.column_value(name, value)
    return row


def _put_versions(connection: Connection, versions: Sequence[tuple[int, Version]]) -> None:
    rows = [
        {"sha256": each.sha256, "size": len(each.original), "packed": zlib.compress(each.original, 6)}
        for _, each in versions
    ]
    statements.insert_or_ignore(connection, original, rows)
    connection.execute(insert(revision), [_version_row(number, each) for number, each in versions])


def _version_row(article_id: int, each: Version) -> dict[str, Any]:
    parts = {"title": each.title, "description": each.description, "body": each.body}
    return {
        "article_id": article_id,
        **{f"{name}_start": span.start for name, span in parts.items()},
        **{f"{name}_end": span.end for name, span in parts.items()},
        "number": each.number,
        "sha256": each.sha256,
        "imported_at": each.imported_at or changing.now(),
        "source_path": each.source_path,
        "format": each.format,
        "markup": each.markup,
        "encoding": each.encoding,
        "cleaner_version": each.cleaner_version,
        "extractor_version": each.extractor_version,
        "notes": list(each.notes),
        "front_matter": dict(each.front_matter),
        "unknown": list(each.unknown),
        "origin": dict(each.origin),
        "fields": articles.fields_to_json(each.fields),
    }


def _put_repairs(
    connection: Connection, made: Sequence[tuple[Place, tuple[StoredRepair, ...]]], numbering: Numbering
) -> None:
    flat = [(place, each) for place, group in made for each in group]
    ids = numbering.new(connection, repair, [each.id for _, each in flat])
    rows: list[dict[str, Any]] = []
    for (place, each), number in zip(flat, ids, strict=True):
        place.repairs[each.id] = number
        row = repairs.row(place.new, each.repair, each.field)
        rows.append({"id": number, **row, "decision": each.decision.value})
    repairs.add(connection, rows)


def _put_facts(connection: Connection, found: Sequence[tuple[Place, Article]], numbering: Numbering) -> None:
    flat = [(place, each, own.text) for place, own in found for each in own.facts]
    ids = numbering.new(connection, fact, [each.id for _, each, _ in flat])
    rows: list[dict[str, Any]] = []
    for (place, each, text), number in zip(flat, ids, strict=True):
        place.facts[each.id] = number
        stated = each.fact
        row = facts.values(stated, text if each.evidence else None, each.sentence)
        if each.evidence:
            row |= {
                "quote": each.evidence.quote,
                "prefix": each.evidence.prefix,
                "suffix": each.evidence.suffix,
            }
        rows.append(
            {
                "id": number,
                "article_id": place.new,
                **row,
                "company_id": numbering.companies.get(each.company_id or 0),
                "about": list(each.about) or None,
                "decision": each.decision.value,
                "verdict": each.verdict.value,
                "verdict_note": each.verdict_note,
                "verdict_source": each.verdict_source,
                "origin": each.origin,
            }
        )
    if rows:
        connection.execute(insert(fact), rows)
