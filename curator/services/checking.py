"""Checking: whether the library is whole and everything in it still fits together."""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from pathlib import Path

from curator.domain.errors import CuratorError
from curator.domain.progress import Progress, silent
from curator.services.library import Library
from curator.store.database import checks, errors, full_text, sqlite


def check(library: Library, progress: Progress = silent) -> list[str]:
    """What is wrong, each in a sentence; an empty list if nothing is.

    The file and its references, the full text, the checksums of the originals, the counts, and that
    the evidence of every fact and every repair stands in its text. All of it is looked at in a copy, since
    the full text checks itself by a statement that writes: nobody has to wait for it, and a library that may
    only be read can be checked. CuratorError if there is no room for the copy.
    """
    with tempfile.TemporaryDirectory(prefix="curator-") as folder:
        copied = Path(folder, "checked.curator")
        with errors.told(copied):
            sqlite.copy(library.path, copied, progress)
        with Library.open(copied, create=False) as copy:
            return _checked(copy, progress)


def _checked(library: Library, progress: Progress) -> list[str]:
    found: list[str] = []
    try:
        with library.reading() as connection:
            found += sqlite.faults(connection)
    except CuratorError as error:  # in a damaged file the end of a transaction may fail, too
        found = found or [error.message]
    if found:  # what else is read of such a file says nothing
        return found
    with library.writing() as connection:
        found = full_text.faults(connection)
        total = checks.count(connection)
        for done, (name, packed) in enumerate(checks.originals(connection)):
            progress(done, total, "originals")
            found += _original(name, packed)
        found += checks.misplaced(connection)
        found += checks.miscounted(connection)
    progress(total, total, "")
    return found


def _original(name: str, packed: bytes) -> list[str]:
    try:
        data = zlib.decompress(packed)
    except zlib.error as error:
        return [f"The original {name[:12]} cannot be unpacked: {error}."]
    if hashlib.sha256(data).hexdigest() != name:
        return [f"The original {name[:12]} is not what was imported."]
    return []
