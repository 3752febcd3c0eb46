"""The library's file: how it may be opened, and whether it is still the one that was.

SQLite makes a new file where the old one is gone, and lays the journal of the old one over whatever
stands there now; either would lose articles.
"""

from __future__ import annotations

import os
from pathlib import Path

from curator.domain.errors import CuratorError


def reading_address(path: Path) -> str | None:
    """The URI by which SQLite can only read a library; None where it may be written too.

    In a folder or on a medium that cannot be written, SQLite can make no journal beside the file. Unless
    somebody else's stands there, it is read as a file that nobody changes.
    """
    file = Path(os.path.realpath(path))
    if not file.is_file():
        return None
    if os.access(file.parent, os.W_OK):
        return None if os.access(file, os.W_OK) else f"{file.as_uri()}?mode=ro"
    return f"{file.as_uri()}?mode=ro" + ("" if is_written(file) else f"&{UNCHANGING}")


UNCHANGING = "immutable=1"


def is_written(path: Path) -> bool:
    """Whether there is a journal of somebody who writes into the library, or did not come to its end."""
    file = Path(os.path.realpath(path))
    try:
        return file.with_name(f"{file.name}-wal").stat().st_size > 0
    except OSError:
        return False


class OpenFile:
    """The file at a path, remembered from the first connection on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[int, int] | None = None

    def remember(self) -> None:
        """Take the file that stands there now for the library, if none was before."""
        if self._known is None:
            self._known = self._standing()

    def check(self) -> None:
        """CuratorError if the file that was opened is gone, or another stands in its place."""
        if self._known is None:
            return
        now = self._standing()
        if now is None:
            raise CuratorError(
                f"The library's file is gone. ({self._path})",
                "Put it back in its place. Until then nothing is written; what was saved is in it.",
            )
        if now != self._known:
            raise CuratorError(
                f"Another file stands in the library's place. ({self._path})",
                "Put the library back, or start Curator again to open the other file.",
            )

    def _standing(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:  # out of reach for the moment: SQLite says what is wrong with it
            return self._known
        return found.st_dev, found.st_ino
