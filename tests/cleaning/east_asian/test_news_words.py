"""Words of news that the shipped lists lack are read where damage is."""

from __future__ import annotations

from collections import Counter

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.east_asian.graphs import Edges
from curator.cleaning.east_asian.listed import Listed
from curator.cleaning.models.chunks import chunks
from curator.cleaning.models.news_words import news_words
from curator.cleaning.models.words import Words, words_of


def edges_of(*choices: str) -> Edges:
    return {
        place: [(place + 1, tuple((sign, -5.0) for sign in choice))] for place, choice in enumerate(choices)
    }


@pytest.mark.parametrize("page", ["cp1250", "cp1254"])
@pytest.mark.parametrize(
    "text",
    [
        "국회 예결위는 내년 예산안을 심사했고, 법안소위는 개정안을 다음 주에 처리하기로 했다.",
        "골키퍼가 몸을 던졌지만 공은 골망을 흔들었다.",
        "이번 분기에는 고대역폭 메모리 주문이 늘었다.",
        "台中捷運週末加開班次，全台各地的遊客都來搭乘。",
        "里長說，馬太鞍溪的水位已經下降，玉里的學校照常上課。",
    ],
)
def test_words_of_news_come_back(page: str, text: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(text)).text == text


def listed_before(language: str) -> Words:
    """The words that the lists have."""
    known = chunks().words if language == "ko" else words_of(language)
    assert known is not None
    return known


@pytest.mark.parametrize("language", ["ko", "zh"])
def test_news_words_are_there_once_and_stand_where_known_words_do(language: str) -> None:
    known = listed_before(language)
    found = list(news_words(language))
    assert max(Counter(word.text for word in found).values()) == 1
    for _, frequency, like in found:
        assert -20 < frequency < -5
        assert known.log_frequency(like) is not None


@pytest.mark.parametrize("language", ["ko", "zh"])
def test_news_words_are_those_that_the_lists_lack_or_have_too_rarely(language: str) -> None:
    known = listed_before(language)
    for text, frequency, _ in news_words(language):
        listed = known.log_frequency(text)
        assert listed is None or listed < frequency


def test_a_language_without_such_a_list_has_none() -> None:
    assert list(news_words("cs")) == []


def test_listed_words_are_found_by_what_each_character_can_be() -> None:
    listed = Listed({"기준금리": ("기준금리", -12.0, 1, 2), "기준": ("기준", -9.0, 3, 4)})
    line, edges = "abcde", edges_of("가기", "준", "금", "리", "는")
    found = {word: end for end, (word, *_) in listed.beginning(line, edges, 0, 5)}
    assert found == {"기준금리": 4, "기준": 2}
    assert [word for _, (word, *_) in listed.beginning(line, edges, 0, 3)] == ["기준"]
    assert list(listed.beginning(line, edges, 1, 5)) == []
