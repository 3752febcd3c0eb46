"""Whose dollars and pesos a bare sign stands for."""

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract


def money(text: str, language: str) -> list[Fact]:
    return [fact for fact in extract(text, language) if fact.kind is FactKind.MONEY]


def units(text: str, language: str) -> list[str]:
    return [fact.unit or "" for fact in money(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("BUENOS AIRES.- El kilo vivo cotizó a $3.120 y el INDEC informó la inflación.", "es", "ARS"),
        ("SANTIAGO.- La bencina sube a $1.245 por litro, informó la UF diaria.", "es", "CLP"),
        ("BOGOTÁ. La gasolina cuesta $16.120 por galón, según el DANE.", "es", "COP"),
        ("MONTERREY.- La tortilla se vende en $22.50 el kilo, según el INEGI.", "es", "MXN"),
        ("TORONTO — The grocer paid $85 million in Ottawa, said OSFI.", "en", "CAD"),
        ("PERTH, Nov 10 — The ASX-listed miner lost $238 million.", "en", "AUD"),
        ("AUCKLAND: The dairy, watched by the RBNZ, made $12 million.", "en", "NZD"),
        ("SINGAPORE — An HDB flat fetched $1.18 million.", "en", "SGD"),
        ("HONG KONG — The flat, said the HKMA, costs $5.8 million.", "en", "HKD"),
        ("MONTRÉAL — Hydro-Québec versera 12 millions de dollars.", "fr", "CAD"),
    ],
)
def test_the_press_of_a_country_means_its_own_money(text: str, language: str, unit: str):
    assert units(text, language) == [unit]


def test_beside_american_dollars_a_place_is_enough():
    text = "La mina de Antofagasta, en Chile, vende a US$ 6 la libra y paga $539.000 al mes."
    assert units(text, "es") == ["USD", "CLP"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("SYDNEY, Nov 10 (Reuters) - The RBA and the ASX watched the $200 million bid.", "en"),
        ("TORONTO — The TSX firm paid C$410 million ($295 million), and $30 million in cash.", "en"),
        ("BUENOS AIRES — The INDEC said beef sells at $3.", "en"),
        ("NEW YORK — The Canadian lender from Toronto paid $410 million.", "en"),
        ("It cost $5.", "en"),
        ("Der Konzern aus Toronto zahlt $410 Millionen, sagt die OSFI.", "de"),
    ],
)
def test_others_mean_americas(text: str, language: str):
    assert units(text, language)[-1] == "USD"


def test_words_for_dollars_and_pesos_are_of_the_country_too():
    assert units("OTTAWA — The Bank of Canada says 40 million dollars went.", "en") == ["CAD"]
    assert units("SANTIAGO.- La multa es de 200 mil pesos.", "es") == ["CLP"]
    assert units("PERTH — ASX-listed, it fell to 4.5 cents, or 2.9 US cents.", "en") == ["AUD", "USD"]


def test_a_sign_that_may_be_of_either_is_doubted():
    (sure,) = money("It cost $5.", "en")
    (doubted,) = money("The bakery in Toronto, Canada took $5 for a loaf.", "en")
    assert doubted.unit == "USD"
    assert doubted.rule == "money.symbol.doubtful"
    assert doubted.confidence < sure.confidence


def test_a_company_of_another_country_may_still_count_in_americas_dollars():
    (fact,) = money("The Ottawa firm, listed on the TSX and Canada's largest, made $2.4 billion.", "en")
    assert fact.unit == "USD"
    assert fact.rule == "money.symbol.doubtful"


def test_a_capital_s_name_in_capitals_is_a_dateline():
    text = "CIUDAD DE MÉXICO.- El aguacate llegó a $89.50 el kilo, según Banxico."
    assert units(text, "es") == ["MXN"]


def test_a_sign_told_by_its_surroundings_is_less_sure_than_a_marked_one():
    told, marked = money("OTTAWA — The Bank of Canada sold $5 million and US$3 million.", "en")
    assert (told.unit, marked.unit) == ("CAD", "USD")
    assert told.confidence <= 0.95 < marked.confidence
    (ranged,) = money("OTTAWA — The Bank of Canada asked between $5 million and $8 million.", "en")
    assert ranged.unit == "CAD"
