import pytest

from curator.domain.errors import CuratorError, QueryError
from curator.services import completing, editing, listing, reading, sets


def test_a_set_is_made_filled_and_shown_in_order(library, filled):
    sets.add(library, " Morning  paper ", [3, 1])
    sets.add(library, "morning PAPER", [1, 2, 99])
    assert sets.sets(library) == (("Morning paper", 3),)
    assert sets.show(library, "Morning paper") == [3, 1, 2]
    assert listing.identifiers(library, 'set:"morning paper"') == [2, 1, 3]
    assert reading.article(library, 1).sets == ("Morning paper",)


def test_articles_or_the_whole_set_are_removed(library, filled):
    sets.add(library, "Morning", [1, 2, 3])
    sets.remove(library, "Morning", [2, 5])
    assert sets.show(library, "Morning") == [1, 3]
    sets.remove(library, "Morning")
    assert sets.sets(library) == ()
    editing.undo(library)
    assert sets.show(library, "Morning") == [1, 3]


def test_a_set_is_renamed_but_not_to_a_name_that_is_taken(library, filled):
    sets.add(library, "Morning", [1])
    sets.add(library, "Evening", [2])
    sets.rename(library, "Morning", "Noon")
    assert sets.sets(library) == (("Evening", 1), ("Noon", 1))
    with pytest.raises(CuratorError, match="already"):
        sets.rename(library, "Noon", "evening")


def test_an_unknown_set_is_answered_with_the_known_ones(library, filled):
    sets.add(library, "Morning", [1])
    with pytest.raises(CuratorError) as raised:
        sets.show(library, "Mornings")
    assert "Morning" in raised.value.hint


def test_a_search_is_saved_changed_and_forgotten(library):
    sets.save_search(library, "Big", "importance:>=4")
    sets.save_search(library, "big", "importance:5")
    assert sets.searches(library) == (("Big", "importance:5"),)
    editing.undo(library)
    assert sets.searches(library) == (("Big", "importance:>=4"),)
    sets.delete_search(library, "BIG")
    assert sets.searches(library) == ()
    editing.undo(library)
    assert sets.searches(library) == (("Big", "importance:>=4"),)


def test_a_search_that_cannot_be_understood_is_not_saved(library):
    with pytest.raises(QueryError):
        sets.save_search(library, "Bad", "nonsense:x")


def test_a_saved_search_is_renamed_but_not_to_a_name_that_is_taken(library):
    sets.save_search(library, "Big", "importance:>=4")
    sets.save_search(library, "Chips", "tag:AI")
    sets.rename_search(library, " big ", "BIG  news")
    assert sets.searches(library) == (("BIG news", "importance:>=4"), ("Chips", "tag:AI"))
    sets.rename_search(library, "big news", "Big News")  # its own name, spelled otherwise
    with pytest.raises(CuratorError, match="already"):
        sets.rename_search(library, "Chips", "BIG NEWS")
    assert sets.searches(library) == (("Big News", "importance:>=4"), ("Chips", "tag:AI"))
    editing.undo(library)
    editing.undo(library)
    assert [name for name, _ in sets.searches(library)] == ["Big", "Chips"]


@pytest.mark.parametrize(
    "attempt",
    [
        lambda library: sets.rename_search(library, "Big", "Huge"),
        lambda library: sets.delete_search(library, "Big"),
    ],
)
def test_a_search_that_nobody_saved_is_told(library, attempt):
    with pytest.raises(CuratorError, match="no saved search “Big”"):
        attempt(library)


@pytest.mark.parametrize("name", ["", " \t"])
def test_what_is_saved_needs_a_name(library, filled, name):
    sets.save_search(library, "Big", "importance:>=4")
    sets.add(library, "Morning", [1])
    for attempt in (
        lambda: sets.save_search(library, name, "tag:AI"),
        lambda: sets.rename_search(library, "Big", name),
        lambda: sets.add(library, name, [1]),
        lambda: sets.rename(library, "Morning", name),
    ):
        with pytest.raises(CuratorError, match="name"):
            attempt()
    assert sets.searches(library) == (("Big", "importance:>=4"),)
    assert sets.sets(library) == (("Morning", 1),)


def test_names_are_completed_the_most_used_first(library, filled):
    assert completing.complete(library, "companies", "ORCH") == ["Orchard Chips"]
    assert completing.complete(library, "companies", "chi") == ["Orchard Chips"]
    assert completing.complete(library, "tags", "") == ["AI", "chips"]
    assert completing.complete(library, "source", "the d") == ["The Daily Orchard"]
    assert completing.complete(library, "author", "ann") == ["Ann Novák"]
    assert completing.complete(library, "category", "x") == []
    assert completing.complete(library, "companies", "%") == []
