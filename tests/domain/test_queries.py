import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curator.domain.errors import QueryError
from curator.domain.queries.parsing import parse, quoted
from curator.domain.queries.trees import EVERYTHING, FIELDS, And, Comparison, Field, Not, Or, Words


def tree(text):
    return parse(text).tree


def test_an_empty_query_matches_everything():
    assert tree("") == tree("  \n ") == EVERYTHING
    assert parse("").matches_everything


def test_words_beside_each_other_must_all_hold():
    assert tree("chip factory") == And((Words("chip", False, 0, 4), Words("factory", False, 5, 12)))


def test_quotes_hold_a_phrase_together():
    assert tree('"chip factory"') == Words("chip factory", True, 0, 14)
    assert tree("„továrna na čipy“") == Words("továrna na čipy", True, 0, 17)


def test_a_backslash_takes_the_quote_by_the_letter():
    assert tree(r'"a \"b\" \\ c"') == Words(r'a "b" \ c', True, 0, 14)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_can_be_asked_whether_it_is_set(name):
    assert tree(f"{name}:*") == Field(name, Comparison.MATCHES, "*", False, 0, len(name) + 2)


def test_a_field_takes_the_value_after_its_colon():
    assert tree('source:"Die Zeit"') == Field("source", Comparison.MATCHES, "Die Zeit", True, 0, 17)
    assert tree("tag:ai") == Field("tag", Comparison.MATCHES, "ai", False, 0, 6)
    assert tree("Lang:cs") == Field("language", Comparison.MATCHES, "cs", False, 0, 7)


@pytest.mark.parametrize("sign", [">=", "<=", ">", "<", "="])
def test_numbers_and_dates_are_compared_by_size(sign):
    assert tree(f"importance:{sign}4").comparison == Comparison(sign)
    assert tree(f"published:{sign}2024-06").value == "2024-06"


def test_a_minus_leaves_out():
    assert tree("-tag:ai") == Not(Field("tag", Comparison.MATCHES, "ai", False, 1, 7))
    assert tree("chip -factory") == And((Words("chip", False, 0, 4), Not(Words("factory", False, 6, 13))))


def test_a_minus_inside_a_word_or_alone_is_a_word():
    assert tree("e-mail") == Words("e-mail", False, 0, 6)
    assert tree("a - b").parts[1] == Words("-", False, 2, 3)


def test_or_binds_weaker_than_words_beside_each_other():
    left = And((Words("a", False, 0, 1), Words("b", False, 2, 3)))
    assert tree("a b or c") == Or((left, Words("c", False, 7, 8)))
    assert isinstance(tree("a (b or c)"), And)


def test_a_time_and_an_address_are_words():
    assert isinstance(tree("10:30"), Words)
    assert isinstance(tree("https://example.org/a"), Words)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("nonsense:x", "nonsense"),
        ("a importance:9", "9"),
        ("published:yesterday", "yesterday"),
        ("published:2026-13", "2026-13"),
        ("id:x", "x"),
        ("state:gone", "gone"),
        ("has:wings", "wings"),
        ('a "b', '"b'),
        ("(a", "("),
        ("a)", ")"),
        ("()", "()"),
        ("a or", "or"),
        (":x", ":"),
        ("tag:>=3", ">=3"),
    ],
)
def test_what_is_wrong_is_marked(text, marked):
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert text[raised.value.start : raised.value.end] == marked


def test_an_unknown_field_is_answered_with_the_known_ones():
    with pytest.raises(QueryError, match="Unknown field: compny") as raised:
        parse("compny:x")
    assert "company" in raised.value.hint


def test_deep_nesting_is_refused():
    with pytest.raises(QueryError, match="too deeply"):
        parse("(" * 5000 + "a" + ")" * 5000)


@given(st.text(max_size=60))
def test_any_text_is_a_query_or_a_query_error_inside_it(text):
    place = range(len(text) + 1)
    try:
        parse(text)
        start, end = 0, 0
    except QueryError as error:
        start, end = error.start, error.end
    assert start in place
    assert end in place
    assert start <= end


@given(st.text(min_size=1).filter(lambda text: text.strip()))
@example("or")
@example("OR")
@example("-x")
def test_a_quoted_value_comes_back_as_it_was(value):
    assert tree(f"tag:{quoted(value)}").value == value
    assert isinstance(tree(quoted(value)), Words)
