"""Importances: how important an article seems by its figures, its companies and its headline, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from curator.domain.articles import Article, published_day
from curator.domain.facts import Decision, Fact, FactKind, Status
from curator.domain.folding import folded

LOWEST, HIGHEST = 1, 5
SURE = 0.5
"""Below this confidence a fact says nothing of importance."""

CERTAIN_COMPANY = 0.8
"""From this confidence on a company that the text names counts, where the fields name none."""

ORDERS = {
    "JPY": -2, "KRW": -3, "CNY": -1, "TWD": -1, "HKD": -1, "INR": -2, "RUB": -2, "UAH": -1, "CZK": -1,
    "HUF": -2, "PLN": 0, "SEK": -1, "NOK": -1, "DKK": -1, "TRY": -1, "MXN": -1, "ZAR": -1, "BRL": 0,
    "ISK": -2, "IDR": -4, "VND": -4, "CLP": -3, "COP": -3, "PHP": -1, "THB": -1, "RSD": -2, "KZT": -2,
}  # fmt: skip
"""Powers of ten by which a unit of a currency is smaller than a dollar, very roughly; 0 for all others.

So coarse that no exchange rate moves it: it sorts millions from billions and converts nothing.
"""

_AMOUNTS = ((11, 2.5), (10, 2.0), (9, 1.5), (8, 1.0), (7, 0.5))
"""What an amount of 10ⁿ dollars or so weighs."""

_TITLE, _SEVERAL, _PROMISE = 0.75, 0.5, 0.25


class Ground(StrEnum):
    """What makes an article important."""

    AMOUNT = "amount"
    TITLE = "title"
    COMPANIES = "companies"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground, with the fact or the number of companies it rests on."""

    ground: Ground
    fact: Fact | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """An importance from 1 to 5 and what speaks for it: amount, companies, headline, promise."""

    importance: int
    reasons: tuple[Reason, ...]


def proposal(article: Article) -> Proposal | None:
    """What is proposed for an article, None where an importance is set or nothing speaks for one.

    Facts that an editor rejected say nothing.
    """
    if article.fields.importance is not None:
        return None
    standing = [each for each in article.facts if each.decision is not Decision.REJECTED]
    named = {
        folded(each.fact.name or each.fact.quote)
        for each in standing
        if each.fact.kind is FactKind.COMPANY and each.fact.confidence >= CERTAIN_COMPANY
    }
    return proposed(
        [each.fact for each in standing],
        article.title.end,
        len(article.fields.companies or named),
        published_day(article.fields.published),
    )


def proposed(
    facts: Iterable[Fact], title_end: int, companies: int, published: date | None = None
) -> Proposal | None:
    """What importance the evidence speaks for, None where there is none.

    The largest amount by its order of magnitude, a figure in the headline (before `title_end`), several
    companies, and a promise for the time after publication.
    """
    sure = [fact for fact in facts if fact.confidence >= SURE]
    reasons: list[Reason] = []
    weight = 0.0
    largest = _largest(sure)
    if largest is not None and (points := _points(largest)):
        weight += points
        reasons.append(Reason(Ground.AMOUNT, largest))
    if companies > 1:
        weight += _SEVERAL
        reasons.append(Reason(Ground.COMPANIES, count=companies))
    headline = next((fact for fact in sure if fact.start < title_end and _is_figure(fact)), None)
    if headline is not None:
        weight += _TITLE
        reasons.append(Reason(Ground.TITLE, headline))
    promise = next((fact for fact in sure if _is_promise(fact, published)), None)
    if promise is not None:
        weight += _PROMISE
        reasons.append(Reason(Ground.PROMISE, promise))
    if not reasons:
        return None
    return Proposal(max(LOWEST, min(HIGHEST, int(LOWEST + weight + 0.5))), tuple(reasons))


def order(fact: Fact) -> int | None:
    """The power of ten of an amount in dollars or so, None for what is no amount of money."""
    value = fact.value if fact.value is not None else fact.high
    if (
        fact.kind is not FactKind.MONEY
        or not isinstance(value, Decimal)
        or not value.is_finite()
        or not value
    ):
        return None
    return value.adjusted() + ORDERS.get(fact.unit or "", 0)


def _largest(facts: Iterable[Fact]) -> Fact | None:
    """The largest amount, the first of those of one size."""
    largest, most = None, (0, Decimal(0))
    for fact in facts:
        power = order(fact)
        value = fact.value if fact.value is not None else fact.high
        if power is None or not isinstance(value, Decimal):
            continue
        if largest is None or (power, abs(value)) > most:
            largest, most = fact, (power, abs(value))
    return largest


def _points(fact: Fact) -> float:
    power = order(fact) or 0
    return next((points for least, points in _AMOUNTS if power >= least), 0.0)


def _is_figure(fact: Fact) -> bool:
    return fact.kind in {FactKind.MONEY, FactKind.QUANTITY}


def _is_promise(fact: Fact, published: date | None) -> bool:
    """Whether a date lies ahead: of the publication, or by its words where that is not known."""
    if fact.kind is not FactKind.DATE or not isinstance(fact.high, date):
        return False
    return fact.high > published if published else fact.status is Status.PLANNED
