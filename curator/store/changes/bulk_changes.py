"""Changes of one kind in many places, read and written together; a merge may make thousands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from curator.domain.changes import Change, Subject, Value
from curator.store import articles, facts, names
from curator.store.database import statements
from curator.store.database.tables import article, article_company, article_tag, fact

if TYPE_CHECKING:
    from curator.store.changes.single_changes import UnderWay

FEW = 20
"""So few changes are as well made one by one."""

_LINKS = {"companies": article_company, "tags": article_tag}


class Way(NamedTuple):
    """How changes of one kind are made together: what stands, by subject, and the changes written."""

    standing: Callable[[Connection, Sequence[Change]], dict[int, Value]]
    write: Callable[[UnderWay, Sequence[Change]], None]


def way(changes: Sequence[Change]) -> Way | None:
    """How these changes, which are of one kind, are made together; None if they are better made singly."""
    if len(changes) < FEW or len({each.subject_id for each in changes}) < len(changes):
        return None
    return _WAYS.get((changes[0].subject, changes[0].field))


def _lists(connection: Connection, changes: Sequence[Change]) -> dict[int, Value]:
    ids = [each.subject_id for each in changes]
    statement = select(article.c.id).where(statements.listed(article.c.id, ids))
    known = names.of_articles(connection, changes[0].field, ids)
    return {number: list(known.get(number, ())) for number in connection.execute(statement).scalars()}


def _put_lists(making: UnderWay, changes: Sequence[Change]) -> None:
    connection, field = making.connection, changes[0].field
    links = _LINKS[field]
    ids = [each.subject_id for each in changes]
    connection.execute(delete(links).where(statements.listed(links.c.article_id, ids)))
    names.add(connection, field, [(each.subject_id, each.after or ()) for each in changes])


def _companies(connection: Connection, changes: Sequence[Change]) -> dict[int, Value]:
    columns = (fact.c.id, fact.c.name, fact.c.company_id)
    statement = select(*columns).where(statements.listed(fact.c.id, [each.subject_id for each in changes]))
    return {number: [name, company] for number, name, company in connection.execute(statement)}


def _put_companies(making: UnderWay, changes: Sequence[Change]) -> None:
    _put(making, fact, [(each, {"name": each.after[0], "company_id": each.after[1]}) for each in changes])


def _stated(connection: Connection, changes: Sequence[Change]) -> dict[int, Value]:
    return _columns(connection, fact, changes)


def _put_stated(making: UnderWay, changes: Sequence[Change]) -> None:
    _put(making, fact, [(each, {each.field: each.after}) for each in changes])


def _fields(connection: Connection, changes: Sequence[Change]) -> dict[int, Value]:
    field, found = changes[0].field, _columns(connection, article, changes)
    return {number: articles.field_value(field, value) for number, value in found.items()}


def _put_fields(making: UnderWay, changes: Sequence[Change]) -> None:
    if changes[0].field in articles.INDEXED:
        for each in changes:
            making.reword(each.subject_id)
    _put(making, article, [(each, articles.columns(each.field, each.after, making.at)) for each in changes])


def _columns(connection: Connection, table: Table, changes: Sequence[Change]) -> dict[int, Value]:
    """What stands in the column of the field, by subject."""
    statement = select(table.c.id, table.c[changes[0].field])
    chosen = statements.listed(table.c.id, [each.subject_id for each in changes])
    return dict(statements.pairs(connection, statement.where(chosen)))


def _put(making: UnderWay, table: Table, rows: Sequence[tuple[Change, dict[str, Any]]]) -> None:
    """Write columns, the same in every row, of the subjects of these changes."""
    statement = update(table).where(table.c.id == bindparam("of_subject"))
    statement = statement.values({name: bindparam(f"new_{name}") for name in rows[0][1]})
    making.connection.execute(
        statement,
        [
            {"of_subject": each.subject_id} | {f"new_{name}": value for name, value in columns.items()}
            for each, columns in rows
        ],
    )


_WAYS = {
    (Subject.ARTICLE, "companies"): Way(_lists, _put_lists),
    (Subject.ARTICLE, "tags"): Way(_lists, _put_lists),
    (Subject.FACT, "company"): Way(_companies, _put_companies),
    **{(Subject.FACT, field): Way(_stated, _put_stated) for field in ("about", *facts.SAID)},
    **{(Subject.ARTICLE, field): Way(_fields, _put_fields) for field in (*articles.PLAIN, "state")},
}
