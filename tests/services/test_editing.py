import pytest

from curator.domain.changes import Change, Subject
from curator.domain.errors import Conflict, CuratorError
from curator.services import editing, listing, reading, sets
from curator.services.editing import Edit, Verb
from curator.store.changes import changing


def fields(library, number=1):
    return reading.article(library, number).fields


def test_only_what_really_changes_is_reported_and_journalled(library, filled):
    applied = editing.set_field(library, filled, "importance", 4)
    assert applied.articles == {2, 3, 4, 5}
    again = editing.set_field(library, filled, "importance", 4)
    assert again.step is None
    assert len(reading.journal(library, None)) == 1


def test_names_are_added_once_and_under_the_name_that_is_known(library, filled):
    applied = editing.add(library, [1, 3], "companies", ["ORCHARD chips", "Newcomer"])
    assert fields(library, 1).companies == ("Orchard Chips", "Newcomer")
    assert fields(library, 3).companies == ("Orchard Chips", "Newcomer")
    assert applied.touched == {Subject.ARTICLE}


def test_names_are_removed_however_they_are_spelled(library, filled):
    editing.remove(library, filled, "tags", ["ai"])
    assert fields(library, 1).tags == ()
    assert fields(library, 3).tags == ("chips",)


def test_an_edit_is_found_by_its_new_words_only(library, filled):
    editing.set_field(library, [1], "note", "zeppelin")
    assert listing.identifiers(library, "zeppelin") == [1]
    editing.set_field(library, [1], "note", "balloon")
    assert listing.identifiers(library, "zeppelin") == []
    editing.undo(library)
    assert listing.identifiers(library, "zeppelin") == [1]


def test_several_edits_are_one_step(library, filled):
    edits = [
        Edit("importance", Verb.SET, "3"),
        Edit("tags", Verb.ADD, "x, y"),
        Edit("tags", Verb.REMOVE, "AI"),
    ]
    applied = editing.edit(library, filled, edits)
    assert applied.articles == set(filled)
    assert fields(library, 1).tags == ("x", "y")
    editing.undo(library)
    assert fields(library, 1).tags == ("AI",)
    assert fields(library, 1).importance == 4
    assert editing.undo(library) is None


def test_undo_and_redo_go_through_all_steps(library, filled):
    before = [reading.article(library, number) for number in filled]
    editing.set_field(library, [1, 2], "title", "Same")
    editing.add(library, filled, "tags", ["new"])
    sets.add(library, "Morning", filled)
    after = [reading.article(library, number) for number in filled]
    undone = [editing.undo(library) for _ in range(4)]
    assert undone[-1] is None
    assert [reading.article(library, number) for number in filled] == before
    assert editing.undoable(library)[0] is None
    redone = [editing.redo(library) for _ in range(4)]
    assert redone[-1] is None
    assert [reading.article(library, number) for number in filled] == after


def test_something_new_ends_what_could_be_redone(library, filled):
    editing.set_field(library, [1], "note", "one")
    editing.undo(library)
    editing.set_field(library, [1], "note", "two")
    assert editing.undoable(library) == ("Set note", None)
    assert editing.redo(library) is None


def test_only_what_was_taken_back_since_the_last_new_step_is_made_again(library, filled):
    editing.set_field(library, [1], "note", "one")
    editing.undo(library)
    editing.set_field(library, [1], "note", "two")
    editing.undo(library)
    assert editing.redo(library).articles == {1}
    assert fields(library).note == "two"
    assert editing.redo(library) is None


def test_undo_works_after_a_restart(library, filled):
    editing.set_field(library, [1], "title", "Changed")
    with type(library).open(library.path) as again:
        assert editing.undo(again).articles == {1}
        assert fields(again).title == "Story 1"


def test_a_change_of_something_else_is_a_conflict_that_changes_nothing(library, filled):
    changes = [
        Change(Subject.ARTICLE, 1, "note", "", "new", 1),
        Change(Subject.ARTICLE, 2, "note", "old", "new", 2),
    ]
    with pytest.raises(Conflict), library.writing() as connection:
        changing.made(connection, "Two at once", changes, "editor")
    assert fields(library, 1).note == ""
    assert listing.identifiers(library, "new") == []


STANDING = [
    (Subject.ARTICLE, "note", "", "old", "new"),
    (Subject.ARTICLE, "tags", ["AI"], ["old"], ["new"]),
    (Subject.ARTICLE, "state", "inbox", "reviewed", "in_review"),
    (Subject.FACT, "decision", "proposed", "accepted", "rejected"),
    (Subject.FACT, "verdict_note", "", "old", "new"),
    (Subject.FACT, "company", ["Orchard Chips", 1], ["Old", 1], ["New", 1]),
    (Subject.REPAIR, "decision", "proposed", "accepted", "rejected"),
    (Subject.COMPANY, "name", "Orchard Chips", "Old", "New"),
]
"""What stands of subject 1 in the five articles, and what does not."""


@pytest.mark.parametrize(("subject", "field", "stands", "before", "after"), STANDING)
def test_each_kind_of_change_conflicts_with_what_stands_otherwise(
    library, filled, subject, field, stands, before, after
):
    whole = reading.article(library, 1)
    with pytest.raises(Conflict), library.writing() as connection:
        changing.made(connection, "x", [Change(subject, 1, field, before, after, 1)], "editor")
    with library.writing() as connection:
        assert (
            changing.made(connection, "x", [Change(subject, 1, field, before, stands, 1)], "y").step is None
        )
    assert reading.article(library, 1) == whole
    with library.writing() as connection:
        assert changing.made(connection, "x", [Change(subject, 1, field, stands, after, 1)], "y").step
    editing.undo(library)
    assert reading.article(library, 1) == whole


def test_a_change_of_an_article_that_is_gone_is_a_conflict(library, filled):
    with pytest.raises(Conflict), library.writing() as connection:
        changing.made(connection, "x", [Change(Subject.ARTICLE, 99, "note", "", "new", 99)], "editor")


def test_a_step_that_can_no_longer_be_taken_back_says_so_and_lets_the_others_be(library, filled):
    editing.set_field(library, [2], "note", "first")
    editing.set_field(library, [1], "note", "second")
    with library.writing() as connection:
        connection.exec_driver_sql("UPDATE article SET note = 'elsewhere' WHERE id = 1")
    with pytest.raises(CuratorError, match="can no longer be taken back"):
        editing.undo(library)
    assert editing.undo(library).articles == {2}


def test_the_journal_tells_who_did_what(library, filled):
    editing.set_field(library, [1, 2], "importance", 3)
    editing.undo(library)
    undo, edit = reading.journal(library, 1)
    assert (edit.who, edit.kind, edit.undone, edit.step.label) == (
        "tester",
        "edit",
        True,
        "Set importance (2 articles)",
    )
    assert [(change.before, change.after) for change in edit.step.changes] == [(4, 3)]
    assert (undo.kind, undo.step.changes[0].after) == ("undo", 4)
    assert reading.journal(library, 5) == ()


def test_the_day_an_article_was_reviewed_is_kept(library, filled):
    editing.set_field(library, [1], "state", "reviewed")
    assert reading.article(library, 1).reviewed_at
    editing.undo(library)
    assert not reading.article(library, 1).reviewed_at
