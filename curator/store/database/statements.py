"""Parts of statements: values however many, rows that may be there, columns without case.

A statement that is made once and run often takes its values by `among`, `rows` and `bound`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Integer, Table, bindparam, func, select
from sqlalchemy import column as sql_column
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ColumnElement, CompoundSelect, Select

from curator.domain.changes import Value


def pairs(
    connection: Connection,
    statement: Select[Any, Any] | CompoundSelect[Any, Any],
    wanted: dict[str, Value] | None = None,
) -> Iterator[tuple[Any, Any]]:
    """The rows of a query over two columns, `wanted` bound to its names."""
    for row in connection.execute(statement, wanted):
        yield row[0], row[1]


def insert_or_ignore(connection: Connection, into: Table, values: Sequence[dict[str, Any]]) -> None:
    """Insert the rows that are not there yet."""
    if values:
        connection.execute(sqlite.insert(into).on_conflict_do_nothing(), values)


def last_number(connection: Connection, of: Table) -> int:
    """The largest number that a row of the table ever had; the next one is greater."""
    statement = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    return connection.exec_driver_sql(statement, (of.name,)).scalar() or 0


def chunks(ids: Iterable[int], size: int = 500) -> Iterator[list[int]]:
    """The ids in portions that fit into one statement."""
    known = list(ids)
    for start in range(0, len(known), size):
        yield known[start : start + size]


def listed(column: Column[int] | ColumnElement[int], ids: Iterable[int]) -> ColumnElement[bool]:
    """Whether the column is one of these ids, however many they are."""
    values = func.json_each(numbers(ids)).table_valued(sql_column("value", Integer))
    return column.in_(select(values.c.value))


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether the column is one of the values bound to this name as `bound`, however many they are.

    For statements that are made once and run often: making one takes longer than running it.
    """
    values = func.json_each(bindparam(name)).table_valued(sql_column("value", column.type))
    return column.in_(select(values.c.value))


def rows(name: str, columns: int) -> tuple[Any, ...]:
    """A table made from the rows bound to this name, to be joined: its columns, and itself at the end."""
    values = func.json_each(bindparam(name)).table_valued(sql_column("value"))
    return (*(func.json_extract(values.c.value, f"$[{place}]") for place in range(columns)), values)


def bound(values: Iterable[Value]) -> str:
    """What to bind for `among`, or for `rows` where each value is a sequence."""
    return json.dumps(list(values))


def folded_column(of: ColumnElement[str]) -> ColumnElement[str]:
    """A column without case and accents, for fields that keep no key of their own."""
    return func.folded(of)


def numbers(ids: Iterable[int]) -> str:
    """The ids as a list in JSON."""
    return "[" + ",".join(str(int(number)) for number in ids) + "]"
