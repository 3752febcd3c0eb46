"""What else a known company's name may be where a text has it."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


def _found(text: str) -> list[str]:
    return [fact.quote for fact in find_companies(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Deve usar a opção. Neste caso, se ele quiser ver, não há nada a fazer por isso.",
        "Il coniglio parla da un'ora. Adesso provo io ad ascoltarti: dunque, che cosa c'è in questo?",
        "Toho lze dosáhnout jen tak, že se to udělá jinak a bez nich.",
    ],
)
def test_a_frequent_word_of_the_text_s_language_begins_a_sentence_as_a_word(text: str) -> None:
    assert _found(text) == []


def test_the_same_name_is_a_company_in_another_language() -> None:
    assert _found("Suomalainen yhtiö kertoi luvuista. Neste on tyytyväinen vuoteen.") == ["Neste"]


@pytest.mark.parametrize(
    "text",
    [
        "Ser livre é ser justo. --Thomas Carlyle  O resto vem depois.",
        "Kdo ničemu nevěří, tomu také nikdo nevěří.\n\t\t-- Carlyle\n",
        "A car is made for those who drive it.\n— Ettore Bugatti",
    ],
)
def test_who_signs_a_saying_behind_a_dash_is_no_company(text: str) -> None:
    assert _found(text) == []


def test_companies_behind_a_dash_in_a_sentence_are_found() -> None:
    assert _found("A cartel of studios -- Viacom, Disney and Bertelsmann -- owns it.") == [
        "Viacom",
        "Disney",
        "Bertelsmann",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Copyright (c) 2019 Free Software Foundation, Inc.",
        "Moderní člověk nemá čas, a Lidl to ví.",
        "Das Auge übernimmt die Funktion und wird nicht müde, denn es ist der Ersatz für das Ohr.",
        "Nvidia, Intel and AMD gained.\n1. Dobrovský, the supercomputer in Ostrava, was to compute in May.",
        "The manual names the shell. Shell scripts are read by Shell once.",
        "Hat der Bauer Bock auf Schinken, bringt der Bauer Hafer.",
    ],
)
def test_words_that_only_look_like_companies_are_none(text: str) -> None:
    doubtful = {"Free", "Moderní", "Auge", "Dobrovský", "Shell", "Bock", "Hafer"}
    assert doubtful.isdisjoint(_found(text))
