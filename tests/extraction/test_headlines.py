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
        (  # the family's name, and a verb of trade in a text that names few others
            (
                "Molini Casarini compra un rivale\n«Cresceremo», promette Enzo Casarini a Barilla. "
                "La Molini Casarini è di Imola."
            ),
            "Molini Casarini",
        ),
        (
            (
                "Tribunal trava venda da Metalúrgica do Vouga\n"
                "O juiz suspendeu a venda da Metalúrgica do Vouga. A fábrica deve ao BCP, o maior credor."
            ),
            "Metalúrgica do Vouga",
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


def test_an_arabic_name_ends_where_the_text_has_it_oftenest() -> None:
    text = (
        "إلزام شركة رمال العمران بدفع 20 مليون درهم\n"
        "قضت المحكمة بإلزام شركة رمال العمران بدفع 20 مليون درهم. وقالت محامية رمال العمران إنها ستستأنف."
    )
    assert _found(text) == ["رمال العمران"] * 3


def test_a_cyrillic_adjective_takes_the_noun_that_the_text_has_with_it_again() -> None:
    text = "Мандрата Странджански мляко спря износа. Странджански мляко дължи пари, каза управителят."
    assert _found(text) == ["Странджански мляко"] * 2


def test_chinese_news_of_suits_and_bids_names_companies() -> None:
    text = "云沐茶业周三起诉竞争对手。企业公告称，拟收购德川科技全部股权。"
    assert _found(text) == ["云沐茶业", "德川科技"]
