"""What came last into a library, by which it is told whether anything came since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from curator.store.database.tables import article, revision, step

if TYPE_CHECKING:
    from sqlalchemy import Connection


def latest(connection: Connection) -> tuple[int, int, int]:
    """The last article, revision and step there are (0: none). None of them is ever removed."""
    first, second, third = (
        connection.execute(select(func.max(table.c.id))).scalar() or 0 for table in (article, revision, step)
    )
    return first, second, third
