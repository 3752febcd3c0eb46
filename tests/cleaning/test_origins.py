"""Which of the Cyrillic languages a document is in, where half of its letters or frequent ones are lost."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.alphabetic.readings import reader
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.damage.pieces import pieces_of
from curator.cleaning.models.spelling import spelling_of
from curator.cleaning.origins import likeliest_cyrillic

HALVED = Channel("latin-1", DROPPED)
SENTENCES = {
    "ru": "Вчера мэр сказал, что город в этом году отремонтирует три моста и начнёт строить новую школу.",
    "uk": "Учора мер сказав, що місто цього року відремонтує три мости й почне будувати нову школу.",
    "bg": "Вчера кметът каза, че градът тази година ще ремонтира три моста и ще започне да строи училище.",
    "sr": "Јуче је градоначелник рекао да ће град ове године поправити три моста и почети да гради школу.",
    "be": "Учора мэр сказаў, што горад сёлета адрамантуе тры масты і пачне будаваць новую школу.",
}


def pieces(language: str) -> list[str]:
    return pieces_of(HALVED).findall(HALVED.damaged(SENTENCES[language]))


@pytest.mark.parametrize("language", SENTENCES)
def test_the_language_is_that_which_knows_the_words(language: str) -> None:
    assert likeliest_cyrillic(HALVED, pieces(language)) == language


def test_languages_that_know_few_of_the_words_do_not_learn_spelling() -> None:
    spelling_of.cache_clear()
    likeliest_cyrillic(HALVED, pieces("uk"))
    assert spelling_of.cache_info().misses < len(SENTENCES) - 1


def test_a_document_that_begins_in_another_language_is_in_that_of_most_of_its_words() -> None:
    assert likeliest_cyrillic(HALVED, [*pieces("ru")[:6], *pieces("uk")]) == "uk"


def test_a_language_that_one_in_three_words_rules_out_is_not_asked_for_the_others() -> None:
    reader.cache_clear()
    ukrainian, kazakh = [*pieces("uk"), *pieces("be")], HALVED.damaged("жылы")
    likeliest_cyrillic(HALVED, [ukrainian[0], kazakh, *ukrainian[1:]])
    assert not reader(HALVED, "kk").known(kazakh)
    likeliest_cyrillic(HALVED, [kazakh, *ukrainian])
    assert reader(HALVED, "kk").known(kazakh)


def test_serbian_is_not_taken_for_macedonian_where_its_frequent_letters_are_lost() -> None:
    text = (
        "Кориснички пребројавач записује сваку измену датотеке у дневник, тако да нестати не може.\n"
        "Уколико штампач не ради, програм још једном шаље податке и исписује упутство за администратора.\n"
        "Преглед докумената садржи спискове речи, скраћенице и слике; њихове ознаке садрже називе датотека.\n"
        "Када вредност падне на нулу, читање престаје, а курсор остаје на крају последњег реда.\n"
    )
    assert clean(Channel("cp1250", DROPPED).damaged(text)).text == text
