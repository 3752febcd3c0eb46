"""What the library has beside an article's figures: who states the same, and who is of the same companies.

Found by indexes on what facts state (`kind`, `most`) and on the companies they name, in a few statements
an article, however many facts it has.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Text,
    func,
    or_,
    select,
    type_coerce,
    union,
)

from curator.domain.facts import Fact
from curator.store import facts, names, sqlite
from curator.store.tables import article, article_company, company, company_alias, fact

FIGURES = ("money", "quantity", "percent", "date")
"""The kinds of facts that are compared."""

CERTAIN_COMPANY = 0.8
"""From this confidence on a company that the text names is one of the article's."""


class Heading(NamedTuple):
    """What is said of an article beside its figures."""

    id: int
    title: str
    language: str
    published: str


class Stated(NamedTuple):
    """A figure or a date as stored, not rejected; `row` holds the columns of its value."""

    id: int
    kind: str
    unit: str | None
    start: int
    sentence: int
    about: tuple[str, ...]
    size: float
    row: Row[Any]

    def fact(self) -> Fact:
        """The value with its words."""
        return facts.of_row(dict(zip(_COLUMNS, self.row, strict=True)))


class Beside(NamedTuple):
    """The figures and the companies of some articles; `refused` are companies an editor has rejected."""

    headings: dict[int, Heading]
    figures: dict[int, list[Stated]]
    companies: dict[int, list[str]]
    refused: dict[int, list[str]]


_COLUMNS = (
    "article_id", "decision", "name", "confidence", "about", "id", "kind", "unit", "start", "sentence",
    "least", "most", "end", "quote", "value", "low", "high", "approximation", "status", "precision", "rule",
)  # fmt: skip


def beside(connection: Connection, ids: Collection[int]) -> Beside:
    """The articles of these ids with their figures in reading order, and all their companies."""
    return _read(connection, ids, None)


def related(
    connection: Connection, ids: Collection[int], units: Collection[str], known: Collection[str]
) -> Beside:
    """The same for other articles, with what can be compared: figures of these units, these companies."""
    comparable = or_(fact.c.name.in_(known), fact.c.unit.in_(units), fact.c.kind == "date")
    return _read(connection, ids, comparable)


def _read(connection: Connection, ids: Collection[int], chosen: ColumnElement[bool] | None) -> Beside:
    columns = [article.c[name] for name in Heading._fields]
    rows = connection.execute(select(*columns).where(sqlite.listed(article.c.id, ids)))
    found = Beside({row[0]: Heading(*row) for row in rows}, {}, {}, {})
    for number, named in names.of_articles(connection, "companies", ids).items():
        found.companies[number] = list(named)
    columns = [type_coerce(fact.c[name], Text) if name == "about" else fact.c[name] for name in _COLUMNS]
    statement = select(*columns).where(sqlite.listed(fact.c.article_id, ids))
    if chosen is not None:
        statement = statement.where(chosen)
    for row in connection.execute(statement.order_by(fact.c.article_id, fact.c.start)).all():
        _take(found, row)
    return found


def _take(found: Beside, row: Any) -> None:  # noqa: ANN401 - a row of `_COLUMNS`
    number, decision, name, confidence, about, fact_id, kind, unit, start, sentence, least, most = row[:12]
    if kind in FIGURES:
        if decision != "rejected":
            size = least if most is None else most
            stated = Stated(fact_id, kind, unit, start, sentence, _about(about), size or 0.0, row)
            found.figures.setdefault(number, []).append(stated)
    elif name and decision == "rejected":
        found.refused.setdefault(number, []).append(name)
    elif name and confidence >= CERTAIN_COMPANY:
        found.companies.setdefault(number, []).append(name)


@lru_cache(2_000)
def _about(written: str | None) -> tuple[str, ...]:
    """The names in a JSON list; the same few stand beside most figures of a library."""
    return tuple(json.loads(written)) if written else ()


def spellings(connection: Connection, wanted: Collection[str]) -> dict[str, int]:
    """All names by which the library knows these companies, each with the company's number."""
    ids = set(names.company_ids(connection, wanted).values())
    if not ids:
        return {}
    own = select(company.c.name, company.c.id).where(company.c.id.in_(ids))
    aliases = select(company_alias.c.alias, company_alias.c.company_id)
    known = union(own, aliases.where(company_alias.c.company_id.in_(ids)))
    return dict(sqlite.pairs(connection, known))


def stating(
    connection: Connection,
    windows: Sequence[tuple[str, str | None, float, float]],
    known: Collection[str],
    without: int,
    limit: int,
) -> list[int]:
    """The articles that name one of these companies and state something of such a kind and size.

    Those with most in common come first. `windows` are kinds and units with the least and the most size.
    """
    kind, unit, low, high, wanted = sqlite.rows(windows, 4)
    fits = (fact.c.kind == kind) & fact.c.unit.is_not_distinct_from(unit) & fact.c.most.between(low, high)
    statement = select(fact.c.article_id).select_from(wanted.join(fact, fits))
    statement = statement.where(fact.c.article_id.in_(_naming(known)), fact.c.article_id != without)
    statement = statement.group_by(fact.c.article_id).order_by(func.count().desc(), fact.c.article_id.desc())
    return list(connection.execute(statement.limit(limit)).scalars())


def together(
    connection: Connection, known: Collection[str], first: str, last: str, without: int, limit: int
) -> list[int]:
    """The articles of a time whose text names two of these companies, those with most in common first.

    Whoever names two names one that is not the most frequent, so that one's articles are not looked through.
    """
    frequent = select(fact.c.name).where(fact.c.name.in_(known)).group_by(fact.c.name)
    rare = list(connection.execute(frequent.order_by(func.count().desc())).scalars())[1:]
    if not rare:
        return []
    also = fact.alias("also")
    count = select(func.count(also.c.name.distinct())).where(
        also.c.article_id == article.c.id, also.c.name.in_(known)
    )
    near = select(article.c.id).where(
        article.c.id.in_(select(fact.c.article_id).where(fact.c.name.in_(rare)))
    )
    near = near.where(article.c.published.between(first, last), article.c.id != without)
    shared = near.add_columns(count.scalar_subquery().label("shared")).subquery()
    statement = (
        select(shared.c.id).where(shared.c.shared > 1).order_by(shared.c.shared.desc(), shared.c.id.desc())
    )
    return list(connection.execute(statement.limit(limit)).scalars())


def _naming(known: Collection[str]) -> CompoundSelect[int]:
    """The articles whose text or fields name one of these companies."""
    by_text = select(fact.c.article_id).where(fact.c.name.in_(known))
    by_field = select(article_company.c.article_id).join(company).where(company.c.name.in_(known))
    return union(by_text, by_field)
