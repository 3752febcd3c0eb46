"""Readings: pieces read together read as they do alone, and repairs made in bulk are like any."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.cleaning.alphabetic.readings import Reader
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.edits import Edit, repairs_of
from curator.cleaning.images import images_of
from curator.domain.repairs import Alternative, Repair, RepairKind
from curator.domain.spans import Span

TEXTS = {
    "cs": "Řeřicha Šárčina přítele Ještě žlutější „kůň“ – ČEZ ďáblův naši’ Ouěřštín xřžýq",
    "ru": "Съешь ещё этих мягких булочек преобразовывающийся Щёлково переосвидетельствование бхщуэ",
}
CHANNELS = [
    Channel("cp1254", DROPPED),
    Channel("cp1252", Loss("?", "")),
    Channel("cp1252", DROPPED, 2),
    Channel("latin-1", DROPPED),
]


@pytest.mark.parametrize(
    "channel", CHANNELS, ids=lambda channel: f"{channel.name}, {channel.loss.undefined!r}"
)
@pytest.mark.parametrize("language", TEXTS)
def test_pieces_read_together_read_as_they_do_alone(channel: Channel, language: str) -> None:
    pieces = channel.damaged(TEXTS[language]).split(" ")
    together = Reader(channel, language)
    together.read([*pieces, *pieces])
    assert [together.readings(piece) for piece in pieces] == [
        Reader(channel, language).readings(piece) for piece in pieces
    ]


@given(st.lists(st.text(st.sampled_from("aÃÅÐâ€œ\x81\u0161\ufffd©íĞ?ж "), max_size=6)))
def test_pieces_are_decoded_each_within_its_own_bounds(pieces: list[str]) -> None:
    images = images_of(Channel("cp1252", DROPPED), "cs")
    expected: list[str | None] = []
    for piece in pieces:
        try:
            expected.append(piece.encode("cp1252").decode())
        except UnicodeError:
            expected.append(None)
    assert images.wholes(pieces) == expected


def test_repairs_made_in_bulk_are_like_any() -> None:
    other = (Alternative("d", 0.25),)
    edits = [
        Edit(1, 3, "č", RepairKind.MOJIBAKE, "windows-1252", 0.75, other),
        Edit(4, 5, "", RepairKind.CONTROL),
    ]
    first, second = repairs_of("aÄ\x8dbc\x00", edits)
    plain = Repair(Span(1, 3), Span(1, 2), "Ä\x8d", "č", RepairKind.MOJIBAKE, "windows-1252", 0.75, other)
    assert first == plain
    assert hash(first) == hash(plain)
    assert second == Repair(Span(4, 5), Span(3, 3), "c", "", RepairKind.CONTROL)
    assert copy.copy(first) == pickle.loads(pickle.dumps(first)) == first
    assert replace(first, after="ć").after == "ć"
    with pytest.raises(FrozenInstanceError):
        first.after = "ć"  # type: ignore[misc]
    assert repairs_of("abc", []) == ()
