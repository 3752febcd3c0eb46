from datetime import date

import pytest

from curator.domain.facts import Approximation, Fact, FactKind, Precision
from curator.extraction import extract

REFERENCE = "2018-03-14"


def dates(text: str, language: str, reference: str | None = REFERENCE) -> list[Fact]:
    return [fact for fact in extract(text, language, reference) if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "precision"),
    [
        ("zweite Hälfte 2026", "de", "2026-07-01", "2026-12-31", Precision.HALF),
        ("втората половина на 2026 г.", "bg", "2026-07-01", "2026-12-31", Precision.HALF),
        ("Q3 2018", "en", "2018-07-01", "2018-09-30", Precision.QUARTER),
        ("III квартал 2018 года", "ru", "2018-07-01", "2018-09-30", Precision.QUARTER),
        ("v příštím roce", "cs", "2019-01-01", "2019-12-31", Precision.YEAR),
        ("去年", "zh", "2017-01-01", "2017-12-31", Precision.YEAR),
        ("the third Friday of March", "en", "2018-03-16", "2018-03-16", Precision.DAY),
        ("a week from Tuesday", "en", "2018-03-27", "2018-03-27", Precision.DAY),
        ("12.03.2018", "cs", "2018-03-12", "2018-03-12", Precision.DAY),
        ("03/12/2018", "en", "2018-03-12", "2018-03-12", Precision.DAY),
        ("90-те години", "bg", "1990-01-01", "1999-12-31", Precision.DECADE),
        ("5–7 May 2018", "en", "2018-05-05", "2018-05-07", Precision.RANGE),
        ("2026年9月23日", "zh", "2026-09-23", "2026-09-23", Precision.DAY),
        ("2018. április 8-án", "hu", "2018-04-08", "2018-04-08", Precision.DAY),
    ],
)
def test_dates_are_closed_intervals_of_days(
    text: str, language: str, low: str, high: str, precision: Precision
):
    (fact,) = dates(f"{text}.", language)
    assert (str(fact.low), str(fact.high), fact.precision) == (low, high, precision)


def test_by_leaves_the_start_open_and_since_the_end():
    (fact,) = dates("Postaví to do roku 2030.", "cs")
    assert (fact.approximation, fact.low, fact.high) == (Approximation.BY, None, date(2030, 12, 31))
    (fact,) = dates("It has grown since 2015.", "en")
    assert (fact.approximation, fact.low, fact.high) == (Approximation.SINCE, date(2015, 1, 1), None)


def test_relative_dates_say_so_and_need_a_reference():
    (fact,) = dates("It opens next year.", "en")
    assert "relative" in fact.rule
    assert dates("It opens next year, on 5 May or on Monday.", "en", None) == []


@pytest.mark.parametrize(
    "text", ["Feb 30", "31 April 2018", "30.02.2018", "2018-13-45", "year 99999", "year 0"]
)
def test_days_that_no_calendar_has_are_no_dates(text: str):
    assert dates(f"On {text} it ended", "en") == []


@pytest.mark.parametrize("text", ["It sold 2000 cars", "They may march on", "pay $2018 now", "version 2.5.1"])
def test_numbers_and_words_that_look_like_dates_are_none(text: str):
    assert dates(text, "en") == []
