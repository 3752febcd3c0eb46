"""Articles are found by what their facts state: amounts in any unit, and dates by their last day."""

from __future__ import annotations

import pytest

from curator.domain.errors import QueryError
from curator.domain.facts import Decision
from curator.services import listing, reading, reviewing
from curator.services.imports.importing import import_paths

TEXTS = {
    "1.txt": "The plant costs 2.5 billion dollars and is due by the end of 2030.",
    "2.txt": "The battery has 300 megawatts and opens on 4 June 2027. It costs 90 million euros.",
    "3.txt": "The wind farm will have between 1.1 and 1.4 gigawatts. Prices rose by 20 percent.",
    "4.txt": "Nothing was said of money.",
}


@pytest.fixture
def stated(library, tmp_path):
    """Four articles and what they state."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    import_paths(library, [tmp_path / name for name in TEXTS])
    return library


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("amount:>=1e9usd", [1]),
        ("amount:>=1e9eur", []),
        ("amount:>50m", [1, 2]),
        ("amount:<1bn", [2]),
        ('amount:"90 million EUR"', [2]),
        ("amount:€90m", [2]),
        ("amount:>=300MW", [2, 3]),
        ("amount:>1GW", [3]),
        ("amount:1200MW", [3]),
        ("amount:>=15%", [3]),
        ("amount:*", [1, 2, 3]),
        ("amount:", [4]),
        ("due:2030", [1]),
        ("due:<2028", [2]),
        ("due:2027-06", [2]),
        ("due:>2027-06-04", [1]),
        ("due:2027..2031", [1, 2]),
        ("due:*", [1, 2]),
        ("amount:>=1e6 -due:2030", [2]),
    ],
)
def test_articles_are_found_by_what_they_state(stated, query, expected):
    assert sorted(listing.identifiers(stated, query)) == expected


def test_a_rejected_fact_finds_nothing(stated):
    (fact,) = (each for each in reading.article(stated, 1).facts if each.fact.unit == "USD")
    reviewing.decide(stated, [fact.id], Decision.REJECTED)
    assert listing.identifiers(stated, "amount:>=1e9usd") == []


@pytest.mark.parametrize(("query", "place"), [("amount:>=much", 9), ("due:soon", 4), ("amount:5!", 7)])
def test_what_is_no_amount_or_date_is_told_at_its_place(stated, query, place):
    with pytest.raises(QueryError) as caught:
        listing.identifiers(stated, query)
    assert caught.value.start == place
