"""The words of languages that little text was counted of get their frequencies from the letters of news."""

from pathlib import Path
from types import SimpleNamespace

import pytest

BUILDERS = Path(__file__).parents[2] / "packaging" / "data"
ALIKE = SimpleNamespace(frequency=lambda word: 1e-3)
"""News in which all words are as common."""


@pytest.fixture
def builder(monkeypatch):
    monkeypatch.syspath_prepend(str(BUILDERS))
    return __import__("build_languages")


def test_what_only_the_dictionary_knows_is_as_common_as_its_letters(builder):
    assert builder.by_letters({"მდინარე": 1e-7}, "ka", ALIKE) == {"მდინარე": 1e-3}


def test_what_was_counted_has_a_part_in_it(builder):
    assert 1e-5 < builder.by_letters({"მდინარე": 1e-5}, "ka", ALIKE)["მდინარე"] < 1e-3


def test_brief_words_are_no_commoner_than_they_were_counted(builder):
    found = builder.by_letters({"არი": 1e-7, "ორი": 2e-4}, "ka", ALIKE)
    assert found == {"ორი": 2e-4, "არი": 1e-7}


def test_letters_that_never_meet_still_leave_a_word(builder):
    unseen = SimpleNamespace(frequency=lambda word: 0.0)
    assert 0 < builder.by_letters({"ჰყჟე": 1e-7}, "ka", unseen)["ჰყჟე"] < 1e-8
