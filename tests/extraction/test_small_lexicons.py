"""Amounts and years of small lexicons in the forms that their languages inflect them to."""

from datetime import date

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract

REFERENCE = date(2026, 10, 14)


def values(text: str, language: str, kind: FactKind) -> list[tuple[str, str | None]]:
    found = extract(text, language, REFERENCE)
    return [(str(fact.value), fact.unit) for fact in found if fact.kind is kind]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("ta", "மில் ரூ.31 கோடிக்கு விற்றது.", "310000000", "INR"),
        ("ta", "மில் ரூ.5 லட்சத்தில் விற்றது.", "500000", "INR"),
        ("uz", "Tegirmon 31 mlrd so‘mga sotildi.", "31000000000", "UZS"),
        ("ne", "मिल ३१ करोड रुपैयाँमा बेचियो।", "310000000", "NPR"),
    ],
)
def test_scales_and_currencies_are_read_in_their_cases(
    language: str, text: str, value: str, unit: str
) -> None:
    assert values(text, language, FactKind.MONEY) == [(value, unit)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("ne", "मिलले ४,८०० टन पिठो बेच्यो।", "4800"), ("mt", "Il-mitħna biegħet 4,800 tunnellata dqiq.", "4800")],
)
def test_tons_are_read(language: str, text: str, value: str) -> None:
    assert values(text, language, FactKind.QUANTITY) == [(value, "ton")]


def test_years_of_nepal_s_calendar_are_none_of_ours() -> None:
    assert not [
        fact for fact in extract("मिल २०८१ सालमा बेचियो।", "ne", REFERENCE) if fact.kind is FactKind.DATE
    ]
    (fact,) = extract("मिल सन् २०२४ मा बेचियो।", "ne", REFERENCE)
    assert (str(fact.low), str(fact.high)) == ("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("language", "text"),
    [("cs", "Ve školním roce 2025/2026 otevře třída."), ("sk", "V školskom roku 2025/26 otvoria triedu.")],
)
def test_a_year_that_runs_into_the_next_is_both(language: str, text: str) -> None:
    (fact,) = [each for each in extract(text, language, REFERENCE) if each.kind is FactKind.DATE]
    assert (str(fact.low), str(fact.high)) == ("2025-01-01", "2026-12-31")
