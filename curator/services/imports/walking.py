"""Walking: which files an import takes of the files and folders it is given."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator import paths as paths_of


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to import: where it is, and its path in the library (below the folder given; "/" parts)."""

    file: Path
    path: str
    missing: str = ""
    """Why it cannot be taken, if it cannot."""
    is_named: bool = False
    """Whether it was named itself, not found in a folder."""


def files(
    paths: Sequence[Path], is_known: Callable[[Path], bool], leave_out: Callable[[Path], None]
) -> Iterator[FoundFile]:
    """The files named, and the known ones below the folders named, sorted, each once.

    Hidden files and folders are passed over, and links that lead out of the folder or in a circle.
    A folder that cannot be read is found as missing, with the reason. `leave_out` is told of the files of
    folders that are not known.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _below(paths_of.named(path), is_known, leave_out):
            place = os.path.abspath(found.file)  # noqa: PTH100 - links stay as they are named
            if place not in seen:
                seen.add(place)
                yield found


def _below(
    path: Path, is_known: Callable[[Path], bool], leave_out: Callable[[Path], None]
) -> Iterator[FoundFile]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield FoundFile(path, str(path), _reason(error))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, is_known, leave_out)
    elif stat.S_ISREG(mode):
        yield FoundFile(path, path.name, is_named=True)
    else:
        yield FoundFile(path, str(path), "It is no file.")


def _reason(error: OSError | ValueError) -> str:
    if not isinstance(error, OSError) or error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "There is no such file."
    return f"It cannot be read: {error.strerror}."


def _in_folder(
    folder: Path, is_known: Callable[[Path], bool], leave_out: Callable[[Path], None]
) -> Iterator[FoundFile]:
    inside = Path(os.path.realpath(folder))
    unread: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unread.append):
        yield from _unread(unread, folder)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if name.startswith("."):
                continue
            if not is_known(file):
                leave_out(file)
                continue
            if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(inside):
                continue
            if os.path.isfile(file):  # noqa: PTH113 - a circle of links is no file, and no error
                yield FoundFile(file, file.relative_to(folder).as_posix())
    yield from _unread(unread, folder)


def _unread(errors: list[OSError], folder: Path) -> Iterator[FoundFile]:
    """The folders that could not be listed, which are forgotten then."""
    while errors:
        error = errors.pop(0)
        place = Path(os.fsdecode(error.filename or folder))
        name = place.relative_to(folder).as_posix() if place != folder else place.name
        yield FoundFile(place, name or str(place), f"The folder cannot be read: {error.strerror}.")
