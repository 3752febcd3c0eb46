"""Chinese, Japanese and Korean lines are read as running words, by the words and by what follows what."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.damage.pieces import pieces_of
from curator.cleaning.east_asian.readers import character_reader
from curator.cleaning.models.grammars import BREAK, grammar_of
from curator.cleaning.models.words import words_of

pytestmark = pytest.mark.repetitive(after=2)  # each case goes the way of the first ones
DAMAGE = Channel("cp1254", DROPPED)
KOREAN = "시장은 새 영빈관이 골목 상권의 변곡점이 될 것이라고 밝혔다."
NOUNS = "농부는 닭에게 모이를 준 뒤 마당에 과녁을 세웠다."
JAPANESE = "新しい図書館は来週の月曜日に開館し、市民は無料で利用できる。"
CHINESE = "新图书馆将于下周一开放，市民可以免费借阅图书。"


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_every_word_is_something_in_the_grammar(language: str) -> None:
    words, grammar = words_of(language), grammar_of(language)
    assert words is not None
    senses = [sense for place in range(len(words.words)) for sense in grammar.senses(place)]
    assert len(senses) >= len(words.words)
    size = len(grammar.gains)
    assert size == len(grammar.gains[0])
    assert max(max(into, out) for into, out, _ in senses) < size
    assert max(max(both) for both in grammar.places.values()) < size
    assert BREAK in grammar.places


def gain_behind(language: str, word: str, before: str) -> float:
    """What speaks for a word behind another, whatever the two are."""
    words, grammar = words_of(language), grammar_of(language)
    assert words is not None
    places = [words.words.find(word), words.words.find(before)]
    (one, two) = (grammar.senses(place) for place in places if place is not None)
    return max(grammar.gains[into][out] for into, _, _ in one for _, out, _ in two)


def test_a_particle_follows_a_noun_and_begins_no_line() -> None:
    words, grammar = words_of("ja"), grammar_of("ja")
    assert words is not None
    place = words.words.find("を")
    assert place is not None
    row = grammar.gains[grammar.senses(place)[0][0]]
    assert gain_behind("ja", "を", "政府") > 0.5 > -0.5 > row[grammar.of_sign(BREAK)[1]]


def test_a_sentence_closes_a_paragraph_and_a_comma_does_not() -> None:
    for language in ("ja", "zh"):
        grammar = grammar_of(language)
        row = grammar.gains[grammar.of_sign(BREAK)[0]]
        comma = "、" if language == "ja" else "，"
        assert row[grammar.of_sign("。")[1]] > 1 > -1 > row[grammar.of_sign(comma)[1]]


def test_a_word_that_can_be_several_things_is_each_with_its_share() -> None:
    words, grammar = words_of("ja"), grammar_of("ja")
    assert words is not None
    place = words.words.find("市")
    assert place is not None
    shares = [math.exp(score) for _, _, score in grammar.senses(place)]
    assert len(shares) > 1
    assert sum(shares) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("compound", ["厚生労働省", "東京証券取引所", "安全保障理事会", "風力発電"])
def test_compounds_are_read_from_their_shadows(compound: str) -> None:
    assert compound in read_back(f"{compound}についての報告書を公表した。", Channel("latin-1", DROPPED), "ja")


def read_back(text: str, channel: Channel, language: str) -> str:
    line = channel.damaged(text)
    spans = [match.span() for match in pieces_of(channel).finditer(line)]
    place, parts = 0, list[str]()
    for (start, end), read in zip(
        spans, character_reader(channel, language).characters(line, spans), strict=True
    ):
        parts += line[place:start], "".join(character.text for character in read)
        place = end
    return "".join([*parts, line[place:]])


@pytest.mark.parametrize(
    ("language", "text"), [("ko", KOREAN), ("ko", NOUNS), ("ja", JAPANESE), ("zh", CHINESE)]
)
@pytest.mark.parametrize("page", ["cp1254", "cp1252"])
def test_a_line_comes_back_whole(language: str, text: str, page: str) -> None:
    assert read_back(text, Channel(page, DROPPED), language) == text


@pytest.mark.parametrize(("language", "text"), [("ko", KOREAN), ("ja", JAPANESE), ("zh", CHINESE)])
@pytest.mark.parametrize("loss", [DROPPED, Loss("\ufffd", "\xad"), Loss("?", "\xad"), Loss("", "", " ")])
def test_characters_cover_each_piece_without_a_gap(language: str, text: str, loss: Loss) -> None:
    channel = Channel("cp1252", loss)
    (read,) = character_reader(channel, language).characters(
        piece := channel.damaged(text).split(".")[0], [(0, len(piece))]
    )
    assert read
    assert read[0].start == 0
    assert all(one.end == two.start for one, two in pairwise(read))
    assert read[-1].end == len(piece)
    assert all(0 < character.sureness <= 1 for character in read)


@pytest.mark.parametrize(("language", "text"), [("ko", KOREAN), ("ja", JAPANESE), ("zh", CHINESE)])
def test_clean_lines_stay(language: str, text: str) -> None:
    cleaned = clean(f"{text}\n{text}", language)
    assert (cleaned.text, cleaned.repairs) == (f"{text}\n{text}", ())


def test_a_line_of_many_sentences_is_read_to_its_end() -> None:
    text = CHINESE * 50
    assert read_back(text, DAMAGE, "zh") == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "人们永远相信这里的传统。"), ("zh", "他們永遠相信這裡的傳統。"), ("zh", "民眾永遠不會忘記。")],
)
def test_a_word_whose_image_has_lost_its_last_space_is_read(language: str, text: str) -> None:
    channel = Channel("cp1252", Loss("", "\xad", " "))
    line = channel.damaged(text)
    reader = character_reader(channel, language)
    for stripped in (line, line.replace(" ", "")):
        (read,) = reader.characters(stripped, [(0, len(stripped))])
        assert "".join(character.text for character in read) == text


@pytest.mark.parametrize("page", ["cp1252", "cp1254"])
@pytest.mark.parametrize(
    "text",
    [
        "受疫情拖累，餐馆生意冷清。",
        "一季度受春节影响，销量下滑。",
        "受颱風影響，列車停駛。",
        "他受邀致辞，问道：“大家准备好了吗？”",
    ],
)
def test_chinese_questions_end_where_a_sign_follows(page: str, text: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(text)).text == text


@pytest.mark.parametrize("lost", ["\ufffd", "?"])
@pytest.mark.parametrize("page", ["cp1252", "cp1254"])
@pytest.mark.parametrize(
    "text",
    [
        "会議は Zoom と Teams の両方で開かれ、資料は前日に配られる。",
        "新しい会議室には Apple TV と Google Home が置かれ、誰でも使える。\n受付は GitLab か Slack で行う。",
    ],
)
def test_a_character_between_latin_words_comes_back_where_bytes_were_replaced(
    lost: str, page: str, text: str
) -> None:
    assert clean(Channel(page, Loss(lost, "\xad")).damaged(text)).text == text
