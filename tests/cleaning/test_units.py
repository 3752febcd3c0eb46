"""Units: what sequences of a code page's characters show."""

from __future__ import annotations

import pytest

from curator.cleaning.damage.channels import PAGES, Channel
from curator.cleaning.damage.pages import is_plausible, page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("character", ["é", "ж", "中", "😀"])
def test_a_whole_sequence_reads_as_its_character_and_any_beginning_is_cut(name: str, character: str) -> None:
    image = Channel(name).image(character)
    units = page(name).units
    assert units[image].text == character
    assert units[image].is_whole
    assert units[image].is_good
    for end in range(1, len(image)):
        assert units[image[:end]].is_cut
        assert not units[image[:end]].text


def test_what_begins_no_sequence_stands_for_itself() -> None:
    known = page("cp1252").units["©"]
    assert known.text == "©"
    assert not known.is_whole
    assert not known.is_cut


@pytest.mark.parametrize("character", ["\xa0", "\u0377", "ж", "中", "힣", "\ufffd", "😀", "\U000e007f"])
def test_characters_of_prose_are_plausible(character: str) -> None:
    assert is_plausible(character)


@pytest.mark.parametrize("character", ["", "a", "\x9f", "\u0378", "\u2028", "\ue000", "\U000e0080"])
def test_controls_private_signs_and_nothing_are_not(character: str) -> None:
    assert not is_plausible(character)
