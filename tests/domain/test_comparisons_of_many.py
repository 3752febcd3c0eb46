"""Articles with thousands of figures, as tables have, are compared in a bounded time."""

from __future__ import annotations

from decimal import Decimal

from curator.domain.comparisons import FEW, Figure, Side, compare, inside
from curator.domain.facts import Fact, FactKind

MANY = 3_000


def side(number: int, count: int, sizes: int) -> Side:
    def figure(place: int) -> Figure:
        value = Decimal(1_000_000 * (place % sizes + 1))
        fact = Fact(FactKind.MONEY, 0, 1, "1", value, None, None, "EUR")
        about = frozenset({"mill", "yard"})
        return Figure(place + 1, "money", "EUR", place, about, float(value), "en", lambda: fact)

    return Side(number, "", None, frozenset({"mill"}), tuple(figure(place) for place in range(count)))


def test_each_figure_of_very_many_has_few_others_beside_it() -> None:
    found = inside(side(1, MANY, 100))
    assert all(0 < len(each) <= FEW for each in found.values())
    assert all(
        (place - number) % 100 == 0 for number, each in found.items() for place in (o.id for o in each)
    )


def test_few_figures_are_compared_with_all() -> None:
    found = inside(side(1, 100, 5))
    assert all(len(each) >= 19 for each in found.values())


def test_two_long_articles_agree_on_each_figure_they_share() -> None:
    matches = compare(side(1, MANY, MANY), side(2, MANY, MANY))
    assert [(match.own.id, match.other.id) for match in matches if match.agrees] == [
        (number, number) for number in range(1, MANY + 1)
    ]
