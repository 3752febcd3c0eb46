"""Checks of what SQLite cannot know: that offsets, counts and originals are right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from curator.domain.repairs import CERTAIN
from curator.store import facts, repairs
from curator.store.database.tables import article, fact, original, reading, repair

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
    return [
        f"The words of fact {row.id} do not stand at {row.start} of article {row.article_id}."
        for row in _elsewhere(connection, fact, fact.c.start, fact.c.end, fact.c.quote, fact.c.start >= 0)
    ] + [
        f"Repair {row.id} does not stand at {row.start} of article {row.article_id}."
        for row in _elsewhere(
            connection,
            repair,
            repair.c.cleaned_start,
            repair.c.cleaned_end,
            repairs.standing_column(),
            repair.c.field == "",
        )
    ]


def _elsewhere(
    connection: Connection,
    of: Table,
    start: ColumnElement[int],
    end: ColumnElement[int],
    words: ColumnElement[str],
    which: ColumnElement[bool],
) -> list[Row[int, int, int, int, str]]:
    """The rows whose words do not stand in the text. SQLite reads to a NUL only: its doubts are tried."""
    statement = (
        select(of.c.id, of.c.article_id, start.label("start"), end.label("end"), words.label("words"))
        .join(reading, reading.c.article_id == of.c.article_id)
        .where(which, func.substr(reading.c.text, start + 1, end - start) != words)
    )
    doubted = connection.execute(statement).all()
    wrong = (row for row in doubted if _text(connection, row.article_id)[row.start : row.end] != row.words)
    return list(islice(wrong, SHOWN))


def _text(connection: Connection, article_id: int) -> str:
    return connection.execute(select(reading.c.text).where(reading.c.article_id == article_id)).scalar_one()


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
