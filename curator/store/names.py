"""Companies and tags: names that articles share, and the rows that say which article has which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from sqlalchemy import Connection, Select, Table, delete, func, insert, or_, select
from sqlalchemy.sql import ColumnElement

from curator.domain.companies import Company
from curator.domain.folding import folded
from curator.store.database import statements
from curator.store.database.tables import article_company, article_tag, company, company_alias, tag

_LINKS: dict[str, tuple[Table, Table, str]] = {
    "companies": (company, article_company, "company_id"),
    "tags": (tag, article_tag, "tag_id"),
}


def of_articles(connection: Connection, field: str, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The names of each article in their order; articles without names are missing."""
    found: dict[int, list[str]] = {}
    for article_id, name in connection.execute(_of_articles(field), {"ids": statements.bound(ids)}):
        found.setdefault(article_id, []).append(name)
    return {article_id: tuple(each) for article_id, each in found.items()}


@cache
def _of_articles(field: str) -> Select[int, str]:
    names, links, key = _LINKS[field]
    return (
        select(links.c.article_id, names.c.name)
        .join(names, names.c.id == links.c[key])
        .where(statements.among(links.c.article_id, "ids"))
        .order_by(links.c.article_id, links.c.position)
    )


def put(connection: Connection, field: str, article_id: int, wanted: Sequence[str]) -> None:
    """Give the article exactly these names, in this order."""
    _, links, _ = _LINKS[field]
    connection.execute(delete(links).where(links.c.article_id == article_id))
    add(connection, field, [(article_id, wanted)])


def add(connection: Connection, field: str, wanted: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Give names to articles that have none; names that are new are made."""
    _, links, key = _LINKS[field]
    known = identified(connection, field, dict.fromkeys(name for _, each in wanted for name in each))
    rows = [
        {"article_id": article_id, key: number, "position": position}
        for article_id, each in wanted
        for position, number in enumerate(dict.fromkeys(known[name] for name in each))
    ]
    if rows:
        connection.execute(insert(links), rows)


def settled(connection: Connection, field: str, wanted: Iterable[str]) -> list[str]:
    """The names as the library has them already, each once; new ones as they are."""
    return Settling(connection, field).settled(wanted)


class Settling:
    """Settles the names of many articles, looking each up once."""

    def __init__(self, connection: Connection, field: str) -> None:
        self._connection = connection
        self._field = field
        self._known: dict[str, str] = {}

    def settled(self, wanted: Iterable[str]) -> list[str]:
        """The names as the library has them already, each once; new ones as they are."""
        known: dict[str, str] = {}
        for name in wanted:
            if clean := " ".join(name.split()):
                known.setdefault(folded(clean), self._looked_up(clean))
        return list(dict.fromkeys(known.values()))

    def _looked_up(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = _known(self._connection, self._field, name) or name
        return self._known[name]


def _known(connection: Connection, field: str, name: str) -> str | None:
    if field == "companies":
        return connection.execute(
            select(company.c.name).where(company.c.id == company_id(connection, name))
        ).scalar()
    same_spelling = tag.c.name == name
    statement = select(tag.c.name).where(or_(same_spelling, tag.c.key == folded(name)))
    return connection.execute(statement.order_by(same_spelling.desc(), tag.c.id)).scalar()


def identified(connection: Connection, field: str, wanted: Collection[str]) -> dict[str, int]:
    """The ids of these names; new ones are made in this order, under the first of several spellings."""
    known = _known_ids(connection, field, wanted)
    table, _, _ = _LINKS[field]
    for name in wanted:
        if name not in known:
            key = folded(name)
            made = connection.execute(insert(table).values(name=name, key=key)).inserted_primary_key
            assert made is not None
            same = {each for each in wanted if folded(each) == key} if field == "companies" else {name}
            known |= dict.fromkeys(same, int(made[0]))
    return known


def _known_ids(connection: Connection, field: str, wanted: Collection[str]) -> dict[str, int]:
    """The ids of those of these names that there are: companies by any name, tags as they are spelled."""
    if not wanted:
        return {}
    if field == "tags":
        statement = select(tag.c.name, tag.c.id).where(tag.c.name.in_(wanted))
        return dict(statements.pairs(connection, statement))
    keys = {name: folded(name) for name in wanted}
    chosen = {"keys": statements.bound(set(keys.values()))}
    found: dict[str, int] = {}
    for statement in _by_keys():
        found |= dict(statements.pairs(connection, statement, chosen))
    return {name: found[key] for name, key in keys.items() if key in found}


@cache
def _by_keys() -> tuple[Select[str, int], Select[str, int]]:
    """Keys of companies with their numbers: by aliases, then by names, which count more."""
    by_alias = select(company_alias.c.key, company_alias.c.company_id)
    by_name = select(company.c.key, company.c.id)
    return (
        by_alias.where(statements.among(company_alias.c.key, "keys")),
        by_name.where(statements.among(company.c.key, "keys")),
    )


def spellings(connection: Connection, wanted: Collection[str]) -> dict[str, str]:
    """The names under which the library has these companies; those it has not are missing."""
    ids = _known_ids(connection, "companies", wanted)
    statement = select(company.c.id, company.c.name).where(company.c.id.in_(set(ids.values())))
    names = dict(statements.pairs(connection, statement)) if ids else {}
    return {given: names[number] for given, number in ids.items()}


def company_ids(connection: Connection, wanted: Collection[str]) -> dict[str, int]:
    """The companies that go by these names, of those that there are."""
    return _known_ids(connection, "companies", wanted)


def company_id(connection: Connection, name: str) -> int | None:
    """The company that goes by this name, case and accents aside."""
    return company_ids(connection, [name]).get(name)


def companies(connection: Connection) -> tuple[Company, ...]:
    """Every company with its aliases."""
    aliases: dict[int, list[str]] = {}
    for owner, alias in connection.execute(select(company_alias.c.company_id, company_alias.c.alias)):
        aliases.setdefault(owner, []).append(alias)
    rows = connection.execute(select(company.c.id, company.c.name))
    return tuple(Company(name, tuple(aliases.get(number, ()))) for number, name in rows)


def add_aliases(connection: Connection, name: str, aliases: Iterable[str]) -> None:
    """Let a company go by these names too."""
    owner = identified(connection, "companies", [name])[name]
    rows = [{"company_id": owner, "key": folded(alias), "alias": alias} for alias in aliases]
    statements.insert_or_ignore(
        connection, company_alias, [row for row in rows if row["key"] != folded(name)]
    )


def having(field: str, value: str, *, wildcard: bool) -> ColumnElement[bool]:
    """Whether a name's row goes by the value: whole, without case and accents, `*` for any letters."""
    key = folded(value)
    if field == "tags":
        return _fits(tag.c.key, key, wildcard=wildcard)
    by_alias = select(company_alias.c.company_id).where(_fits(company_alias.c.key, key, wildcard=wildcard))
    return or_(_fits(company.c.key, key, wildcard=wildcard), company.c.id.in_(by_alias))


def _fits(column: ColumnElement[str], key: str, *, wildcard: bool) -> ColumnElement[bool]:
    return like(column, key) if wildcard and "*" in key else column == key


def like(column: ColumnElement[str], pattern: str) -> ColumnElement[bool]:
    """Whether the column fits a pattern in which `*` stands for any letters."""
    escaped = pattern.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return column.like(escaped.replace("*", "%"), escape="\\")


def articles_with(field: str, value: str, *, wildcard: bool) -> Select[int]:
    """The ids of the articles that have the name, as a query."""
    names, links, key = _LINKS[field]
    fitting = select(names.c.id).where(having(field, value, wildcard=wildcard))
    return select(links.c.article_id).where(links.c[key].in_(fitting))


def articles_with_any(field: str) -> Select[int]:
    """The ids of the articles that have any name, as a query."""
    return select(_LINKS[field][1].c.article_id)


def is_name(connection: Connection, value: str) -> frozenset[str]:
    """The fields ("companies", "tags") in which some name goes by the value."""
    found: set[str] = set()
    for field, (names, _, _) in _LINKS.items():
        if connection.execute(
            select(names.c.id).where(having(field, value, wildcard=False)).limit(1)
        ).first():
            found.add(field)
    return frozenset(found)


def completions(connection: Connection, field: str, prefix: str, limit: int) -> list[str]:
    """Names one of whose words begins so, the most used first."""
    names, links, key = _LINKS[field]
    begins = f"{folded(prefix)}*"
    fits = or_(like(names.c.key, begins), like(names.c.key, f"* {begins}"))
    if field == "companies":
        by_alias = select(company_alias.c.company_id).where(like(company_alias.c.key, begins))
        fits = or_(fits, names.c.id.in_(by_alias))
    used = select(func.count()).where(links.c[key] == names.c.id).scalar_subquery()
    statement = select(names.c.name).where(fits).order_by(used.desc(), names.c.key).limit(limit)
    return [str(name) for name in connection.execute(statement).scalars()]


def counted(
    connection: Connection, field: str, condition: ColumnElement[bool] | None, ids: Select[int], limit: int
) -> tuple[tuple[str, int], ...]:
    """The names most used by the articles chosen, with how many have each."""
    names, links, key = _LINKS[field]
    number = func.count()
    counts = select(links.c[key].label("name_id"), number.label("number")).group_by(links.c[key])
    if condition is not None:
        counts = counts.where(links.c.article_id.in_(ids))
    top = counts.order_by(number.desc()).limit(limit).subquery()
    statement = select(names.c.name, top.c.number).join(top, top.c.name_id == names.c.id)
    statement = statement.order_by(top.c.number.desc(), names.c.key)
    return tuple((name, count) for name, count in connection.execute(statement))
