"""Contests: which pieces can tell one channel from another."""

from __future__ import annotations

import pytest

from curator.cleaning.contests import unlike
from curator.cleaning.damage.channels import DROPPED, Channel

WESTERN, TURKISH = Channel("cp1252", DROPPED), Channel("cp1254", DROPPED)


@pytest.mark.parametrize("word", ["“kůň“", "včera", "Žofie", "Řek", "úřad"])
def test_a_word_that_both_leave_alike_tells_nothing(word: str) -> None:
    assert WESTERN.damaged(word) == TURKISH.damaged(word)
    assert not unlike(WESTERN, TURKISH, "cs").search(TURKISH.damaged(word))


@pytest.mark.parametrize("word", ["Ďábel", "čára", "😀", "ώρα"])
def test_a_word_that_either_may_have_made_of_another_tells(word: str) -> None:
    language = "el" if word == "ώρα" else "cs"
    assert unlike(WESTERN, TURKISH, language).search(TURKISH.damaged(word))


def test_the_same_channel_twice_has_nothing_to_tell() -> None:
    assert not unlike(WESTERN, WESTERN, "cs").search(WESTERN.damaged("Ďábel a čára"))
