"""“The same period last year” is the span that the text names before, of that year."""

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract


def dates(text: str, language: str, reference: str = "2025-11-05") -> list[str]:
    return [
        f"{fact.low}..{fact.high}"
        for fact in extract(text, language, reference)
        if fact.kind is FactKind.DATE
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "In the first nine months of 2025 orders fell; in the same period of 2024 they rose.",
        ),
        ("de", "In den ersten neun Monaten 2025 sank der Absatz, im Vorjahreszeitraum war er gestiegen."),
        ("cs", "Za prvních devět měsíců roku 2025 loděnice prodělala, ve stejném období roku 2024 vydělala."),
        (
            "ru",
            "За девять месяцев 2025 года верфь потеряла заказ, за аналогичный период 2024 года их было три.",
        ),
        ("ru", "За девять месяцев 2025 года заказов стало больше, чем к аналогичному периоду 2024 года."),
        ("uk", "За дев'ять місяців 2025 року замовлень побільшало проти аналогічного періоду 2024 року."),
        ("be", "У студзені—верасні 2025 года заказаў больш у параўнанні з адпаведным перыядам 2024 года."),
        ("zh", "前三季度船厂亏损，去年同期盈利。"),
        ("ko", "2025년 1~9월 조선소는 적자였고 지난해 같은 기간에는 흑자였다."),
        ("tr", "2025'in ilk dokuz ayında satışlar düştü, geçen yılın aynı döneminde artmıştı."),
    ],
)
def test_the_same_period_of_another_year_has_its_months(language: str, text: str):
    assert dates(text, language) == ["2025-01-01..2025-09-30", "2024-01-01..2024-09-30"]


def test_the_last_day_of_february_follows_the_year():
    text = "In January and February 2025 sales fell. In the same period of 2024 they rose."
    assert dates(text, "en") == ["2025-01-01..2025-02-28", "2024-01-01..2024-02-29"]


def test_without_a_span_before_it_is_the_year():
    assert dates("Sales rose compared with the same period of 2024.", "en") == ["2024-01-01..2024-12-31"]


def test_last_years_span_is_compared_with_the_year_before_it():
    text = "前三季度公司亏损，上年同期盈利。"
    assert dates(text, "zh", "2026-03-12") == ["2025-01-01..2025-09-30", "2024-01-01..2024-09-30"]


@pytest.mark.parametrize("text", ["该剧第3季将开播。", "真人秀第二季收官。", "《海港》第2季已经上线。"])
def test_the_season_of_a_series_is_no_quarter(text: str):
    assert dates(text, "zh") == []


def test_a_quarter_by_its_short_word_is_one():
    assert dates("第三季營收成長。", "zh") == ["2025-07-01..2025-09-30"]


def test_a_quarter_that_nothing_tells_is_none():
    assert dates("2025年上季度营收增长。", "zh") == []
