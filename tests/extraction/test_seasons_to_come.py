"""Seasons without a year, days that something is put off to, weekdays with their number."""

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract

REFERENCE = "2026-03-12"


def dates(text: str, language: str) -> list[str]:
    found = extract(text, language, REFERENCE)
    return [f"{fact.low}..{fact.high}" for fact in found if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Halle öffnet im Herbst."),
        ("fr", "La halle ouvrira à l'automne."),
        ("es", "La lonja abrirá en otoño."),
        ("pt", "O mercado vai abrir no outono."),
        ("cs", "Tržnici otevřou na podzim."),
        ("pl", "Hala ruszy jesienią."),
        ("ru", "Рынок откроется осенью."),
        ("fi", "Halli avataan syksyllä, työt alkavat syksyllä."),
        ("tr", "Pazar sonbaharda açılacak."),
    ],
)
def test_what_is_to_come_in_a_season_is_in_the_next_one(language: str, text: str):
    assert set(dates(text, language)) == {"2026-09-01..2026-11-30"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Prices will fall by 3%."),
        ("de", "Im Herbst war es oft nass."),
        ("es", "El otoño es húmedo."),
        ("pl", "Jesienią bywało mokro."),
    ],
)
def test_a_season_of_no_year_is_no_date(language: str, text: str):
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("it", "Il giudice ha rinviato l'udienza al 21 settembre.", "2026-09-21"),
        ("en", "The hearing was adjourned to 21 September.", "2026-09-21"),
        ("fr", "Le procès est renvoyé au 21 septembre.", "2026-09-21"),
        ("es", "El juez citó para el próximo martes al testigo.", "2026-03-17"),
        ("es", "La feria empieza el domingo 29 y cierra tarde.", "2026-03-29"),
        ("lt", "Jis gimė 1951-ųjų gegužės 4 d.", "1951-05-04"),
    ],
)
def test_a_day_is_the_one_that_something_is_set_for(language: str, text: str, day: str):
    assert dates(text, language) == [f"{day}..{day}"]


def test_the_end_of_next_month_stands_behind_it_in_hindi():
    assert dates("अगले महीने के अंत तक काम होगा।", "hi") == ["None..2026-04-30"]


def test_what_holds_from_next_year_on_begins_there_in_estonian():
    assert dates("Kord kehtib järgmisest aastast.", "et") == ["2027-01-01..None"]
