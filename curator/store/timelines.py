"""What the timeline shows of articles: when they were published, and the dates they state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select, tuple_

from curator.domain.queries.trees import Query
from curator.store import names, search
from curator.store.database import statements
from curator.store.database.tables import article, fact

CERTAIN_COMPANY = 0.8
"""From this confidence on a proposed company may place an article that names none in its fields."""

VALUED = ("money", "quantity", "percent")
"""The kinds of facts that a date can go with."""


class Published(NamedTuple):
    """When an article was published, with what a mark says of it."""

    article_id: int
    title: str
    source: str
    importance: int
    published: str


class Dated(NamedTuple):
    """A date that an article states, with what a mark says of it."""

    id: int
    article_id: int
    sentence: int
    start: int
    end: int
    quote: str
    low: str | None
    high: str | None
    approximation: str
    precision: str | None
    decision: str
    verdict: str
    about: list[str] | None
    title: str
    source: str
    importance: int
    published: str


class Beside(NamedTuple):
    """A value that stands in one sentence with a date."""

    article_id: int
    sentence: int
    start: int
    end: int
    quote: str
    kind: str
    value: str | None
    low: str | None
    high: str | None
    unit: str | None
    approximation: str


_ABOUT = ("title", "source", "importance", "published")


def published(connection: Connection, chosen: Query | Sequence[int], limit: int) -> list[Published]:
    """The dated articles that match, or those of these ids, the newest first."""
    columns = [article.c.id, *(article.c[name] for name in _ABOUT)]
    statement = _matching(connection, select(*columns), chosen).where(article.c.published != "")
    statement = statement.order_by(article.c.published.desc(), article.c.id.desc()).limit(limit)
    return [Published(*row) for row in connection.execute(statement)]


def dated(connection: Connection, chosen: Query | Sequence[int], limit: int) -> list[Dated]:
    """The dates that these articles, or those that match, state and nobody rejected, the latest first."""
    columns = [fact.c[name] for name in Dated._fields if name not in _ABOUT]
    columns += [article.c[name] for name in _ABOUT]
    statement = select(*columns).join(article, article.c.id == fact.c.article_id)
    statement = _matching(connection, statement, chosen)
    statement = statement.where(fact.c.kind == "date", fact.c.decision != "rejected")
    statement = statement.order_by(fact.c.least.desc(), fact.c.id).limit(limit)
    return [Dated(*row) for row in connection.execute(statement)]


def _matching(connection: Connection, statement: Select[Any], chosen: Query | Sequence[int]) -> Select[Any]:
    if not isinstance(chosen, Query):
        return statement.where(statements.listed(article.c.id, chosen))
    wanted = search.condition(connection, chosen)
    return statement if wanted is None else statement.where(wanted)


def beside(connection: Connection, ids: Iterable[int]) -> dict[tuple[int, int], list[Beside]]:
    """The values that stand in one sentence with a date, by article and sentence, in order."""
    date = fact.alias("date")
    columns = [fact.c[name] for name in Beside._fields]
    found: dict[tuple[int, int], list[Beside]] = {}
    for chunk in statements.chunks(ids, 5000):
        statement = select(*columns).where(statements.listed(fact.c.article_id, chunk), fact.c.sentence >= 0)
        statement = statement.where(fact.c.kind.in_(VALUED), fact.c.decision != "rejected")
        # Looked up in a set that is made once: an article of a megabyte states ten thousand dates.
        stated = select(date.c.article_id, date.c.sentence).where(
            statements.listed(date.c.article_id, chunk), date.c.kind == "date"
        )
        statement = statement.where(tuple_(fact.c.article_id, fact.c.sentence).in_(stated))
        for row in connection.execute(statement.order_by(fact.c.article_id, fact.c.start)):
            each = Beside(*row)
            found.setdefault((each.article_id, each.sentence), []).append(each)
    return found


class Companies(NamedTuple):
    """The companies of an article: those in its fields, and those its text surely names, first named first.

    The text's are read only where the fields name none, or more than `FEW`.
    """

    fields: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def companies(connection: Connection, ids: Iterable[int]) -> dict[int, Companies]:
    """The companies that place each article."""
    known: dict[int, Companies] = {}
    for chunk in statements.chunks(ids, 5000):
        fields = names.of_articles(connection, "companies", chunk)
        named = _named(connection, [number for number in chunk if not 0 < len(fields.get(number, ())) <= FEW])
        known |= {number: Companies(fields.get(number, ()), named.get(number, ())) for number in chunk}
    return known


def _named(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    statement = select(fact.c.article_id, fact.c.name).where(
        statements.listed(fact.c.article_id, ids),
        fact.c.kind == "company",
        fact.c.decision != "rejected",
        fact.c.confidence >= CERTAIN_COMPANY,
        fact.c.name.is_not(None),
    )
    found: dict[int, dict[str, None]] = {}
    for row in connection.execute(statement.order_by(fact.c.article_id, fact.c.start)):
        found.setdefault(row.article_id, {})[row.name] = None
    return {number: tuple(each)[:FEW] for number, each in found.items()}


FEW = 3
"""So many companies in its fields an article's dates may all belong to; a digest has more."""
