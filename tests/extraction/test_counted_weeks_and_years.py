"""Weeks by their number, years of the Hijra, decades of a century told, and the year beside a quarter."""

from itertools import pairwise

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract
from curator.extraction.dates.moon_days import hijri_year
from tests.extraction.marked import stated

_TODAY = "2026-11-18"


def _days(text: str, language: str) -> list[str]:
    return [str(stated(fact)[1]) for fact in extract(text, language, _TODAY) if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Cases peaked in the 38th week of 2026."),
        ("fr", "Le pic fut atteint la 38e semaine de 2026."),
        ("de", "Der Gipfel lag in der 38. Woche des Jahres 2026."),
        ("cs", "Vrchol přišel ve 38. týdnu roku 2026."),
        ("ja", "2026年第38週に患者が増えた。"),
        ("zh", "2026年第38周病例最多。"),
    ],
)
def test_an_ordinal_week_of_a_year_is_that_week(language: str, text: str):
    assert _days(text, language) == ["2026-09-14..2026-09-20"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "It lasted two weeks in 2025."), ("ja", "2025年の2週間は雨だった。")]
)
def test_so_many_weeks_of_a_year_are_not_the_week_of_that_number(language: str, text: str):
    assert _days(text, language) == ["2025-01-01..2025-12-31"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ارتفع الإنفاق في عام 1447 هـ."),
        ("ar", "ميزانية 1447هـ هي الأكبر."),
        ("ur", "سال 1447 ہجری میں اضافہ ہوا۔"),
        ("id", "Tahun 1447 Hijriah membawa perubahan."),
        ("en", "The reform was passed in 1447 AH."),
    ],
)
def test_a_year_of_the_hijra_is_none_of_ours(language: str, text: str):
    assert _days(text, language) == ["2025-06-26..2026-06-15"]


def test_ramadan_of_a_hijra_year_is_that_month():
    assert _days("بدأت الحملة في رمضان 1447هـ.", "ar") == ["2026-02-18..2026-03-19"]


@pytest.mark.parametrize("number", [1299, 1500])
def test_years_of_the_hijra_that_no_news_names_are_none(number: int):
    assert hijri_year(number) is None


def test_years_of_the_hijra_follow_each_other_without_a_gap():
    found = [hijri_year(number) for number in range(1440, 1460)]
    days = [(each.low, each.high) for each in found if each is not None]
    assert len(days) == len(found)
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(days))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("本世纪30年代将建成。", "zh", "2030-01-01..2039-12-31"),
        ("上世纪30年代建成。", "zh", "1930-01-01..1939-12-31"),
        ("It was built in the twenties of the last century.", "en", "1920-01-01..1929-12-31"),
    ],
)
def test_a_decade_is_of_the_century_told(text: str, language: str, value: str):
    assert _days(text, language) == [value]


def test_a_quarter_and_the_year_that_it_is_compared_with_are_two_dates():
    found = _days("Salmentak hazi ziren hirugarren hiruhilekoan, iaz baino gehiago.", "eu")
    assert found == ["2026-07-01..2026-09-30", "2025-01-01..2025-12-31"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("fr", "En semaine 46, les livraisons ont doublé.", ["2026-11-09..2026-11-15"]),
        ("es", "En la semana 46 bajaron los contagios.", ["2026-11-09..2026-11-15"]),
        ("cs", "V 46. týdnu nemocných ubylo.", ["2026-11-09..2026-11-15"]),
        ("pl", "W 46. tygodniu spadło dużo śniegu.", ["2026-11-09..2026-11-15"]),
        ("de", "In der 46. Woche fiel kein Regen.", ["2026-11-09..2026-11-15"]),
        ("de", "2026 in der 46. Woche fiel kein Regen.", ["2026-11-09..2026-11-15"]),
        ("fr", "En semaine 3 du tournoi, elle perd.", []),
        ("de", "Sie war in der 12. Woche schwanger.", []),
    ],
)
def test_a_week_named_by_its_number_alone_is_one_near_the_day_of_the_article(
    language: str, text: str, days: list[str]
):
    assert _days(text, language) == days


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("cs", "Za 1.–3. čtvrtletí 2026 přijelo více turistů.", "2026-01-01..2026-09-30"),
        ("cs", "Ve 2. a 3. čtvrtletí 2026 tržby klesly.", "2026-04-01..2026-09-30"),
        ("en", "Sales fell in the second and third quarters of 2026.", "2026-04-01..2026-09-30"),
    ],
)
def test_two_ordinals_before_a_quarter_are_a_span_of_quarters(language: str, text: str, days: str):
    assert _days(text, language) == [days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("台股今（18）日收跌。", "2026-11-18..2026-11-18"),
        ("大盤昨(17)日大漲。", "2026-11-17..2026-11-17"),
        ("公司明（19）日開會。", "2026-11-19..2026-11-19"),
    ],
)
def test_a_day_by_name_with_its_number_in_brackets_is_that_day(text: str, days: str):
    assert _days(text, "zh") == [days]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("es", "Se licitará el próximo jueves 26.", "2026-11-26..2026-11-26"),
        ("fr", "Le conseil se réunit jeudi 26, à huis clos.", "2026-11-26..2026-11-26"),
    ],
)
def test_the_number_behind_a_weekday_may_end_its_sentence(language: str, text: str, days: str):
    assert _days(text, language) == [days]
