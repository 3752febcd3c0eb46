"""Articles in the library: rows for the list, fields, and all that the desk shows of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL,
    Connection,
    RowMapping,
    Select,
    func,
    select,
    update,
)

from curator.domain.articles import LISTS, Article, ArticleRow, Fields, State
from curator.domain.changes import Value
from curator.domain.folding import folded
from curator.domain.repairs import CERTAIN
from curator.domain.spans import Span
from curator.store import facts, names, repairs
from curator.store.database import statements
from curator.store.database.tables import (
    article,
    curated_set,
    curated_set_article,
    fact,
    reading,
    repair,
    revision,
)

STATES: tuple[State, ...] = (State.INBOX, State.IN_REVIEW, State.REVIEWED)
"""The states in their order; the column holds the place."""

INDEXED = frozenset({"title", "description", "source", "author", "category", "note"})
"""The fields whose words are found by the full text."""

PLAIN = tuple(each.name for each in fields(Fields) if each.name not in LISTS)
"""The fields that a column of the article holds each."""

_OF_ROW = (
    "id", "path", "title", "description", "published", "source", "language", "importance", "state",
    "facts_open", "guesses",
)  # fmt: skip
ROW_COLUMNS = tuple(article.c[name] for name in _OF_ROW)


def column_value(field: str, value: Value) -> dict[str, Any]:
    """The columns that hold a field's value, with the keys that follow it."""
    if field == "state":
        return {"state": STATES.index(State(value))}
    if field == "importance":
        return {"importance": value or 0}
    text = value or ""
    keys = {"title": "title_key", "source": "source_key"}
    return {field: text} | ({keys[field]: folded(text)} if field in keys else {})


def columns(field: str, value: Value, at: str) -> dict[str, Any]:
    """The columns that change where a field is given a value at a time."""
    reviewed = {"reviewed_at": at if value == State.REVIEWED.value else ""} if field == "state" else {}
    return column_value(field, value) | reviewed


def field_value(field: str, stored: Value) -> Value:
    """The value of a field in a column: None for no date and no importance."""
    if field == "state":
        return STATES[int(stored)].value
    return stored or None if field in ("importance", "published") else stored


def rows(connection: Connection, statement: Select[Any]) -> tuple[ArticleRow, ...]:
    """The list's rows of a query over `ROW_COLUMNS`, in its order; two more queries in all."""
    found = connection.execute(statement).mappings().all()
    ids = [row["id"] for row in found]
    companies = names.of_articles(connection, "companies", ids)
    tags = names.of_articles(connection, "tags", ids)
    return tuple(_row(row, companies.get(row["id"], ()), tags.get(row["id"], ())) for row in found)


def _row(row: RowMapping, companies: tuple[str, ...], tags: tuple[str, ...]) -> ArticleRow:
    values: dict[str, Value] = dict(zip(_OF_ROW, row.values(), strict=True))
    values["published"] = values["published"] or None
    values["importance"] = values["importance"] or None
    values["state"] = STATES[int(values["state"])]
    return ArticleRow(**values, companies=companies, tags=tags)


def fields_of(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[Fields, State]]:
    """The fields and states of these articles that are there."""
    known = list(ids)
    companies = names.of_articles(connection, "companies", known)
    tags = names.of_articles(connection, "tags", known)
    found = connection.execute(select(article).where(statements.listed(article.c.id, known))).mappings()
    return {
        row["id"]: (_fields(row, companies.get(row["id"], ()), tags.get(row["id"], ())), STATES[row["state"]])
        for row in found
    }


def _fields(row: Mapping[Any, Any], companies: tuple[str, ...], tags: tuple[str, ...]) -> Fields:
    plain = {name: field_value(name, row[name]) for name in PLAIN}
    return Fields(**plain, companies=companies, tags=tags)


def whole(connection: Connection, article_id: int) -> Article | None:
    """Everything the desk shows of one article, None if it is gone."""
    return next(iter(wholes(connection, [article_id])), None)


def wholes(
    connection: Connection, ids: Sequence[int], *, with_facts: bool = True, with_repairs: bool = True
) -> tuple[Article, ...]:
    """Everything known of these articles in the order given, without those that are gone.

    A few queries in all; ask for some hundred at a time, their texts are in memory together.
    """
    statement = (
        select(article, reading.c.text, revision)
        .join(reading, reading.c.article_id == article.c.id)
        .join(revision, (revision.c.article_id == article.c.id) & (revision.c.number == article.c.revision))
        .where(statements.listed(article.c.id, ids))
        .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
    )
    rows = {row["article_id"]: row for row in connection.execute(statement).mappings()}
    beside = _Beside(connection, list(rows), with_facts=with_facts, with_repairs=with_repairs)
    return tuple(beside.article(rows[number]) for number in ids if number in rows)


class _Beside:
    """What stands in other tables of some articles."""

    def __init__(
        self, connection: Connection, ids: Sequence[int], *, with_facts: bool, with_repairs: bool
    ) -> None:
        self.companies = names.of_articles(connection, "companies", ids)
        self.tags = names.of_articles(connection, "tags", ids)
        self.facts = facts.of_articles(connection, ids) if with_facts else {}
        self.repairs = repairs.of_articles(connection, ids) if with_repairs else {}
        self.sets = _sets(connection, ids)
        self.revisions = _revisions(connection, ids)

    def article(self, row: RowMapping) -> Article:
        """The article of a row, everything put together."""
        number = row["article_id"]
        own = {name: row[f"article_{name}"] for name in (*PLAIN, "path", "added_at", "reviewed_at")}
        version = {name: row[f"revision_{name}"] for name in _OF_REVISION}
        front_matter: dict[str, Value] = version["front_matter"] or {}
        made = self.repairs.get(number, [])
        return Article(
            id=number,
            path=own["path"],
            state=STATES[int(row["article_state"])],
            fields=_fields(own, self.companies.get(number, ()), self.tags.get(number, ())),
            unknown={name: front_matter.get(name) for name in version["unknown"] or ()},
            origin=version["origin"] or {},
            format=version["format"],
            markup=version["markup"],
            encoding=version["encoding"],
            revision=version["number"],
            revisions=self.revisions.get(number, 1),
            added_at=own["added_at"],
            text=row["reading_text"],
            title=_span(row, "title"),
            description=_span(row, "description"),
            body=_span(row, "body"),
            facts=tuple(self.facts.get(number, ())),
            repairs=tuple(each for each in made if not each.field),
            sets=tuple(self.sets.get(number, ())),
            notes=tuple(version["notes"] or ()),
            field_repairs=tuple(each for each in made if each.field),
            source_path=version["source_path"],
            imported_at=version["imported_at"],
            reviewed_at=own["reviewed_at"],
            sha256=version["sha256"],
            imported=fields_from_json(version["fields"]),
        )


_OF_REVISION = (
    "number", "sha256", "imported_at", "source_path", "format", "markup", "encoding", "notes", "front_matter",
    "unknown", "origin", "fields",
)  # fmt: skip


def _span(row: RowMapping, part: str) -> Span:
    return Span(row[f"revision_{part}_start"], row[f"revision_{part}_end"])


def _sets(connection: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    statement = select(curated_set_article.c.article_id, curated_set.c.name).join(curated_set)
    statement = statement.where(statements.listed(curated_set_article.c.article_id, ids)).order_by(
        curated_set.c.key
    )
    found: dict[int, list[str]] = {}
    for number, name in statements.pairs(connection, statement):
        found.setdefault(number, []).append(name)
    return found


def _revisions(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    statement = select(revision.c.article_id, func.count()).group_by(revision.c.article_id)
    return dict(statements.pairs(connection, statement.where(statements.listed(revision.c.article_id, ids))))


def revision_numbers(connection: Connection, article_id: int) -> list[int]:
    """The numbers of an article's revisions, oldest first."""
    statement = select(revision.c.number).where(revision.c.article_id == article_id)
    return list(connection.execute(statement.order_by(revision.c.number)).scalars())


def fields_from_json(value: Mapping[str, Any] | None) -> Fields:
    """The fields as `fields_to_json` wrote them."""
    known = dict(value or {})
    for name in LISTS:
        known[name] = tuple(known.get(name) or ())
    return Fields(**known)


def fields_to_json(value: Fields) -> dict[str, Any]:
    """The fields as a JSON object."""
    plain: dict[str, Value] = asdict(value)
    return plain | {name: list(plain[name]) for name in LISTS}


def refresh_counts(connection: Connection, ids: Sequence[int]) -> None:
    """Count again what is left to decide in these articles."""
    open_facts = select(func.count()).where(
        fact.c.article_id == article.c.id, fact.c.decision.in_(facts.OPEN)
    )
    guesses = select(func.count()).where(
        repair.c.article_id == article.c.id, repair.c.confidence < CERTAIN, repair.c.decision.in_(facts.OPEN)
    )
    connection.execute(
        update(article)
        .where(statements.listed(article.c.id, ids))
        .values(facts_open=open_facts.scalar_subquery(), guesses=guesses.scalar_subquery())
    )


def present(connection: Connection, ids: Iterable[int]) -> list[int]:
    """Those of these articles that are in the library, in the order given."""
    wanted = list(dict.fromkeys(ids))
    there = set(
        connection.execute(select(article.c.id).where(statements.listed(article.c.id, wanted))).scalars()
    )
    return [number for number in wanted if number in there]


def text_of(connection: Connection, article_id: int) -> str | None:
    """The reading text of an article, None if it is gone."""
    return connection.execute(select(reading.c.text).where(reading.c.article_id == article_id)).scalar()


def texts_of(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """The reading texts of articles; those that are gone are missing."""
    statement = select(reading.c.article_id, reading.c.text)
    return dict(statements.pairs(connection, statement.where(statements.listed(reading.c.article_id, ids))))


def front_matter_text(connection: Connection, article_id: int, path: str) -> str | None:
    """The text at a key path ("source.name", "tags.0") of the current front matter, as cleaned."""
    statement = (
        select(revision.c.front_matter)
        .join(article, (article.c.id == revision.c.article_id) & (article.c.revision == revision.c.number))
        .where(article.c.id == article_id)
    )
    value: Any = connection.execute(statement).scalar()
    for key in path.split("."):
        if isinstance(value, dict):
            value = value.get(key)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        elif isinstance(value, list) and key.isdigit() and int(key) < len(value):  # pyright: ignore[reportUnknownArgumentType]
            value = value[int(key)]  # pyright: ignore[reportUnknownVariableType]
        else:
            return None
    return value if isinstance(value, str) else None
