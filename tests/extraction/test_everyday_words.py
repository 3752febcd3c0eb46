"""Words of the language that stand where companies' names do: headings, programs, kinds of things."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


def names(text: str) -> list[str]:
    return [str(fact.name) for fact in find_companies(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Open the Removable Media window. There removable drives and other media are listed.",
        "Use o aplicativo Relógios. Os relógios mostram a hora.",
        "Jede Anlegerin kennt Dividenden Ihrer Aktien.",
        "Η υπηρεσία «Επαφές» βοηθά. Η εφαρμογή Φωτογραφίες δείχνει τις φωτογραφίες.",
        "See the Vendor Numbers and the Exchange Rates in the list.",
        "Zeige nie in Reden Trotz und Mut, sondern in Taten.",
        "Die Vorgabegruppe des Benutzers wird verwandt.",
        "Alle Entwickler diese Nachrichten lesen.",
        "Zinsen sind Barzahlungen, die die Unternehmen leisten.",
        "Thus, stocks are held for years. Generally, base services are few.",
        "O banco de dados Mimevela guarda tudo.",
        "the name of the publisher of the Modified Version",
        "Der Knabe sah einen Fuchs, und das ist nicht wenig.",
        "Oricare dintre ele poate fi așa, și încă una.",
        "Spod znaku Strzelca: Hitler, Guebold, Pinochet. Spod znaku Ryb: Hitler, Guebold, Pinochet.",
        "Buka aplikasi pengolah kata Anda. Itu yang harus dilakukan dengan cepat.",
        "Sok gyártó megpróbál színprofilokat adni, és ez jó, hogy az van.",
        "The parent account of Equity and the sum of all.",
        "The works opened in spring. So energy prices rose. Next games begin.",
        "Cards such as CF, SD, MMC or MS are read.",
        "Tudo isso dizia o velho Chandler\n Sempre soube que era assim.",
        "Os computadores nunha rede Windows falan; la chaîne ASCII est lue; sieci Wi-Fi w domu.",
        "Nell'insediamento alla Casa Bianca c'erano molti.",
        "Die Benutzer Ihres Systems sind nicht viele.",
    ],
)
def test_they_are_no_companies(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The retailer Kettle Lane closed. A kettle cost $5 in the shops.", ["Kettle Lane"]),
        ("Startup «Kvítek» získal miliony. Květ a kvítek tam rostou.", ["Kvítek"]),
        ("Vendor Brackmoor closed on Monday.", ["Brackmoor"]),
        ("The retailer The Works opened a shop.", ["The Works"]),
    ],
)
def test_a_name_stays_one_that_has_more_than_them(text: str, found: list[str]) -> None:
    assert names(text)[: len(found)] == found
