"""The sign "h": how long something takes, or a time of day."""

from decimal import Decimal

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract


def hours(text: str, language: str) -> list[Decimal | None]:
    return [
        fact.value
        for fact in extract(text, language)
        if fact.kind is FactKind.QUANTITY and fact.unit == "hour"
    ]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Prohlídka trvá 2 h.", "cs", "2"),
        ("Cesta potrvá asi 3 h.", "sk", "3"),
        ("Opłata za parking przez 4 h wynosi 12 zł.", "pl", "4"),
        ("Die Fahrt dauert 5 h.", "de", "5"),
        ("Nach 6 h Fahrt kam er an.", "de", "6"),
        ("L'usine tourne 16 h par jour.", "fr", "16"),
        ("Le vol dure 2 h 30.", "fr", "2"),
        ("La visita dura 2 h.", "es", "2"),
        ("Trabajan 8 h diarias.", "es", "8"),
        ("La visita dura circa 2 h.", "it", "2"),
        ("A viagem demora 3 h.", "pt", "3"),
        ("De rit duurt 2 h.", "nl", "2"),
        ("The battery lasts 9 h.", "en", "9"),
        ("Matka kestää 7 h.", "fi", "7"),
        ("Útok trval 36 h.", "cs", "36"),
        ("Die Maschine läuft 2,5 h.", "de", "2.5"),
        ("Il a fallu plus de 3 h pour éteindre le feu.", "fr", "3"),
    ],
)
def test_hours_that_something_lasts_are_a_quantity(text: str, language: str, value: str):
    assert hours(text, language) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Začíná ve 14 h.", "cs"),
        ("Otevřeno od 8 h do 17 h.", "cs"),
        ("Stretnutie je o 9 h.", "sk"),
        ("Um 14 h beginnt das Spiel.", "de"),
        ("Am Samstag, 20 h, Stadthalle.", "de"),
        ("Le magasin ouvre à 8 h 30.", "fr"),
        ("Vendredi, 20 h, salle des fêtes.", "fr"),
        ("En Madrid, 17 h, plaza Mayor.", "es"),
        ("Sale a las 17 h.", "es"),
        ("Doors open at 19 h.", "en"),
        ("Anpfiff ist um 15.30 h.", "de"),
    ],
)
def test_an_hour_of_the_day_is_none(text: str, language: str):
    assert hours(text, language) == []


def test_a_part_of_an_article_is_no_hour():
    assert hours("Ст. 159 ч. 4 УК РФ", "ru") == []
