"""What the library has beside an article's figures: who states the same, and who is of the same companies.

Found by indexes on what facts state (`kind`, `most`) and on the companies they name, in a few statements
an article, however many facts it has.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Row,
    Select,
    Text,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
    union,
)

from curator.domain.facts import Fact
from curator.store import facts, names
from curator.store.database import statements
from curator.store.database.tables import article, article_company, company, company_alias, fact

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
        return _fact(self.row)


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
    return _read(connection, ids, _figures(), {})


def related(
    connection: Connection, ids: Collection[int], units: Collection[str], known: Collection[str]
) -> Beside:
    """The same for other articles, with what can be compared: figures of these units, these companies."""
    chosen = {"known": statements.bound(known), "units": statements.bound(units)}
    return _read(connection, ids, _comparable_figures(), chosen)


def _read(
    connection: Connection, ids: Collection[int], figures: Select[Any], chosen: dict[str, str]
) -> Beside:
    wanted = {"ids": statements.bound(ids)}
    found = Beside({row[0]: Heading(*row) for row in connection.execute(_headings(), wanted)}, {}, {}, {})
    for number, named in names.of_articles(connection, "companies", ids).items():
        found.companies[number] = list(named)
    for row in connection.execute(figures, wanted | chosen).all():
        _take(found, row)
    return found


@cache
def _headings() -> Select[Any]:
    columns = [article.c[name] for name in Heading._fields]
    return select(*columns).where(statements.among(article.c.id, "ids"))


@cache
def _figures() -> Select[Any]:
    columns = [type_coerce(fact.c[name], Text) if name == "about" else fact.c[name] for name in _COLUMNS]
    chosen = statements.among(fact.c.article_id, "ids")
    return select(*columns).where(chosen).order_by(fact.c.article_id, fact.c.start)


@cache
def _comparable_figures() -> Select[Any]:
    named, measured = statements.among(fact.c.name, "known"), statements.among(fact.c.unit, "units")
    return _figures().where(or_(named, measured, fact.c.kind == "date"))


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


@lru_cache(4_000)
def _fact(row: Row[Any]) -> Fact:
    """The fact of a row; articles of one story are compared with the same others."""
    return facts.of_row(dict(zip(_COLUMNS, row, strict=True)))


@lru_cache(2_000)
def _about(written: str | None) -> tuple[str, ...]:
    """The names in a JSON list; the same few stand beside most figures of a library."""
    return tuple(json.loads(written)) if written else ()


def spellings(connection: Connection, wanted: Collection[str]) -> dict[str, int]:
    """All names by which the library knows these companies, each with the company's number."""
    ids = set(names.company_ids(connection, wanted).values())
    if not ids:
        return {}
    return dict(statements.pairs(connection, _spellings(), {"ids": statements.bound(ids)}))


@cache
def _spellings() -> CompoundSelect[str, int]:
    own = select(company.c.name, company.c.id).where(statements.among(company.c.id, "ids"))
    aliases = select(company_alias.c.alias, company_alias.c.company_id)
    return union(own, aliases.where(statements.among(company_alias.c.company_id, "ids")))


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
    wanted = {"windows": statements.bound(windows), "known": statements.bound(known), "without": without}
    return list(connection.execute(_stating(), wanted | {"most": limit}).scalars())


@cache
def _stating() -> Select[Any]:
    kind, unit, low, high, wanted = statements.rows("windows", 4)
    fits = (fact.c.kind == kind) & fact.c.unit.is_not_distinct_from(unit) & fact.c.most.between(low, high)
    statement = select(fact.c.article_id).select_from(wanted.join(fact, fits))
    statement = statement.where(fact.c.article_id.in_(_naming()), fact.c.article_id != bindparam("without"))
    statement = statement.group_by(fact.c.article_id).order_by(func.count().desc(), fact.c.article_id.desc())
    return statement.limit(bindparam("most"))


def together(
    connection: Connection, known: Collection[str], first: str, last: str, without: int, limit: int
) -> list[int]:
    """The articles of a time whose text names two of these companies, those with most in common first.

    Whoever names two names one that is not the most frequent, so that one's articles are not looked through.
    """
    wanted = {"known": statements.bound(known)}
    rare = list(connection.execute(_by_frequency(), wanted).scalars())[1:]
    if not rare:
        return []
    wanted |= {"rare": statements.bound(rare), "first": first, "last": last}
    return list(connection.execute(_together(), wanted | {"without": without, "most": limit}).scalars())


@cache
def _by_frequency() -> Select[Any]:
    """Companies, those that most facts name first."""
    named = select(fact.c.name).where(statements.among(fact.c.name, "known"))
    return named.group_by(fact.c.name).order_by(func.count().desc())


@cache
def _together() -> Select[Any]:
    also = fact.alias("also")
    count = select(func.count(also.c.name.distinct())).where(
        also.c.article_id == article.c.id, statements.among(also.c.name, "known")
    )
    naming = select(fact.c.article_id).where(statements.among(fact.c.name, "rare"))
    near = select(article.c.id).where(
        article.c.id.in_(naming),
        article.c.published.between(bindparam("first"), bindparam("last")),
        article.c.id != bindparam("without"),
    )
    shared = near.add_columns(count.scalar_subquery().label("shared")).subquery()
    statement = select(shared.c.id).where(shared.c.shared > 1)
    return statement.order_by(shared.c.shared.desc(), shared.c.id.desc()).limit(bindparam("most"))


def _naming() -> CompoundSelect[int]:
    """The articles whose text or fields name one of the `known` companies."""
    by_text = select(fact.c.article_id).where(statements.among(fact.c.name, "known"))
    by_field = select(article_company.c.article_id).join(company)
    return union(by_text, by_field.where(statements.among(company.c.name, "known")))
