"""Imprints: a damaged word has all the known words for readings that the channel leaves so, and no others."""

from __future__ import annotations

import pytest

from curator.cleaning.alphabetic.chains import chains_of
from curator.cleaning.alphabetic.imprints import imprints_of
from curator.cleaning.alphabetic.readings import reader
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.models.scores import scores_of
from curator.cleaning.models.words import words_of
from curator.cleaning.origins import likeliest_cyrillic

CHANNELS = [Channel("latin-1", DROPPED), Channel("cp1254", DROPPED)]
WORDS = {
    "ru": "учёные Если рубля мышь Врачи сорт преобразование хрщъ",
    "sr": "Научници тај Госте Ђорђе триста",
    "el": "Θεσσαλονίκη στη κόσμος Ζωγράφου",
}


@pytest.mark.parametrize("channel", CHANNELS, ids=str)
@pytest.mark.parametrize("language", WORDS)
def test_a_piece_has_the_known_words_that_the_channel_leaves_so(language: str, channel: Channel) -> None:
    words, chains = words_of(language), chains_of(channel, language)
    assert words is not None
    assert chains is not None
    pieces = {piece: chains.chain(piece) for piece in channel.damaged(WORDS[language]).split()}
    asked = {piece: chain for piece, chain in pieces.items() if chain.is_word}
    assert asked
    left: dict[str, set[str]] = {piece: set() for piece in asked}
    for word in words.words:
        written = word[:-1] + "ς" if word.endswith("σ") else word
        for text in (written, written[:1].upper() + written[1:]):
            piece = channel.damaged(text)
            if piece in left and asked[piece].has(text):
                left[piece].add(text)
    found = imprints_of(channel, words).originals(asked)
    assert {piece: set(texts) for piece, texts in found.items()} == left


def test_originals_come_in_the_order_in_which_a_chain_has_them() -> None:
    channel = Channel("latin-1", DROPPED)
    piece = channel.damaged("сорт")
    words, chains = words_of("ru"), chains_of(channel, "ru")
    assert words is not None
    assert chains is not None
    chain = chains.chain(piece)
    every = [text for text, _ in chain.originals()]
    found = imprints_of(channel, words).originals({piece: chain})[piece]
    assert "сорт" in found
    assert found == [text for text in every if text in found]


def test_a_word_that_a_beam_would_leave_out_is_among_the_readings() -> None:
    channel = Channel("latin-1", DROPPED)
    readings = reader(channel, "sr").readings(channel.damaged("Наушници"))
    assert {reading.text for reading in readings} >= {"Научници", "Наушници"}


def test_readers_stay_where_documents_differ_in_what_shows_of_their_loss() -> None:
    channels = [Channel("latin-1", DROPPED), Channel("latin-1", Loss("", "", ""))]
    pieces = [channel.damaged("считают") for channel in channels]
    for channel, piece in zip(channels, pieces, strict=True):
        likeliest_cyrillic(channel, [piece])
    kept = [reader(channel, "ru") for channel in channels]
    for channel, piece in zip(channels, pieces, strict=True):
        likeliest_cyrillic(channel, [piece])
    assert [reader(channel, "ru") for channel in channels] == kept


def test_the_words_of_a_language_are_loaded_once_for_all_that_asks_for_them() -> None:
    channel = Channel("latin-1", DROPPED)
    words_of.cache_clear()
    scores_of.cache_clear()
    reader.cache_clear()
    pieces = channel.damaged("считают рассматривают учёные").split()
    assert likeliest_cyrillic(channel, pieces) == "ru"
    assert all(reader(channel, "ru").readings(piece) for piece in pieces)
    assert words_of.cache_info().misses == scores_of.cache_info().misses
