"""Holidays that follow the moon are found in the year that is meant."""

from datetime import date

import pytest

from curator.extraction import extract
from curator.extraction.dates.moon_days import moon_day
from tests.extraction.marked import stated

_TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The ferry stops running before Diwali 2027.", "en", "None..2027-10-28"),
        ("Flights were full at Passover 2026.", "en", "2026-04-02..2026-04-02"),
        ("中秋节当天客流创新高。", "zh", "2026-09-25..2026-09-25"),
        ("추석 연휴에 항구가 붐볐다.", "ko", "2026-09-25..2026-09-25"),
        ("دیروز نه، عید قربان تعطیل بود.", "fa", "2026-05-27..2026-05-27"),
        ("Pelabuhan tutup selama Lebaran tahun lalu.", "id", "2025-03-30..2025-03-30"),
    ],
)
def test_the_day_is_that_of_the_year_meant(text: str, language: str, value: str):
    found = [stated(fact)[1] for fact in extract(text, language, _TODAY) if fact.kind.value == "date"]
    assert value in found


def test_ramadan_is_a_month():
    found = moon_day("ramadan", 2026)
    assert found is not None
    assert (found.low, found.high) == (date(2026, 2, 18), date(2026, 3, 19))


@pytest.mark.parametrize(
    ("year", "day"), [(2021, "2021-09-07"), (2024, "2024-10-03"), (2026, "2026-09-12"), (2027, "2027-10-02")]
)
def test_the_jewish_new_year(year: int, day: str):
    found = moon_day("newyear", year)
    assert found is not None
    assert found.low.isoformat() == day


@pytest.mark.parametrize(
    "text", ["The ferry stops by Diwali.", "It opens at Lunar New Year, before Ramadan."]
)
def test_years_that_no_table_knows_are_no_dates(text: str):
    assert extract(text, "en", date(2090, 1, 1)) == []
