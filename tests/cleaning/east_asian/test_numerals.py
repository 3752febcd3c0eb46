"""Numbers in Chinese characters are read by the rules that make them."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.east_asian.graphs import Edges
from curator.cleaning.east_asian.numerals import Numerals


def edges_of(*choices: str) -> Edges:
    return {
        place: [(place + 1, tuple((sign, -5.0) for sign in choice))] for place, choice in enumerate(choices)
    }


def read(language: str, *choices: str, line: str = "") -> dict[str, float]:
    line = line or "abcdefgh"[: len(choices)]
    found = Numerals(language).beginning(line, edges_of(*choices), 0, len(choices))
    return {text: score for _, text, score in found}


@pytest.mark.parametrize("page", ["cp1250", "cp1254"])
@pytest.mark.parametrize("undefined", ["", "\ufffd"])
@pytest.mark.parametrize(
    "text",
    [
        "市の図書館は二十日、約三十万冊の蔵書を六十二か所の分館に移し始めた。",
        "試合は延長十二回までもつれ、四十分間の中断のあと五十五人目の打者が決勝打を放った。",
        "工厂去年招收了三百一十名工人，十四个车间里有十二个已经开工，产值超过七千八百万元。",
        "這座橋全長三百一十公尺，共有十四個橋墩，造價七千八百萬元，每天約有十五萬人通過。",
    ],
)
def test_numbers_in_chinese_characters_come_back(page: str, undefined: str, text: str) -> None:
    channel = Channel(page, Loss(undefined, "\xad") if undefined else DROPPED)
    assert clean(channel.damaged(text)).text == text


def test_a_number_of_which_the_unit_was_lost_is_one_of_tens_rather_than_of_thousands() -> None:
    found = read("ja", "四", "十千", "一")
    assert found["四十一"] > found["四千一"]
    assert found["四十"] > found["四千"]


def test_behind_tens_of_thousands_there_are_thousands_rather_than_tens() -> None:
    found = read("ja", "三", "万", "八", "十千")
    assert found["三万八千"] > found["三万八十"]


def test_units_go_down_and_nobody_says_one_ten() -> None:
    assert "十百" not in read("ja", "十千", "百")
    assert "千百" not in read("ja", "十千", "百")
    assert "一十" not in read("zh", "一", "十千")
    assert "三百一十" in read("zh", "三", "百", "一", "十千")
    assert "二万三万" not in read("zh", "二十", "万", "三", "万")


def test_numbers_have_something_doubtful_and_may_have_a_counter() -> None:
    assert read("ja", "四", "十", "人") == {}
    assert set(read("ja", "四", "十千", "人")) == {"四十", "四千", "四十人", "四千人"}
    assert set(read("ja", "十反", "日")) == {"十日"}


def test_no_number_in_characters_stands_before_digits() -> None:
    assert set(read("zh", "七中", "十午", line="ab12")) == set()
    assert set(read("zh", "七中", "十午", line="ab，")) == {"七十"}
