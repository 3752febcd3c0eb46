"""Two years or days that words join to one span."""

from datetime import date

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract

REFERENCE = date(2026, 10, 14)


def facts(text: str, language: str, kind: FactKind = FactKind.DATE) -> list[Fact]:
    return [fact for fact in extract(text, language, REFERENCE) if fact.kind is kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hu", "A malmot 1884 és 1889 között építették."),
        ("tr", "Değirmen 1884 ile 1889 yılları arasında yapıldı."),
        ("fi", "Mylly rakennettiin 1884 ja 1889 välillä."),
        ("az", "Dəyirman 1884 və 1889-cu illər arasında tikilib."),
        ("kk", "Диірмен 1884 және 1889 жылдар арасында салынған."),
        ("uz", "Tegirmon 1884 va 1889-yillar orasida qurilgan."),
        ("et", "Veski ehitati 1884. ja 1889. aasta vahel."),
        ("eu", "Errota 1884 eta 1889 artean eraiki zuten."),
        ("ka", "წისქვილი 1884 და 1889 წლებს შორის აშენდა."),
        ("hy", "Ջրաղացը կառուցվել է 1884 և 1889 թվականների միջև։"),
        ("ur", "یہ چکی 1884 اور 1889 کے درمیان بنی۔"),
        ("bn", "কলটি ১৮৮৪ ও ১৮৮৯ সালের মধ্যে নির্মিত।"),
        ("ta", "ஆலை 1884 மற்றும் 1889 இடையே கட்டப்பட்டது."),
        ("te", "మిల్లును 1884 మరియు 1889 మధ్య నిర్మించారు."),
        ("hi", "यह चक्की 1884 और 1889 के बीच बनी।"),
        ("ne", "मिल सन् १८८४ र १८८९ को बीचमा बन्यो।"),
        ("ar", "بنيت الطاحونة بين عامي 1884 و1889."),
    ],
)
def test_years_of_long_ago_are_one_span_where_a_word_joins_them(language: str, text: str) -> None:
    assert [(str(fact.low), str(fact.high)) for fact in facts(text, language)] == [
        ("1884-01-01", "1889-12-31")
    ]


def test_two_round_numbers_between_which_something_lies_are_no_years() -> None:
    assert not any(
        str(fact.low) < "1900" for fact in facts("A vendégek száma 1500 és 1750 között volt.", "hu")
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("في عامي 2020 و2021 ارتفع", ["2020-01-01", "2021-01-01"]),
        ("في 5 مايو و7 يونيو", ["2026-05-05", "2026-06-07"]),
        ("من 3 إلى 5 مايو و7 يونيو", ["2026-05-03", "2026-06-07"]),
    ],
)
def test_a_date_is_found_behind_the_letter_that_arabic_joins_to_it(text: str, found: list[str]) -> None:
    assert [str(fact.low) for fact in facts(text, "ar")] == found


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("az", "qiyməti 5 və 10 milyon manat arasında dəyişir", 5_000_000, 10_000_000),
        ("et", "hind jääb 5 ja 10 miljoni euro vahele", 5_000_000, 10_000_000),
    ],
)
def test_amounts_between_two_bounds_are_one(language: str, text: str, low: int, high: int) -> None:
    (fact,) = facts(text, language, FactKind.MONEY)
    assert (fact.low, fact.high) == (low, high)


def test_up_to_and_including_a_day_is_up_to_it() -> None:
    (span,) = facts("Die Schau läuft vom 3. bis einschließlich 9. Mai 2026.", "de")
    assert (str(span.low), str(span.high)) == ("2026-05-03", "2026-05-09")
    (end,) = facts("Das Angebot gilt bis einschließlich 31. März.", "de")
    assert (end.low, str(end.high)) == (None, "2027-03-31")
