"""Changes by themselves: how one of each kind is checked against what stands, and made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from curator.domain.articles import LISTS
from curator.domain.changes import Change, Subject, Value
from curator.domain.errors import Conflict
from curator.domain.folding import folded
from curator.store import articles, companies, facts, names, readings, repairs
from curator.store.database.tables import (
    article,
    company,
    curated_set,
    curated_set_article,
    fact,
    repair,
    saved_search,
)

CHANGED = "It has been changed in the meantime."
GONE = "It is no longer in the library."


class UnderWay(Protocol):
    """What a change needs of the step that it is made in."""

    @property
    def connection(self) -> Connection:
        """Of the step's transaction."""
        ...

    @property
    def at(self) -> str:
        """When the step is made, as the library writes it."""
        ...

    def reword(self, article_id: int) -> None:
        """Take an article's words out of the index before they change."""
        ...


def stands(current: Value, wanted: Change) -> bool:
    """Whether the wanted value stands already; Conflict if neither it nor the one before does."""
    if current == wanted.after:
        return True
    if current != wanted.before:
        raise Conflict(f"“{wanted.field or wanted.subject.value}” is not what it was.", CHANGED)
    return False


def _change_article(making: UnderWay, wanted: Change) -> Change | None:
    connection, number, field = making.connection, wanted.subject_id, wanted.field
    if field in LISTS:
        return _change_names(making, wanted)
    column = article.c[field]
    row = connection.execute(select(column).where(article.c.id == number)).first()
    if row is None:
        raise Conflict(f"Article {number} cannot be changed.", GONE)
    if stands(articles.field_value(field, row[0]), wanted):
        return None
    if field in articles.INDEXED:
        making.reword(number)
    columns = articles.columns(field, wanted.after, making.at)
    connection.execute(update(article).where(article.c.id == number).values(**columns))
    return wanted


def _change_names(making: UnderWay, wanted: Change) -> Change | None:
    connection, number, field = making.connection, wanted.subject_id, wanted.field
    if connection.execute(select(article.c.id).where(article.c.id == number)).first() is None:
        raise Conflict(f"Article {number} cannot be changed.", GONE)
    current = list(names.of_articles(connection, field, [number]).get(number, ()))
    before, after = list(wanted.before or ()), list(wanted.after or ())
    plain = replace(wanted, before=before, after=after)
    if stands(current, plain):
        return None
    names.put(connection, field, number, after)
    return plain


def _change_fact(making: UnderWay, wanted: Change) -> Change | None:
    connection, number = making.connection, wanted.subject_id
    current = facts.whole(connection, number)
    if wanted.field == "":
        return _change_whole_fact(connection, wanted, current)
    if current is None:
        raise Conflict(f"Fact {number} cannot be changed.", GONE)
    if wanted.field == "fact":
        if stands({name: current[name] for name in facts.VALUES}, wanted):
            return None
        columns = {name: wanted.after[name] for name in facts.VALUES}
    elif wanted.field == "company":
        if stands([current["name"], current["company_id"]], wanted):
            return None
        columns = dict(zip(("name", "company_id"), wanted.after, strict=True))
    else:
        if stands(current[wanted.field], wanted):
            return None
        columns = {wanted.field: wanted.after}
    connection.execute(update(fact).where(fact.c.id == number).values(**columns))
    return wanted


def _change_whole_fact(connection: Connection, wanted: Change, current: Value) -> Change | None:
    if wanted.after is None:
        if stands(current, wanted):
            return None
        connection.execute(delete(fact).where(fact.c.id == wanted.subject_id))
        return wanted
    row = {name: wanted.after.get(name) for name in facts.WHOLE} | {"article_id": wanted.article_id}
    return _made_again(connection, fact, row, wanted, current)


def _made_again(
    connection: Connection, table: Table, row: dict[str, Any], wanted: Change, current: Value
) -> Change | None:
    """Insert a row, under its old number if it had one."""
    if wanted.subject_id > 0:
        if stands(current, wanted):
            return None
        row["id"] = wanted.subject_id
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None
    return replace(wanted, subject_id=int(key[0]))


def _change_repair(making: UnderWay, wanted: Change) -> Change | None:
    if wanted.field == readings.FIELD:
        return _change_reading(making, wanted)
    connection, number = making.connection, wanted.subject_id
    row = connection.execute(select(repair).where(repair.c.id == number)).first()
    if row is None:
        raise Conflict(f"Repair {number} cannot be changed.", GONE)
    if stands(getattr(row, wanted.field), wanted):
        return None
    connection.execute(update(repair).where(repair.c.id == number).values({wanted.field: wanted.after}))
    changed = connection.execute(select(repair).where(repair.c.id == number)).one()
    if row.field == "" and repairs.standing(row) != repairs.standing(changed):
        making.reword(row.article_id)
        repairs.restate(connection, row, repairs.standing(changed))
    return wanted


def _change_reading(making: UnderWay, wanted: Change) -> Change | None:
    """Put what engines made of a file in the place of what others made; both are differences only."""
    connection, number = making.connection, wanted.subject_id
    current = readings.of(connection, number)
    if current is None:
        raise Conflict(f"Article {number} cannot be changed.", GONE)
    if not readings.stands(current, wanted.before):
        raise Conflict(f"The text of article {number} is not what it was.", CHANGED)
    making.reword(number)
    readings.put(connection, number, current, wanted.after)
    return wanted


def _change_set(making: UnderWay, wanted: Change) -> Change | None:
    if wanted.field == "article":
        return _change_member(making.connection, wanted)
    return _change_named(making.connection, curated_set, ("name", "made_at"), wanted)


def _change_member(connection: Connection, wanted: Change) -> Change | None:
    members = curated_set_article.c
    chosen = (members.set_id == wanted.subject_id) & (members.article_id == wanted.article_id)
    row = connection.execute(select(members.position).where(chosen)).first()
    if stands(row[0] if row else None, wanted):
        return None
    connection.execute(delete(curated_set_article).where(chosen))
    if wanted.after is not None:
        if connection.execute(select(article.c.id).where(article.c.id == wanted.article_id)).first() is None:
            raise Conflict(f"Article {wanted.article_id} cannot be put into a set.", GONE)
        row_values = {"set_id": wanted.subject_id, "article_id": wanted.article_id, "position": wanted.after}
        connection.execute(insert(curated_set_article), row_values)
    return wanted


def _change_search(making: UnderWay, wanted: Change) -> Change | None:
    return _change_named(making.connection, saved_search, ("name", "query"), wanted)


def _change_named(
    connection: Connection, table: Table, columns: tuple[str, ...], wanted: Change
) -> Change | None:
    """Make, rename, alter or remove a row that has a name of its own."""
    own: Column[int] = table.c.id
    found = connection.execute(select(table).where(own == wanted.subject_id)).mappings().first()
    current = {name: found[name] for name in columns} if found else None
    if wanted.field:
        if current is None:
            raise Conflict(f"The {wanted.subject.value} cannot be changed.", GONE)
        if stands(current[wanted.field], wanted):
            return None
        values = {wanted.field: wanted.after}
        keys = {"key": folded(wanted.after)} if wanted.field == "name" else {}
        connection.execute(update(table).where(own == wanted.subject_id).values(**values, **keys))
        return wanted
    if wanted.after is None:
        if stands(current, wanted):
            return None
        connection.execute(delete(table).where(own == wanted.subject_id))
        return wanted
    row = dict(wanted.after) | {"key": folded(wanted.after["name"])}
    return _made_again(connection, table, row, wanted, current)


def _change_company(making: UnderWay, wanted: Change) -> Change | None:
    """Make, rename or remove a company, or let it have an alias or be kept apart from another."""
    connection, number = making.connection, wanted.subject_id
    if wanted.field in ("alias", "distinct"):
        is_alias = wanted.field == "alias"
        find = companies.alias if is_alias else companies.kept_apart
        if stands(find(connection, number, wanted.before or wanted.after), wanted):
            return None
        put = companies.put_alias if is_alias else companies.keep_apart
        put(connection, number, wanted.before, wanted.after)
        return wanted
    if wanted.after is None:
        if companies.is_used(connection, number):
            raise Conflict("The company cannot be removed.", "Articles have been given it in the meantime.")
    else:
        name = wanted.after if wanted.field else wanted.after["name"]
        if companies.named(connection, name) not in (None, number):
            raise Conflict(f"There is another company “{name}”.", CHANGED)
    return _change_named(connection, company, ("name",), wanted)


WAYS: dict[Subject, Callable[[UnderWay, Change], Change | None]] = {
    Subject.ARTICLE: _change_article,
    Subject.FACT: _change_fact,
    Subject.REPAIR: _change_repair,
    Subject.COMPANY: _change_company,
    Subject.SET: _change_set,
    Subject.SEARCH: _change_search,
}
