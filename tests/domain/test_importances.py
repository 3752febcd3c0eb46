from datetime import date
from decimal import Decimal

import pytest

from curator.domain.facts import Fact, FactKind, Status
from curator.domain.importances import Ground, order, proposed


def money(value, unit="USD", start=50, confidence=0.9):
    return Fact(
        FactKind.MONEY, start, start + 3, "sum", Decimal(value), unit=unit, confidence=confidence, rule="test"
    )


def promise(high, status=Status.STATED):
    return Fact(FactKind.DATE, 80, 84, "then", high=date.fromisoformat(high), status=status, rule="test")


@pytest.mark.parametrize(
    ("value", "unit", "power"),
    [("1e11", "USD", 11), ("8.6e9", "EUR", 9), ("2e9", "CZK", 8), ("5e11", "JPY", 9), ("-3e6", "XYZ", 6)],
)
def test_amounts_are_sorted_by_powers_of_ten(value, unit, power):
    assert order(money(value, unit)) == power


def test_a_hundred_billion_and_two_companies_are_a_four():
    found = proposed([money("1e11")], 10, 2)
    assert found is not None
    assert found.importance == 4
    assert [(each.ground, each.count) for each in found.reasons] == [
        (Ground.AMOUNT, 0),
        (Ground.COMPANIES, 2),
    ]


def test_headline_and_promise_add_to_it():
    found = proposed([money("1e11", start=0), promise("2032-12-31")], 10, 2, date(2031, 1, 1))
    assert found is not None
    assert found.importance == 5
    assert [each.ground for each in found.reasons] == [
        Ground.AMOUNT, Ground.COMPANIES, Ground.TITLE, Ground.PROMISE,
    ]  # fmt: skip


def test_the_largest_amount_counts():
    found = proposed([money("5e6"), money("3e9"), money("9e9", "CZK")], 10, 1)
    assert found is not None
    assert found.reasons[0].fact == money("3e9")


def test_what_is_past_or_unlikely_says_nothing():
    assert proposed([promise("2030-12-31")], 10, 1, date(2031, 1, 1)) is None
    assert proposed([money("1e11", confidence=0.3)], 10, 1) is None
    assert proposed([money("5")], 10, 1) is None
    assert proposed([promise("2030-12-31", Status.PLANNED)], 10, 1) is not None


def test_an_endless_amount_is_passed_over():
    assert proposed([money("Infinity"), money("NaN")], 10, 1) is None


def test_it_is_never_more_than_five():
    everything = [money("1e15", start=0), promise("2032-12-31", Status.PLANNED)]
    found = proposed(everything, 10, 40)
    assert found is not None
    assert found.importance == 5
