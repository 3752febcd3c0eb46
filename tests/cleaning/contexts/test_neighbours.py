"""What stands beside a doubtful word tells which one it was."""

import pytest

from curator.cleaning import clean
from curator.cleaning.alphabetic.readings import Reading
from curator.cleaning.contexts.neighbours import neighbours_of
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.models.pairs import BREAK, NUMBER, classes_of


def settled(language: str, before: str, choices: str, behind: str) -> str:
    """The best of some readings that are alike by themselves."""
    neighbours = neighbours_of(language)
    assert neighbours is not None
    slot = [Reading(text, -8.0, ()) for text in choices.split()]
    return neighbours.settled([slot], [before, behind])[0][0].text


@pytest.mark.parametrize(
    ("before", "choices", "behind", "right"),
    [
        ("Влада каже да ", "је се ће", " платити штету", "ће"),
        ("Кућа ", "се је ће", " била празна", "је"),
        ("Радници су ", "је се ће", " вратили на посао", "се"),
    ],
)
def test_serbian_particles_by_what_stands_beside_them(
    before: str, choices: str, behind: str, right: str
) -> None:
    assert settled("sr", before, choices, behind) == right


@pytest.mark.parametrize(
    ("language", "before", "choices", "behind", "right"),
    [
        ("uk", "Ціни зростуть. ", "На За", " словами міністерки, торік було гірше", "За"),
        ("ru", "Заседание прошло в ", "среды среду", " вечером", "среду"),
        ("ru", "Рабочие возвели ", "новых новую", " станцию", "новую"),
        ("el", "Το νερό λείπει από ", "την του", " πόλη", "την"),
    ],
)
def test_words_go_with_the_cases_beside_them(
    language: str, before: str, choices: str, behind: str, right: str
) -> None:
    assert settled(language, before, choices, behind) == right


def test_common_words_are_known_by_themselves_and_others_by_their_endings() -> None:
    assert classes_of("на", {"на"}) == ("на", "=на", "~а")
    assert classes_of("градове", {"на"}) == ("-ове", "=ве", "~е")
    assert classes_of("град", ()) == ("-ад", "=ад", "~д")


def test_numerals_in_words_count_as_numbers_too() -> None:
    assert classes_of("сорок", ()) == ("-рок", "=ок", "~к", NUMBER)


def test_numbers_and_punctuation_have_no_endings() -> None:
    assert classes_of(NUMBER, ()) == (NUMBER,)
    assert classes_of(BREAK, ()) == (BREAK,)


def test_languages_without_pairs_have_no_neighbours() -> None:
    assert neighbours_of("fi") is None


def test_a_noun_behind_an_accusative_may_be_a_genitive() -> None:
    text = "Комиссия провела оценку воздействия на реку, и завод открыл движение по мосту для жителей."
    assert clean(Channel("cp1254", DROPPED).damaged(text), "ru").text == text
