"""Saves: what was written back to an article's file becomes its current revision, read by no engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import bindparam, func, insert, select, update

from curator.domain.articles import Fields
from curator.domain.changes import Change, Step, Subject, Value
from curator.domain.errors import Conflict
from curator.store import articles
from curator.store.changes import changing, journal
from curator.store.database import statements
from curator.store.database.tables import article, change, original, repair, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection

LABEL = "Save to file"
KIND = "save"
"""The kind of a save in the journal; it is no edit, so undo goes past it."""

_FIELDS = tuple(articles.fields_to_json(Fields()))
_TOGETHER = 1000


@dataclass(frozen=True, slots=True)
class Saved:
    """A file as it was written: in the place of which bytes (`was`), with which fields and front matter."""

    article_id: int
    was: str
    sha256: str
    packed: bytes
    size: int
    fields: Fields
    before: Mapping[str, Any]
    """The front matter as it stood in the file."""
    after: Mapping[str, Any]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that an article was read from, as it was then."""

    article_id: int
    path: str
    file: str
    sha256: str
    size: int
    read_at: str


def source_files(
    connection: Connection, ids: Sequence[int] | None = None, after: int = 0, limit: int = -1
) -> list[SourceFile]:
    """The files of the current revisions (of these articles) by the articles' numbers, from `after` on."""
    statement = (
        select(
            article.c.id,
            article.c.path,
            revision.c.source_path,
            revision.c.sha256,
            original.c.size,
            revision.c.imported_at,
        )
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .join(original, original.c.sha256 == revision.c.sha256)
        .where(revision.c.source_path != "", article.c.id > after)
        .order_by(article.c.id)
        .limit(limit)
    )
    if ids is not None:
        statement = statement.where(statements.listed(article.c.id, ids))
    return [SourceFile(*row) for row in connection.execute(statement)]


def with_files(connection: Connection) -> list[int]:
    """The articles that came from a file of their own, by number."""
    statement = (
        select(article.c.id)
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .where(revision.c.source_path != "")
        .order_by(article.c.id)
    )
    return list(connection.execute(statement).scalars())


def unsaved(connection: Connection, ids: Sequence[int] | None = None) -> dict[int, tuple[str, ...]]:
    """The articles (of these) with fields that differ from their file's, and the names of the fields.

    Where none are named, those that came from no file are left out.
    """
    found = select(change.c.article_id).where(
        change.c.subject == Subject.ARTICLE.value, change.c.field.in_(_FIELDS)
    )
    if ids is not None:
        found = found.where(statements.listed(change.c.article_id, ids))
    candidates = sorted(set(connection.execute(found.distinct()).scalars()) - {None})
    edited: dict[int, tuple[str, ...]] = {}
    for start in range(0, len(candidates), _TOGETHER):
        edited |= _edited(connection, candidates[start : start + _TOGETHER], everywhere=ids is not None)
    return edited


def _edited(connection: Connection, ids: Sequence[int], *, everywhere: bool) -> dict[int, tuple[str, ...]]:
    statement = (
        select(article.c.id, revision.c.fields)
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .where(statements.listed(article.c.id, ids))
    )
    if not everywhere:
        statement = statement.where(revision.c.source_path != "")
    imported = {
        number: articles.fields_from_json(fields)
        for number, fields in statements.pairs(connection, statement)
    }
    edited: dict[int, tuple[str, ...]] = {}
    for number, (fields, _) in articles.fields_of(connection, list(imported)).items():
        names_of = tuple(name for name in _FIELDS if getattr(fields, name) != getattr(imported[number], name))
        if names_of:
            edited[number] = names_of
    return edited


def repaired(connection: Connection, ids: Sequence[int] | None = None) -> set[int]:
    """The articles (of these) in which cleaning changed something."""
    statement = select(repair.c.article_id).distinct()
    if ids is not None:
        statement = statement.where(statements.listed(repair.c.article_id, ids))
    return set(connection.execute(statement).scalars())


def keep(connection: Connection, saved: Sequence[Saved], who: str, step: int | None = None) -> int | None:
    """Make these bytes the current revisions; gives the journal's step, `step` itself if it is extended.

    Text, facts, repairs and decisions stay. Conflict if an article has other bytes by now; then none
    is kept.
    """
    at = changing.now()
    rows = _current(connection, [each.article_id for each in saved])
    changes: list[Change] = []
    new: list[tuple[Saved, dict[str, Any]]] = []
    for each in saved:
        row = rows.get(each.article_id)
        if row is None or row["sha256"] != each.was:
            raise Conflict(f"Article {each.article_id} was imported anew meanwhile.")
        values = _values(each, row)
        if each.sha256 == each.was:
            connection.execute(update(revision).where(revision.c.id == row["id"]).values(**values))
        else:
            new.append((each, row | values))
            number = each.article_id
            changes.append(Change(Subject.ARTICLE, number, "file", each.was, each.sha256, number))
    if not changes:
        return step
    _add(connection, new, at)
    if step is not None and journal.extend(connection, step, changes):
        return step
    return journal.record(connection, Step(LABEL, tuple(changes)), who, at, KIND)


def _current(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    statement = (
        select(revision)
        .join(article, (article.c.id == revision.c.article_id) & (article.c.revision == revision.c.number))
        .where(statements.listed(article.c.id, ids))
    )
    return {row["article_id"]: dict(row) for row in connection.execute(statement).mappings()}


def _values(saved: Saved, row: Mapping[str, Any]) -> dict[str, Any]:
    """What of a revision says otherwise once the fields are in the file."""
    fields = articles.fields_to_json(saved.fields)
    old: dict[str, Value] = row["fields"] or {}
    edited = {name: "front matter" for name in fields if fields[name] != old.get(name)}
    return {
        "fields": fields,
        "origin": dict(row["origin"] or {}) | edited,
        "front_matter": merged(row["front_matter"] or {}, saved.before, saved.after),
        "unknown": list(saved.unknown),
    }


def _add(connection: Connection, new: Sequence[tuple[Saved, dict[str, Any]]], at: str) -> None:
    """Add revisions after the last ones, and make them current."""
    packed = [{"sha256": each.sha256, "size": each.size, "packed": each.packed} for each, _ in new]
    statements.insert_or_ignore(connection, original, packed)
    ids = [each.article_id for each, _ in new]
    last = select(revision.c.article_id, func.max(revision.c.number)).group_by(revision.c.article_id)
    numbers = dict(statements.pairs(connection, last.where(statements.listed(revision.c.article_id, ids))))
    rows: list[dict[str, Any]] = []
    for each, row in new:
        number = numbers[each.article_id] + 1
        rows.append(row | {"number": number, "sha256": each.sha256, "imported_at": at})
        del rows[-1]["id"]
    connection.execute(insert(revision), rows)
    current = update(article).where(article.c.id == bindparam("of")).values(revision=bindparam("now"))
    connection.execute(current, [{"of": row["article_id"], "now": row["number"]} for row in rows])


def merged(cleaned: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter as it stands now, with the repairs of its values that nobody edited."""
    values: dict[str, Any] = {}
    for key, value in after.items():
        if key in cleaned and before.get(key) == value:
            values[key] = cleaned[key]
        else:
            right = dict(_pairs(before.get(key), cleaned.get(key)))
            values[key] = _renewed(value, right)
    return values


def _pairs(before: Value, cleaned: Value) -> Iterable[tuple[str, str]]:
    """The texts that stand in the same place of two values."""
    if isinstance(before, str) and isinstance(cleaned, str):
        yield before, cleaned
    elif isinstance(before, list) and isinstance(cleaned, list):
        for one, other in zip(cast("list[Value]", before), cast("list[Value]", cleaned), strict=False):
            yield from _pairs(one, other)
    elif isinstance(before, dict) and isinstance(cleaned, dict):
        others = cast("dict[str, Value]", cleaned)
        for key, one in cast("dict[str, Value]", before).items():
            yield from _pairs(one, others.get(key))


def _renewed(value: Value, right: Mapping[str, str]) -> Value:
    if isinstance(value, str):
        return right.get(value, value)
    if isinstance(value, list):
        return [_renewed(each, right) for each in cast("list[Value]", value)]
    if isinstance(value, dict):
        return {key: _renewed(each, right) for key, each in cast("dict[str, Value]", value).items()}
    return value
