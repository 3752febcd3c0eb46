from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from curator.domain.facts import Approximation, Fact, FactKind
from curator.domain.wordings import brief_words, grouped, value_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("100000000000", "100 000 000 000"),
        ("12.50", "12.5"),
        ("0", "0"),
        ("1E+9", "1 000 000 000"),
        ("-1234.5", "-1 234.5"),
        ("1E+500", "1.000E+500"),
    ],
)
def test_numbers_are_grouped(number, words):
    assert grouped(Decimal(number)) == words


def test_a_value_has_its_bound_and_unit():
    money = Fact(FactKind.MONEY, 0, 1, "q", Decimal(10**11), unit="USD", approximation=Approximation.UP_TO)
    assert value_words(money) == "up to 100 000 000 000 USD"
    span = Fact(FactKind.QUANTITY, 0, 1, "q", low=Decimal(10), high=Decimal(20), unit="gigawatt")
    assert value_words(span) == "10 – 20 gigawatt"


def test_a_date_is_its_days():
    half = Fact(FactKind.DATE, 0, 1, "q", low=date(2026, 7, 1), high=date(2026, 12, 31))
    assert value_words(half) == "2026-07-01 – 2026-12-31"
    until = Fact(FactKind.DATE, 0, 1, "q", high=date(2030, 12, 31), approximation=Approximation.BY)
    assert value_words(until) == "by 2030-12-31"


def test_before_names_the_first_day_that_is_not_meant():
    earlier = Fact(FactKind.DATE, 0, 1, "q", high=date(2023, 12, 31), approximation=Approximation.BEFORE)
    assert value_words(earlier) == "before 2024-01-01"
    assert value_words(replace(earlier, high=date.max)) == "before 9999-12-31"


def test_a_company_is_its_name():
    assert value_words(Fact(FactKind.COMPANY, 0, 1, "Acmes", name="Acme")) == "Acme"


def test_a_label_writes_large_amounts_short_and_units_by_symbol() -> None:
    money = Fact(FactKind.MONEY, 0, 1, "q", Decimal("1e11"), unit="USD", approximation=Approximation.UP_TO)
    assert brief_words(money) == "up to $100 bn"
    assert brief_words(replace(money, unit="SEK", value=Decimal(2450000))) == "up to 2.45 mn SEK"
    power = Fact(FactKind.QUANTITY, 0, 1, "q", Decimal(5), unit="gigawatt", approximation=Approximation.OVER)
    assert brief_words(power) == "over 5 GW"
    assert brief_words(Fact(FactKind.PERCENT, 0, 1, "q", Decimal("12.5"), unit="%")) == "12.5 %"
