from decimal import Decimal

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract


def amounts(text: str, language: str) -> list[Fact]:
    found = extract(text, language, "2026-02-18")
    return [fact for fact in found if fact.kind not in {FactKind.DATE, FactKind.COMPANY}]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Rates of 5, 7 and 9 percent were quoted.", "en", "5 7 9"),
        ("Die Sätze liegen bei 5, 7 und 9 Prozent.", "de", "5 7 9"),
        ("Die Linke steht bei 30, die Mitte bei 21 und die Rechte bei 16 Prozent.", "de", "30 21 16"),
        ("I tre si fermano al 31, al 23 e al 12 per cento.", "it", "31 23 12"),
        ("Partierna får 31, 23 respektive 12 procent.", "sv", "31 23 12"),
        ("3党は31、23、12％だった。", "ja", "31 23 12"),
        ("Üç parti yüzde 31, 23 ve 12 oy alıyor.", "tr", "31 23 12"),
    ],
)
def test_a_row_names_its_percent_sign_once(text: str, language: str, values: str):
    found = amounts(text, language)
    assert [fact.value for fact in found] == [Decimal(value) for value in values.split()]
    assert {fact.unit for fact in found} == {"%"}


def test_a_row_shares_scale_and_currency():
    found = amounts("It will pay 10, 20 and 50 million euros.", "en")
    assert [(fact.value, fact.unit) for fact in found] == [
        (Decimal(10_000_000), "EUR"),
        (Decimal(20_000_000), "EUR"),
        (Decimal(50_000_000), "EUR"),
    ]
    assert [fact.quote for fact in found] == ["10", "20", "50 million euros"]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("On May 5, 7 and 9 percent fell ill.", "en", 2),
        ("In 2016 and 310 million crowns later it closed.", "en", 1),
        ("Of the 45, 12 percent voted.", "en", 1),
        ("After 2019, 2020 and 7 percent of losses it closed.", "en", 1),
        ("I 2024 och 1,4 miljarder kronor 2025.", "sv", 1),
        ("He went to gate 7 and paid 20 dollars.", "en", 1),
        ("Lines 1, 2 and 3 carry 20 percent.", "en", 1),
    ],
)
def test_years_days_and_single_numbers_are_of_no_row(text: str, language: str, count: int):
    assert len(amounts(text, language)) == count


@pytest.mark.parametrize(
    ("text", "language", "years"),
    [
        ("She is 25 years old.", "en", 25),
        ("A 34-year-old man was fined.", "en", 34),
        ("Der 67-Jährige fiel.", "de", 67),
        ("De 47-jarige man viel.", "nl", 47),
        ("47-letni kierowca uciekł.", "pl", 47),
        ("Sedmačtyřicetiletý řidič ujel.", "cs", 47),
        ("47-летний водитель скрылся.", "ru", 47),
        ("Ο 47χρονος οδηγός έφυγε.", "el", 47),
        ("现年47岁的司机。", "zh", 47),
    ],
)
def test_an_age_is_a_quantity_of_years(text: str, language: str, years: int):
    (fact,) = amounts(text, language)
    assert (fact.value, fact.unit) == (years, "year")


@pytest.mark.parametrize(
    ("text", "language"), [("20 letnich koncertów w parku.", "pl"), ("Pre 20 godišnjih odmora.", "hr")]
)
def test_an_adjective_of_years_needs_its_hyphen(text: str, language: str):
    assert amounts(text, language) == []
