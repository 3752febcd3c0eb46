"""Readings: what the engines made of an article's file, as a value that can be taken back and put again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, delete, insert, select, update

from curator.domain.changes import Value
from curator.store.database import statements
from curator.store.database.tables import article, fact, reading, repair, revision

Reading: TypeAlias = dict[str, Any]
"""The text, the revision's columns, and the rows of repairs and facts by their number."""

FIELD = "reading"
"""The field of a change that puts one reading in the place of another."""

COLUMNS = (
    "format", "markup", "encoding", "cleaner_version", "extractor_version", "title_start", "title_end",
    "description_start", "description_end", "body_start", "body_end", "notes", "front_matter", "unknown",
    "origin", "fields",
)  # fmt: skip
"""What of a revision follows from its file and the engines."""

_ROWS: dict[str, Table] = {"repairs": repair, "facts": fact}


def of(connection: Connection, article_id: int) -> Reading | None:
    """The reading of an article as JSON values, None if it is gone."""
    chosen = [revision.c[name] for name in COLUMNS]
    statement = (
        select(reading.c.text, *chosen)
        .join(article, article.c.id == reading.c.article_id)
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .where(article.c.id == article_id)
    )
    row = connection.execute(statement).mappings().first()
    if row is None:
        return None
    rows = {name: _rows(connection, table, article_id) for name, table in _ROWS.items()}
    return {"text": row["text"], "revision": {name: row[name] for name in COLUMNS}, **rows}


def _rows(connection: Connection, table: Table, article_id: int) -> dict[str, Value]:
    names = [column.name for column in table.c if column.name != "id"]
    found = connection.execute(select(table).where(table.c.article_id == article_id)).mappings()
    return {str(row["id"]): {name: row[name] for name in names} for row in found}


def differences(before: Reading, after: Reading) -> tuple[Reading, Reading]:
    """Those parts of two readings in which they differ, both empty if they are the same."""
    old: Reading = {}
    new: Reading = {}
    if before["text"] != after["text"]:
        old["text"], new["text"] = _middles(before["text"], after["text"])
    old["revision"], new["revision"] = _columns(before["revision"], after["revision"])
    for part in _ROWS:
        old[part], new[part] = _differing(before[part], after[part])
    return {k: v for k, v in old.items() if v}, {k: v for k, v in new.items() if v}


def _middles(before: str, after: str) -> tuple[list[Value], list[Value]]:
    """What differs between two texts: where it starts, its words, and how much follows."""
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    left = shorter - start
    tail = next((n for n in range(left) if before[-1 - n] != after[-1 - n]), left)
    return [start, before[start : len(before) - tail], tail], [start, after[start : len(after) - tail], tail]


def _columns(before: Mapping[str, Value], after: Mapping[str, Value]) -> tuple[Reading, Reading]:
    names = [name for name in before if before[name] != after[name]]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def _differing(before: Mapping[str, Value], after: Mapping[str, Value]) -> tuple[Reading, Reading]:
    """The rows that differ: whole where only one side has them, else their differing columns."""
    old: Reading = {}
    new: Reading = {}
    for key in (*before, *(key for key in after if key not in before)):
        one, other = before.get(key), after.get(key)
        if one is None or other is None:
            old[key], new[key] = one, other
        elif one != other:
            old[key], new[key] = _columns(one, other)
    return old, new


def stands(current: Reading, part: Reading) -> bool:
    """Whether a reading is what such differences say of it."""
    if "text" in part:
        start, words, tail = part["text"]
        text: str = current["text"]
        if len(text) != start + len(words) + tail or text[start : start + len(words)] != words:
            return False
    if any(current["revision"][name] != value for name, value in part.get("revision", {}).items()):
        return False
    return all(
        _is_row(current[name].get(key), row) for name in _ROWS for key, row in part.get(name, {}).items()
    )


def _is_row(current: Mapping[str, Value] | None, row: Mapping[str, Value] | None) -> bool:
    if current is None or row is None:
        return current is None and row is None
    return all(current[name] == value for name, value in row.items())


def put(connection: Connection, article_id: int, current: Reading, wanted: Reading) -> None:
    """Put such differences in the place of what stands."""
    if "text" in wanted:
        start, words, tail = wanted["text"]
        text: str = current["text"]
        new = text[:start] + words + text[len(text) - tail :]
        connection.execute(update(reading).where(reading.c.article_id == article_id).values(text=new))
    if values := wanted.get("revision"):
        put_columns(connection, article_id, values)
    for name, table in _ROWS.items():
        _put_rows(connection, table, current[name], wanted.get(name, {}))


def put_columns(connection: Connection, article_id: int, values: Mapping[str, Value]) -> None:
    """Give columns of the current revision other values."""
    number = select(article.c.revision).where(article.c.id == article_id).scalar_subquery()
    chosen = (revision.c.article_id == article_id) & (revision.c.number == number)
    connection.execute(update(revision).where(chosen).values(**values))


def _put_rows(
    connection: Connection, table: Table, current: Mapping[str, Value], wanted: Mapping[str, Value]
) -> None:
    gone = [int(key) for key, row in wanted.items() if row is None]
    connection.execute(delete(table).where(statements.listed(table.c.id, gone)))
    for key, row in wanted.items():
        if row is not None and key in current:
            connection.execute(update(table).where(table.c.id == int(key)).values(**row))
    new = [{"id": int(key), **row} for key, row in wanted.items() if row is not None and key not in current]
    if new:
        connection.execute(insert(table), new)


def outdated(connection: Connection, cleaner: int, extractor: int) -> list[int]:
    """The articles whose current revision was made by an older engine than these."""
    older = (revision.c.cleaner_version < cleaner) | (revision.c.extractor_version < extractor)
    statement = (
        select(article.c.id)
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .where(older)
        .order_by(article.c.id)
    )
    return list(connection.execute(statement).scalars())


def files(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """The path, source path and checksum of the files that these articles are read from."""
    statement = (
        select(article.c.id, article.c.path, revision.c.source_path, revision.c.sha256)
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .where(statements.listed(article.c.id, ids))
    )
    return {row[0]: (row[1], row[2], row[3]) for row in connection.execute(statement)}
