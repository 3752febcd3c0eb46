"""“From” before the day of a document, or of something of yesterday, begins nothing."""

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract

REFERENCE = "2026-03-12"


def dates(text: str, language: str) -> list[str]:
    found = extract(text, language, REFERENCE)
    return [f"{fact.low}..{fact.high}" for fact in found if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("uk", "Суд скасував наказ МОЗ від 04.06.2021 № 12.", "2021-06-04"),
        ("be", "Загад № 7 ад 3 мая 2021 года адменены.", "2021-05-03"),
        ("bg", "Заповед № 31 от 8.02.2022 г. е отменена.", "2022-02-08"),
        ("mk", "Одлуката бр. 9 од 5 мај 2021 година е укината.", "2021-05-05"),
        ("nb", "Det går fram av meldingen fra i går.", "2026-03-11"),
        ("en", "The ruling from yesterday was expected.", "2026-03-11"),
    ],
)
def test_the_day_of_a_document_begins_nothing(language: str, text: str, day: str):
    assert dates(text, language) == [f"{day}..{day}"]


@pytest.mark.parametrize(
    ("language", "text", "since"),
    [
        ("uk", "Наказ діє від 4 червня 2021 року.", "2021-06-04"),
        ("mk", "Одлуката важи од 5 мај 2021 година.", "2021-05-05"),
        ("nb", "Prisene gjelder fra i morgen.", "2026-03-13"),
        ("bn", "২০১৯ সাল থেকে সেতুটি বন্ধ।", "2019-01-01"),
        ("ka", "გზა 2019 წლიდან დაკეტილია.", "2019-01-01"),
        ("hy", "Ճանապարհը փակ է 2019 թվականից։", "2019-01-01"),
        ("az", "Yol 2019-cu ildən bağlıdır.", "2019-01-01"),
        ("kk", "Жол 2019 жылдан бері жабық.", "2019-01-01"),
        ("eu", "Bidea 2019tik itxita dago.", "2019-01-01"),
    ],
)
def test_what_holds_from_a_day_or_year_begins_there(language: str, text: str, since: str):
    assert dates(text, language) == [f"{since}..None"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("nl", "Komend weekend blijft het droog.", "2026-03-14..2026-03-15"),
        ("de", "Am kommenden Wochenende schneit es.", "2026-03-14..2026-03-15"),
        ("en", "Snow will fall at the coming weekend.", "2026-03-14..2026-03-15"),
        ("hy", "Անցած շաբաթ ձյուն էր։", "2026-03-02..2026-03-08"),
        ("kk", "Өткен аптада қар жауды.", "2026-03-02..2026-03-08"),
        ("fil", "Umulan noong nakaraang linggo.", "2026-03-02..2026-03-08"),
        ("id", "Ia wafat dua hari lalu.", "2026-03-10..2026-03-10"),
        ("ta", "அவர் 1938ஆம் ஆண்டு மே 9ஆம் தேதி பிறந்தார்.", "1938-05-09..1938-05-09"),
        ("be", "У пачатку 1980-х тут быў завод.", "1980-01-01..1983-12-31"),
        ("hu", "A híd 2027 nyaráig zárva marad.", "None..2027-08-31"),
    ],
)
def test_small_words_of_a_language_tell_the_days(language: str, text: str, days: str):
    assert dates(text, language) == [days]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il negozio è in via IV Novembre 22."),
        ("es", "Vivía en la calle Dos de Mayo."),
        ("uk", "Рейс № 2024 затримується."),
    ],
)
def test_names_of_streets_and_flights_are_no_dates(language: str, text: str):
    assert dates(text, language) == []
