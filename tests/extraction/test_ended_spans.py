"""A length of time with its last day is that time."""

from datetime import date

import pytest

from curator.domain.facts import Fact, FactKind, Precision
from curator.extraction import extract

REFERENCE = date(2026, 10, 14)


def dates(text: str, language: str) -> list[Fact]:
    return [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text", "quote", "low", "high"),
    [
        ("en", "Sales in the year to 31 March rose.", "year to 31 March", "2025-04-01", "2026-03-31"),
        ("en", "In the year to June it lost money.", "year to June", "2025-07-01", "2026-06-30"),
        ("en", "the 12 months ended 31 May 2025", "12 months ended 31 May 2025", "2024-06-01", "2025-05-31"),
        ("en", "the quarter ended June 30, 2026", "quarter ended June 30, 2026", "2026-04-01", "2026-06-30"),
        ("en", "half-year ended 30 June 2026", "half-year ended 30 June 2026", "2026-01-01", "2026-06-30"),
        ("en", "the 13 weeks to 27 June 2026", "13 weeks to 27 June 2026", "2026-03-29", "2026-06-27"),
        (
            "fr",
            "l’exercice clos le 31 mars 2026",
            "exercice clos le 31 mars 2026",
            "2025-04-01",
            "2026-03-31",
        ),
        ("es", "los seis meses terminados el 30 de junio", None, "2026-01-01", "2026-06-30"),
        ("it", "l’esercizio chiuso al 31 marzo 2026", None, "2025-04-01", "2026-03-31"),
        ("pt", "o exercício findo em 31 de maio de 2025", None, "2024-06-01", "2025-05-31"),
    ],
)
def test_a_length_that_ends_on_a_day_began_so_long_before(
    language: str, text: str, quote: str | None, low: str, high: str
) -> None:
    (fact,) = dates(text, language)
    assert (str(fact.low), str(fact.high), fact.precision) == (low, high, Precision.RANGE)
    assert text[fact.start : fact.end] == fact.quote
    assert quote in (None, fact.quote)


@pytest.mark.parametrize(
    "text", ["The talks were put off two months to 31 March.", "It was extended by two weeks to 31 March."]
)
def test_a_delay_is_no_length_that_ends(text: str) -> None:
    (fact,) = dates(text, "en")
    assert fact.quote == "31 March"


def test_what_ended_on_a_day_has_no_length_of_its_own() -> None:
    assert [fact.quote for fact in dates("The war ended 9 May 1945.", "en")] == ["9 May 1945"]
