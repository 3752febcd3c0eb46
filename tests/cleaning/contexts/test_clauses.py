"""The rest of a Serbian clause tells which of its shortest words was damaged."""

import pytest

from curator.cleaning import clean
from curator.cleaning.alphabetic.readings import Reading
from curator.cleaning.contexts.clauses import by_clause
from curator.cleaning.damage.channels import DROPPED, Channel


def best(before: str, choices: str, behind: str) -> str:
    """The best of some readings that are alike by themselves."""
    readings = [Reading(text, -4.0, ()) for text in choices.split()]
    return by_clause("sr", readings, before, behind)[0].text


@pytest.mark.parametrize(
    ("before", "choices", "behind", "right"),
    [
        ("Јуче ", "је се ће", " у болници после свега говорила и докторка", "је"),
        ("Он каже да ", "је се ће", " о томе код нас ретко пише", "се"),
        ("Општина ", "се је ће", " пругу до јесени обновити", "ће"),
        ("Верује да ", "се ће је", " њихов рад важан", "је"),
        ("Тврди да ", "је се", " на конкурс пријавила само једна фирма", "се"),
        ("Тридесет пчелара удружило ", "је се", " и отворило продавницу", "се"),
        ("Сада ", "је се", " цена зна", "се"),
        ("не слаже се ", "у с", " мајстором", "с"),
        ("Живи ", "с у", " великом граду", "у"),
        ("Разговарали су ", "у с", " лекарима", "с"),
    ],
)
def test_serbian_particles_and_prepositions_by_their_clause(
    before: str, choices: str, behind: str, right: str
) -> None:
    assert best(before, choices, behind) == right


def test_clauses_end_at_signs_and_at_conjunctions() -> None:
    assert best("Он пита ко ", "је се", " ту, а она се смеје") == "је"
    assert best("Рекла је да ", "се је", " дошла") == "је"


def test_readings_of_other_languages_stay_in_their_order() -> None:
    readings = (Reading("је", -4.0, ()), Reading("се", -3.0, ()))
    assert by_clause("mk", readings, "", " пише") == readings


def test_names_amid_sentences_are_rarer_words_than_others_with_a_capital() -> None:
    text = "Састанак ће бити одржан у Нишу, а следећи у Шапцу. Град је томе дао двадесет хиљада динара."
    assert clean(Channel("cp1250", DROPPED).damaged(text), "sr").text == text
