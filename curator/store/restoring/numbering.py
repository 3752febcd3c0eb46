"""Numbering: under which numbers what is restored stands, its old ones as far as they are free."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Table, func, select

from curator.store.database import statements
from curator.store.database.tables import article

if TYPE_CHECKING:
    from sqlalchemy import Connection

LARGEST_KEPT = 1 << 48
"""The largest number that is kept: after the largest of all, a table takes no more rows."""


class Numbering:
    """The numbers of one restoring, old → new; `keeps` says whether old ones are kept where they can be."""

    def __init__(self, *, keeps: bool) -> None:
        self.keeps = keeps
        self.articles: dict[int, int] = {}
        self.companies: dict[int, int] = {}
        self.sets: dict[int, int] = {}
        self.steps: dict[int, int] = {}
        self.own_sets: dict[int, int] = {}
        """The sets that this restoring made, by their new number."""
        self.apart: dict[tuple[int, str], int] = {}
        """Companies that are to be kept apart from others by name, which may come yet."""
        self._made: dict[int, int] = {}
        self._log: list[tuple[dict[int, int] | dict[tuple[int, str], int], int | tuple[int, str]]] = []

    def note(self, numbers: dict[int, int], old: int, new: int) -> None:
        """Note a number, until `back` takes it away."""
        if old not in numbers:
            numbers[old] = new
            self._log.append((numbers, old))

    def note_article(self, old: int, new: int) -> None:
        """Note the number of an article."""
        self.note(self.articles, old, new)
        self.note(self._made, new, old)

    def note_apart(self, company_id: int, name: str) -> None:
        """Note that a company is not the one of this name."""
        if (company_id, name) not in self.apart:
            self.apart[company_id, name] = 1
            self._log.append((self.apart, (company_id, name)))

    def made(self, number: int) -> bool:
        """Whether the article of this new number was restored."""
        return number in self._made

    def mark(self) -> None:
        """Let what was noted so far stand."""
        self._log.clear()

    def back(self) -> None:
        """Forget what was noted since the mark, because it was not stored."""
        for numbers, old in self._log:
            del numbers[old]  # pyright: ignore[reportArgumentType] - the key is of the same dict
        self._log.clear()

    def new(self, connection: Connection, table: Table, wanted: Sequence[int]) -> list[int]:
        """A free number for each row that had the wanted one: that one, if it is kept and can be."""
        taken: set[int] = set()
        if self.keeps:
            found = connection.execute(select(table.c.id).where(statements.listed(table.c.id, wanted)))
            taken = {0, *found.scalars()}
        kept = [number for number in wanted if self.keeps and number <= LARGEST_KEPT]
        following = max(statements.last_number(connection, table), *kept, 0)
        given: list[int] = []
        for number in wanted:
            if self.keeps and number not in taken and number <= LARGEST_KEPT:
                taken.add(number)
                given.append(number)
            else:
                following += 1
                given.append(following)
        return given


def is_empty(connection: Connection) -> bool:
    """Whether the library has never had an article."""
    count = connection.execute(select(func.count()).select_from(article)).scalar_one()
    return count == 0 and statements.last_number(connection, article) == 0
