"""What a document says again is read alike where it lost the same."""

from __future__ import annotations

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.east_asian.echoes import echoed
from curator.cleaning.east_asian.graphs import Character

CHANNEL = Channel("cp1250", DROPPED)
PIECE = CHANNEL.damaged("수당")
SIZE = len(CHANNEL.image("수"))


def read(first: str, share: float, *others: tuple[str, float]) -> tuple[Character, ...]:
    return (
        Character(0, SIZE, first, share, others),
        Character(SIZE, len(PIECE), "당", 1.0),
    )


def texts(found: list[tuple[Character, ...]]) -> list[str]:
    return ["".join([character.text for character in one]) for one in found]


def test_a_doubtful_word_is_what_stands_surely_elsewhere() -> None:
    sure, doubtful = read("수", 0.98, ("상", 0.02)), read("상", 0.6, ("수", 0.4))
    assert CHANNEL.image("상") == CHANNEL.image("수")
    found = echoed([(PIECE, sure), (PIECE, doubtful)], CHANNEL, 1.0)
    assert texts(found) == ["수당", "수당"]
    assert 0.6 < found[1][0].sureness < 1
    assert sum(share for _, share in found[1][0].others) + found[1][0].sureness == 1


def test_a_word_that_stands_once_stays_as_it_was_read() -> None:
    pieces = [(PIECE, read("상", 0.6, ("수", 0.4))), ("ab", (Character(0, 1, "a", 1.0),)), ("x", ())]
    assert echoed(pieces, CHANNEL, 1.0) == [one for _, one in pieces]


def test_what_leaves_more_or_less_of_itself_is_not_put_in_a_place() -> None:
    longer = next(sign for sign in "가나다라마바사" if len(CHANNEL.image(sign)) != SIZE)
    doubtful = read("상", 0.6, (longer, 0.4))
    found = echoed([(PIECE, doubtful), (PIECE, read("수", 0.9, ("상", 0.1)))], CHANNEL, 2.0)
    assert found[0][0].text in "수상"


def test_a_korean_document_agrees_with_itself() -> None:
    text = "시장 상인들이 상인회에 모였다.\n상인회는 잔치를 연다.\n상인들은 큰 천막을 반겼다."
    assert clean(CHANNEL.damaged(text)).text == text
