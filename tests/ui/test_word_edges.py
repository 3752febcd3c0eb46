"""What is selected is widened to whole words and numbers, and to nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.spans import Span
from curator.ui.reader.word_edges import named_words, trimmed, whole_words


def marked(text: str) -> tuple[str, Span]:
    """A text without its brackets, and what stood between them."""
    return text.replace("[", "").replace("]", ""), Span(text.index("["), text.index("]") - 1)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Návrh podá v bře[znu a úřa]d ho schválí.", "březnu a úřad"),
        ("Návrh podá[ v březnu ]a dost.", "v březnu"),
        ("Das Wer[k öffnet] bald.", "Werk öffnet"),
        ("It isn['t ope]n.", "'t open"),
        ("Nárůst o -[3,]5 % letos", "-3,5"),
        ("Nárůst o −3[,5] letos", "−3,5"),
        ("for $2[0 milli]on", "$20 million"),
        ("zu 2[0€] je Stück", "20€"),
        ("za 1111a1[%] dost", "1111a1%"),
        ("[ไ1]1 dost", "ไ11"),
        ("um 12,[5]% mehr", "12,5%"),
        ("za 1\u00a0250\u00a0[000] korun", "1\u00a0250\u00a0000"),
        ("mezi 10-[2]0 lety", "20"),
        ("od 2031-0[1-2]7 dál", "01-27"),
        ("the _har[bour_] opens", "harbour_"),
        ("the _har[bou]r_ opens", "harbour"),
        ("公司将[在明年]投产", "在明年"),
        ("その工場は[来年]開く", "来年"),
        ("한강전[자]는 내년에", "자"),
        ("โรงงาน[ใหม่]เปิด", "ใหม่"),
        ("مصن[ع جدي]د هنا", "مصنع جديد"),
        ("नया कार[खाना] है", "कारखाना"),
        ("Заво[д відкр]иють", "Завод відкриють"),
        ("x \U0001f600 ha[rbo]ur", "harbour"),
        ("harbour[ ]opens", " "),
        ("one\nha[rbour\ntw]o\n", "harbour\ntwo"),
        ("İstanbul[']da", "'"),
    ],
)
def test_a_selection_is_made_whole(text: str, whole: str) -> None:
    plain, selected = marked(text)
    assert whole_words(plain, selected).of(plain) == whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("u [Velmor]u dost", "Velmor"),
        ("u[ Velmor ]dost", "Velmor"),
        ("u[\u00a0\n]dost", "\u00a0\n"),
        ("u[]", ""),
    ],
)
def test_a_selection_is_trimmed_of_blanks_alone(text: str, found: str) -> None:
    plain, selected = marked(text)
    assert trimmed(plain, selected).of(plain) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("u [Velmor]u dost", "Velmor"),
        ("the o[perator rec]eived", "operator received"),
        ("Dź[wigbud]owi", "Dźwigbud"),
        ("Wi[sła Clo]ud", "Wisła Clo"),
        ("ו[שטראוס] הודיעה", "שטראוס"),
        ("群[创光]电", "创光"),
        ("T[el1]23 x", "Tel123"),
        ("in[ ]it", " "),
    ],
)
def test_a_name_is_whole_but_for_an_ending(text: str, found: str) -> None:
    plain, selected = marked(text)
    assert named_words(plain, selected).of(plain) == found


@given(st.text(st.sampled_from("aé1 ,.-$%_\n'字ไ한\U0001f600\u0301\u00a0"), max_size=20), st.data())
def test_a_whole_selection_holds_what_was_selected_and_stays_as_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = whole_words(text, Span(start, end))
    assert 0 <= found.start <= found.end <= len(text)
    assert text[start:end].strip() in found.of(text)
    assert whole_words(text, found) == found
