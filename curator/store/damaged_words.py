"""Damaged words in the library: repairs grouped by what stood in the file and what stands now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, func, select

from curator.domain.damaged_words import DamagedPlace, DamagedWord
from curator.domain.facts import Decision
from curator.domain.repairs import CERTAIN, Alternative
from curator.store.database.tables import article, reading, repair

CONTEXT = 48
"""Code points shown on either side of a place."""

MOST = 5000
"""Places that are read at most; an editor walks through far fewer."""


def guesses(connection: Connection, article_id: int | None) -> tuple[DamagedWord, ...]:
    """The words whose repair is a guess, in one article or in all, those with most places first."""
    wanted = _places(article_id).where(repair.c.confidence < CERTAIN)
    return _grouped(connection, wanted.where(article.c.guesses > 0) if article_id is None else wanted)


def certain(connection: Connection, article_id: int | None) -> tuple[DamagedWord, ...]:
    """The words whose repair is certain, in one article or in all."""
    return _grouped(connection, _places(article_id).where(repair.c.confidence >= CERTAIN))


def _places(article_id: int | None) -> Select[Any]:
    start = func.max(repair.c.cleaned_start - CONTEXT, 0)
    statement = (
        select(
            repair,
            article.c.title,
            article.c.source,
            func.substr(reading.c.text, start + 1, repair.c.cleaned_start - start).label("prefix"),
            func.substr(reading.c.text, repair.c.cleaned_end + 1, CONTEXT).label("suffix"),
        )
        .join(article, article.c.id == repair.c.article_id)
        .join(reading, reading.c.article_id == repair.c.article_id)
        .order_by(repair.c.before, repair.c.after, repair.c.article_id, repair.c.cleaned_start)
        .limit(MOST)
    )
    return statement if article_id is None else statement.where(repair.c.article_id == article_id)


def _grouped(connection: Connection, statement: Select[Any]) -> tuple[DamagedWord, ...]:
    rows = connection.execute(statement).mappings().all()
    words = (_word(list(group)) for _, group in groupby(rows, lambda row: (row["before"], row["after"])))
    return tuple(sorted(words, key=lambda word: (word.decided, -len(word.places), word.confidence)))


def _word(rows: list[Any]) -> DamagedWord:
    least = min(rows, key=lambda row: row["confidence"])
    return DamagedWord(
        least["before"],
        least["after"],
        least["channel"],
        least["confidence"],
        tuple(Alternative(text, confidence) for text, confidence in least["alternatives"] or ()),
        tuple(_each_place(rows)),
    )


def _each_place(rows: list[Any]) -> Iterator[DamagedPlace]:
    for row in rows:
        in_text = row["field"] == ""
        rejected = row["decision"] == Decision.REJECTED
        yield DamagedPlace(
            row["id"],
            row["article_id"],
            row["title"],
            row["source"],
            row["field"],
            row["prefix"] if in_text else f"{row['field']}: ",
            row["before"] if rejected else row["after"],
            row["suffix"] if in_text else "",
            Decision(row["decision"]),
        )
