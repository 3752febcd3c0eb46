"""Titles and front-matter values of a few words, cleaned alone: repaired where one language has them."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.damage.pieces import pieces_of
from curator.cleaning.east_asian.characters import CharacterReader

pytestmark = pytest.mark.repetitive(after=2)  # each case goes the way of the first ones
TITLES = [
    "Energetický deník",
    "Klíčové",
    "Řízení",
    "Příští týden",
    "Íránský rial",
    "Łódź",
    "Gazeta Wyborcza – Łódź",
    "Größe",
    "L’Équipe",
    "Süddeutsche Zeitung",
    "Hürriyet",
    "Adevărul",
    "Ново",
    "Привет, мир",
    "Čelična dionica pala šest posto",
    "Jūrmalā būvē jaunu skolu",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("page", ["cp1254", "cp1252"])
def test_a_damaged_title_alone_is_repaired(title: str, page: str) -> None:
    assert clean(Channel(page, DROPPED).damaged(title)).text == title


@pytest.mark.parametrize("page", ["cp1254", "cp1252", "cp1250"])
@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("東京都知事選挙、現職が当選", "ja"),
        ("首相、訪米へ　首脳会談で関税協議", "ja"),
        ("日本队战胜东京队，晋级决赛", "zh"),
        ("立法院三讀通過預算案", "zh"),
        ("學校明天停課。", "zh"),
    ],
)
def test_a_headline_of_chinese_characters_is_repaired(page: str, title: str, language: str) -> None:
    cleaned = clean(Channel(page, DROPPED).damaged(title))
    assert (cleaned.text, cleaned.language) == (title, language)


def test_a_cell_of_a_table_begins_with_a_capital_as_a_line_does() -> None:
    row = '2025-03-04;Łódka na sprzedaż;"Węgorzewo";12,5'
    assert clean(Channel("cp1254", DROPPED).damaged(row)).text == row


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("mac-roman", "The ferry won’t run on Monday, the harbour master said."),
        ("mac-roman", "The harbour master said: “No.”"),
        ("mac-roman", "Tickets – if any are left – cost 5 pounds."),
        ("cp437", "De storing is inmiddels geïdentificeerd en verholpen."),
        ("cp437", "Het nieuwe dak wordt in maart geïnstalleerd."),
    ],
)
def test_one_sign_in_plain_prose_is_repaired_where_no_prose_has_what_it_became(page: str, text: str) -> None:
    assert clean(Channel(page).damaged(text)).text == text


def test_one_question_mark_within_a_word_tells_what_became_of_lost_bytes() -> None:
    text = "Köprü dün akşam trafiğe açıldı. Şimdi sıra yeni otoyolda; çalışmalar güz aylarında başlayacak."
    assert clean(Channel("cp1254", Loss("?")).damaged(text)).text == text


def test_a_word_with_a_replaced_byte_is_repaired() -> None:
    cleaned = clean(Channel("cp1252", Loss("\ufffd")).damaged("Slovenčina"))
    assert cleaned.text == "Slovenčina"


@pytest.mark.parametrize("title", ["Žluťoučký kůň", "El País", "Deník N", "Více času", "東京"])
def test_what_is_too_little_is_never_made_worse(title: str) -> None:
    damaged = Channel("cp1254", DROPPED).damaged(title)
    cleaned = clean(damaged).text
    assert not set("×̩̀") & set(cleaned)
    assert len(cleaned) <= len(damaged)


@pytest.mark.parametrize(
    "sentence",
    ["She called it “brave” and sat down.", "“Never,” said the mayor, “or so we hope — one day.”"],
)
@pytest.mark.parametrize("page", ["cp1252", "cp1254"])
def test_quotes_that_lost_their_last_byte_are_the_only_damage(sentence: str, page: str) -> None:
    damaged = sentence.encode().decode(page, "ignore")
    assert clean(damaged, "en").text == sentence


def test_an_undamaged_word_beside_damaged_ones_stays() -> None:
    line = "Campeonatos > III DivisÃ£o - SÃ©rie F > Jornadas Classificação"
    assert clean(line).text == "Campeonatos > III Divisão - Série F > Jornadas Classificação"


def test_emoji_keep_what_makes_them_pictures() -> None:
    text = "Přílišné teplo ⚠️ škodí lidem ❤️ a zvířatům. Výrobci říkají, že cena klesá ✔️ a přijde déšť."
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "그 배우는 무대에 있을 때 가장 자유롭다고 말했다."),
        ("ko", "시장은 내년에 공원 세 곳을 더 만들겠다고 약속했다."),
        ("zh", "这家工厂去年生产了三十万辆自行车。"),
        ("zh", "两国代表在会谈后没有回答记者的问题。"),
        ("ja", "その会社の社長は工場の閉鎖を否定した。"),
    ],
)
@pytest.mark.parametrize("page", ["cp1252", "cp1254"])
def test_the_channel_of_one_east_asian_sentence_is_told_by_its_words(
    language: str, sentence: str, page: str
) -> None:
    assert clean(Channel(page, DROPPED).damaged(sentence), language).text == sentence


def test_what_a_channel_cannot_have_made_is_forgotten() -> None:
    channel = Channel("cp1254", DROPPED)
    line = channel.damaged("広さは二十坪ほどで、新刊も並ぶ。")
    spans = [match.span() for match in pieces_of(channel).finditer(line)]
    reader = CharacterReader(channel, "ja")
    reader.score("ãåž", [(0, 3)])
    assert reader.characters(line, spans) == CharacterReader(channel, "ja").characters(line, spans)


@pytest.mark.parametrize("page", ["cp1250", "cp1252"])
def test_one_romanian_letter_amid_a_word_shows_that_a_title_is_damaged(page: str) -> None:
    text = "title: Hidroelectrica anunță un profit mare\nauthor: Ștefan Țurcanu\n"
    assert clean(Channel(page, DROPPED).damaged(text)).text == text
