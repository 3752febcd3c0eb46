"""Repairs in the library, and the text that their decisions change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, case, insert, select, update
from sqlalchemy.sql import ColumnElement

from curator.domain.articles import StoredRepair
from curator.domain.facts import CONTEXT, Decision
from curator.domain.repairs import Alternative, Repair, RepairKind
from curator.domain.spans import Span
from curator.store.database import statements
from curator.store.database.tables import article, fact, reading, repair, revision

PARTS = ("title", "description", "body")


def row(article_id: int, value: Repair, field: str) -> dict[str, Any]:
    """The row of a repair made in an article's field, "" for the reading text."""
    return {
        "article_id": article_id,
        "field": field,
        "original_start": value.original.start,
        "original_end": value.original.end,
        "cleaned_start": value.cleaned.start,
        "cleaned_end": value.cleaned.end,
        "before": value.before,
        "after": value.after,
        "kind": value.kind.value,
        "channel": value.channel,
        "confidence": value.confidence,
        "alternatives": [[each.text, each.confidence] for each in value.alternatives] or None,
    }


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Store rows of repairs, which name their articles."""
    if rows:
        connection.execute(insert(repair), list(rows))


def of_articles(connection: Connection, ids: Iterable[int]) -> dict[int, list[StoredRepair]]:
    """The repairs of each article, those of the reading text first, in order."""
    statement = select(repair).where(statements.listed(repair.c.article_id, ids))
    statement = statement.order_by(repair.c.field, repair.c.cleaned_start, repair.c.id)
    found: dict[int, list[StoredRepair]] = {}
    for row in connection.execute(statement).mappings():
        found.setdefault(row["article_id"], []).append(_stored(row))
    return found


def articles_of(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[int, StoredRepair]]:
    """The repairs of these ids that are there, each with its article."""
    rows = connection.execute(select(repair).where(statements.listed(repair.c.id, ids))).mappings()
    return {row["id"]: (row["article_id"], _stored(row)) for row in rows}


def _stored(row: RowMapping) -> StoredRepair:
    alternatives = tuple(Alternative(text, confidence) for text, confidence in row["alternatives"] or ())
    value = Repair(
        Span(row["original_start"], row["original_end"]),
        Span(row["cleaned_start"], row["cleaned_end"]),
        row["before"],
        row["after"],
        RepairKind(row["kind"]),
        row["channel"],
        row["confidence"],
        alternatives,
    )
    return StoredRepair(row["id"], value, Decision(row["decision"]), row["field"])


def standing(row: Row[Any]) -> str:
    """The words that stand in the text by the decision on the repair."""
    return row.before if row.decision == Decision.REJECTED else row.after


def standing_column() -> ColumnElement[str]:
    """The words that stand in the text by the decision on each repair, in a query."""
    return case((repair.c.decision == Decision.REJECTED.value, repair.c.before), else_=repair.c.after)


def restate(connection: Connection, row: Row[Any], words: str) -> None:
    """Put other words where a repair of the reading text stands, and move all that comes after.

    Evidence, spans and repairs keep meaning the same words; a fact over the place gets the new ones.
    """
    text = connection.execute(
        select(reading.c.text).where(reading.c.article_id == row.article_id)
    ).scalar_one()
    start, end, grown = row.cleaned_start, row.cleaned_end, len(words) - (row.cleaned_end - row.cleaned_start)
    new = text[:start] + words + text[end:]
    connection.execute(update(reading).where(reading.c.article_id == row.article_id).values(text=new))
    connection.execute(update(repair).where(repair.c.id == row.id).values(cleaned_end=end + grown))
    connection.execute(
        update(repair)
        .where(repair.c.article_id == row.article_id, repair.c.field == "", repair.c.id != row.id)
        .where(repair.c.cleaned_start >= end)
        .values(cleaned_start=repair.c.cleaned_start + grown, cleaned_end=repair.c.cleaned_end + grown)
    )
    _move_facts(connection, row.article_id, new, Span(start, end), grown)
    _move_parts(connection, row.article_id, Span(start, end), grown)


def _move_facts(connection: Connection, article_id: int, text: str, place: Span, grown: int) -> None:
    statement = select(fact.c.id, fact.c.start, fact.c.end)
    near = fact.c.end + CONTEXT >= place.start
    rows = connection.execute(statement.where(fact.c.article_id == article_id, fact.c.start >= 0, near))
    for row in rows.all():
        start, end = _moved(Span(row.start, row.end), place, grown)
        connection.execute(
            update(fact)
            .where(fact.c.id == row.id)
            .values(
                start=start,
                end=end,
                quote=text[start:end],
                prefix=text[max(0, start - CONTEXT) : start],
                suffix=text[end : end + CONTEXT],
            )
        )


def _moved(span: Span, place: Span, grown: int) -> Span:
    """Where a span is after the place has grown; one that shares words with it takes it in whole."""
    if span.end <= place.start:
        return span
    if span.start >= place.end:
        return span.shifted(grown)
    return Span(min(span.start, place.start), max(span.end, place.end) + grown)


def _move_parts(connection: Connection, article_id: int, place: Span, grown: int) -> None:
    current = select(article.c.revision).where(article.c.id == article_id).scalar_subquery()
    chosen = (revision.c.article_id == article_id) & (revision.c.number == current)
    row = connection.execute(select(revision).where(chosen)).mappings().one()
    moved: dict[str, int] = {}
    for part in PARTS:
        span = Span(row[f"{part}_start"], row[f"{part}_end"])
        if span.start < span.end:
            moved[f"{part}_start"], moved[f"{part}_end"] = _moved(span, place, grown)
    connection.execute(update(revision).where(chosen).values(**moved))
