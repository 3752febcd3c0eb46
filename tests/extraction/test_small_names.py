"""New companies whose names are written without a capital."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


def names(text: str) -> list[str]:
    return [str(fact.name) for fact in find_companies(text)]


REST = " Nobody knew that before. The city was told on Monday. It rained again."


@pytest.mark.parametrize(
    "text",
    [
        "The retailer gopherly shuts down after years. gopherly had laid off many.",
        "The app gopherly shuts down after years. gopherly closes on Monday.",
        "Many know gopherly in town. gopherly employs 40 people.",
    ],
)
def test_a_small_name_that_begins_a_sentence_is_found(text: str) -> None:
    assert names(text + REST) == ["gopherly", "gopherly"]


@pytest.mark.parametrize(
    "text",
    [
        "The retailer gopherly shuts down after years.",
        "Many know gopherly in town after years. gopherly was seen.",
        "The retailer uses it, cf. gopherly and others. Then gopherly sleeps.",
    ],
)
def test_a_small_word_is_none_without_signs(text: str) -> None:
    assert names(text + REST) == []


def test_words_are_none_where_no_sentence_has_a_capital() -> None:
    text = "the retailer gopherly shuts down. gopherly had laid off many. nobody knew that. it rained."
    assert names(text) == []
