import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.facts import FactKind
from curator.extraction import extract

NASTY = [
    "9" * 10_000,
    f"{'9' * 24}½ kg, {'9' * 24} cents, {'9' * 24}.99 %",
    "a" * 1_000_000,
    "1," * 5_000,
    "1 000 " * 3_000,
    "10-" * 3_000,
    "$" * 20_000,
    "hundred " * 3_000,
    "two and " * 3_000,
    "(" * 20_000,
    "half a " * 3_000,
    "5. " * 3_000,
    "first second third " * 1_000,
    "of the " * 5_000,
    "百万" * 3_000,
    "a-" * 20_000,
    "a@" * 20_000,
    "`" * 20_000,
    "einundzwanzig" * 3_000,
    "\n" * 50_000,
    "\u200f5 مليون دولار" * 500,
    "2018-" * 3_000,
    "May " * 3_000,
    "1/2 " * 5_000,
    "one and " * 3_000,
    "half and " * 3_000,
    "三分之" * 3_000,
    "point five " * 3_000,
    "next last " * 3_000,
    "week of the " * 3_000,
    "before after " * 3_000,
    "minus -" * 5_000,
    "the 5th " * 3_000,
    "from 5 to " * 3_000,
    "２０１８．" * 3_000,
    "\u202e5\u202c " * 5_000,
    "last two " * 3_000,
    "in the of '" * 3_000,
    "Siemens Capital sold Apple Partners. " * 5_000,
    "fell to ($" * 3_000,
    "| ($5 " * 5_000,
    "3 Mrd. Euro nach " * 3_000,
    "5 (Vorjahr: " * 3_000,
    "- Alpha, Berlin: " * 3_000,
    "firmy Alpha, Beta, " * 3_000,
    "do do do " * 3_000,
    "Capital Partners Bank " * 3_000,
    "شركة النور الجديدة للتجارة باعت " * 4_000,
    " ".join(
        "شركة " + "".join(chr(0x628 + int(digit)) for digit in str(n)) for n in range(10**6, 10**6 + 9_000)
    ),
]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:10]))
def test_nasty_texts_take_linear_time(text: str, grows_linearly):
    grows_linearly(lambda part: extract(part, None, "2018-01-01"), text)


def test_gigantic_numbers_are_no_facts():
    assert extract("9" * 10_000 + " USD", "en") == []


@given(st.text(alphabet="0123456789.,-–/: $€%° abmxMay第三年月日五roku do a i", max_size=80))
def test_no_text_makes_it_fail(text: str):
    for fact in extract(text, None, "2018-01-01"):
        assert text[fact.start : fact.end] == fact.quote


def test_an_ending_that_stands_alone_does_no_harm():
    text = "Ezt közölte a KSH két hete."  # "hete" is "week" and an empty item for "ago"
    assert all(text[fact.start : fact.end] == fact.quote for fact in extract(text, "hu", "2025-10-21"))


def test_no_text_gives_no_facts():
    assert extract("") == []
    assert extract("\x00\x01") == []


@pytest.mark.parametrize(
    "text",
    [
        "On 30 February 2018 and 31.04.2018, in the year 0 and the year 99999, week 54 of 2018.",
        "From 5 to 6 to 7 to 8 to 9 to 10 between and from to.",
        "99999999999999999999999999999999999999999999 % of 0/0 and 5/0 and 1/0 million",
        "20181345 and 20180230 and 0000-00-00 and 2018-W99",
    ],
)
def test_nonsense_gives_no_dates_and_no_errors(text: str):
    assert [fact for fact in extract(text, "en", "2018-01-01") if fact.kind is FactKind.DATE] == []


def test_numbers_in_a_right_to_left_text_are_read_where_they_stand():
    text = "\u200fاستثمرت الشركة 5,000 دولار في 12/03/2018\u200f"
    assert all(text[fact.start : fact.end] == fact.quote for fact in extract(text, "ar", "2018-01-01"))


@pytest.mark.parametrize("language", ["en", "de", "zh", "ar", "xx", ""])
def test_any_language_code_is_taken(language: str):
    found = extract("5 % of 10 km on 5 May 2018", language, "2018-01-01")
    assert [fact.quote for fact in found] == ["5 %", "10 km", "5 May 2018"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1000-01-01", "2999-12-31"])
def test_relative_dates_wait_for_a_date_that_an_article_may_have(day: str):
    found = extract("Yesterday, last week, on Monday, next year: since spring it cost $5.", "en", day)
    assert [fact.quote for fact in found] == ["$5"]
