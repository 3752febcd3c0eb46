"""Faults of the environment, told apart from ours and said in words."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from curator.domain.errors import Cancelled, CuratorError

_RIGHTS = "Check the rights of the file and its folder."
_FAULTS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: ("The disk is full.", "Make room and try again; nothing was lost."),
    sqlite3.SQLITE_BUSY: ("Another program is using the library.", "Wait until it is done and try again."),
    sqlite3.SQLITE_LOCKED: ("The library is in use.", "Wait until it is done and try again."),
    sqlite3.SQLITE_READONLY: ("The library cannot be written.", _RIGHTS),
    sqlite3.SQLITE_PERM: ("The library may not be opened.", _RIGHTS),
    sqlite3.SQLITE_CANTOPEN: ("The library cannot be opened.", "Check that its folder exists and is yours."),
    sqlite3.SQLITE_IOERR: ("The disk cannot be read or written.", "Check it, then run “curator check”."),
    sqlite3.SQLITE_CORRUPT: ("The library is damaged.", "Open a backup instead."),
    sqlite3.SQLITE_NOTADB: ("This file is not a Curator library.", "Choose another file."),
}
_PRIMARY = 0xFF  # extended result codes carry the primary one in their lowest byte


class NotALibrary(CuratorError):
    """A file that is something else."""


@contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """Turn faults of disk, rights and file into `CuratorError`; bugs pass as they are."""
    try:
        yield
    except DBAPIError as error:
        if _was_interrupted(error.orig):
            raise Cancelled from error
        if isinstance(error.orig, sqlite3.Error) and (known := of(error.orig, path)) is not None:
            raise known from error
        raise
    except sqlite3.Error as error:
        if _was_interrupted(error):
            raise Cancelled from error
        if (known := of(error, path)) is not None:
            raise known from error
        raise


def _was_interrupted(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def of(error: sqlite3.Error, path: Path) -> CuratorError | None:
    """What to tell the user of a fault, or None if it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return damaged(path) if str(error).startswith(_NO_TEXT) else None
    if (fault := _FAULTS.get(code & _PRIMARY)) is None:
        return None
    message, hint = _by_the_place(code & _PRIMARY, path) or fault
    kind = NotALibrary if code & _PRIMARY == sqlite3.SQLITE_NOTADB else CuratorError
    return kind(f"{message} ({path})", hint)


def damaged(path: Path) -> CuratorError:
    """What to tell of a library that holds what nobody wrote there."""
    message, hint = _FAULTS[sqlite3.SQLITE_CORRUPT]
    return CuratorError(f"{message} ({path})", hint)


_NO_TEXT = "Could not decode to UTF-8"
"""What Python says, without a code, of text that is none."""

_ROOM = 64 << 10
"""Bytes without which SQLite can't even make what it needs beside the file to read it."""

_LONGEST_NAME, _LONGEST_PATH = 240, 480
"""Bytes of a path that SQLite takes; it makes files with longer names beside it."""


def _by_the_place(code: int, path: Path) -> tuple[str, str] | None:
    """What SQLite does not tell of a failure, but the file's place does."""
    if code == sqlite3.SQLITE_IOERR:
        try:
            free = shutil.disk_usage(path.parent).free
        except OSError:
            return None
        return _FAULTS[sqlite3.SQLITE_FULL] if free < _ROOM else None
    name, whole = len(os.fsencode(path.name)), len(os.fsencode(path))
    if code == sqlite3.SQLITE_CANTOPEN and (name > _LONGEST_NAME or whole > _LONGEST_PATH):
        return "The library cannot be opened: its path is too long.", "Give it a shorter name or place."
    return None
