"""How values are written: numbers, dates, intervals, short forms, confidences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from curator.domain.facts import Approximation, Fact, FactKind, Precision
from curator.ui.look import formatting

MONEY = Fact(FactKind.MONEY, 0, 3, "x", value=Decimal("2e9"), unit="USD")
DAY = Fact(FactKind.DATE, 0, 3, "x", low=date(2026, 1, 27), high=date(2026, 1, 27), precision=Precision.DAY)


@pytest.fixture(autouse=True)
def _english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2e9", "2\u202f000\u202f000\u202f000"),
        ("0.50", "0.5"),
        ("-1234.5", "-1\u202f234.5"),
        ("0", "0"),
        ("100", "100"),
        ("1e40", "1E+40"),
    ],
)
def test_numbers_are_grouped_in_full(value: str, shown: str) -> None:
    assert formatting.number(Decimal(value)) == shown


def test_the_decimal_sign_is_that_of_the_interface() -> None:
    QLocale.setDefault(QLocale("cs_CZ"))
    assert formatting.number(Decimal("1.5")) == "1,5"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (None, "No date"),
        ("2026", "2026"),
        ("2026-01", "Jan 2026"),
        ("2026-01-27", "27 Jan 2026"),
        ("2026-01-27T03:25:33Z", "27 Jan 2026, 03:25 UTC"),
    ],
)
def test_a_publication_date_keeps_its_precision(stored: str | None, shown: str) -> None:
    assert formatting.published(stored, time=True) == shown


@pytest.mark.parametrize(
    ("low", "high", "precision", "shown"),
    [
        (date(2026, 7, 1), date(2026, 12, 31), Precision.HALF, "H2 2026"),
        (date(2026, 7, 1), date(2026, 9, 30), Precision.QUARTER, "Q3 2026"),
        (date(2026, 1, 1), date(2026, 1, 31), Precision.MONTH, "Jan 2026"),
        (date(2030, 1, 1), date(2030, 12, 31), Precision.YEAR, "2030"),
        (date(2030, 1, 1), date(2039, 12, 31), Precision.DECADE, "2030s"),
        (date(2026, 1, 27), date(2026, 1, 27), Precision.DAY, "27 Jan 2026"),
        (date(2026, 1, 27), date(2026, 2, 3), Precision.DAY, "27 Jan 2026 – 3 Feb 2026"),
        (None, date(2030, 12, 31), Precision.YEAR, "2030"),
    ],
)
def test_a_date_is_written_at_its_precision(low, high, precision: Precision, shown: str) -> None:
    assert formatting.value(replace(DAY, low=low, high=high, precision=precision)) == shown


def test_the_end_of_a_period_stands_beside_it() -> None:
    year = replace(DAY, low=date(2030, 1, 1), high=date(2030, 12, 31), precision=Precision.YEAR)
    assert formatting.brief(year) == "to 31 Dec 2030"
    assert formatting.brief(DAY) == ""


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [("2e9", "USD", "$2 bn"), ("2.5e12", "EUR", "€2.5 tn"), ("40e6", "CHF", "CHF 40 mn"), ("900", "USD", "")],
)
def test_large_sums_have_a_short_form(value: str, unit: str, shown: str) -> None:
    assert formatting.brief(replace(MONEY, value=Decimal(value), unit=unit)) == shown


def test_a_value_with_its_approximation_can_be_typed_again() -> None:
    fact = replace(MONEY, value=Decimal(5), approximation=Approximation.OVER)
    assert formatting.whole(fact) == "over 5 USD"


def test_a_range_is_written_with_both_its_ends_and_half_a_range_with_one() -> None:
    both = replace(MONEY, value=None, low=Decimal(5), high=Decimal(10))
    assert formatting.value(both) == "5–10 USD"
    assert formatting.value(replace(both, low=None)) == "10 USD"
    assert formatting.value(replace(both, low=None, high=None)) == "x USD"


def test_units_are_written_as_signs_and_counted_things_by_their_name() -> None:
    power = Fact(FactKind.QUANTITY, 0, 3, "x", value=Decimal(5), unit="gigawatt")
    assert formatting.value(power) == "5 GW"
    assert formatting.value(replace(power, unit="count:jobs")) == "5 jobs"
    assert formatting.value(replace(power, kind=FactKind.PERCENT, unit="%")) == "5\u202f%"


@pytest.mark.parametrize(("share", "shown"), [(0.999, "99"), (1.0, "100"), (0.5, "50"), (0.004, "0")])
def test_only_what_is_certain_is_a_hundred_percent(share: float, shown: str) -> None:
    assert formatting.percent(share) == f"{shown}\u202f%"


def test_languages_have_names_and_unknown_codes_none() -> None:
    assert formatting.language_name("cs") == "Czech"
    assert formatting.language_name("") == ""
    assert formatting.language_name("xx-nothing") == ""


def test_every_kind_and_approximation_has_a_word() -> None:
    assert all(formatting.kind(kind) for kind in FactKind)
    words = [formatting.approximation(replace(MONEY, approximation=each)) for each in Approximation]
    assert words.count("") == 1
    assert formatting.count(12345) == "12\u202f345"


@pytest.mark.parametrize(
    ("high", "precision", "words"),
    [
        (date(2023, 12, 31), Precision.YEAR, "2024"),
        (date(2026, 6, 30), Precision.HALF, "H2 2026"),
        (date(2026, 2, 28), Precision.MONTH, "Mar 2026"),
        (date(9999, 12, 31), Precision.YEAR, "9999"),
    ],
)
def test_before_names_the_time_that_is_not_meant_any_more(
    high: date, precision: Precision, words: str
) -> None:
    fact = Fact(FactKind.DATE, 0, 1, "q", high=high, precision=precision, approximation=Approximation.BEFORE)
    assert formatting.interval(fact) == words
