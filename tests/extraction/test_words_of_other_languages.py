"""Words that are an amount in English, or after another number, and everyday words here."""

import pytest

from curator.domain.facts import Approximation
from curator.extraction import extract


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nikdy neměl nastavovat ten parametr.", "cs"),
        ("Nie ustawiaj ten parametr.", "pl"),
        ("Vznikol ten token.", "sk"),
        ("Un grand bar a ouvert.", "fr"),
        ("Hun kjøpte en bil til kona.", "nb"),
        ("Per la xarxa emet una sola petició i té un sol disc.", "ca"),
        ("Herhangi bir yeni sürüm çıkar.", "tr"),
        ("Chaque machine est un nœud du réseau.", "fr"),
        ("Адрес одного узла сети.", "ru"),
        ("Un parámetro posicional se ignora.", "es"),
        ("Nó có một bảng mạch chính.", "vi"),
        ("這是一個二元套件。", "zh"),
        ("Lue secties 1 t.e.m. 4.", "nl"),
        ("Makro suorittaa osan 1p.", "fi"),
        ("時計は1度だけ更新される。", "ja"),
        ("Namnet avslutas med en C++-liknande ändelse.", "sv"),
    ],
)
def test_an_everyday_word_is_no_amount(text: str, language: str):
    assert extract(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Kosztuje dziesięć zł.", "pl", "PLN"),
        ("El precio es de tres soles.", "es", "PEN"),
        ("Doanh thu đạt 3 tỷ bảng.", "vi", "GBP"),
        ("Le vent souffle à 40 nœuds.", "fr", "knot"),
        ("Loppet är 120 ha stort.", "sv", "hectare"),
        ("这本书两元。", "zh", "CNY"),
    ],
)
def test_behind_another_number_it_stays_one(text: str, language: str, unit: str):
    assert [fact.unit for fact in extract(text, language)] == [unit]


def test_swedish_under_a_time_is_how_long_something_takes():
    (lasting,) = extract("Stödet ges under 9 månader.", "sv")
    (younger,) = extract("Barn under 5 år åker gratis.", "sv")
    assert lasting.approximation is Approximation.EXACT
    assert younger.approximation is Approximation.UNDER
