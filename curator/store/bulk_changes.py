"""Changes of one kind in many places, read and written together; a merge may make thousands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update

from curator.domain.changes import Change, Subject, Value
from curator.store import names, statements
from curator.store.tables import article, article_company, article_tag, fact

FEW = 20
"""So few changes are as well made one by one."""

_LINKS = {"companies": article_company, "tags": article_tag}


class Way(NamedTuple):
    """How changes of one kind are made together: what stands, by subject, and the changes written."""

    standing: Callable[[Connection, Sequence[Change]], dict[int, Value]]
    write: Callable[[Connection, Sequence[Change]], None]


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


def _put_lists(connection: Connection, changes: Sequence[Change]) -> None:
    field = changes[0].field
    links = _LINKS[field]
    ids = [each.subject_id for each in changes]
    connection.execute(delete(links).where(statements.listed(links.c.article_id, ids)))
    names.add(connection, field, [(each.subject_id, each.after or ()) for each in changes])


def _companies(connection: Connection, changes: Sequence[Change]) -> dict[int, Value]:
    columns = (fact.c.id, fact.c.name, fact.c.company_id)
    statement = select(*columns).where(statements.listed(fact.c.id, [each.subject_id for each in changes]))
    return {number: [name, company] for number, name, company in connection.execute(statement)}


def _put_companies(connection: Connection, changes: Sequence[Change]) -> None:
    statement = update(fact).where(fact.c.id == bindparam("fact_id"))
    statement = statement.values(name=bindparam("new_name"), company_id=bindparam("new_company"))
    rows = [
        {"fact_id": each.subject_id, "new_name": each.after[0], "new_company": each.after[1]}
        for each in changes
    ]
    connection.execute(statement, rows)


def _abouts(connection: Connection, changes: Sequence[Change]) -> dict[int, Value]:
    statement = select(fact.c.id, fact.c.about)
    statement = statement.where(statements.listed(fact.c.id, [each.subject_id for each in changes]))
    return dict(statements.pairs(connection, statement))


def _put_abouts(connection: Connection, changes: Sequence[Change]) -> None:
    statement = update(fact).where(fact.c.id == bindparam("fact_id")).values(about=bindparam("new_about"))
    connection.execute(statement, [{"fact_id": each.subject_id, "new_about": each.after} for each in changes])


_WAYS = {
    (Subject.ARTICLE, "companies"): Way(_lists, _put_lists),
    (Subject.ARTICLE, "tags"): Way(_lists, _put_lists),
    (Subject.FACT, "company"): Way(_companies, _put_companies),
    (Subject.FACT, "about"): Way(_abouts, _put_abouts),
}
