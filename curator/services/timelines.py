"""The timeline: publications and dated facts of what a query finds, as marks."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from curator.domain.facts import Approximation, Decision, Fact, FactKind, Precision, Verdict
from curator.domain.queries import parsing
from curator.domain.queries.trees import Query
from curator.domain.timelines import Mark
from curator.domain.wordings import brief_words
from curator.services import searching
from curator.store import timelines
from curator.store.timelines import FEW, Beside, Companies, Dated, Published

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

LIMIT = 50_000
"""Marks of a kind that are read at most, the newest."""

MOST = 6
"""Companies that a publication belongs to, at most."""

_NOWHERE = Companies()
_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH}

# Looked up for each of a hundred thousand marks, which takes an enumeration itself thrice as long.
_KINDS = {each.value: each for each in FactKind}
_FINENESS = {each.value: each for each in Precision}
_BOUNDS = {each.value: each for each in Approximation}
_DECISIONS = {each.value: each for each in Decision}
_VERDICTS = {each.value: each for each in Verdict}


def marks(library: Library, query: str, limit: int = LIMIT) -> tuple[Mark, ...]:
    """The publications and the dated facts of all matching articles, in order of time.

    A date goes with the nearest amount or quantity in its sentence, which gives kind and label. It
    belongs to the companies it is about (`_lanes`), a publication to those in the article's fields;
    where these name none, to those its text names surely, so that plain texts stand in lanes too.
    """
    wanted = parsing.parse(query)
    with library.reading() as connection:
        return _marks(connection, searching.meant(connection, wanted), limit)


def marks_of(library: Library, ids: Sequence[int]) -> tuple[Mark, ...]:
    """The publications and the dated facts of these articles, in order of time."""
    with library.reading() as connection:
        return _marks(connection, ids, LIMIT)


def _marks(connection: Connection, chosen: Query | Sequence[int], limit: int) -> tuple[Mark, ...]:
    published = timelines.published(connection, chosen, limit)
    dated = timelines.dated(connection, chosen, limit)
    beside = timelines.beside(connection, {each.article_id for each in dated})
    ids = {each.article_id for each in (*published, *dated)}
    companies = timelines.companies(connection, sorted(ids))
    found = [_publication(each, companies) for each in published if _days(each.published)]
    found += [_stated(each, beside.get((each.article_id, each.sentence), ()), companies) for each in dated]
    return tuple(sorted(found, key=_when))


def _when(mark: Mark) -> tuple[date, int, int]:
    return mark.low or mark.high or date.min, mark.article_id, mark.fact_id or 0


def _publication(each: Published, companies: Mapping[int, Companies]) -> Mark:
    days = _days(each.published)
    assert days is not None
    known = companies.get(each.article_id, _NOWHERE)
    return Mark(
        article_id=each.article_id,
        fact_id=None,
        kind=FactKind.DATE,
        low=days[0],
        high=days[1],
        precision=_PRECISIONS.get(len(each.published), Precision.DAY),
        approximation=Approximation.EXACT,
        label=each.title,
        title=each.title,
        companies=(known.fields or known.named)[:MOST],
        source=each.source,
        importance=each.importance or None,
        published=days[0],
        decision=Decision.ACCEPTED,
        verdict=Verdict.UNCHECKED,
    )


def _stated(each: Dated, beside: Sequence[Beside], companies: Mapping[int, Companies]) -> Mark:
    near = _nearest(each, beside)
    days = _days(each.published)
    return Mark(
        article_id=each.article_id,
        fact_id=each.id,
        kind=_KINDS[near.kind] if near else FactKind.DATE,
        low=_day(each.low),
        high=_day(each.high),
        precision=_FINENESS[each.precision] if each.precision else Precision.DAY,
        approximation=_BOUNDS[each.approximation],
        label=_words(near) if near else each.quote,
        title=each.title,
        companies=_lanes(each, companies.get(each.article_id, _NOWHERE)),
        source=each.source,
        importance=each.importance or None,
        published=days[0] if days else None,
        decision=_DECISIONS[each.decision],
        verdict=_VERDICTS[each.verdict],
    )


def _lanes(each: Dated, known: Companies) -> tuple[str, ...]:
    """What a date is about by its sentence, else the few companies of its article, else the first named.

    So that a digest of many companies does not put each of its dates into the lanes of all of them.
    """
    if each.about:
        return tuple(each.about)
    if 0 < len(known.fields) <= FEW:
        return known.fields
    return (known.named or known.fields)[:1]


def _nearest(dated: Dated, beside: Sequence[Beside]) -> Beside | None:
    """The value closest to the date in its sentence; money before others equally close."""
    if len(beside) < 2:
        return beside[0] if beside else None
    return min(beside, key=lambda each: (_gap(dated, each), each.kind != FactKind.MONEY.value))


def _gap(one: Dated, other: Beside) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _words(each: Beside) -> str:
    return _value_words(each.kind, each.quote, each.value, each.low, each.high, each.unit, each.approximation)


@lru_cache(10_000)
def _value_words(
    kind: str,
    quote: str,
    stated: str | None,
    least: str | None,
    most: str | None,
    unit: str | None,
    approximation: str,
) -> str:
    value, low, high = (Decimal(text) if text else None for text in (stated, least, most))
    return brief_words(
        Fact(FactKind(kind), 0, 0, quote, value, low, high, unit, Approximation(approximation))
    )


@lru_cache(10_000)
def _day(stated: str | None) -> date | None:
    return date.fromisoformat(stated) if stated else None


@lru_cache(10_000)
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
