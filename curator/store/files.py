"""The library's file: whether it is still the one that was opened.

SQLite makes a new file where the old one is gone, and lays the journal of the old one over whatever
stands there now; either would lose articles.
"""

from __future__ import annotations

from pathlib import Path

from curator.domain.errors import CuratorError


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
