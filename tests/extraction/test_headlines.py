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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "沐岭新材周一宣布签署供货协议。沐岭新材总经理邓海说，产能将翻倍。",
            ["沐岭新材", "沐岭新材"],
        ),
        ("鈴谷樹脂は8日に発表した。鈴谷樹脂の堀内健社長が会見した。", ["鈴谷樹脂", "鈴谷樹脂"]),
        ("중견 조선사 남해조선이 4척을 수주했다. 남해조선 노조는 환영했다.", ["남해조선", "남해조선"]),
    ],
)
def test_an_eastern_name_is_told_by_its_head_or_trade(text: str, names: list[str]) -> None:
    assert _found(text) == names


def test_a_name_has_the_small_noun_that_always_stands_behind_it() -> None:
    text = "Bendrovė Dzūkijos grybai ieško pirkėjo. Pernai Dzūkijos grybai dirbo pelningai."
    assert _found(text) == ["Dzūkijos grybai", "Dzūkijos grybai"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L'embouteilleur Bullinéa, filiale du groupe Danone, rappelle ses eaux.", ["Bullinéa", "Danone"]),
        ("L'azienda, controllata da Enel, assume.", ["Enel"]),
        ("San Diego startup Lumafold has hired fifty engineers for its new office.", ["Lumafold"]),
        ("Сделку закрыли, рассказал владелец сети Артур Маилян.", []),
    ],
)
def test_what_stands_beside_a_noun_is_not_always_its_name(text: str, names: list[str]) -> None:
    assert _found(text) == names


def test_a_place_in_a_case_is_no_part_of_a_turkish_name() -> None:
    text = (
        "Toroslar Narenciye Rusya'ya satışı durdurdu\nMigros, Vestel ve Arçelik bekliyor. "
        "Toroslar Narenciye bugün duyurdu."
    )
    assert _found(text).count("Toroslar Narenciye") == 2
