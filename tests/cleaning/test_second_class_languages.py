"""Languages of the second class: damaged prose comes back, clean prose stays, with its marks and joiners."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.languages import language_of

pytestmark = pytest.mark.repetitive
TEXTS = Path(__file__).parents[1] / "bench" / "texts"
LEAST = {
    "af": 1.0, "ar": 0.99, "az": 0.99, "be": 0.97, "bn": 0.97, "ca": 0.99, "cy": 0.99, "eu": 0.99, "fa": 0.99,
    "ga": 0.99, "gl": 0.99, "he": 0.99, "hi": 0.97, "hy": 0.96, "id": 1.0, "is": 0.97, "ka": 0.9, "kk": 0.97,
    "mk": 0.99, "ms": 1.0, "sq": 0.99, "ta": 0.97, "ur": 0.99,
}  # fmt: skip


def prose(language: str) -> str:
    return (TEXTS / f"{language}.txt").read_text(encoding="utf-8")


def restored(text: str, cleaned: str) -> float:
    damaged = [(a, b) for a, b in zip(text.split(), cleaned.split(), strict=True) if not a.isascii()]
    return sum(a == b for a, b in damaged) / len(damaged)


@pytest.mark.parametrize("language", LEAST)
def test_clean_prose_is_told_and_stays(language: str) -> None:
    text = prose(language)
    assert language_of(text) == language
    assert clean(text).text == text


@pytest.mark.parametrize("language", LEAST)
def test_hardly_a_word_of_it_stays_damaged(language: str) -> None:
    text = prose(language)
    cleaned = clean(Channel("cp1252", DROPPED).damaged(text))
    assert cleaned.language in {language, ""}  # it is not asked for where every line reads back
    assert restored(text, cleaned.text) >= LEAST[language]


@pytest.mark.parametrize("language", ["ar", "bn", "fa", "he", "hi", "hy", "ka", "ta", "ur"])
def test_hardly_a_word_stays_damaged_that_was_read_wrongly_twice(language: str) -> None:
    text = prose(language)
    damaged = Channel("cp1252", DROPPED, 2).damaged(text)
    assert restored(text, clean(damaged).text) >= min(LEAST[language], 0.98)


@pytest.mark.parametrize("language", ["ar", "he", "hi", "ka", "kk"])
def test_replacement_characters_lead_back_to_letters(language: str) -> None:
    text = prose(language)
    cleaned = clean(Channel("cp1252", Loss("\ufffd", "\xad")).damaged(text))
    assert restored(text, cleaned.text) >= min(0.97, LEAST[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "بچه‌ها می‌گویند که کتاب‌های تازه را در مدرسه دیده‌اند."),
        ("be", "Яна сказала ўчора, што яны ўжо ўмеюць чытаць і пісаць."),
        ("ar", "وقالت إن المدرسة الجديدة في المدينة كبيرة."),
    ],
)
def test_joined_words_and_letters_that_follow_vowels_come_back_without_controls(
    language: str, text: str
) -> None:
    assert restored(text, clean(Channel("latin-1", DROPPED).damaged(text), language).text) >= 0.7


@pytest.mark.parametrize("language", ["fa", "th", "sw"])
@pytest.mark.parametrize(
    "text",
    [
        "آن‌ها نمی‌دانند که کتاب‌هایشان کجاست، و می‌خواهند بپرسند.",
        "सरकार ने क्‍या कहा, यह कोई नहीं जानता; पर लोग पूछ रहे हैं।",
        "\u200fהוא גר ברחוב הרצל 5\u200f, ליד הכיכר\u200e (A).",
        "ผู้ว่าราชการจังหวัดกล่าวว่าน้ำลดลงแล้วตั้งแต่เช้าวันศุกร์",
        "مُحَمَّدٌ كَتَبَ الدَّرْسَ ثُمَّ ذَهَبَ إِلَى المَدْرَسَةِ.",
    ],
)
def test_joiners_and_marks_stay(text: str, language: str) -> None:
    assert clean(text).text == text
    assert clean(text, language).text == text


def test_vowel_signs_come_back_beside_letters_they_look_like() -> None:
    text = "وقال الوزير إن الأمر يُناقَش اليوم في البرلمان، ثم أضاف أن القرار لن يتأخّر كثيرا، كما قيل."
    cleaned = clean(Channel("cp1252").damaged(text))
    assert cleaned.text == text


def test_joiners_come_back_with_their_words() -> None:
    text = "بچه‌ها گفتند که نمی‌خواهند به خانه برگردند، اما مادرشان نگران حال آن‌هاست و چشم‌به‌راه مانده است."
    assert clean(Channel("cp1252", DROPPED).damaged(text)).text == text


def test_persian_urdu_and_arabic_are_told_apart() -> None:
    assert language_of("این کتاب را دیروز خریدم و هنوز نخوانده‌ام") == "fa"
    assert language_of("یہ کتاب میں نے کل خریدی تھی اور ابھی تک نہیں پڑھی") == "ur"
    assert language_of("اشتريت هذا الكتاب أمس ولم أقرأه بعد") == "ar"


def test_words_keep_what_marks_they_have() -> None:
    text = prose("hi")
    assert re.search("[\u093e-\u094d]", text)
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text.count("\u094d") == text.count("\u094d")


def test_georgian_two_is_told_from_not_by_what_is_counted() -> None:
    text = "მშენებლობა ორ წელიწადს გაგრძელდა, მაგრამ ხიდი ჯერ არ არის მზად."
    assert clean(Channel("cp1252", DROPPED).damaged(text)).text == text


def test_no_digit_is_made_of_an_arabic_letter_whose_other_half_is_lost() -> None:
    text = "فيستخدم المحررون الأداة الجديدة كل صباح، فتسمح لهم بقراءة الأخبار بسرعة أكبر."
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text


def test_the_vowel_on_a_doubled_arabic_letter_is_the_usual_one() -> None:
    text = "وقال المدير إن الشركة تُثبِّت أسعارها وتُمثِّل مصالح المساهمين وتُشجِّع الاستثمار في المدينة."
    assert clean(Channel("cp1254", DROPPED).damaged(text)).text == text
