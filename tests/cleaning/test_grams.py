"""Languages by n-grams of letters: sentences are told, whatever stands around the letters is left out."""

from __future__ import annotations

import pytest

from curator.cleaning.languages import CYRILLIC, LATIN, language_of
from curator.cleaning.models.grams import letters, likeliest

SENTENCES = {
    "cs": "Sousedka přinesla košík jablek a řekla, že letos je jich víc než loni",
    "sk": "Suseda priniesla košík jabĺk a povedala, že tento rok je ich viac než vlani",
    "pl": "Sąsiadka przyniosła kosz jabłek i powiedziała, że w tym roku jest ich więcej",
    "hu": "A szomszéd egy kosár almát hozott, és azt mondta, idén több termett, mint tavaly",
    "de": "Die Nachbarin brachte einen Korb Äpfel und sagte, dieses Jahr seien es mehr als sonst",
    "fi": "Naapuri toi korillisen omenoita ja sanoi, että niitä on tänä vuonna enemmän kuin viime vuonna",
    "ru": "Соседка принесла корзину яблок и сказала, что в этом году их больше, чем в прошлом",
    "uk": "Сусідка принесла кошик яблук і сказала, що цього року їх більше, ніж торік",
    "bg": "Съседката донесе кошница ябълки и каза, че тази година са повече от миналата",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_told_by_its_letters(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


def test_sureness_is_shared_among_the_languages_asked_for() -> None:
    asked = ("cs", "sk", "pl")
    language, sureness = likeliest("sousedka přinesla košík jablek", asked)
    assert language == "cs"
    assert 1 / 3 < sureness <= 1


def test_a_text_without_known_letters_is_told_with_no_sureness() -> None:
    assert likeliest("", ("cs", "pl"))[1] == pytest.approx(0.5)


def test_capitals_are_told_as_small_letters() -> None:
    small = likeliest("naapuri toi korillisen omenoita", LATIN)
    assert likeliest("NAAPURI TOI KORILLISEN OMENOITA", LATIN) == small


def test_every_gram_has_a_row_or_none() -> None:
    table = letters()
    for grams in table.grams:
        assert (grams.keys[1:] > grams.keys[:-1]).all()
        assert grams.rows.min() >= 0
        assert grams.rows.max() <= table.weights.shape[0]
    assert {"ru", "uk", "bg", "sr"} <= set(table.languages) & set(CYRILLIC)
