"""Comparing: which articles' files are no longer what was read, since another program changed them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from curator.domain import file_names
from curator.domain.progress import Progress, silent
from curator.services import listing
from curator.store import saves
from curator.store.saves import SourceFile

if TYPE_CHECKING:
    from curator.services.library import Library

PART = 1000
"""Files between two looks at whether to go on."""

CLOCKS = 3.0
"""Seconds by which the clocks of a file system and of the program may differ."""

_Signature: TypeAlias = tuple[int, int, int, int]


class Standing(StrEnum):
    """How a file stands to what was read from it."""

    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is not what was read; `unsaved` are the fields edited in the library meanwhile."""

    article_id: int
    path: str
    file: str
    standing: Standing
    unsaved: tuple[str, ...] = ()
    reason: str = ""


@dataclass(slots=True)
class Seen:
    """Files that were compared before, so that a second look need not read them again."""

    alike: dict[tuple[str, str], _Signature] = field(default_factory=dict[tuple[str, str], _Signature])


def changed(
    library: Library,
    chosen: str | Sequence[int] = "",
    progress: Progress = silent,
    *,
    seen: Seen | None = None,
) -> tuple[FileChange, ...]:
    """The files that differ from what was read, of the articles a query finds or of these, by number.

    Every file is read and compared by its checksum. With `seen` the look is quick: a file of the same
    size that nobody touched since it was read is taken for the same.
    """
    everything = isinstance(chosen, str) and not chosen.strip()
    ids: list[int] = []
    if not everything:
        ids = listing.identifiers(library, chosen) if isinstance(chosen, str) else list(chosen)
    wanted = None if everything else ids
    found: list[FileChange] = []
    done, after = 0, 0
    while files := _files(library, wanted, after):
        progress(done, max(len(ids), done + len(files)), files[0].path)
        for each in files:
            standing, reason = _standing(each, seen)
            if standing:
                found.append(FileChange(each.article_id, each.path, each.file, standing, reason=reason))
        done, after = done + len(files), files[-1].article_id
    with library.reading() as connection:
        unsaved = saves.unsaved(connection, [each.article_id for each in found]) if found else {}
    return tuple(replace(each, unsaved=unsaved.get(each.article_id, ())) for each in found)


def _files(library: Library, ids: Sequence[int] | None, after: int) -> list[SourceFile]:
    with library.reading() as connection:
        return saves.source_files(connection, ids, after, PART)


def _standing(known: SourceFile, seen: Seen | None) -> tuple[Standing | None, str]:
    try:
        file = file_names.on_disk(known.file)
        told = os.stat(file)  # noqa: PTH116 - thousands of paths are looked at
        if told.st_size != known.size or not stat.S_ISREG(told.st_mode):
            return Standing.CHANGED, ""
        signature = (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)
        key = (known.file, known.sha256)
        if seen is not None and (seen.alike.get(key) == signature or _untouched(told, known.read_at)):
            return None, ""
        with open(file, "rb") as stream:  # noqa: PTH123
            alike = hashlib.file_digest(stream, "sha256").hexdigest() == known.sha256
        if alike and seen is not None:
            seen.alike[key] = signature
    except (FileNotFoundError, NotADirectoryError):
        return Standing.GONE, ""
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Standing.UNREADABLE, f"The file cannot be read: {reason}."
    return (None if alike else Standing.CHANGED), ""


def _untouched(told: os.stat_result, read_at: str) -> bool:
    """Whether neither the file's words nor its name or rights changed since it was read."""
    try:
        at = datetime.strptime(read_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return False
    return max(told.st_mtime, told.st_ctime) < at - CLOCKS
