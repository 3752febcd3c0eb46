"""Opening a library, and the transactions everything else happens in."""

from __future__ import annotations

import getpass
import json
import stat
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from curator import paths
from curator.domain.changes import Value
from curator.domain.errors import CuratorError
from curator.store.database import errors, migrations, sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Library:
    """An open library. It may be used by several threads; each transaction has its own connection."""

    def __init__(self, path: Path, engine: Engine, who: str) -> None:
        self.path = path
        self._engine = engine
        self._who = who
        self._writers: dict[int, Connection] = {}
        """The connections that are writing just now, by their threads."""
        self._waiting = threading.local()

    @classmethod
    def open(cls, path: Path, *, create: bool = True, who: str | None = None) -> Library:
        """The library in this file, brought up to date; a new one if there is none and `create`.

        Before a migration the file is copied beside itself. Raises CuratorError if it cannot be
        opened, is no library, or was made by a newer program.
        """
        path = paths.named(path).absolute()
        if not _is_there(path):
            if not create:
                raise CuratorError(
                    f"There is no library here. ({path})", "Check the path, or import something."
                )
            _make_folder(path.parent)
        engine = sqlite.engine(
            path, json_serializer=_written, json_deserializer=lambda written: _read(written, path)
        )
        try:
            with errors.told(path):
                migrations.bring_up_to_date(engine, path)
        except BaseException:
            engine.dispose()
            raise
        return cls(path, engine, who or _account())

    @property
    def who(self) -> str:
        """The name written into the journal."""
        return self._who

    @contextmanager
    def reading(self) -> Generator[Connection, None, None]:
        """A transaction that sees one state of the library throughout."""
        with errors.told(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection, None, None]:
        """A transaction that is committed at the end, or taken back as a whole by an exception."""
        with errors.told(self.path), self._engine.connect() as connection:
            connection.execution_options(writes=True, while_busy=getattr(self._waiting, "while_busy", None))
            with connection.begin():
                thread = threading.get_ident()
                self._writers[thread] = connection
                try:
                    yield connection
                finally:
                    del self._writers[thread]

    @contextmanager
    def waiting(self, while_busy: Callable[[], object]) -> Generator[None, None, None]:
        """Let this thread wait to write for as long as another does.

        Meanwhile `while_busy` is called ten times a second; what it raises ends the waiting, before anything
        was written. Otherwise it is waited for ten seconds.
        """
        self._waiting.while_busy = while_busy
        try:
            yield
        finally:
            self._waiting.while_busy = None

    def interrupt(self, thread: int) -> None:
        """Stop what a thread is writing, from any other: it is taken back and raises Cancelled there.

        A transaction that has done its last statement is not stopped any more.
        """
        writer = self._writers.get(thread)
        if writer is not None:
            sqlite.interrupt(writer)

    def close(self) -> None:
        """Close the file; nothing is lost, since every transaction has been committed."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _is_there(path: Path) -> bool:
    """Whether there is a file; CuratorError for a folder or a device, and where nobody may look."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        message = f"The library cannot be opened: {getattr(error, 'strerror', error)}. ({path})"
        raise CuratorError(message, "Check the path and the rights of its folders.") from error
    if stat.S_ISDIR(mode):
        raise CuratorError(f"A library is a file, but this is a folder. ({path})", "Name a file in it.")
    if not stat.S_ISREG(mode):
        raise CuratorError(f"A library is a file, but this is a device. ({path})", "Name a file.")
    return True


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder for the library cannot be made: {error.strerror}. ({folder})"
        raise CuratorError(message, "Choose another place with --library.") from error


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "editor"


def _written(value: Value) -> str:
    """JSON in ASCII, so that nothing a file may hold can fail to be stored."""
    return json.dumps(value, default=_plain)


def _read(written: str, path: Path) -> Value:
    try:
        return json.loads(written)
    except ValueError as error:
        raise errors.damaged(path) from error


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)
