"""Progress and cancelling, which are one thing: the callback that is told may also refuse."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with the number of items done and in all; raises `Cancelled` to stop the work."""

    def __call__(self, done: int, total: int, label: str = "", /) -> None:
        """Take note, or refuse."""
        ...


def silent(done: int, total: int, label: str = "", /) -> None:
    """Ignore progress and never cancel."""
