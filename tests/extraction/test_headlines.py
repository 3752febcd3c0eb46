"""New companies that a headline names and the text again."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


def _found(text: str) -> list[str]:
    return [fact.quote for fact in find_companies(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "Samudra Boga gugat pesaing soal merek\nKamis lalu Samudra Boga mengajukan berkas. "
                "Indofood, Unilever dan Nestlé menolak berkomentar."
            ),
            "Samudra Boga",
        ),
        (
            (
                "Luzzardi Motori in difficoltà\nIl tribunale ha ascoltato la Luzzardi Motori. "
                "Anche Stellantis, Ferrari e Pirelli attendono."
            ),
            "Luzzardi Motori",
        ),
        (
            (
                "Havnegade Bryg stævner konkurrent\nI retten mødte Havnegade Bryg fredag. "
                "Carlsberg, Heineken og Arla fulgte sagen."
            ),
            "Havnegade Bryg",
        ),
    ],
)
def test_a_name_of_two_words_in_headline_and_text_is_a_company(text: str, name: str) -> None:
    assert _found(text).count(name) == 2


@pytest.mark.parametrize(
    "text",
    [
        # a person in office, a town, a name that no company stands beside
        "Estelle Kovarnik quitte Veolia\nEstelle Kovarnik, directrice, rejoint Danone, Airbus ou Suez.",
        "Concerts in Rivas Vaciamadrid\nShell, Ikea and Nestlé pay for concerts in Rivas Vaciamadrid.",
        "Karevan Odlund singt\nAm Sonntag singt Karevan Odlund im Dom.",
    ],
)
def test_persons_and_towns_in_headlines_are_none(text: str) -> None:
    names = {"Estelle Kovarnik", "Rivas Vaciamadrid", "Karevan Odlund"}
    assert names.isdisjoint(_found(text))
