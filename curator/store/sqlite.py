"""All that is SQLite's own: connections, full text, upserts, copies and checks.

Words are indexed by FTS5 as an external-content table over the view `article_words`; its rows are
kept up by `unindex` before a change and `index` after it. Scripts without spaces are indexed
by the character: `spaced` parts them, in the index and in the query alike, so that two characters
beside each other are found as a phrase.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Integer,
    Table,
    bindparam,
    create_engine,
    event,
    func,
    select,
    table,
    text,
)
from sqlalchemy import column as sql_column
from sqlalchemy.dialects import sqlite as dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ColumnElement, CompoundSelect, Select

from curator.domain.changes import Value
from curator.domain.folding import folded
from curator.domain.progress import Progress, silent
from curator.store.files import OpenFile

BUSY_SECONDS = 10
ASKED_EVERY = 100
"""Milliseconds between two questions whether to wait on for whoever is writing."""
APPLICATION_ID = 0x43555241  # "CURA"
PAGES_AT_ONCE = 2_000
"""Pages copied between two reports of progress: 8 MB."""
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff])"
)

FULL_TEXT = (
    """CREATE VIEW article_words AS
    SELECT article.id AS id, spaced(article.title) AS title, spaced(reading.text) AS text,
        spaced(article.description || ' ' || article.source || ' ' || article.author || ' ' ||
            article.category || ' ' || article.note) AS other
    FROM article JOIN reading ON reading.article_id = article.id""",
    """CREATE VIRTUAL TABLE article_text USING fts5(
        title, text, other, content='article_words', content_rowid='id', prefix='2 3',
        tokenize='unicode61 remove_diacritics 2')""",
)

_INDEX = text(
    "INSERT INTO article_text (rowid, title, text, other) "
    "SELECT id, title, text, other FROM article_words WHERE id IN (SELECT value FROM json_each(:ids))"
)
_UNINDEX = text(
    "INSERT INTO article_text (article_text, rowid, title, text, other) "
    "SELECT 'delete', id, title, text, other FROM article_words "
    "WHERE id IN (SELECT value FROM json_each(:ids))"
)
_matches = table("article_text", sql_column("rowid"), sql_column("article_text"))


def spaced(text: str | None) -> str:
    """The text with a space round every character of a script that writes without spaces."""
    if not text:
        return ""
    return text if text.isascii() else _UNSPACED.sub(r" \1 ", text)


def engine(
    path: Path, *, json_serializer: Callable[[Value], str], json_deserializer: Callable[[str], Value]
) -> Engine:
    """The connections to a library file; a transaction that will write says so (`writes=True`).

    Once opened, a file that is gone or another one is refused with CuratorError.
    """
    made = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS},
        json_serializer=json_serializer,
        json_deserializer=json_deserializer,
        hide_parameters=True,  # what an article says is nobody's who reads a log
    )
    file = OpenFile(path)
    event.listen(made, "do_connect", lambda *_: file.check())
    event.listen(made, "connect", lambda *_: file.remember())
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", lambda *_: file.check())
    event.listen(made, "begin", _begin)
    return made


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    register(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def register(connection: sqlite3.Connection) -> None:
    """Make our functions known to a connection; the view of the full text needs them."""
    connection.create_function("spaced", 1, spaced, deterministic=True)
    connection.create_function("folded", 1, _folded, deterministic=True)


def _folded(text: str | None) -> str:
    return folded(text or "")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("writes", False):
        connection.exec_driver_sql("BEGIN")
    elif (while_busy := options.get("while_busy")) is None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        _begin_once_free(_driver(connection), while_busy)


def _begin_once_free(driver: sqlite3.Connection, while_busy: Callable[[], object]) -> None:
    """Begin to write; `while_busy` is called as long as another does, and ends the waiting by raising.

    SQLite's own waiting can't be interrupted.
    """
    driver.execute(f"PRAGMA busy_timeout = {ASKED_EVERY}")
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # the rest says why it is busy
                    raise
            else:
                return
            while_busy()
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


@contextmanager
def rebuilding(made: Engine) -> Generator[Connection, None, None]:
    """A transaction in which tables may be made anew: references are checked at its end, not on the way.

    Raises IntegrityError, and changes nothing, if a row then refers to one that is missing.
    """
    with made.connect().execution_options(writes=True) as connection:
        driver = _driver(connection)
        driver.execute("PRAGMA foreign_keys = OFF")  # it can only be changed outside of a transaction
        try:
            with connection.begin():
                yield connection
                if missing := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise sqlite3.IntegrityError(f"a row of {missing[0]} refers to none of {missing[2]}")
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def interrupt(connection: Connection) -> None:
    """Stop the statement that runs on this connection; the one thing another thread may ask of it."""
    with suppress(sqlite3.ProgrammingError):  # it was closed in between
        _driver(connection).interrupt()


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def is_empty(connection: Connection) -> bool:
    """Whether the file holds nothing at all yet."""
    return connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0


def sign(connection: Connection) -> None:
    """Write into the header of the file whose it is, for programs that tell files apart by it."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def create_full_text(connection: Connection) -> None:
    """Make the full-text index of a library whose tables stand."""
    for statement in FULL_TEXT:
        connection.exec_driver_sql(statement)


def index(connection: Connection, ids: Iterable[int]) -> None:
    """Index the words of these articles, which must not be indexed."""
    for chunk in chunks(ids):
        connection.execute(_INDEX, {"ids": _json(chunk)})


def unindex(connection: Connection, ids: Iterable[int]) -> None:
    """Take these articles out of the index, while their words are still as indexed."""
    for chunk in chunks(ids):
        connection.execute(_UNINDEX, {"ids": _json(chunk)})


def _json(ids: Iterable[int]) -> str:
    return "[" + ",".join(str(int(number)) for number in ids) + "]"


def matching(expression: str) -> Select[tuple[int]]:
    """The articles whose words match a full-text expression made by `phrase`."""
    return select(_matches.c.rowid).where(_matches.c.article_text.op("MATCH")(expression))


_TOKENS = re.compile(r"[^\W_]+")


def phrase(words: str, *, column: str = "") -> str:
    """The full-text expression for words that stand in this order; "" if there is nothing to find.

    A `*` at the end stands for any letters.
    """
    spread = spaced(words.replace("\0", " ").replace('"', " ")).strip()
    if not _TOKENS.search(spread):
        return ""
    quoted = f'"{spread.rstrip("*").strip()}" *' if spread.endswith("*") else f'"{spread}"'
    return f"{column} : {quoted}" if column else quoted


def folded_column(of: ColumnElement[str]) -> ColumnElement[str]:
    """A column without case and accents, for fields that keep no key of their own."""
    return func.folded(of)


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
        connection.execute(dialect.insert(into).on_conflict_do_nothing(), values)


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
    values = func.json_each(_json(ids)).table_valued(sql_column("value", Integer))
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


def copy(source: Path, target: Path, progress: Progress = silent) -> None:
    """Copy a library that may be in use, with all that is committed, to a new file.

    `progress` is told pages; where it raises, the target is left half written.
    """
    there = f"{source.absolute().as_uri()}?mode=rw"  # not made where it is missing: the copy would be empty
    with (
        closing(sqlite3.connect(there, timeout=BUSY_SECONDS, uri=True)) as reader,
        closing(sqlite3.connect(target)) as writer,
    ):
        reader.backup(
            writer,
            pages=PAGES_AT_ONCE,
            progress=lambda _status, left, total: progress(total - left, total, "pages"),
        )


def faults(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file and its references."""
    try:
        rows = connection.exec_driver_sql("PRAGMA quick_check(20)")
        found = [f"The file is damaged: {row[0]}." for row in rows if row[0] != "ok"]
        missing = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
    except DBAPIError as error:
        return [f"The file is damaged: {error.orig}."]
    return found + [f"Row {row[1]} of {row[0]} refers to a missing row of {row[2]}." for row in missing]


def full_text_faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the full text; it has to be a transaction that writes."""
    try:
        connection.exec_driver_sql(
            "INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)"
        )
    except DBAPIError as error:
        return [f"The full text does not match the articles: {error.orig}."]
    return []


def measure(connection: Connection) -> None:
    """Look at samples of the tables, so that queries are planned by what is there; takes milliseconds."""
    connection.exec_driver_sql("PRAGMA analysis_limit = 400")
    connection.exec_driver_sql("ANALYZE")


def is_own_table(name: str) -> bool:
    """Whether the table is part of the full-text index, which no migration compares."""
    return name.startswith(("article_text", "sqlite_"))
