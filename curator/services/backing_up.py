"""Backing up: a copy of the library as it is now, whoever is using it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from curator import paths
from curator.domain.errors import CuratorError
from curator.domain.progress import Progress, silent
from curator.store.database import errors, sqlite

if TYPE_CHECKING:
    from curator.services.library import Library


def backup(library: Library, target: Path | None = None, progress: Progress = silent) -> Path:
    """Copy the library to a file, or into a folder under a name with the date; gives the copy's path.

    Without a target the folder is `backups` beside the library. Nothing is ever overwritten: the
    copy is whole or not there at all. CuratorError if it cannot be made, Cancelled if `progress` stops it.
    """
    chosen = paths.named(target).absolute() if target else library.path.parent / "backups"
    try:
        is_folder = target is None or chosen.is_dir()
        path = _free(chosen / _name(library.path)) if is_folder else chosen
        if path.exists():
            raise CuratorError(f"There is a file already. ({path})", "Name another file, or a folder.")
        _copy(library.path, path, progress)
    except OSError as error:
        message = f"The backup cannot be written: {error.strerror}. ({chosen})"
        raise CuratorError(message, "Choose another place.") from error
    return path


def faults(library: Library) -> list[str]:
    """What SQLite finds wrong with the library's file, each in a sentence: a copy of it has the same."""
    try:
        with library.reading() as connection:
            return sqlite.faults(connection)
    except CuratorError as error:  # in a damaged file the end of a transaction may fail, too
        return [error.message]


def _copy(library: Path, path: Path, progress: Progress) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with errors.told(path):
        sqlite.copy_whole(library, path, progress)


def _name(path: Path) -> str:
    return f"{path.stem}-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}{path.suffix}"


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
