"""What came last into a library, by which it is told whether anything came since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from curator.store.database.tables import article, revision, step

if TYPE_CHECKING:
    from sqlalchemy import Connection


def latest(connection: Connection) -> tuple[int, ...]:
    """The last article and step there are, and how many articles and revisions: other after any change."""
    return tuple(
        connection.execute(select(each)).scalar() or 0
        for each in (
            func.max(article.c.id),
            func.max(step.c.id),
            select(func.count()).select_from(article).scalar_subquery(),
            select(func.count()).select_from(revision).scalar_subquery(),
        )
    )
