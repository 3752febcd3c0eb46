"""Restoring: a backup takes the place of the library, which is itself kept."""

from __future__ import annotations

import tempfile
from pathlib import Path

from curator.domain.errors import CuratorError
from curator.domain.progress import Progress, silent
from curator.services.backing_up import backup
from curator.services.library import Library
from curator.store.database import errors, sqlite


def restore(library: Library, source: Path, progress: Progress = silent) -> Path:
    """Put the content of a backup into the open library; gives where the old content was copied to.

    The backup is tried on a copy of its own first (and brought up to date there), so that a file that
    is no library, or a newer one, changes nothing. Raises CuratorError, and Cancelled if `progress` stops
    it, which it can until the library itself is written.
    """
    if not source.is_file():
        raise CuratorError(f"There is no backup here. ({source})", "Choose another file.")
    if source.resolve() == library.path.resolve():
        raise CuratorError("This is the library that is open.", "Choose a copy of it.")
    with tempfile.TemporaryDirectory(prefix="curator-") as folder:
        tried = Path(folder) / "restored.curator"
        with errors.told(source):
            sqlite.copy(source, tried, progress)
        Library.open(tried, create=False).close()
        kept = backup(library, progress=progress)
        library.close()
        with errors.told(library.path):
            sqlite.copy(tried, library.path)
    return kept
