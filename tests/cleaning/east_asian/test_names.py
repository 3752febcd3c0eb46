"""Names of people that no word list has are read by what names are made of."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.east_asian.chinese_names import CHINESE
from curator.cleaning.east_asian.graphs import Edges
from curator.cleaning.east_asian.korean_names import KOREAN
from curator.cleaning.east_asian.names import Parts, names


def edges_of(*choices: str) -> Edges:
    return {
        place: [(place + 1, tuple((sign, -5.0) for sign in choice))] for place, choice in enumerate(choices)
    }


@pytest.mark.parametrize("page", ["cp1254", "cp1252", "cp1250"])
@pytest.mark.parametrize(
    "text",
    [
        "记者梁思敏采访了公司董事长庞振国。\n大学教授俞慧敏认为，市场前景乐观。",
        "記者梁思敏採訪了公司董事長賴雅婷。\n立委鍾振國質詢時說，市場前景樂觀。",
    ],
)
def test_chinese_names_that_nobody_knows_come_back(page: str, text: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(text)).text == text


def test_names_have_a_surname_and_given_characters_and_something_doubtful() -> None:
    found = list(names(KOREAN, edges_of("김기", "민", "수"), 0, 3))
    assert [name for _, name, _ in found] == ["김민수", "기민수"]
    assert list(names(KOREAN, edges_of("김", "민", "수"), 0, 3)) == []
    assert list(names(KOREAN, edges_of("김기", "민", "수"), 0, 2)) == []


def test_chinese_given_names_have_one_character_or_two() -> None:
    found = {name: (end, score) for end, name, score in names(CHINESE, edges_of("王玉", "晓", "明"), 0, 3)}
    assert set(found) == {"王晓", "王晓明"}
    assert found["王晓"][0] == 2
    assert found["王晓明"][0] == 3


@pytest.mark.parametrize("known", [CHINESE, KOREAN])
def test_what_names_are_made_of_is_listed_once(known: Parts) -> None:
    for part in known.parts:
        assert max(part.values()) == next(iter(part.values())) < 0


@pytest.mark.parametrize("page", ["cp1250", "cp1254"])
def test_korean_names_that_many_have_are_read_rather_than_others(page: str) -> None:
    text = "주민 김영호 씨와 아내 박영자 씨는 서둘러 대피했다.\n가게 주인 오영숙 씨는 손님이 줄었다고 말했다."
    assert clean(Channel(page, DROPPED).damaged(text)).text == text


def test_common_given_names_are_made_of_syllables_of_names() -> None:
    assert all(name[0] in KOREAN.parts[1] and name[1] in KOREAN.parts[2] for name in KOREAN.common)
