"""New companies told by what is said of them, without a company noun, a legal form or a table."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


def written(text: str) -> list[str]:
    return [fact.quote for fact in find_companies(text)]


def names(text: str) -> list[str]:
    return [str(fact.name) for fact in find_companies(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shares in Torvaldry fell.", ["Torvaldry"]),
        ("Die Torvaldry-Aktie stieg.", ["Torvaldry"]),
        ("Akcie Torvaldry klesly.", ["Torvaldry"]),
        ("He sold a stake in Torvaldry on Monday.", ["Torvaldry"]),
        ("Torvaldry employs 300 people in Hull.", ["Torvaldry"]),
        ("Nobody knew of Torvaldry, which employs 300 people.", ["Torvaldry"]),
        ("Torvaldry, founded in Hull in 1931, moves.", ["Torvaldry"]),
        ("Torvaldry Raises $40 Million In Series B Funding", ["Torvaldry"]),
        ("Ostravský Torvald zvýšil tržby o pět procent.", ["Torvald"]),
        ("Siemens, Torvaldry und Bosch kooperieren.", ["Siemens", "Torvaldry", "Bosch"]),
        ("Torvaldry.ai opens an office.", ["Torvaldry.ai"]),
        ("Advokati zastupuju Torvald & Synové.", ["Torvald & Synové"]),
        ("La compañía alicantina Torvaldry crece.", ["Torvaldry"]),
        ("Producătorul de mobilă Torvaldry crește.", ["Torvaldry"]),
    ],
)
def test_what_is_said_of_a_name_shows_a_company(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Torvaldry said on Monday that it rains. Torvaldry plans a trip.",
        "Anna Torvaldry employs 300 people. Torvaldry employs many.",
        "Diese Investition umfasst zwei Werke. Der Umsatz der Investition stieg.",
        "Shares in Europe fell. Germany employs 3,000 judges.",
        "The FTSE 100 closed higher.",
        "Siemens i Luleå varslar 140.",
    ],
)
def test_persons_places_and_nouns_are_none(text):
    assert [name for name in names(text) if name != "Siemens"] == []


BUSINESS = "Microsoft, Siemens, Toyota. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Včera Vltavec a Google podepsali smlouvu.", "Vltavec"),
        ("Dnes tam Vltavec vyrábí okna.", "Vltavec"),
        ("Oggi acquista Vltavec.", "Vltavec"),
        ("Ieri il concorrente Vltavec ha taciuto.", "Vltavec"),
        ("Ayer habló Vltavec, que factura 4 millones.", "Vltavec"),
        ("Ayer compró el 50 % de Vltavec.", "Vltavec"),
        ("Motory dodá Vltavec.", "Vltavec"),
        ("Zanimanje je pokazala Vltavec.", "Vltavec"),
        ("In Gent ontslaat Vltavec de helft.", "Vltavec"),
    ],
)
def test_less_is_enough_for_a_company_among_companies(text: str, found: str) -> None:
    assert found in names(BUSINESS + text)
    assert found not in names(text.replace("Google", "Jana"))


@pytest.mark.parametrize(
    "text",
    [
        "Juraj Hlavina přišel. Dnes tam Hlavina vyrábí okna.",
        "Dodavatel z Remscheidu vyrábí okna.",
        "Kupec prodává domy.",
        "Senát Vltavec vyrábí okna.",
    ],
)
def test_people_towns_and_words_at_the_head_of_a_sentence_are_none(text: str) -> None:
    assert names(BUSINESS + text) == ["Microsoft", "Siemens", "Toyota"]


def test_a_town_and_a_verb_of_trade_show_a_company() -> None:
    assert names("Osječki Kornatura preuzeo je pekare.") == ["Kornatura"]
    assert names(BUSINESS + "Ayer Kornatura, de Banyeres, vende su planta.")[3:] == ["Kornatura"]
    assert names("Zadarski Kornatura proizvodi brodove.") == ["Kornatura"]
    assert names("De norske Kornatura selger båter.") == ["Kornatura"]


def test_an_adjective_of_a_country_shows_a_company_among_companies() -> None:
    assert "Hlavatec" in names(BUSINESS + "Oggi la svedese Hlavatec tace.")
    assert names(BUSINESS + "Oggi lo svedese Jan Hlavatec tace. Hlavatec tace.")[3:] == []


def test_the_first_sentence_tells_as_a_headline_does() -> None:
    text = "Condamnée à payer, Torvalda Sud fait appel. Torvalda Sud traite les eaux. Danone, Axa, Renault. "
    assert names(text)[:2] == ["Torvalda Sud", "Torvalda Sud"]
    assert names(text.replace("Danone, Axa, Renault", "Rien")) == []


def test_an_adjective_of_a_town_stands_behind_an_article() -> None:
    assert "Torvald" in names(BUSINESS + "Het Utrechtse Torvald gaat in beroep. Wij zagen Torvald.")
    assert names(BUSINESS + "La Settimana Torvalda. La Settimana Torvalda.")[3:] == []
    assert names("İzmir merkezli Torvald kırk kişiyi işten çıkardı.") == ["Torvald"]


def test_an_adjective_before_a_company_noun_is_no_name() -> None:
    assert names("Anduril, Boeing, Airbus and a Welsh manufacturer met.") == ["Anduril", "Boeing", "Airbus"]


def test_forms_of_one_name_count_as_the_same_name() -> None:
    text = BUSINESS + "Elbocsátás a Körösmenti Torvaldnál\nA Körösmenti Torvald sok embert küld el."
    assert names(text)[3:5] == ["Körösmenti Torvald", "Körösmenti Torvald"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De werf Van der Torvald Marine bouwt schepen.", ["Van der Torvald Marine"]),
        ("As Lojas Torvalda fecharam. O presidente da Torvalda saiu.", ["Lojas Torvalda", "Lojas Torvalda"]),
        ("Pengolah kopi Kopi Torvalda di Mataram merumahkan pekerja dan yang lain.", ["Kopi Torvalda"]),
        ("Bilboko Torvalda startupak bi milioi lortu ditu.", ["Torvalda"]),
        ("Алматылық Торвалд стартабы инвестиция тартты.", ["Торвалд"]),
        ("Havlu üreticisi Torvaldsal konkordato ilan etti. Torvaldsal sıkıntıda.", ["Torvaldsal"] * 2),
        ("חברת הסטארט־אפ טורוולדים גייסה 8 מיליון דולר.", ["טורוולדים"]),
        ("شرکت لبنیات توروالد کارخانه خود را تعطیل کرد.", ["لبنیات توروالد"]),
    ],
)
def test_a_name_ends_where_its_language_ends_it(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("W Gdyni Torwald zwodował prom. Torwald sprzeda prom.", ["Torwald", "Torwald"]),
        ("Финансира Торвалд. Дълг към Торвалд няма.", ["Торвалд", "Торвалд"]),
        ("Тульский Торвальдпром подал иск. Интересы Торвальдпрома важны.", ["Торвальдпром", "Торвальдпрома"]),
        ("Stečaj je najavila Torvaldska ciglana, a gradi Torvaldska ciglana.", ["Torvaldska ciglana"] * 2),
        ("Plants run by aluminium maker Torvald closed.", ["Torvald"]),
        ("Les Papeteries de la Vienne ferment.", ["Papeteries de la Vienne"]),
    ],
)
def test_the_words_before_a_name_are_none_of_it(text: str, found: list[str]) -> None:
    assert written(BUSINESS + text)[3:] == found


def test_a_film_maker_is_none() -> None:
    assert names("The film maker Torvald came. A policy maker Brunner came.") == []
