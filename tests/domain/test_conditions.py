import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.queries import parsing
from curator.domain.queries.conditions import condition, conditions, toggled


@pytest.mark.parametrize(
    ("value", "query"),
    [
        ("Nvidia", "company:nvidia"),
        ("Газпром", "company:газпром"),
        ("Deutsche Bahn", 'company:"Deutsche Bahn"'),
        ("A.P. Møller", 'company:"A.P. Møller"'),
        ('The "Big" One', 'company:"The \\"Big\\" One"'),
    ],
)
def test_conditions_are_quoted_where_they_must_be(value, query):
    assert condition("company", value) == query


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp")), min_size=1))
def test_every_condition_is_understood_and_stands_alone(name):
    query = condition("company", name)
    parsing.parse(query)
    assert conditions(f"chips {query} -{query}") == ["chips", query, f"-{query}"]


def test_a_query_is_taken_apart_at_its_conditions():
    query = 'a "b c" -company:"X Y" (tag:a or tag:b) -x'
    parts = ["a", '"b c"', '-company:"X Y"', "(", "tag:a", "or", "tag:b", ")", "-x"]
    assert conditions(query) == parts
    assert conditions(" ".join(parts)) == parts


def test_a_query_that_is_not_understood_is_taken_apart_at_its_spaces():
    assert conditions('a "b c') == ["a", '"b', "c"]


def test_a_condition_comes_and_goes():
    assert toggled("chips", "tag:ai") == "chips tag:ai"
    assert toggled("chips tag:ai", "tag:ai") == "chips"
    assert toggled("chips", "tag:ai", leave_out=True) == "chips -tag:ai"
    assert toggled("chips -tag:ai", "tag:ai") == "chips"
