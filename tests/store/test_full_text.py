import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.store.full_text import phrase, spaced
from curator.store.statements import chunks


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("", ""),
        ("plain", "plain"),
        ("数据", " 数  据 "),
        ("GPU数", "GPU 数 "),
        ("데이터", " 데  이  터 "),
        ("žluť", "žluť"),
    ],
)
def test_characters_of_scripts_without_spaces_stand_alone(text, parted):
    assert spaced(text) == parted


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("chip", '"chip"'),
        ('a "b"', '"a  b"'),
        ("chip*", '"chip" *'),
        ("…", ""),
        ("*", ""),
        ("_", ""),
        ("AND", '"AND"'),
    ],
)
def test_a_phrase_is_taken_by_the_letter(words, expression):
    assert phrase(words) == expression


def test_a_phrase_may_be_sought_in_one_column():
    assert phrase("chip", column="title") == 'title : "chip"'


@given(st.text())
def test_spaces_are_all_that_is_added(text):
    assert spaced(text).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.integers(), max_size=50), st.integers(1, 7))
def test_chunks_together_are_the_whole(ids, size):
    assert [number for chunk in chunks(ids, size) for number in chunk] == ids
