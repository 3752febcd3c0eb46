"""A year or a month earlier is told from what the sentence is about, in every language."""

from datetime import date

import pytest

from curator.extraction import extract
from tests.extraction.marked import stated

_TODAY = date(2026, 11, 18)


def dates(text: str, language: str) -> list[str]:
    return [stated(fact)[1] for fact in extract(text, language, _TODAY) if fact.kind.value == "date"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The yard lost 4 million euros, after 6 million a year earlier.", "en"),
        ("Le chantier a perdu 4 millions d'euros, contre 6 millions un an plus tôt.", "fr"),
        ("El astillero perdió 4 millones de euros, frente a 6 millones un año antes.", "es"),
        ("O estaleiro perdeu 4 milhões de euros, contra 6 milhões um ano antes.", "pt"),
        ("De werf verloor 4 miljoen euro, tegen 6 miljoen een jaar eerder.", "nl"),
        ("Varvet förlorade 4 miljoner euro, mot 6 miljoner ett år tidigare.", "sv"),
        ("Værftet tabte 4 millioner euro mod 6 millioner året før.", "da"),
        ("Loděnice prodělala 4 miliony eur oproti 6 milionům eur o rok dříve.", "cs"),
        ("Tersane 4 milyon avro kaybetti, bir yıl önce 6 milyon avroydu.", "tr"),
        ("Galangan rugi 4 juta euro, dibandingkan 6 juta euro setahun sebelumnya.", "id"),
    ],
)
def test_a_year_earlier_is_the_year_before_this(text: str, language: str):
    assert dates(text, language) == ["2025-01-01..2025-12-31"]


def test_a_year_before_the_named_one():
    assert dates("In 2023 sales fell to 4 million euros from 6 million a year earlier.", "en")[-1] == (
        "2022-01-01..2022-12-31"
    )
    assert dates("No 3T24 a receita recuou, ante a de um ano antes.", "pt")[-1] == "2023-01-01..2023-12-31"
    assert dates("Im vergangenen Jahr stieg der Absatz stärker als ein Jahr zuvor.", "de")[-1] == (
        "2024-01-01..2024-12-31"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Prices rose 4.1% in October after 3.8% a month earlier.", "en"),
        ("Priserne steg 4,1 procent i oktober efter 3,8 procent måneden før.", "da"),
        ("Fiyatlar ekimde yüzde 4,1 arttı, bir önceki ay yüzde 3,8 artmıştı.", "tr"),
        ("Цены в октябре выросли на 4,1% после 3,8% месяцем ранее.", "ru"),
    ],
)
def test_a_month_earlier_is_the_month_before_the_named_one(text: str, language: str):
    assert dates(text, language) == ["2026-10-01..2026-10-31", "2026-09-01..2026-09-30"]


def test_a_month_earlier_than_nothing_named_is_no_date():
    assert dates("Prices rose 4.1% after 3.8% a month earlier.", "en") == []


def test_what_a_year_earlier_is_compared_with_is_no_beginning():
    assert dates("Orders were up 40 basis points from a year earlier.", "en") == ["2025-01-01..2025-12-31"]


def test_months_of_other_scripts_are_counted_back_from_too():
    assert dates("10월 실업률은 2.9%로 전월보다 낮았다.", "ko")[-1] == "2026-09-01..2026-09-30"
    assert dates("המדד עלה באוקטובר יותר מאשר חודש קודם לכן.", "he") == [
        "2026-10-01..2026-10-31",
        "2026-09-01..2026-09-30",
    ]
