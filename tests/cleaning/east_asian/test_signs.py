"""Signs that damage leaves alike are told by what stands around them."""

from __future__ import annotations

import re

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.east_asian.graphs import Character
from curator.cleaning.east_asian.signs import by_surroundings


@pytest.mark.parametrize("page", ["cp1254", "cp1252", "cp1250"])
@pytest.mark.parametrize(
    "line",
    [
        "【本报南京5月8日电】省政府昨天公布了新的预算方案。",
        "【記者陳家豪／綜合報導】市政府昨天公布了新的預算。",
        "【大阪＝山本健太】市は8日、新しい予算案を発表した。",
        "市長は「予算は足りない」と述べ、国に支援を求めた。",
        "強颱「蘇拉」 逼近北部，各級學校明天放假。",
        "「防災優先，蓄水其次。」",
        "設定を変更した場合、 その値は次の起動から有効になるので、 注意する必要がある。",
    ],
)
def test_a_line_of_news_keeps_its_signs(page: str, line: str) -> None:
    text = f"{line}\n{line}"
    assert clean(Channel(page, DROPPED).damaged(text)).text == text


def read(text: str, doubtful: dict[int, str], language: str = "zh") -> list[Character]:
    """The characters of one piece after another, parted by spaces, as the signs around them tell."""
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    pieces = [
        tuple(
            Character(place - start, place - start + 1, text[place], 0.6, ((doubtful[place], 0.4),))
            if place in doubtful
            else Character(place - start, place - start + 1, text[place], 1.0)
            for place in range(start, end)
        )
        for start, end in spans
    ]
    return [one for piece in by_surroundings(text, spans, pieces, language) for one in piece]


def told(text: str, doubtful: dict[int, str], language: str = "zh") -> str:
    return "".join(character.text for character in read(text, doubtful, language))


def test_a_sure_closing_bracket_opens_what_may_have_opened_it() -> None:
    assert told("、快訊】政府", {0: "【"}) == "【快訊】政府"


def test_a_sure_opening_bracket_closes_what_may_close_it() -> None:
    assert told("「快訊、報導", {3: "」"}) == "「快訊」報導"
    assert told("「東京、と、大阪", {3: "」", 5: "」"}, "ja") == "「東京」と、大阪"


def test_a_doubtful_closing_bracket_that_nothing_opens_is_another_sign() -> None:
    assert told("甲乙」丙。", {2: "、"}, "ja") == "甲乙、丙。"
    assert told("甲、乙」丙。", {1: "「", 3: "、"}, "ja") == "甲、乙」丙。"


def test_brackets_that_are_whole_change_nothing() -> None:
    text = "「甲」、「乙、丙」、（丁）"
    assert told(text, {3: "」", 6: "」", 9: "」"}) == text


def test_an_opening_bracket_that_closes_another_one_is_none_itself() -> None:
    assert told("「甲『乙", {2: "」"}) == "「甲」乙"


def test_a_doubtful_bracket_that_nothing_closes_is_none() -> None:
    assert told("甲【乙丙。", {1: "、"}) == "甲、乙丙。"
    assert told("甲【乙】丙。", {1: "、"}) == "甲【乙】丙。"
    assert told("甲【乙 丙】丁。", {1: "、"}) == "甲【乙丙】丁。"


def test_a_doubtful_sign_that_can_be_no_bracket_stays() -> None:
    assert told("、快訊】政府", {0: "！"}) == "、快訊】政府"


def test_an_exclamation_stays_where_no_names_stand() -> None:
    assert told("がんばれ！日本", {4: "＝"}, "ja") == "がんばれ！日本"
    assert told("加油！台灣隊", {2: "／"}) == "加油！台灣隊"


def test_what_was_changed_is_a_guess_with_the_other_sign_beside_it() -> None:
    first = read("、快訊】", {0: "【"})[0]
    assert first.sureness < 0.95
    assert first.others[0][0] == "、"
