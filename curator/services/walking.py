"""Walking: which files an import takes of the files and folders it is given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file to import: where it is, and its path in the library (below the folder given; "/" parts)."""

    file: Path
    path: str
    missing: str = ""
    """Why it cannot be taken, if it cannot."""
    is_named: bool = False
    """Whether it was named itself, not found in a folder."""


def files(paths: Sequence[Path], is_known: Callable[[str], bool]) -> Iterator[Found]:
    """The files named, and those below the folders named whose suffix is known, sorted, each once.

    Hidden files and folders are passed over, and links that lead out of the folder.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _below(Path(path).expanduser(), is_known):
            place = os.path.abspath(found.file)  # noqa: PTH100 - links stay as they are named
            if place not in seen:
                seen.add(place)
                yield found


def _below(path: Path, is_known: Callable[[str], bool]) -> Iterator[Found]:
    if path.is_dir():
        yield from _in_folder(path, is_known)
    elif path.is_file():
        yield Found(path, path.name, is_named=True)
    else:
        reason = "It is no file." if path.exists() else "There is no such file."
        yield Found(path, path.name or str(path), reason)


def _in_folder(folder: Path, is_known: Callable[[str], bool]) -> Iterator[Found]:
    inside = folder.resolve()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if name.startswith(".") or not is_known(file.suffix.lower()):
                continue
            if file.is_symlink() and not file.resolve().is_relative_to(inside):
                continue
            if file.is_file():
                yield Found(file, file.relative_to(folder).as_posix())
