"""Front matter becomes fields, however oddly it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.articles import Fields
from curator.formats.front_matter.mapping import mapped


def test_the_usual_keys_become_fields():
    found = mapped(
        {
            "layout": "post",
            "title": "A plant",
            "summary": "In short",
            "lang": "cs-CZ",
            "categories": ["energy", "power"],
            "keywords": "a, b; c",
            "companies": ["Nvidia", "Nvidia", "ČEZ"],
            "authors": [{"name": "Jane"}, "Jim"],
            "source": {"emoji": "📰", "id": None, "name": "The Daily"},
            "importance": "4/5",
            "canonical": "https://example.org/a",
            "slug": "a-plant",
            "x": {"y": 1},
        }
    )
    assert found.fields == Fields(
        title="A plant", description="In short", source="The Daily", author="Jane, Jim", language="cs",
        category="energy, power", importance=4, companies=("Nvidia", "ČEZ"), tags=("a", "b", "c"),
        url="https://example.org/a", slug="a-plant",
    )  # fmt: skip
    assert found.unknown == ("layout", "x")
    assert found.keys["tags"] == "keywords"


def test_odd_types_are_tolerated():
    found = mapped(
        {
            "title": 2026,
            "tags": None,
            "companies": {"Nvidia": "NVDA", "AMD": 1},
            "importance": 9,
            "author": ["A", 3],
        }
    )
    assert found.fields == Fields(title="2026", companies=("Nvidia", "AMD"), author="A, 3")
    assert found.unknown == ("importance",)
    assert found.notes == ("Front matter: importance “9” is not understood.",)


def test_the_date_with_a_zone_wins_where_all_agree():
    found = mapped({"date": "2026-01-27 03:25:33", "publishedAt": "2026-01-27T04:25:33+01:00"})
    assert found.fields.published == "2026-01-27T03:25:33Z"
    assert found.keys["published"] == "publishedAt"
    assert found.unknown == ()
    assert found.notes == ()


def test_dates_that_disagree_are_noted_and_the_first_key_counts():
    found = mapped({"date": "2026-01-28", "publishedAt": "2026-01-27T04:25:33+01:00"})
    assert found.fields.published == "2026-01-27T03:25:33Z"
    assert found.unknown == ("date",)
    assert found.notes == ("Front matter: publishedAt and date disagree; publishedAt is taken.",)


def test_an_impossible_date_stays_unknown_with_a_note():
    found = mapped({"date": "2026-13-45"})
    assert found.fields.published is None
    assert found.unknown == ("date",)
    assert found.notes == ("Front matter: date “2026-13-45” is not a date.",)


def test_a_no_break_space_in_a_damaged_title_is_kept():
    assert mapped({"title": "Ã\u00a0 \n podle"}).fields.title == "Ã\u00a0 podle"
    assert mapped({"title": "a\x85b"}).fields.title == "a\x85b"


@pytest.mark.parametrize(
    ("written", "code"), [("Czech", "cs"), ("zh-Hant-TW", "zh"), ("en_US", "en"), ("?", ""), (7, "")]
)
def test_languages_become_codes(written, code):
    assert mapped({"lang": written}).fields.language == code


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "title",
        "date",
        "publishedAt",
        "source",
        "author",
        "lang",
        "tags",
        "companies",
        "importance",
        "url",
        "x",
    ]
)


@given(st.dictionaries(KEYS, VALUES))
def test_any_values_give_fields_of_the_right_types(front_matter):
    fields = mapped(front_matter).fields
    assert all(
        isinstance(getattr(fields, name), str) for name in ("title", "source", "author", "language", "url")
    )
    assert all(isinstance(name, str) and name for name in (*fields.tags, *fields.companies))
    assert fields.importance in (None, 1, 2, 3, 4, 5)
