"""Checks of what SQLite cannot know: that offsets, counts and originals are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Row, func, select

from curator.domain.repairs import CERTAIN
from curator.store import facts, repairs
from curator.store.tables import article, fact, original, reading, repair

SHOWN = 50
"""Problems of a kind that are told at most."""


def count(connection: Connection) -> int:
    """How many originals there are."""
    return connection.execute(select(func.count()).select_from(original)).scalar_one()


def originals(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """Every original with its checksum, packed, one at a time."""
    statement = select(original.c.sha256, original.c.packed).execution_options(yield_per=50)
    for row in connection.execute(statement):
        yield row.sha256, row.packed


def misplaced(connection: Connection) -> list[str]:
    """Facts and repairs whose words do not stand where they say."""
    found: list[str] = []
    found += [
        f"The words of fact {row.id} do not stand at {row.start} of article {row.article_id}."
        for row in _facts(connection)
    ]
    statement = (
        select(repair.c.id, repair.c.article_id, repair.c.cleaned_start)
        .join(reading, reading.c.article_id == repair.c.article_id)
        .where(repair.c.field == "")
        .where(
            func.substr(
                reading.c.text,
                repair.c.cleaned_start + 1,
                repair.c.cleaned_end - repair.c.cleaned_start,
            )
            != repairs.standing_column()
        )
    )
    found += [
        f"Repair {row.id} does not stand at {row.cleaned_start} of article {row.article_id}."
        for row in connection.execute(statement.limit(SHOWN))
    ]
    return found


def _facts(connection: Connection) -> Sequence[Row[int, int, int]]:
    words = func.substr(reading.c.text, fact.c.start + 1, fact.c.end - fact.c.start)
    statement = (
        select(fact.c.id, fact.c.article_id, fact.c.start)
        .join(reading, reading.c.article_id == fact.c.article_id)
        .where(fact.c.start >= 0, words != fact.c.quote)
    )
    return connection.execute(statement.limit(SHOWN)).all()


def miscounted(connection: Connection) -> list[str]:
    """Articles whose counts are not those of their facts and repairs, or that have no text."""
    open_facts = select(func.count()).where(
        fact.c.article_id == article.c.id, fact.c.decision.in_(facts.OPEN)
    )
    guesses = select(func.count()).where(
        repair.c.article_id == article.c.id, repair.c.confidence < CERTAIN, repair.c.decision.in_(facts.OPEN)
    )
    wrong = (article.c.facts_open != open_facts.scalar_subquery()) | (
        article.c.guesses != guesses.scalar_subquery()
    )
    numbers = connection.execute(select(article.c.id).where(wrong).limit(SHOWN)).scalars()
    found = [f"The counts of article {number} are wrong." for number in numbers]
    without = select(article.c.id).where(article.c.id.not_in(select(reading.c.article_id))).limit(SHOWN)
    return found + [f"Article {number} has no text." for number in connection.execute(without).scalars()]
