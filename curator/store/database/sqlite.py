"""All that is SQLite's own: connections, transactions, copies and checks."""

from __future__ import annotations

import glob
import os
import sqlite3
from collections.abc import Callable, Generator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError

from curator.domain.changes import Value
from curator.domain.folding import folded
from curator.domain.progress import Progress, silent
from curator.store.database import files
from curator.store.database.files import OpenFile
from curator.store.database.full_text import spaced

BUSY_SECONDS = 10
ASKED_EVERY = 100
"""Milliseconds between two questions whether to wait on for whoever is writing."""
APPLICATION_ID = 0x43555241  # "CURA"
PAGES_AT_ONCE = 2_000
"""Pages copied between two reports of progress: 8 MB."""


def engine(
    path: Path, *, json_serializer: Callable[[Value], str], json_deserializer: Callable[[str], Value]
) -> Engine:
    """The connections to a library file; a transaction that will write says so (`writes=True`).

    Once opened, a file that is gone or another one is refused with CuratorError. Where the file or its folder
    cannot be written, the library can still be read.
    """
    made = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS},
        json_serializer=json_serializer,
        json_deserializer=json_deserializer,
        hide_parameters=True,  # what an article says is nobody's who reads a log
    )
    file = OpenFile(path)

    def connect(
        _dialect: object, _record: object, _words: object, options: dict[str, Any]
    ) -> sqlite3.Connection | None:
        file.check()
        return _read_only(path, options)

    def lend(connection: object, _record: object, _proxy: object) -> None:
        if isinstance(connection, _Unchanging) and files.is_written(path):
            raise DisconnectionError  # it would not see what somebody else has begun to write

    event.listen(made, "do_connect", connect)
    event.listen(made, "connect", lambda *_: file.remember())
    event.listen(made, "connect", _prepare)
    event.listen(made, "checkout", lend)
    event.listen(made, "begin", lambda *_: file.check())
    event.listen(made, "begin", _begin)
    return made


def _read_only(path: Path, options: Mapping[str, Any]) -> sqlite3.Connection | None:
    """A connection to a library that cannot be written; None for one that can, which is opened as ever."""
    address = files.reading_address(path)
    if address is None:
        return None
    kind = _Unchanging if address.endswith(files.UNCHANGING) else sqlite3.Connection
    return sqlite3.connect(address, uri=True, factory=kind, **options)


class _Unchanging(sqlite3.Connection):
    """A connection that takes its file for one that nobody changes."""


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    register(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    if not _is_anothers(connection):  # it will be refused, and stays as it is
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


def is_anothers(connection: Connection) -> bool:
    """Whether the file is a database, but no library."""
    return _is_anothers(_driver(connection))


def _is_anothers(driver: sqlite3.Connection) -> bool:
    names = {name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return bool(names) and not names >= {"article", "alembic_version"}


def sign(connection: Connection) -> None:
    """Write into the header of the file whose it is, for programs that tell files apart by it."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def copy(source: Path, target: Path, progress: Progress = silent) -> None:
    """Copy a library that may be in use, with all that is committed, to a new file.

    `progress` is told pages; where it raises, the target is left half written.
    """
    # not made where it is missing: the copy would be empty
    there = files.reading_address(source) or f"{source.absolute().as_uri()}?mode=rw"
    with (
        closing(sqlite3.connect(there, timeout=BUSY_SECONDS, uri=True)) as reader,
        closing(sqlite3.connect(target)) as writer,
    ):
        reader.backup(
            writer,
            pages=PAGES_AT_ONCE,
            progress=lambda _status, left, total: progress(total - left, total, "pages"),
        )


def copy_whole(source: Path, target: Path, progress: Progress = silent) -> None:
    """Copy a library as `copy` does; the target is whole, on the disk, or not there at all."""
    half = target.with_name(f".{target.name}.part")
    try:
        half.write_bytes(b"")  # it fails here where SQLite would say no more than that it cannot
        copy(source, half, progress)
        with half.open("rb") as file:
            os.fsync(file.fileno())
        half.rename(target)
    finally:
        for each in (half, half.with_name(f"{half.name}-journal")):
            with suppress(OSError):
                each.unlink(missing_ok=True)


def remove_halves(path: Path, stem: str) -> None:
    """Remove what copies of a library left behind that were killed: no program writes into it any more.

    `stem` is how the names of their targets begin, beside `path`.
    """
    for half in path.parent.glob(f".{glob.escape(stem)}*.part"):
        with suppress(OSError, sqlite3.Error):
            with closing(sqlite3.connect(half, timeout=0)) as writer:
                writer.execute("BEGIN EXCLUSIVE")  # SQLite holds this lock while it copies
            half.unlink()
            half.with_name(f"{half.name}-journal").unlink(missing_ok=True)


def faults(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file and its references."""
    try:
        rows = connection.exec_driver_sql("PRAGMA quick_check(20)")
        found = [f"The file is damaged: {row[0]}." for row in rows if row[0] != "ok"]
        missing = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
    except DBAPIError as error:
        return [f"The file is damaged: {error.orig}."]
    return found + [f"Row {row[1]} of {row[0]} refers to a missing row of {row[2]}." for row in missing]


def measure(connection: Connection) -> None:
    """Look at samples of the tables, so that queries are planned by what is there; takes milliseconds."""
    connection.exec_driver_sql("PRAGMA analysis_limit = 400")
    connection.exec_driver_sql("ANALYZE")
