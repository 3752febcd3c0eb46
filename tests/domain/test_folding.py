import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.folding import folded, sought


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NVIDIA", "nvidia"),
        ("Žluťoučký KŮŇ", "zlutoucky kun"),
        ("Łódź", "lodz"),
        ("ＡＢＣ", "abc"),
        ("Straße", "STRASSE"),
        ("Ёлка", "елка"),
        (" two\n words ", "two words"),
    ],
)
def test_case_accents_and_width_make_no_difference(one, other):
    assert folded(one) == folded(other)


def test_syllables_and_characters_stay_as_they_are():
    assert folded("삼성") == "삼성"
    assert folded("英伟达") == "英伟达"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_what_is_sought_does_not_depend_on_case(text):
    assert sought(sought(text)) == sought(text)


@pytest.mark.parametrize(
    ("one", "other"), [("IŞIK", "ışık"), ("İzmir", "izmir"), ("Ποίησης", "ΠΟΙΗΣΗΣ"), ("كِتَاب", "كتاب")]
)
def test_words_are_sought_without_case_accents_and_vowel_signs(one, other):
    assert sought(one) == sought(other)
