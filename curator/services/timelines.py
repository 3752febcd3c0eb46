"""The timeline: publications and dated facts of what a query finds, as marks."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from curator.domain import queries
from curator.domain.facts import Approximation, Decision, Fact, FactKind, Precision, Verdict
from curator.domain.timelines import Mark
from curator.domain.wordings import value_words
from curator.store import facts, timelines

if TYPE_CHECKING:
    from curator.services.library import Library

LIMIT = 50_000
"""Marks of a kind that are read at most, the newest."""

_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH}


def marks(library: Library, query: str, limit: int = LIMIT) -> tuple[Mark, ...]:
    """The publications and the dated facts of all matching articles, in order of time.

    A date goes with the nearest amount or quantity in its sentence, which gives kind and label. The
    companies are the article's; where its fields name none, those its text names surely, the first
    named first, so that plain texts stand in lanes too.
    """
    wanted = queries.parse(query)
    with library.reading() as connection:
        published = timelines.published(connection, wanted, limit)
        dated = timelines.dated(connection, wanted, limit)
        beside = timelines.beside(connection, {row["article_id"] for row in dated})
        ids = {row["article_id"] for row in (*published, *dated)}
        companies = timelines.companies(connection, sorted(ids))
    found = [_publication(row, companies) for row in published if _days(row["published"])]
    found += [_stated(row, beside.get((row["article_id"], row["sentence"]), ()), companies) for row in dated]
    return tuple(sorted(found, key=_when))


def _when(mark: Mark) -> tuple[date, int, int]:
    return mark.low or mark.high or date.min, mark.article_id, mark.fact_id or 0


def _publication(row: Mapping[Any, Any], companies: Mapping[int, tuple[str, ...]]) -> Mark:
    days = _days(row["published"])
    assert days is not None
    return Mark(
        article_id=row["article_id"],
        fact_id=None,
        kind=FactKind.DATE,
        low=days[0],
        high=days[1],
        precision=_PRECISIONS.get(len(row["published"]), Precision.DAY),
        approximation=Approximation.EXACT,
        label=row["title"],
        title=row["title"],
        companies=companies.get(row["article_id"], ()),
        source=row["source"],
        importance=row["importance"] or None,
        published=days[0],
        decision=Decision.ACCEPTED,
        verdict=Verdict.UNCHECKED,
    )


def _stated(
    row: Mapping[Any, Any], beside: Sequence[Mapping[Any, Any]], companies: Mapping[int, tuple[str, ...]]
) -> Mark:
    fact = facts.of_row(row)
    near = _nearest(fact, beside)
    days = _days(row["published"])
    return Mark(
        article_id=row["article_id"],
        fact_id=row["id"],
        kind=near.kind if near else FactKind.DATE,
        low=fact.low if isinstance(fact.low, date) else None,
        high=fact.high if isinstance(fact.high, date) else None,
        precision=fact.precision or Precision.DAY,
        approximation=fact.approximation,
        label=value_words(near) if near else fact.quote,
        title=row["title"],
        companies=companies.get(row["article_id"], ()),
        source=row["source"],
        importance=row["importance"] or None,
        published=days[0] if days else None,
        decision=Decision(row["decision"]),
        verdict=Verdict(row["verdict"]),
    )


def _nearest(dated: Fact, beside: Sequence[Mapping[Any, Any]]) -> Fact | None:
    """The value closest to the date in its sentence; money before others equally close."""
    found = [facts.of_row(row) for row in beside]
    return min(found, key=lambda fact: (_gap(dated, fact), fact.kind is not FactKind.MONEY), default=None)


def _gap(one: Fact, other: Fact) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _days(published: str) -> tuple[date, date] | None:
    """The first and last day of a date at its precision."""
    try:
        year = int(published[:4])
        if len(published) == 4:
            return date(year, 1, 1), date(year, 12, 31)
        month = int(published[5:7])
        if len(published) == 7:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day, day
