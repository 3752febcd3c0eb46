"""Checking: whether the library is whole and everything in it still fits together."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from curator.domain.progress import Progress, silent
from curator.store import checks, sqlite

if TYPE_CHECKING:
    from curator.services.library import Library


def check(library: Library, progress: Progress = silent) -> list[str]:
    """What is wrong, each in a sentence; an empty list if nothing is.

    The file and its references, the full text, the checksums of the originals, the counts, and that
    the evidence of every fact and every repair stands in its text.
    """
    with library.writing() as connection:  # the full text checks itself by a statement that writes
        found = sqlite.faults(connection)
    with library.reading() as connection:
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
