"""Chinese words are chosen by the words around them, as they follow each other in prose."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest

import numpy as np
import pytest

from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.damage.pieces import pieces_of
from curator.cleaning.east_asian.readers import character_reader
from curator.cleaning.models.followers import followers_of
from curator.cleaning.models.words import words_of

SHADOWY = Channel("latin-1", DROPPED)


def gain(before: str, word: str) -> float:
    """What speaks for a word behind another."""
    followers = followers_of("zh")
    assert followers is not None
    return followers.gain(followers.number(before), followers.number(word))


@pytest.mark.parametrize(
    ("before", "word", "other"),
    [
        ("人民", "服务", "湖泊"),
        ("新闻", "发布会", "石头"),
        ("召开", "座谈会", "公斤"),
        ("研究", "表明", "司机"),
    ],
)
def test_a_word_speaks_for_what_often_follows_it(before: str, word: str, other: str) -> None:
    assert gain(before, word) > gain(before, other) + 2


def test_of_words_unknown_nothing_is_said() -> None:
    followers = followers_of("zh")
    assert followers is not None
    assert followers.number("囗囗囗") == -1
    known = followers.number("政府")
    assert followers.gain(-1, known) == followers.gain(known, -1) == 0.0


def test_a_language_without_followers_has_none() -> None:
    assert followers_of("ko") is None
    assert followers_of("") is None


@pytest.mark.parametrize("before", ["的", "，", "政府", "经济"])
def test_few_words_are_likelier_behind_a_word_and_the_others_all_alike(before: str) -> None:
    words = words_of("zh")
    assert words is not None
    common = nsmallest(300, zip(words.levels, words.words, strict=True))
    gains = Counter(gain(before, word) for _, word in common)
    (rest, count), *_ = gains.most_common()
    assert rest <= 0.5
    assert len(common) / 4 < count < len(common)


def shares(language: str, text: str) -> list[tuple[str, float, float]]:
    """The characters read from the shadows of a text: each with how sure it is, and all others together."""
    line = SHADOWY.damaged(text)
    spans = [match.span() for match in pieces_of(SHADOWY).finditer(line)]
    read = character_reader(SHADOWY, language).characters(line, spans)
    return [
        (one.text, one.sureness, sum(share for _, share in one.others)) for piece in read for one in piece
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "当地政府计划在高速公路旁边建设新的物流中心。"),
        ("ja", "政府は経済の回復に向けた新しい計画を発表した。"),
    ],
)
def test_what_a_character_can_be_adds_up_to_one(language: str, text: str) -> None:
    found = shares(language, text)
    assert found
    assert all(0 < sure <= 1 + 1e-6 and sure + others <= 1 + 1e-6 for _, sure, others in found)


def test_words_that_go_together_are_read_from_their_shadows() -> None:
    text = "研究表明，高速公路附近的空气污染比较严重。"
    assert "".join(sign for sign, _, _ in shares("zh", text)) == text


def test_many_words_behind_many_others_are_weighed_as_one_behind_one() -> None:
    followers = followers_of("zh")
    assert followers is not None
    befores = [followers.number(word) for word in ("人民", "囗囗囗", "的", "新闻", "人民")]
    numbers = [followers.number(word) for word in ("服务", "发布会", "囗囗囗", "服务", "。")]
    expected = [[followers.gain(before, number) for number in numbers] for before in befores]
    assert followers.gains(befores, np.array(numbers)).tolist() == expected
    assert followers.gains([-1], np.array([-1])).tolist() == [[0.0]]
