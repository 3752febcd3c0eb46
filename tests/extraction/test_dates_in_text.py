from datetime import date

import pytest

from curator.domain.facts import Approximation, Fact, FactKind, Precision
from curator.extraction import extract
from curator.extraction.dates import movable_feasts

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


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20180314", "2018-03-14", "2018-03-14"),
        ("2018-W12", "2018-03-19", "2018-03-25"),
        ("2/15", "2018-02-15", "2018-02-15"),
        ("on the 5th", "2018-03-05", "2018-03-05"),
        ("the 5th of next month", "2018-04-05", "2018-04-05"),
        ("Friday the 13th", "2018-04-13", "2018-04-13"),
        ("half a year ago", "2017-09-01", "2017-09-30"),
        ("fiscal 2026", "2026-01-01", "2026-12-31"),
        ("FY2026 Q3", "2026-07-01", "2026-09-30"),
        ("1H26", "2026-01-01", "2026-06-30"),
        ("the week of 3 May", "2018-04-30", "2018-05-06"),
        ("over the weekend", "2018-03-10", "2018-03-11"),
        ("two days before Christmas 2018", "2018-12-23", "2018-12-23"),
        ("the end of the year", "2018-09-01", "2018-12-31"),
        ("end of next quarter", "2018-06-01", "2018-06-30"),
        ("the first nine months of 2017", "2017-01-01", "2017-09-30"),
        ("in '98", "1998-01-01", "1998-12-31"),
        ("the week after next", "2018-03-26", "2018-04-01"),
        ("from 14 October 2017 to 7 January 2018", "2017-10-14", "2018-01-07"),
        ("Monday to Friday", "2018-03-12", "2018-03-16"),
        ("Black Friday 2018", "2018-11-23", "2018-11-23"),
        ("first half of last year", "2017-01-01", "2017-06-30"),
        ("the last two weeks", "2018-02-28", "2018-03-14"),
        ("in the night of 9/10 November 2020", "2020-11-09", "2020-11-10"),
    ],
)
def test_short_phrases_of_many_kinds_are_dates(text: str, low: str, high: str):
    (fact,) = dates(text, "en")
    assert (str(fact.low), str(fact.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("call 0800 2000 1234", "en"),
        ("by 1430 GMT", "en"),
        ("the 9/11 attacks", "en"),
        ("la Ley 3/2018", "es"),
        ("spis číslo 1234/2015", "cs"),
        ("druhá polovina zápasu", "cs"),
        ("ul. 11 Listopada", "pl"),
        ("полети от 1500 до 3500 км", "bg"),
        ("three quarters in a row", "en"),
        ("den 80er-Zonen", "de"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str, language: str):
    assert dates(text, language) == []


def test_a_month_without_a_year_lies_rather_in_the_past_unless_plans_are_told():
    (told,) = dates("Sales fell in February.", "en", "2023-09-20")
    (planned,) = dates("The trial will start in February.", "en", "2023-09-20")
    assert (str(told.low), str(planned.low)) == ("2023-02-01", "2024-02-01")


def test_a_holiday_beside_its_date_is_one_fact():
    (fact,) = dates("on Christmas Eve, December 24, it snowed", "en")
    assert (str(fact.low), fact.quote) == ("2017-12-24", "Christmas Eve, December 24")


def test_orthodox_easter_has_its_own_reckoning():
    assert [str(movable_feasts.pascha(year)) for year in (2018, 2019, 2025)] == [
        "2018-04-08",
        "2019-04-28",
        "2025-04-20",
    ]


@pytest.mark.parametrize(
    ("text", "language", "low"),
    [
        ("Die Steuer steigt ab Juli auf 20 Prozent.", "de", date(2026, 7, 1)),
        ("Ab Juli sank der Preis.", "de", date(2025, 7, 1)),
        ("Seit Juli gilt das.", "de", date(2025, 7, 1)),
        ("Rates rise from July.", "en", date(2026, 7, 1)),
        ("Sales fell from July.", "en", date(2025, 7, 1)),
        ("À partir de juillet, le prix monte.", "fr", date(2026, 7, 1)),
        ("Vanaf juli stijgt de btw.", "nl", date(2026, 7, 1)),
        ("9월부터 요금이 오른다.", "ko", date(2026, 9, 1)),
    ],
)
def test_a_month_from_which_something_holds_is_to_come_unless_it_is_told_of(
    text: str, language: str, low: date
):
    (fact,) = [fact for fact in extract(text, language, "2026-02-18") if fact.kind is FactKind.DATE]
    assert (fact.low, fact.high) == (low, None)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2026年春节客流创新高。", "zh", date(2026, 2, 17)),
        ("2025年除夕晚会很成功。", "zh", date(2025, 1, 28)),
        ("Markets close for Chinese New Year 2024.", "en", date(2024, 2, 10)),
    ],
)
def test_the_lunar_new_year_has_its_day(text: str, language: str, day: date):
    (fact,) = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.DATE]
    assert (fact.low, fact.high) == (day, day)


def test_no_lunar_new_year_is_invented_beyond_the_years_known():
    assert movable_feasts.lunar_new_year(1990) is None
    assert movable_feasts.lunar_new_year(2036) is None
