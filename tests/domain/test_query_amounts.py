"""What amounts in queries mean."""

from decimal import Decimal

import pytest

from curator.domain.facts import FactKind
from curator.domain.queries.amounts import Amount, amounts
from curator.domain.queries.dates import days_of

MONEY, QUANTITY = FactKind.MONEY, FactKind.QUANTITY


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("1e9usd", MONEY, "USD", "1e9"),
        ("5bn", MONEY, None, "5e9"),
        ("$2.5bn", MONEY, "USD", "2.5e9"),
        ("5mEUR", MONEY, "EUR", "5e6"),
        ("2 500 Kč", MONEY, "CZK", "2500"),
        ("1,500,000 USD", MONEY, "USD", "1500000"),
        ("20%", FactKind.PERCENT, "%", "20"),
        ("400 kV", QUANTITY, "kilovolt", "400"),
        ("5 barrels", QUANTITY, "barrel", "5"),
        ("5 tonnes", QUANTITY, "ton", "5"),
        ("5mbit", QUANTITY, "megabit", "5"),
    ],
)
def test_an_amount_is_read_with_its_unit(text, kind, unit, value):
    first, *_ = amounts(text)
    assert first == Amount(kind, unit, Decimal(value))


def test_a_quantity_is_meant_in_every_unit_of_its_kind():
    assert Amount(QUANTITY, "megawatt", Decimal(1200)) in amounts("1.2 GW")
    assert Amount(QUANTITY, "GPU", Decimal(100)) in amounts("100 GPUs")


@pytest.mark.parametrize("text", ["much", "1,5 bn", "", "5!", "MW", "5 €€€€"])
def test_what_is_no_amount_means_nothing(text):
    assert amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "days"), [("2027", 365), ("2028-02", 29), ("2027-06-04", 1), ("2027-02-31", 1)]
)
def test_a_date_stands_for_all_its_days(text, days):
    first, last = days_of(text)
    assert last - first + 1 == days
