"""Records: all that the library keeps beside articles, for exports they can be restored from."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import or_, select

from curator.domain.articles import Article
from curator.domain.changes import Change, JournalEntry, Step, Subject, Value
from curator.domain.records import KnownCompany, Record, SetPlace, Version
from curator.domain.spans import Span
from curator.store import articles
from curator.store.database import statements
from curator.store.database.tables import (
    article_company,
    change,
    company,
    company_alias,
    company_distinct,
    curated_set,
    curated_set_article,
    original,
    revision,
    step,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection


def of_articles(
    connection: Connection, found: Sequence[Article]
) -> dict[int, tuple[Record, tuple[JournalEntry, ...]]]:
    """The record of each article, and the steps that touched it, the newest first.

    The steps come with those of their changes that belong to no article, and the places of them all.
    """
    ids = [each.id for each in found]
    versions = _versions(connection, ids)
    sets = _sets(connection, ids)
    steps = _journal(connection, ids)
    named = _named(connection, found, steps)
    known = _companies(connection, {number for each in named.values() for number in each})
    return {
        number: (
            Record(
                tuple(versions.get(number, ())),
                tuple(sets.get(number, ())),
                tuple(known[each] for each in sorted(named[number]) if each in known),
            ),
            tuple(steps.get(number, ())),
        )
        for number in ids
    }


def _versions(connection: Connection, ids: Iterable[int]) -> dict[int, list[Version]]:
    statement = (
        select(revision, original.c.packed)
        .join(original, original.c.sha256 == revision.c.sha256)
        .where(statements.listed(revision.c.article_id, ids))
        .order_by(revision.c.article_id, revision.c.number)
    )
    found: dict[int, list[Version]] = {}
    for row in connection.execute(statement).mappings():
        found.setdefault(row["article_id"], []).append(_version(row))
    return found


def _version(row: Mapping[Any, Any]) -> Version:
    return Version(
        number=row["number"],
        imported_at=row["imported_at"],
        source_path=row["source_path"],
        format=row["format"],
        markup=row["markup"],
        encoding=row["encoding"],
        cleaner_version=row["cleaner_version"],
        extractor_version=row["extractor_version"],
        title=Span(row["title_start"], row["title_end"]),
        description=Span(row["description_start"], row["description_end"]),
        body=Span(row["body_start"], row["body_end"]),
        notes=tuple(row["notes"] or ()),
        front_matter=row["front_matter"] or {},
        unknown=tuple(row["unknown"] or ()),
        origin=row["origin"] or {},
        fields=articles.fields_from_json(row["fields"]),
        sha256=row["sha256"],
        original=zlib.decompress(row["packed"]),
    )


def _sets(connection: Connection, ids: Iterable[int]) -> dict[int, list[SetPlace]]:
    columns = (curated_set.c.id, curated_set.c.name, curated_set.c.made_at, curated_set_article.c.position)
    statement = select(curated_set_article.c.article_id, *columns).join(curated_set)
    chosen = statements.listed(curated_set_article.c.article_id, ids)
    found: dict[int, list[SetPlace]] = {}
    for number, *place in connection.execute(statement.where(chosen).order_by(curated_set.c.key)):
        found.setdefault(number, []).append(SetPlace(*place))
    return found


def _journal(connection: Connection, ids: Sequence[int]) -> dict[int, list[JournalEntry]]:
    touching = select(change.c.step_id).where(statements.listed(change.c.article_id, ids))
    own = or_(statements.listed(change.c.article_id, ids), change.c.article_id.is_(None))
    statement = select(change).where(change.c.step_id.in_(touching), own)
    by_step: dict[int, list[tuple[int, Change]]] = {}
    for row in connection.execute(statement.order_by(change.c.step_id, change.c.position)).mappings():
        each = Change(
            Subject(row["subject"]),
            row["subject_id"],
            row["field"],
            row["before"],
            row["after"],
            row["article_id"],
        )
        by_step.setdefault(row["step_id"], []).append((row["position"], each))
    found: dict[int, list[JournalEntry]] = {}
    steps = select(step).where(step.c.id.in_(touching)).order_by(step.c.id.desc())
    for row in connection.execute(steps).mappings():
        changes = by_step[row["id"]]
        for number in {each.article_id for _, each in changes} - {None}:
            mine = [each for each in changes if each[1].article_id in (number, None)]
            found.setdefault(cast("int", number), []).append(_entry(row, mine))
    return found


def _entry(row: Mapping[Any, Any], changes: Sequence[tuple[int, Change]]) -> JournalEntry:
    return JournalEntry(
        row["id"],
        row["made_at"],
        row["who"],
        row["kind"],
        Step(row["label"], tuple(each for _, each in changes)),
        row["undone"],
        row["stale"],
        row["target_id"],
        tuple(place for place, _ in changes),
    )


def _named(
    connection: Connection, found: Sequence[Article], steps: Mapping[int, Sequence[JournalEntry]]
) -> dict[int, set[int]]:
    """The companies that each article, its facts or its journal refer to."""
    named = {
        each.id: {stored.company_id for stored in each.facts if stored.company_id is not None}
        for each in found
    }
    columns = (article_company.c.article_id, article_company.c.company_id)
    statement = select(*columns).where(statements.listed(article_company.c.article_id, list(named)))
    for number, company_id in statements.pairs(connection, statement):
        named[number].add(company_id)
    for number, entries in steps.items():
        for entry in entries:
            for each in entry.step.changes:
                named[number].update(_referred(each))
    return named


def _referred(each: Change) -> Iterator[int]:
    if each.subject is Subject.COMPANY:
        yield each.subject_id
    elif each.subject is Subject.FACT and each.field == "company":
        yield from (value[1] for value in (each.before, each.after) if value and value[1] is not None)
    else:
        yield from _company_ids([each.before, each.after])


def _company_ids(value: Value) -> Iterator[int]:
    if isinstance(value, dict):
        for key, inner in cast("dict[str, Value]", value).items():
            if key == "company_id" and isinstance(inner, int):
                yield inner
            else:
                yield from _company_ids(inner)
    elif isinstance(value, list):
        for inner in cast("list[Value]", value):
            yield from _company_ids(inner)


def _companies(connection: Connection, ids: Iterable[int]) -> dict[int, KnownCompany]:
    chosen = sorted(ids)
    aliases: dict[int, list[str]] = {}
    words = select(company_alias.c.company_id, company_alias.c.alias).order_by(company_alias.c.key)
    for number, alias in statements.pairs(
        connection, words.where(statements.listed(company_alias.c.company_id, chosen))
    ):
        aliases.setdefault(number, []).append(alias)
    apart: dict[int, list[str]] = {}
    one, other = company_distinct.c.company_id, company_distinct.c.other_id
    for mine, theirs in ((one, other), (other, one)):
        pairs = select(mine, company.c.name).join(company, company.c.id == theirs).order_by(company.c.key)
        for number, name in statements.pairs(connection, pairs.where(statements.listed(mine, chosen))):
            apart.setdefault(number, []).append(name)
    rows = select(company.c.id, company.c.name).where(statements.listed(company.c.id, chosen))
    return {
        number: KnownCompany(
            number, name, tuple(aliases.get(number, ())), tuple(sorted(apart.get(number, ())))
        )
        for number, name in statements.pairs(connection, rows)
    }
