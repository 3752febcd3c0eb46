"""The same quarter or month of another year is that quarter or month, whichever the text speaks of."""

import pytest

from curator.domain.facts import Approximation, FactKind, Precision
from curator.extraction import extract

REFERENCE = "2026-05-20"

_QUARTERS = [
    ("en", "Sales in the first quarter rose from the same quarter of 2024.", "2024-01-01"),
    ("en", "Fourth quarter orders beat those of the year-ago quarter.", "2024-10-01"),
    ("en", "The loss was half that of the same quarter a year earlier.", "2025-01-01"),
    ("de", "Im vierten Quartal 2025 war es mehr als im gleichen Quartal 2024.", "2024-10-01"),
    ("de", "Im Vorjahresquartal fiel ein Verlust an.", "2025-01-01"),
    ("fr", "Le même trimestre de 2024 avait été meilleur.", "2024-01-01"),
    ("es", "En el mismo trimestre de 2024 perdió dinero.", "2024-01-01"),
    ("it", "Nello stesso trimestre del 2024 era in rosso.", "2024-01-01"),
    ("nl", "In hetzelfde kwartaal vorig jaar was er verlies.", "2025-01-01"),
    ("sv", "Samma kvartal i fjol gick bolaget med förlust.", "2025-01-01"),
    ("cs", "Ve stejném čtvrtletí loni firma prodělala.", "2025-01-01"),
    ("el", "Το αντίστοιχο τρίμηνο του 2024 υπήρχαν ζημιές.", "2024-01-01"),
    ("tr", "Geçen yılın aynı çeyreğinde zarar açıklamıştı.", "2025-01-01"),
    ("he", "ברבעון המקביל אשתקד נרשם הפסד.", "2025-01-01"),
    ("ar", "سجلت الشركة خسائر في الربع نفسه من 2024.", "2024-01-01"),
    ("hi", "पिछले साल की समान तिमाही में घाटा हुआ था।", "2025-01-01"),
    ("ms", "Syarikat itu rugi pada suku yang sama tahun lalu.", "2025-01-01"),
]


@pytest.mark.parametrize(("language", "text", "first"), _QUARTERS)
def test_the_same_quarter_is_the_one_that_the_text_speaks_of(language: str, text: str, first: str):
    found = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.DATE][-1]
    assert str(found.low) == first
    assert found.precision is Precision.QUARTER
    assert found.approximation is Approximation.EXACT


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "April imports fell 3 percent from the same month last year.", "2025-04-01"),
        ("ko", "4월 수입은 지난해 같은 달보다 줄었다.", "2025-04-01"),
        ("ja", "4月の輸入は前年同月を下回った。", "2025-04-01"),
        ("de", "Im Dezember war es milder als im Vorjahresmonat.", "2024-12-01"),
        ("en", "Last month was drier than the same month of 2020.", "2020-04-01"),
    ],
)
def test_the_same_month_is_the_one_that_the_text_names(language: str, text: str, first: str):
    found = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.DATE][-1]
    assert str(found.low) == first
    assert found.precision is Precision.MONTH


def test_the_same_month_of_a_year_is_the_year_where_no_month_is_named():
    (found,) = extract("Rents are higher than in the same month of 2021.", "en", REFERENCE)
    assert found.precision is Precision.YEAR


def test_the_same_month_alone_is_no_date():
    assert extract("The same month he resigned.", "en", REFERENCE) == []
