import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extraction import extract

NASTY = [
    "9" * 10_000,
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


def test_no_text_gives_no_facts():
    assert extract("") == []
    assert extract("\x00\x01") == []
