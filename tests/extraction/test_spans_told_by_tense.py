"""Weekdays and lengths of time go by the verb beside them, and dates end with their sentence."""

import pytest

from curator.domain.facts import FactKind, Precision
from curator.extraction import extract

REFERENCE = "2026-05-20"  # a Wednesday


def _dates(text: str, language: str) -> list[str]:
    facts = extract(text, language, REFERENCE)
    return [f"{fact.low}..{fact.high}" for fact in facts if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ko", "이사회는 금요일 새 의장을 뽑는다.", "2026-05-22"),
        ("ko", "이사회는 금요일 새 의장을 뽑았다.", "2026-05-15"),
        ("ko", "박람회는 토요일 개막할 예정이다.", "2026-05-23"),
        ("ja", "取締役会は金曜日に新しい議長を選ぶ。", "2026-05-22"),
        ("ja", "取締役会は金曜日に新しい議長を選んだ。", "2026-05-15"),
        ("ja", "金曜日に公表された調査では売り上げが増える。", "2026-05-15"),
    ],
)
def test_weekdays_go_by_the_verb_that_ends_the_sentence(language: str, text: str, day: str):
    assert _dates(text, language) == [f"{day}..{day}"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Binnen vier Jahren hat die Stadt ihre Schulden abgebaut."),
        ("nl", "Binnen vier jaar heeft de stad haar schulden afgebouwd."),
    ],
)
def test_a_time_within_which_something_happened_is_a_length(language: str, text: str):
    (found,) = extract(text, language, REFERENCE)
    assert (found.kind, found.unit, found.value) == (FactKind.QUANTITY, "year", 4)


def test_a_time_within_which_something_will_happen_is_a_date():
    assert _dates("Binnen vier Jahren soll die Stadt ihre Schulden abbauen.", "de") == [
        "2030-01-01..2030-12-31"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The court sits on June 9. Last year it adjourned."),
        ("sw", "Kesi itaanza Juni 9. Mwaka jana iliahirishwa."),
    ],
)
def test_a_year_of_the_next_sentence_is_not_that_of_the_day(language: str, text: str):
    assert _dates(text, language) == ["2026-06-09..2026-06-09", "2025-01-01..2025-12-31"]


def test_what_begins_on_a_day_in_chinese_is_that_day():
    assert _dates("展览将于6月9日开始。", "zh") == ["2026-06-09..2026-06-09"]
    assert _dates("新规6月9日起施行。", "zh") == ["2026-06-09..None"]


@pytest.mark.parametrize(
    "text", ["过去一个月里，雨水很少。", "在过去的一个月里，雨水很少。", "最近一个月雨水很少。"]
)
def test_the_past_month_is_one_in_chinese(text: str):
    assert _dates(text, "zh") == ["2026-04-01..2026-04-30"]


def test_decades_of_an_era_are_ten_years_from_its_own():
    (found,) = extract("昭和40年代に建てられた。", "ja", REFERENCE)
    assert (str(found.low), str(found.high), found.precision) == (
        "1965-01-01",
        "1974-12-31",
        Precision.DECADE,
    )


def test_the_year_before_is_that_before_today_where_another_is_planned():
    text = "Bis 2035 will der Kreis eine Million Euro ausgeben, mehr als im Jahr zuvor."
    assert _dates(text, "de") == ["None..2035-12-31", "2025-01-01..2025-12-31"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("de", "In der Nacht zu Samstag beginnt der Streik.", "2026-05-23..2026-05-23"),
        ("es", "A partir del lunes habrá menos trenes.", "2026-05-25..None"),
        ("pt", "O leilão está marcado para 9 de junho.", "2026-06-09..2026-06-09"),
        ("es", "La subasta está prevista para el 9 de junio.", "2026-06-09..2026-06-09"),
        ("pt", "A obra deve ficar pronta para 9 de junho.", "None..2026-06-09"),
        ("kk", "Жол 2029 жылға дейін салынады.", "None..2029-12-31"),
        ("az", "Yol 2029-cu ilə qədər çəkiləcək.", "None..2029-12-31"),
        ("ar", "وبحلول 2029 سيُفتتح الطريق.", "None..2029-12-31"),
        ("eu", "2029rako errepidea irekiko dute.", "None..2029-12-31"),
        ("az", "Apreldə yağış çox idi.", "2026-04-01..2026-04-30"),
        ("kk", "Сәуірде жаңбыр көп болды.", "2026-04-01..2026-04-30"),
        ("hy", "Ապրիլին շատ անձրև եկավ։", "2026-04-01..2026-04-30"),
        ("cy", "Digwyddodd y ddamwain ddydd Llun.", "2026-05-18..2026-05-18"),
    ],
)
def test_terms_and_beginnings_are_read(language: str, text: str, days: str):
    assert _dates(text, language) == [days]


def test_a_term_of_the_next_sentence_makes_no_range_in_scripts_without_capitals():
    found = _dates("המכרז ייפתח ב-9 ביוני. עד 2029 ייסלל הכביש.", "he")
    assert found == ["2026-06-09..2026-06-09", "None..2029-12-31"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("nb", "Flommen har tatt 300 mål jord siden fredag.", "2026-05-15..None"),
        ("ar", "منذ يوم الاثنين توقفت القطارات.", "2026-05-18..None"),
        ("fa", "در نه ماه نخست سال ۱۴۰۴ تولید بیشتر شد.", "2025-03-21..2025-12-21"),
        ("fa", "در سه ماه نخست امسال تولید بیشتر شد.", "2026-03-21..2026-06-21"),
        ("et", "Lepingud sõlmitakse kolme nädala pärast.", "2026-06-10..2026-06-10"),
    ],
)
def test_what_has_begun_and_first_months_are_read(language: str, text: str, days: str):
    assert _dates(text, language) == [days]
