"""Korean is read by chunks of words: by what stands before, and by a stem across its ending."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.models.chunks import CLASS_BITS, TAIL, chunks
from curator.cleaning.models.grammars import BREAK

CLASS = (1 << CLASS_BITS) - 1
LINES = "비가 내려 경기가 취소됐다.\n물가가 다시 오르고 있다.\n정부는 예산안을 국회에 제출했다고 밝혔다."


def place_of(chunk: str) -> int:
    place = chunks().words.words.find(chunk)
    assert place is not None
    return place


def gain_behind(chunk: str, before: str) -> float:
    """What the classes of two chunks say for one behind the other, whatever the two are."""
    known = chunks()
    ones, others = known.senses(place_of(before)), known.senses(place_of(chunk))
    return max(known.column(out & CLASS, {})[into & CLASS] for _, out, _ in ones for into, _, _ in others)


def test_every_chunk_is_something() -> None:
    known = chunks()
    senses = [sense for place in range(len(known.words.words)) for sense in known.senses(place)]
    assert len(senses) >= len(known.words.words)
    assert all(into & CLASS < len(known.kinds) for into, _, _ in senses)
    assert all(out & CLASS < len(known.kinds_behind) for _, out, _ in senses)
    assert len(known.column(0, {})) == len(known.kinds) == len(known.ending(len(known.kinds_behind) - 1))
    assert len(known.left) * (1 << CLASS_BITS) > known.unknown


def test_a_particle_goes_by_the_last_consonant() -> None:
    assert gain_behind("이", "흙") > gain_behind("가", "흙") + 1
    assert gain_behind("가", "정부") > gain_behind("이", "정부") + 1


def test_a_particle_is_a_tail() -> None:
    known = chunks()
    assert {known.kinds[into & CLASS] for into, _, _ in known.senses(place_of("에서는"))} == {TAIL}


def test_words_that_go_together_are_told_of() -> None:
    assert chunks().after(place_of("기자"))[place_of("회견")] > 3
    assert chunks().beyond(place_of("문"))[place_of("열")] > 2
    assert place_of("흙") not in chunks().after(place_of("기자"))


def test_stems_of_one_class_say_alike_things_behind_their_endings() -> None:
    known = chunks()
    assert known.behind_stem(place_of("책임")) != known.behind_stem(place_of("바람"))
    assert len(known.behind_stem(place_of("책임"))) == len(known.kinds)


def test_an_object_does_not_stand_behind_an_object() -> None:
    known = chunks()
    ((into, out, _),) = known.senses(place_of("을"))[:1]
    (of_noun,) = {out & CLASS for _, out, _ in known.senses(place_of("의"))[:1]}
    assert known.ending(out & CLASS)[into & CLASS] < known.ending(of_noun)[into & CLASS]


@pytest.mark.parametrize("sign", ["%", "”", "‘", "0", "2031", "KTX", BREAK, "가"])
def test_every_sign_has_classes(sign: str) -> None:
    into, out = chunks().of_sign(sign)
    assert into & CLASS < len(chunks().kinds)
    assert out & CLASS < len(chunks().kinds_behind)


@pytest.mark.parametrize("page", ["cp1250", "cp1251", "cp1252"])
def test_lines_come_back(page: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(LINES), "ko").text == LINES


def test_lines_come_back_from_little_more_than_their_lead_bytes() -> None:
    text = "비가 내려 경기가 취소됐다.\n물가가 다시 오르고 있다."
    assert clean(Channel("latin-1", DROPPED).damaged(text), "ko").text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "cp1254",
            "표민석 사장은 공장을 늘리겠다고 말했다.\n어촌계장 탁영수 씨는 걱정이 많다고 전했다.",
        ),
        (
            "cp1250",
            "어촌계장 탁영수 씨는 어민들이 공사를 걱정한다고 전했다.\n편지은 씨는 생각이 다르다고 했다.",
        ),
        ("cp1254", "외야수 윤동희가 오른쪽 다리를 다쳐 한 달간 결장한다."),
    ],
)
def test_names_that_no_list_has_come_back(page: str, text: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(text)).text == text


def test_a_word_is_not_given_up_for_a_particle_that_cannot_stand_there() -> None:
    text = "회사는 교육을 석 달 동안 실시한다.\n물과 흙을 섞어 벽돌을 만든다고 밝혔다."
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text


def test_a_low_quote_is_no_closing_one() -> None:
    text = "회견에서 “탱크 기술이 핵심”이라고 말했다. 새 공장은 봄에 연다."
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text


@pytest.mark.parametrize(
    "text",
    [
        '회사 측은 "비용이 절반 이하로 줄었다"며 웃었다.',
        '대표는 "손님이 다시 늘었다"고 전했다.',
    ],
)
def test_a_sentence_ends_where_a_quote_within_another_does(text: str) -> None:
    assert clean(Channel("cp1250", DROPPED).damaged(text), "ko").text == text
