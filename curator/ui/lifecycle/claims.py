"""Whether another window of Curator has a library open already."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile

from curator import paths


def claim(library: Path) -> tuple[QLockFile, bool]:
    """A claim on a library for as long as it is kept, and whether another program of this user has one.

    Two may work on one library, since each change is a transaction of its own; but what one changes the
    other shows only when it reads it anew, and undo takes back the last step of both.
    """
    name = hashlib.sha256(str(library.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    folder = paths.data_folder() / "open"
    lock = QLockFile(str(folder / f"{name}.lock"))
    lock.setStaleLockTime(0)  # one that a program left behind is told by its process
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # without a folder of one's own nothing can be claimed, and nothing is lost
        return lock, False
    return lock, not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError
