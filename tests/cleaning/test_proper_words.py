"""Words that are written with a capital wherever they stand, or all in capitals, are known as such."""

import pytest

from curator.cleaning.alphabetic.readings import reader
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.models.proper_words import INITIALS, NAME, gain_of
from curator.cleaning.models.words import words_of

HALF_LOST = Channel("latin-1", DROPPED)


@pytest.mark.parametrize(
    ("language", "word"),
    [("ru", "станция"), ("ru", "тут"), ("bg", "станция"), ("sr", "триста")],
)
def test_a_word_is_read_rather_than_a_name_without_its_capital(language: str, word: str) -> None:
    assert reader(HALF_LOST, language).readings(HALF_LOST.damaged(word))[0].text == word


@pytest.mark.parametrize(
    ("language", "names", "initials", "others"),
    [
        ("ru", "франция москву тараса", "сша ссср", "станция лев мир"),
        ("uk", "київ франція", "сша срср", "станція любов"),
        ("be", "францыі мінску", "зша", "станцыя яны"),
        ("bg", "българия франция", "", "станция дори роден"),
        ("mk", "грција никола", "", "власта роден"),
        ("sr", "србију европи", "ссср", "станица триста"),
        ("el", "αθήνα γαλλία", "ηπα", "πόλη"),
    ],
)
def test_names_and_initials_are_told_from_other_words(
    language: str, names: str, initials: str, others: str
) -> None:
    words = words_of(language)
    assert words is not None
    assert {words.kind(word) for word in names.split()} == {NAME}
    assert {words.kind(word) for word in initials.split()} <= {INITIALS}
    assert {words.kind(word) for word in others.split()} == {0}


def test_a_name_of_francium_s_stem_is_one_all_the_same() -> None:
    """The dictionary has "франция" in small letters, too, as a form of a word that is hardly ever used."""
    words = words_of("ru")
    assert words is not None
    assert words.kind("франция") == NAME
    assert words.kind("франций") == 0


def test_words_of_languages_without_such_knowledge_are_no_names() -> None:
    words = words_of("cs")
    assert words is not None
    assert not words.kinds
    assert words.kind("praha") == 0


@pytest.mark.parametrize(("kind", "text"), [(NAME, "Франция"), (INITIALS, "США")])
def test_the_usual_capitals_are_likelier_than_all_others(kind: int, text: str) -> None:
    forms = {text.lower(), text.upper(), text.capitalize()} - {text}
    assert all(gain_of(kind, text) > gain_of(kind, other) for other in forms)
