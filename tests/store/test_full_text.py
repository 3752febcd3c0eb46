import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.store.database.full_text import phrase, spaced
from curator.store.database.statements import chunks


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("", ""),
        ("plain", "plain"),
        ("数据", " 数  据 "),
        ("GPU数", "GPU 数 "),
        ("데이터", " 데  이  터 "),
        ("žluť", "žluť"),
        ("Ёлка ёлка Київ", "елка елка Киів"),
        ("Ἀθῆναι", "αθηναι"),
        ("ＡＢ", "ab"),
        ("ΠΌΛΗΣ πόλης", "ΠοΛΗΣ πολησ"),
        ("Straße", "Strasse"),
        ("DIYARBAKIR Diyarbakır", "DIYARBAKIR Diyarbakir"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد أحمد", "محمد احمد"),
        ("が", " が "),
    ],
)
def test_words_are_indexed_without_case_and_accents_and_unspaced_scripts_by_the_character(text, parted):
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
def test_a_character_is_indexed_alike_in_every_company(text):
    assert spaced(f"数{text}") == f" 数 {spaced(text)}"


@given(st.text())
def test_what_was_indexed_is_found_again(text):
    assert spaced(spaced(text)).split() == spaced(text).split()


@given(st.lists(st.integers(), max_size=50), st.integers(1, 7))
def test_chunks_together_are_the_whole(ids, size):
    assert [number for chunk in chunks(ids, size) for number in chunk] == ids
