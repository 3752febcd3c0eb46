"""Companies written like their web address."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


def _found(text: str) -> list[str]:
    return [fact.quote for fact in find_companies(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Workers sued fintech tallypay.io. On Monday tallypay.io declined to comment.",
            ["tallypay.io", "tallypay.io"],
        ),
        ("Startup Koszykarz.to pozyskał 6 mln zł.", ["Koszykarz.to"]),
        ("Ricambista.it, il portale dei ricambi, ha sospeso le consegne.", ["Ricambista.it"]),
        ("Podľa riaditeľa kúpil Bylinkar.sk sklad v Nitre.", ["Bylinkar.sk"]),
        ("Ondertussen opende Bakkersplein.nl een magazijn.", ["Bakkersplein.nl"]),
    ],
)
def test_a_name_like_an_address_is_found_whole(text: str, quotes: list[str]) -> None:
    assert _found(text) == quotes


def test_a_known_name_keeps_the_end_of_its_address() -> None:
    facts = find_companies("W piątek Allegro.pl zdrożało, a Amazon.de obniżył ceny.")
    assert [(fact.quote, fact.name) for fact in facts] == [("Allegro.pl", "Allegro"), ("Amazon.de", "Amazon")]


@pytest.mark.parametrize(
    "text",
    [
        "Write to press@tallypay.io or visit example.com for details.",
        "The file is at data.example.io/list and on www.tallypay.io.",
        "Jak podaje portal Wiesci.pl, ceny rosną.",
        "Der Kurs stieg um 3.de Prozent.",
        "See Ricambista.it: frequently asked questions",
    ],
)
def test_an_address_alone_is_no_company(text: str) -> None:
    assert _found(text) == []
