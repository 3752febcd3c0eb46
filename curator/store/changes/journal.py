"""The journal: every step with who made it and when, and which is next to be undone or redone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from curator.domain.changes import Change, JournalEntry, Step, Subject
from curator.store.database import statements
from curator.store.database.tables import change, step

SHOWN = 200
"""Changes of one step that are read to be shown; a bulk edit may have far more."""


def record(
    connection: Connection, made: Step, who: str, at: str, kind: str = "edit", target: int | None = None
) -> int:
    """Write down a step, and for an undo or redo what it does to the edit it is about."""
    row = {"made_at": at, "who": who, "label": made.label, "kind": kind, "target_id": target}
    key = connection.execute(insert(step), row).inserted_primary_key
    assert key is not None
    number = int(key[0])
    if made.changes:
        connection.execute(
            insert(change), [_row(number, place, each) for place, each in enumerate(made.changes)]
        )
    if target is not None:
        connection.execute(update(step).where(step.c.id == target).values(undone=kind == "undo"))
    return number


def extend(connection: Connection, number: int, changes: Sequence[Change]) -> bool:
    """Add changes to a step that stands as it was made; False if it no longer does."""
    stands = select(step.c.id).where(step.c.id == number, step.c.undone.is_(False), step.c.stale.is_(False))
    if connection.execute(stands).first() is None:
        return False
    last = select(func.coalesce(func.max(change.c.position), -1)).where(change.c.step_id == number)
    place = connection.execute(last).scalar_one() + 1
    connection.execute(insert(change), [_row(number, place + n, each) for n, each in enumerate(changes)])
    return True


def _row(number: int, position: int, each: Change) -> dict[str, Any]:
    return {
        "step_id": number,
        "position": position,
        "subject": each.subject.value,
        "subject_id": each.subject_id,
        "field": each.field,
        "before": each.before,
        "after": each.after,
        "article_id": each.article_id,
    }


def next_undo(connection: Connection) -> tuple[int, str] | None:
    """The number and label of the edit that undo takes back."""
    statement = select(step.c.id, step.c.label).where(
        step.c.kind == "edit", step.c.undone.is_(False), step.c.stale.is_(False)
    )
    row = connection.execute(statement.order_by(step.c.id.desc()).limit(1)).first()
    return (row.id, row.label) if row else None


def next_redo(connection: Connection) -> tuple[int, str] | None:
    """The number and label of the edit that redo makes again: the first one taken back since the last edit.

    So there is none once something new was done, and when that is taken back, it alone is made again.
    """
    last = select(func.coalesce(func.max(step.c.id), 0)).where(step.c.kind == "edit").scalar_subquery()
    undone_since = select(step.c.target_id).where(step.c.id > last, step.c.kind == "undo")
    statement = select(step.c.id, step.c.label).where(
        step.c.kind == "edit", step.c.undone.is_(True), step.c.stale.is_(False), step.c.id.in_(undone_since)
    )
    row = connection.execute(statement.order_by(step.c.id).limit(1)).first()
    return (row.id, row.label) if row else None


def size(connection: Connection, number: int) -> int:
    """How many changes a step has."""
    statement = select(func.count()).select_from(change).where(change.c.step_id == number)
    return connection.execute(statement).scalar_one()


def give_up(connection: Connection, number: int) -> None:
    """Note that a step can no longer be taken back or made again."""
    connection.execute(update(step).where(step.c.id == number).values(stale=True))


def whole(connection: Connection, number: int) -> Step:
    """The step of this number."""
    label = connection.execute(select(step.c.label).where(step.c.id == number)).scalar_one()
    rows = connection.execute(select(change).where(change.c.step_id == number).order_by(change.c.position))
    return Step(label, tuple(_change(row) for row in rows.mappings()))


def entries(connection: Connection, article_id: int | None, limit: int) -> tuple[JournalEntry, ...]:
    """The newest steps, of one article or of all, each with at most `SHOWN` of its changes."""
    statement = select(step).order_by(step.c.id.desc()).limit(limit)
    if article_id is not None:
        about = select(change.c.step_id).where(change.c.article_id == article_id)
        statement = statement.where(step.c.id.in_(about))
    rows = connection.execute(statement).mappings().all()
    changes = _changes(connection, [row["id"] for row in rows], article_id)
    return tuple(
        JournalEntry(
            row["id"],
            row["made_at"],
            row["who"],
            row["kind"],
            Step(row["label"], tuple(changes.get(row["id"], ()))),
            row["undone"],
        )
        for row in rows
    )


def changed(connection: Connection, ids: Iterable[int]) -> set[int]:
    """Those of these articles that have steps in the journal."""
    statement = select(change.c.article_id).where(statements.listed(change.c.article_id, ids)).distinct()
    return set(connection.execute(statement).scalars())


def given_by_facts(connection: Connection, article_id: int, companies: Iterable[str]) -> set[str]:
    """Those of these companies that the article last got in a step that decided, edited or added a fact."""
    sought = set(companies)
    if not sought:
        return set()
    lists = select(change).where(
        change.c.article_id == article_id, change.c.subject == "article", change.c.field == "companies"
    )
    last: dict[str, int] = {}
    for row in connection.execute(lists.order_by(change.c.step_id)).mappings():
        new = sought.intersection(row["after"] or ()).difference(row["before"] or ())
        last |= dict.fromkeys(new, int(row["step_id"]))
    about_facts = select(change.c.step_id).where(
        statements.listed(change.c.step_id, last.values()),
        change.c.article_id == article_id,
        change.c.subject == "fact",
        change.c.field.in_(("", "decision", "fact")),
    )
    giving = set(connection.execute(about_facts).scalars())
    return {name for name, number in last.items() if number in giving}


def _changes(connection: Connection, steps: Iterable[int], article_id: int | None) -> dict[int, list[Change]]:
    statement = select(change).where(statements.listed(change.c.step_id, steps))
    if article_id is None:
        statement = statement.where(change.c.position < SHOWN)
    else:
        statement = statement.where(change.c.article_id == article_id)
    found: dict[int, list[Change]] = {}
    for row in connection.execute(statement.order_by(change.c.step_id, change.c.position)).mappings():
        found.setdefault(row["step_id"], []).append(_change(row))
    return found


def _change(row: RowMapping) -> Change:
    return Change(
        Subject(row["subject"]),
        row["subject_id"],
        row["field"],
        row["before"],
        row["after"],
        row["article_id"],
    )
