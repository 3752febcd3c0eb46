"""Contests: which pieces can tell one channel from another."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.contests import unlike, with_spaces
from curator.cleaning.damage.channels import DROPPED, Channel, Loss

WESTERN, TURKISH = Channel("cp1252", DROPPED), Channel("cp1254", DROPPED)


@pytest.mark.parametrize("word", ["“kůň“", "včera", "Žofie", "Řek", "úřad"])
def test_a_word_that_both_leave_alike_tells_nothing(word: str) -> None:
    assert WESTERN.damaged(word) == TURKISH.damaged(word)
    assert not unlike(WESTERN, TURKISH, "cs").search(TURKISH.damaged(word))


@pytest.mark.parametrize("word", ["Ďábel", "čára", "😀", "ώρα"])
def test_a_word_that_either_may_have_made_of_another_tells(word: str) -> None:
    language = "el" if word == "ώρα" else "cs"
    assert unlike(WESTERN, TURKISH, language).search(TURKISH.damaged(word))


def test_the_same_channel_twice_has_nothing_to_tell() -> None:
    assert not unlike(WESTERN, WESTERN, "cs").search(WESTERN.damaged("Ďábel a čára"))


PARTED = {
    "ka": "თბილისის კლუბმა ახალი სპონსორი იპოვა.\n\nკომპანიის პრეზიდენტმა განაცხადა, რომ ქარხანა გაისად "
    "გაიხსნება, ხოლო მთავრობამ პროექტს მხარი დაუჭირა.",
    "sr": "БЕОГРАД – Министарство је саопштило вредност уговора, а ПРОДАЈА У СРБИЈИ расте.\n\n"
    "„Очекујемо потпис до краја месеца“, рекао је министар.",
    "vi": "Công ty cho biết sẽ đầu tư vào nhà máy mới ở miền Trung.\n\nNgười dân hy vọng vào việc làm.",
}


@pytest.mark.parametrize("language", PARTED)
@pytest.mark.parametrize("no_break_space", ["", " "])
def test_spaces_in_words_tell_whether_no_break_spaces_became_spaces(
    language: str, no_break_space: str
) -> None:
    text = PARTED[language]
    assert clean(Channel("cp1252", Loss("", "", no_break_space)).damaged(text)).text == text


def test_spaces_between_words_stay_where_no_break_spaces_were_dropped() -> None:
    channel = Channel("cp1252", Loss("", "", ""))
    assert with_spaces(channel, "ka", channel.damaged(PARTED["ka"]).split("\n")) == channel


def test_a_short_text_keeps_words_whole_that_a_byte_by_byte_reading_parts() -> None:
    text = "title: Sẽ đầu tư 1.500 tỷ đồng vào nhà máy ở Hưng Yên\n"
    assert clean(Channel("cp1252", Loss("", "", " ")).damaged(text)).text == text


def test_a_line_that_shows_nothing_else_tells_what_its_space_was() -> None:
    text = "title: Končar otvara tvornicu u Šibeniku\nauthor: Željka Đurđević\n"
    assert clean(Channel("cp1252", Loss("", "", " ")).damaged(text)).text == text


def test_a_hebrew_title_is_read_with_the_letter_whose_byte_became_a_space() -> None:
    text = "בנק הפועלים מדווח על רווח של 2.1 מיליארד שקל\n"
    assert clean(Channel("cp1252", Loss("", "", " ")).damaged(text)).text == text
