"""What is the same in a name however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extraction.companies.spellings import folded, skeleton, words


@pytest.mark.parametrize(
    ("written", "plain"),
    [("ČEZ", "cez"), ("Żabka", "zabka"), ("Łódź", "lodz"), ("Škoda", "skoda"), ("Straße", "strasse"),
     ("Газпром", "газпром"), ("Лукойл", "лукойл"), ("Ёж", "еж"), ("Πειραιώς", "πειραιωσ"), ("İş", "is")],
)  # fmt: skip
def test_folding_takes_case_and_accents(written, plain):
    assert folded(written) == plain


def test_a_names_words_have_no_signs():
    assert words("L'Oréal S.A.") == ("l", "oreal", "s", "a")


@pytest.mark.parametrize(
    ("one", "other"),
    [("honda", "хонда"), ("wintershall", "винтерсхал"), ("naftogaz", "нафтогаз"), ("rosneft", "роснефть"),
     ("lukoil", "лукойл"), ("novatek", "новатек"), ("gazprom", "γκαζπρομ"), ("boeing", "боеинг")],
)  # fmt: skip
def test_one_sound_has_one_skeleton_in_every_alphabet(one, other):
    assert skeleton(one) == skeleton(other)


@given(st.text(st.characters(codec="ascii")))
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)
