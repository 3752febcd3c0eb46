import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract

_SURE = 0.7
_BOTH = ("2025-01-01", "2026-12-31")


def _dates(text: str, language: str) -> list[Fact]:
    return [fact for fact in extract(text, language, "2026-11-18") if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose in the third quarter of the 2025/26 fiscal year."),
        ("de", "Der Umsatz stieg im dritten Quartal 2025/26."),
        ("de", "Der Umsatz stieg im dritten Quartal des Geschäftsjahres 2025/26."),
        ("fr", "Les ventes ont progressé au 3e trimestre de l'exercice 2025-2026."),
        ("ru", "Выручка выросла в третьем квартале 2025/26 финансового года."),
        ("hi", "वित्त वर्ष 2025-26 की पहली तिमाही में बिक्री बढ़ी।"),
        ("zh", "公司2025/26财年第三季度营收上升。"),
    ],
)
def test_a_part_of_a_fiscal_year_of_two_years_lies_within_both(language: str, text: str):
    (found,) = _dates(text, language)
    assert (str(found.low), str(found.high)) == _BOTH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose in Q3 FY26."),
        ("en", "FY26 Q3 sales rose."),
        ("en", "Sales rose in the third quarter of fiscal 2026."),
        ("cs", "Tržby vzrostly ve třetím čtvrtletí fiskálního roku 2026."),
        ("ja", "2026年度第3四半期の売上高は増えた。"),
        ("ko", "2026회계연도 3분기 매출이 늘었다."),
        ("tr", "2026 mali yılının üçüncü çeyreğinde satışlar arttı."),
        ("zh", "公司2026财年第三季度营收上升。"),
    ],
)
def test_a_quarter_of_a_fiscal_year_is_one_of_the_calendar_but_never_surely(language: str, text: str):
    (found,) = _dates(text, language)
    assert (str(found.low), str(found.high)) == ("2026-07-01", "2026-09-30")
    assert found.confidence < _SURE


def test_a_half_of_a_fiscal_year_isnt_read_as_one_of_the_year_of_the_article():
    (found,) = _dates("Profit doubled in the first half of fiscal 2025.", "en")
    assert (str(found.low), str(found.high)) == ("2025-01-01", "2025-06-30")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It hopes for the fourth quarter of the fiscal year."),
        ("en", "The fiscal third quarter was weak."),
    ],
)
def test_a_quarter_of_a_fiscal_year_without_a_name_is_no_date(language: str, text: str):
    assert _dates(text, language) == []


@pytest.mark.parametrize("text", ["Sales rose in Q3 2026.", "Sales rose in Q3 of calendar year 2026."])
def test_a_quarter_of_a_calendar_year_is_sure(text: str):
    (found,) = _dates(text, "en")
    assert (str(found.low), found.confidence > _SURE) == ("2026-07-01", True)


def test_a_quarter_before_an_unrelated_fiscal_word_is_one_of_the_calendar():
    (found,) = _dates("In the third quarter of 2025, fiscal policy was eased.", "en")
    assert (str(found.low), found.confidence > _SURE) == ("2025-07-01", True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3QFY26 EBITDA rose.", ("2026-07-01", "2026-09-30")),
        ("Revenue fell in 1HFY26.", ("2026-01-01", "2026-06-30")),
        ("9MFY2025 profit doubled.", ("2025-01-01", "2025-09-30")),
    ],
)
def test_codes_with_the_number_first_are_parts_of_a_fiscal_year(text: str, days: tuple[str, str]):
    (found,) = _dates(text, "en")
    assert (str(found.low), str(found.high)) == days
    assert found.confidence < _SURE
