"""What can go wrong and is told to the user in words."""

from __future__ import annotations


class CuratorError(Exception):
    """A fault the user can understand: what happened, and what to do about it.

    Anything else that is raised is a bug and ends in the crash dialog.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UnreadableFile(CuratorError):
    """A file that cannot be imported; the message gives the reason."""


class Conflict(CuratorError):
    """A change whose `before` no longer holds: somebody else changed the value in between."""


class QueryError(CuratorError):
    """A query that cannot be understood; `start` and `end` mark the wrong place in it."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        super().__init__(message, hint)
        self.start = start
        self.end = end


class Cancelled(Exception):
    """Raised by a progress callback when the user stops the work."""
