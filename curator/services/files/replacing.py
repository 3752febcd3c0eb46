"""Replacing: a file that is written whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import BinaryIO

_PREFIX, _SUFFIX = ".curator-", ".part"

OLD = 600.0
"""Seconds without a write after which a half-written file belongs to no program that still runs."""


@contextlib.contextmanager
def replacing(target: Path, check: Callable[[], object] = lambda: None) -> Generator[BinaryIO, None, None]:
    """A file that takes the target's place when it is complete; nothing is left of it otherwise.

    `check` is called at the last moment and keeps the target as it is by raising something.
    """
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=_PREFIX, suffix=_SUFFIX)
    except OSError as error:
        error.filename = str(target)  # the half-written file's name says nothing to anybody
        raise
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        half.chmod(_mode(target))
        check()
        half.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            half.unlink()
        raise


def sweep(folder: Path) -> None:
    """Remove from a folder what a killed program left half written: not written to for `OLD` seconds."""
    latest = time.time() - OLD
    with contextlib.suppress(OSError):
        for half in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if half.stat().st_mtime < latest:
                half.unlink()


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, else those a new one has."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        return 0o666 & ~_UMASK


_UMASK = os.umask(0o022)
os.umask(_UMASK)
