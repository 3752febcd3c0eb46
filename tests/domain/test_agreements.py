from datetime import date
from decimal import Decimal

import pytest

from curator.domain.agreements import agree, differ, rounding, telling
from curator.domain.facts import Approximation, Fact, FactKind, Precision

EXACT, ABOUT, UP_TO, OVER, BY, BEFORE = (
    Approximation.EXACT, Approximation.ABOUT, Approximation.UP_TO, Approximation.OVER, Approximation.BY,
    Approximation.BEFORE,
)  # fmt: skip


def money(quote, value, approximation=EXACT, unit="EUR"):
    return Fact(
        FactKind.MONEY,
        0,
        len(quote),
        quote,
        Decimal(value),
        unit=unit,
        approximation=approximation,
        rule="test",
    )


def days(low, high, precision=Precision.YEAR, approximation=EXACT):
    low, high = (each and date.fromisoformat(each) for each in (low, high))
    return Fact(
        FactKind.DATE, 0, 4, "when", low=low, high=high, precision=precision, approximation=approximation
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (money("2.2 bn", "2.2e9"), money("2,24 Mrd.", "2.24e9")),
        (money("86 亿", "8.6e9"), money("8.6 billion", "8.6e9")),
        (money("40 million", "4e7"), money("40,4 Mio.", "40.4e6")),
        (money("zwei Milliarden", "2e9"), money("2,000,000,000", "2e9")),
        (money("about 100", "100", ABOUT), money("97", "97")),
        (money("100 Mrd.", "1e11", UP_TO), money("100 bn", "1e11")),
        (money("100 Mrd.", "1e11", UP_TO), money("100 bn", "1e11", Approximation.UNDER)),
        (days("2031-07-01", "2031-12-31", Precision.HALF), days("2031-07-01", "2031-12-31", Precision.HALF)),
        (days(None, "2029-12-31", approximation=BEFORE), days(None, "2029-12-31", Precision.DAY, BY)),
    ],
)
def test_what_rounds_to_the_same_is_the_same(one, other):
    assert agree(one, other)
    assert agree(other, one)
    assert not differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (money("2.2 bn", "2.2e9"), money("2.3 bn", "2.3e9")),
        (money("2.20 bn", "2.2e9"), money("2.24 bn", "2.24e9")),
        (money("2 bn", "2e9"), money("1.6 bn", "1.6e9")),
        (money("2 bn", "2e9"), money("2 bn", "2e9", unit="USD")),
        (money("100 bn", "1e11", UP_TO), money("100 bn", "1e11", OVER)),
        (money("100", "100"), money("97", "97")),
        (days("2031-01-01", "2031-12-31"), days(None, "2031-12-31", approximation=BY)),
        (days(None, "2023-12-31", approximation=BEFORE), days(None, "2024-12-31", approximation=BY)),
    ],
)
def test_what_is_written_otherwise_is_not_the_same(one, other):
    assert not agree(one, other)
    assert not agree(other, one)


def test_ranges_agree_at_both_ends():
    def between(low, high):
        return Fact(FactKind.MONEY, 0, 3, "so", low=Decimal(low), high=Decimal(high), unit="EUR")

    assert agree(between("1e10", "2e10"), between("1e10", "2e10"))
    assert not agree(between("1e10", "2e10"), between("1e10", "3e10"))
    assert not agree(between("1e10", "2e10"), money("15 bn", "1.5e10"))


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        (money("2 bn", "2e9"), money("1.6 bn", "1.6e9"), False),  # it may be 2 when rounded
        (money("2.0 bn", "2e9"), money("1.6 bn", "1.6e9"), True),
        (money("20 bn", "2e10"), money("2 bn", "2e9"), False),
        (money("50", "50"), money("40", "40", OVER), False),
        (money("30", "30"), money("40", "40", OVER), True),
        (money("80", "80"), money("100", "100", UP_TO), False),
        (money("120", "120"), money("100", "100", UP_TO), True),
        (money("80", "80", UP_TO), money("100", "100", UP_TO), True),
        (money("80", "80", UP_TO), money("100", "100", OVER), True),
        (money("-80", "-80"), money("100", "100"), False),
        (money("2.0 bn", "2e9", unit="USD"), money("1.6 bn", "1.6e9"), False),
    ],
)
def test_values_contradict_only_beyond_rounding_and_bounds(one, other, contradicts):
    assert differ(one, other) is contradicts
    assert differ(other, one) is contradicts


def test_giant_and_endless_values_are_compared_without_a_fault():
    giant = money("1" + "0" * 9_999, "1E+9999")
    endless = money("∞", "Infinity")
    assert agree(giant, giant)
    assert not agree(giant, endless)
    assert not differ(endless, giant)
    assert not telling(Fact(FactKind.PERCENT, 0, 1, "x", Decimal("Infinity"), unit="%"))


def test_nothing_is_not_rounded_and_the_endless_has_no_last_digit():
    assert rounding(money("2.2 bn", "2.2e9"), Decimal("2.2e9")) == 50_000_000
    assert rounding(money("0", "0"), Decimal(0)) == 0
    assert rounding(money("∞", "Infinity"), Decimal("Infinity")) == 0


def test_a_bare_year_and_a_small_share_tell_little():
    assert not telling(days("2031-01-01", "2031-12-31"))
    assert telling(days(None, "2031-12-31", approximation=BY))
    assert not telling(Fact(FactKind.PERCENT, 0, 1, "5 %", Decimal(5), unit="%"))
    assert telling(Fact(FactKind.PERCENT, 0, 1, "12.5 %", Decimal("12.5"), unit="%"))
    assert telling(Fact(FactKind.QUANTITY, 0, 1, "5 GW", Decimal(5), unit="gigawatt"))
