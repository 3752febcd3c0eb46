"""Names, foreign letters, headings and signs come out right where the word lists don't know them."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.channels import DROPPED, Channel

BEFORE = {
    "cs": "Včera večer řekl primátor, že město letos opraví tři mosty a příští rok začne stavět školu.",
    "sk": "Včera večer povedal primátor, že mesto tento rok opraví tri mosty a začne stavať školu.",
    "ru": "Вчера вечером мэр сказал, что город в этом году починит три моста и начнёт строить школу.",
    "uk": "Учора ввечері мер сказав, що місто цього року полагодить три мости й почне будувати школу.",
    "el": "Χθες το βράδυ ο δήμαρχος είπε ότι η πόλη θα επισκευάσει φέτος τρεις γέφυρες και ένα σχολείο.",
    "ro": "Aseară primarul a spus că orașul va repara anul acesta trei poduri și va începe să construiască.",
}
SENTENCES = [
    ("cs", "Emise CO₂ klesly na 2×10⁵ tun, hladina v tónině B♭ a hvězdy ★★★ nikoho nezajímaly."),
    ("sk", "V článku stálo, že “harbour” a “quay”, teda prístav, sa píšu “inak”."),
    ("ru", "Новый тренер Ашевар Алгримов подписал контракт."),
    ("ru", "Проект спонсировался местными предпринимателями."),
    ("el", "Ο προπονητής Κάσεβιρ υπέγραψε το συμβόλαιο."),
    ("ro", "Cartea „Pădurea” a fost tipărită şi la Iaşi, iar fişierele au ajuns la Braşov: FIŞIERE VECHI."),
]


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_a_sentence_with_what_word_lists_lack_comes_back(language: str, sentence: str) -> None:
    text = "\n".join([BEFORE[language], sentence])
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text
