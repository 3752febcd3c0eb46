"""Traditional Chinese is read by the simplified words, in the characters that its text shows."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.damage.pieces import pieces_of
from curator.cleaning.east_asian.readers import character_reader
from curator.cleaning.models.traditional import forms

TAIWAN = (
    "縣政府昨天宣布，舊港口旁邊的倉庫將改建為圖書館，最快後年春天開放。\n"
    "工程經費約新台幣三億元，議會下週投票。\n"
    "附近的居民說，這裡的孩子放學後終於有地方讀書了。"
)
HONG_KONG = "運輸署表示，新渡輪航線下個月投入服務，長者票價減半。"
SIMPLIFIED = "县政府昨天宣布，旧港口旁边的仓库将改建为图书馆，最快后年春天开放。"
DAMAGE = Channel("cp1254", DROPPED)


@pytest.mark.parametrize("page", ["cp1254", "cp1252", "cp1250"])
@pytest.mark.parametrize("text", [TAIWAN, HONG_KONG])
def test_a_traditional_text_comes_back_whole(page: str, text: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(text)).text == text


@pytest.mark.parametrize("loss", [DROPPED, Loss(undefined="\ufffd"), Loss(undefined="?")])
def test_the_forms_of_hong_kong_come_back(loss: Loss) -> None:
    text = "運輸署説，鐵路綫旁邊的麪店和牀鋪公司昨日已經關閉，附近居民爲此感到擔心。"
    assert clean(Channel("cp1254", loss).damaged(text)).text == text


def test_a_traditional_text_comes_back_that_was_read_wrongly_twice() -> None:
    text = (
        "市長昨天表示，這座城市今年將維修三座橋樑，並開始興建一所新學校。電腦公司宣布與銀行簽訂合約，金額達三億元。\n"
        "記者會上，董事長說明未來的投資計畫，預計明年第二季完成廠房擴建。"
    )
    assert clean(Channel("cp1252", DROPPED, 2).damaged(text)).text == text


def test_every_traditional_character_is_one_of_a_simplified_word() -> None:
    known = forms()
    assert [sign for sign in known.telling if not known.sources(sign)] == []


def test_both_scripts_in_one_text_come_back() -> None:
    text = f"{TAIWAN}\n{SIMPLIFIED}"
    assert clean(DAMAGE.damaged(text)).text == text


def test_a_line_that_does_not_tell_follows_its_text() -> None:
    text = "他在心裡想著。"
    line = DAMAGE.damaged(text)
    spans = [match.span() for match in pieces_of(DAMAGE).finditer(line)]
    reader = character_reader(DAMAGE, "zh")
    leaning = reader.leaning([DAMAGE.damaged(TAIWAN)])
    assert leaning > 0 > reader.leaning([DAMAGE.damaged(SIMPLIFIED)])
    (read,) = reader.characters(line[: spans[0][1]], spans[:1], leaning)
    assert "".join(character.text for character in read) == text


@pytest.mark.parametrize(
    ("simplified", "usual"),
    [
        ("以后", "以後"), ("皇后", "皇后"), ("头发", "頭髮"), ("发表", "發表"), ("这里", "這裡"),
        ("公里", "公里"), ("制度", "制度"), ("制造", "製造"), ("恢复", "恢復"), ("复杂", "複雜"),
        ("看着", "看著"), ("什么", "什麼"),
        ("台风", "颱風"), ("平台", "平台"), ("批准", "批准"), ("标准", "標準"),
    ],
)  # fmt: skip
def test_the_word_tells_which_of_several_forms_is_meant(simplified: str, usual: str) -> None:
    assert forms().usual(simplified) == usual
    assert forms().plain(usual) == simplified


def test_other_forms_of_a_word_cost_something() -> None:
    others = dict(forms().others("台湾", "台灣"))
    assert "臺灣" in others
    assert min(others.values()) > 0


def test_every_simplified_word_has_one_usual_form_of_its_length() -> None:
    words = ["里面", "皇后", "松", "计划", "股市"]
    usual = forms().usual("\n".join(words)).split("\n")
    assert [len(form) for form in usual] == [len(word) for word in words]
