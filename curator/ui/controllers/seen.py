"""The articles seen, for Back and Forward."""

from __future__ import annotations

LONGEST = 100
"""Articles that are remembered."""


class Seen:
    """A row of articles as a browser keeps pages: a new one cuts off those that lie ahead."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._place = -1

    def add(self, article_id: int) -> None:
        """An article was chosen."""
        self._ids = [*self._ids[: self._place + 1][1 - LONGEST :], article_id]
        self._place = len(self._ids) - 1

    def at(self, by: int) -> int | None:
        """The article so many steps on, None if there is none."""
        place = self._place + by
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def go(self, by: int) -> None:
        """Step on, or back."""
        self._place += by
