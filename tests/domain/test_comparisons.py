"""What makes two figures of two articles one statement: their companies, and what else the articles share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from curator.domain.comparisons import Figure, Side, compare
from curator.domain.facts import Fact, FactKind


def figure(number: int, value: str, *about: str, kind: FactKind = FactKind.MONEY) -> Figure:
    unit = "%" if kind is FactKind.PERCENT else "EUR"
    fact = Fact(kind, 0, len(value), value, Decimal(value), None, None, unit)
    return Figure(number, kind.value, unit, number, frozenset(about), float(value), "en", lambda: fact)


def side(number: int, companies: str, *figures: Figure) -> Side:
    return Side(number, "", None, frozenset(companies.split()), figures)


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        (figure(1, "4e7", "mill"), figure(2, "4e7", "mill"), True),
        (figure(1, "4e7", "mill"), figure(2, "4e7", "yard"), False),
        (figure(1, "4e7", "mill"), figure(2, "4e7"), True),
        (figure(1, "4e7"), figure(2, "4e7", "mill"), True),
        (figure(1, "4e7"), figure(2, "4e7"), True),
        (figure(1, "4e7", "port"), figure(2, "4e7"), False),
        (figure(1, "4e7"), figure(2, "4e7", "dock"), False),
    ],
)
def test_an_articles_companies_stand_for_those_that_no_words_beside_a_figure_name(
    one: Figure, other: Figure, agrees: bool
) -> None:
    assert bool(compare(side(1, "mill port", one), side(2, "mill yard dock", other))) is agrees


def test_a_small_share_is_the_same_where_something_more_telling_is_too() -> None:
    shares = [figure(number, "5", "mill", kind=FactKind.PERCENT) for number in (1, 2)]
    sums = [figure(number, "4e7", "mill") for number in (3, 4)]
    one, other = (side(number + 1, "mill", shares[number]) for number in range(2))
    assert compare(one, other) == []
    one, other = (side(number + 1, "mill", shares[number], sums[number]) for number in range(2))
    assert {(each.own.id, each.other.id, each.agrees) for each in compare(one, other)} == {
        (1, 2, True),
        (3, 4, True),
    }
