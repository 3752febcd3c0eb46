"""What ISO-8859-1 leaves of words, its controls dropped, comes back where words and signs tell."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel

pytestmark = pytest.mark.repetitive
TEXTS = {
    "uk": "Комп’ютери купили для п’яти шкіл, і сім’ї раді. Їхній зв’язок з громадою тепер міцніший.\n"
    "Директор ліцею об’єднав усі класи, а для дев’ятикласників з’явилася нова бібліотека.",
    "be": "На двары з’явіўся стары трактар, і сям’я з’ехала ў горад. Аб’ява вісела пяць дзён.\n"
    "Надвор’е сапсавалася, таму кіраўнік раёна сказаў, што работы пачнуцца толькі ў наступным месяцы.",
    "lv": "Uzņēmums “Vējdzirnavas” šogad pārdeva vairāk miltu nekā pērn, “jo cilvēki cep mājās”.\n"
    "“Tas mūs pārsteidza,” teica saimniece, kurai pieder arī kafejnīca “Pie dīķa” un veikals.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_apostrophes_within_words_and_quotes_around_them_come_back(language: str) -> None:
    text = TEXTS[language]
    found = clean(Channel("latin-1", DROPPED).damaged(text), language).text
    signs = [sign for sign in text if sign in "’“”"]
    assert [sign for sign in found if sign in "’“”„—–"] == signs


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("ru", "НОВАЯ БИБЛИОТЕКА ОТКРЫТА", "В городе открыта новая библиотека. Она работает каждый день."),
        ("uk", "НОВА БІБЛІОТЕКА ЗАПРАЦЮВАЛА", "У місті запрацювала нова бібліотека, повідомив мер."),
        ("bg", "НОВА БИБЛИОТЕКА", "В града отвори врати нова библиотека."),
    ],
)
def test_a_heading_in_capitals_is_read_by_the_words_below_it(language: str, heading: str, text: str) -> None:
    document = f"# {heading}\n\n{text}\n"
    cleaned = clean(Channel("latin-1", DROPPED).damaged(document), language)
    assert cleaned.text.split("\n")[0] == f"# {heading}"


def test_little_cyrillic_is_told_by_what_is_left_of_its_lead_bytes() -> None:
    text = "Гурток малювання зібрав дев’ятеро дітей, і вчителька вже шукає більшу кімнату."
    assert clean(Channel("latin-1", DROPPED).damaged(text)).language == "uk"
