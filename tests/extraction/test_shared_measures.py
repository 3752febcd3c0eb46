"""Amounts that leave out what another one beside them says: the scale, the currency, the country."""

from datetime import date

import pytest

from curator.extraction import extract
from tests.extraction.marked import stated

_TODAY = date(2026, 11, 18)


def values(text: str, language: str, kind: str = "money") -> list[tuple[str, str]]:
    return [stated(fact)[1:] for fact in extract(text, language, _TODAY) if fact.kind.value == kind]


@pytest.mark.parametrize(
    ("text", "language", "first", "second"),
    [
        ("Die Schulden fielen von 3,4 auf unter 2 Milliarden Euro.", "de", "3400000000", "2000000000"),
        (
            "Die Kosten stiegen von zuerst 150 auf mehr als 220 Millionen Euro.",
            "de",
            "150000000",
            "220000000",
        ),
        ("Dluh klesl z 34 na méně než 20 milionů korun.", "cs", "34000000", "20000000"),
    ],
)
def test_a_bound_between_two_amounts_parts_no_scale(text: str, language: str, first: str, second: str):
    assert [value for value, _ in values(text, language)] == [first, second]


def test_percentages_on_either_side_of_a_bound():
    assert values("Podíl vzroste z 12 na nejméně 20 procent.", "cs", "percent") == [("12", "%"), ("20", "%")]


def test_another_years_amount_ends_its_sentence_without_a_currency():
    text = "Der Hafen nahm 3 Millionen Euro ein, im Vorjahr waren es 2,5 Millionen."
    assert values(text, "de") == [("3000000", "EUR"), ("2500000", "EUR")]
    assert values("Der Hafen kostet 3 Millionen Euro in einer Stadt mit 2,5 Millionen.", "de") == [
        ("3000000", "EUR")
    ]


def test_thousands_that_share_the_millions_behind_them():
    assert values("Costará entre 20 mil y 25 mil millones de euros.", "es") == [
        ("20000000000..25000000000", "EUR")
    ]


def test_half_a_thousand_of_million():
    assert values("Custa meio milhar de milhão de euros.", "pt") == [("500000000", "EUR")]


def test_bare_dollars_are_those_of_the_country_that_the_text_names():
    text = "The mine lost A$40 million and paid 5 cents a share; it owes two million dollars."
    assert values(text, "en") == [("40000000", "AUD"), ("0.05", "AUD"), ("2000000", "AUD")]
    assert values("The mine lost A$40 million ($26 million) and owes two million dollars.", "en")[-1] == (
        "2000000",
        "USD",
    )


def test_yuan_of_a_text_in_new_taiwan_dollars():
    assert values("公司營收為新台幣12億元，每股盈餘2.5元。", "zh") == [("1200000000", "TWD"), ("2.5", "TWD")]


def test_tenths_are_of_a_point_unless_of_a_second():
    assert values("La tasa sube una décima.", "es", "percent") == [("0.1", "percentage point")]
    assert values("Ganó por tres décimas de segundo.", "es", "percent") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [("وتبلغ القدرة 7 جيغاواط.", "ar"), ("Мощность — 7 ГВт.", "ru"), ("ক্ষমতা ৭ গিগাওয়াট।", "bn")],
)
def test_gigawatts_in_other_scripts(text: str, language: str):
    assert values(text, language, "quantity") == [("7", "gigawatt")]


def test_duals_are_two():
    assert values("استمر العمل أسبوعين.", "ar", "quantity") == [("2", "week")]
    assert values("העבודה נמשכה שבועיים.", "he", "quantity") == [("2", "week")]


def test_a_share_beside_a_year():
    assert values("In 2019 a quarter of the fleet was sold.", "en", "quantity") == [("0.25", "share")]
    assert values("Sales were a fifth higher than planned.", "en", "quantity") == [("0.2", "share")]
