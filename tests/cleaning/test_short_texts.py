"""Titles and front-matter values of a few words, cleaned alone: repaired where one language has them."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss

TITLES = [
    "Energetický deník",
    "Klíčové",
    "Řízení",
    "Příští týden",
    "Íránský rial",
    "Łódź",
    "Gazeta Wyborcza – Łódź",
    "Größe",
    "L’Équipe",
    "Süddeutsche Zeitung",
    "Hürriyet",
    "Adevărul",
    "Ново",
    "Привет, мир",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("page", ["cp1254", "cp1252"])
def test_a_damaged_title_alone_is_repaired(title: str, page: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(title)).text == title


def test_a_word_with_a_replaced_byte_is_repaired() -> None:
    cleaned = clean(Channel("cp1252", Loss("\ufffd")).damaged("Slovenčina"))
    assert cleaned.text == "Slovenčina"


@pytest.mark.parametrize("title", ["Žluťoučký kůň", "El País", "Deník N", "Více času", "東京"])
def test_what_is_too_little_is_never_made_worse(title: str) -> None:
    damaged = Channel("cp1254", DROPPED).damaged(title)
    cleaned = clean(damaged).text
    assert not set("×̩̀") & set(cleaned)
    assert len(cleaned) <= len(damaged)


@pytest.mark.parametrize(
    "sentence",
    ["She called it “brave” and sat down.", "“Never,” said the mayor, “or so we hope — one day.”"],
)
@pytest.mark.parametrize("page", ["cp1252", "cp1254"])
def test_quotes_that_lost_their_last_byte_are_the_only_damage(sentence: str, page: str) -> None:
    damaged = sentence.encode().decode(page, "ignore")
    assert clean(damaged, "en").text == sentence


def test_an_undamaged_word_beside_damaged_ones_stays() -> None:
    line = "Campeonatos > III DivisÃ£o - SÃ©rie F > Jornadas Classificação"
    assert clean(line).text == "Campeonatos > III Divisão - Série F > Jornadas Classificação"


def test_emoji_keep_what_makes_them_pictures() -> None:
    text = "Přílišné teplo ⚠️ škodí lidem ❤️ a zvířatům. Výrobci říkají, že cena klesá ✔️ a přijde déšť."
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text
