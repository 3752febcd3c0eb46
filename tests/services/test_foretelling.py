import pytest

from curator.domain.errors import Cancelled, CuratorError
from curator.services import editing, foretelling, listing
from curator.services.editing import Edit, Verb


def test_only_what_would_change_is_told(library, filled):
    told = foretelling.foretell(library, filled, Edit("importance", Verb.SET, "4"))
    assert (told.changing, told.articles) == (4, 5)
    assert {row.before for row in told.rows} == {2, None, 5, 1}
    assert {row.after for row in told.rows} == {4}


def test_what_is_foretold_comes_to_pass(library, filled):
    edit = Edit("tags", Verb.ADD, "chips, new")
    told = foretelling.foretell(library, filled, edit)
    editing.edit(library, filled, [edit])
    with library.reading() as connection:
        now = {number: after for number, after, _ in editing.outcomes(connection, filled, edit)}
    assert {row.article_id: row.after for row in told.rows} == now
    assert foretelling.foretell(library, filled, edit).changing == 0


def test_names_are_told_as_the_library_has_them(library, filled):
    (row, *_) = foretelling.foretell(library, filled, Edit("tags", Verb.REMOVE, "ai")).rows
    assert (row.before, row.after) == (["AI"], [])


def test_so_many_are_shown_and_all_are_counted(library, filled):
    told = foretelling.foretell(library, filled, Edit("note", Verb.SET, "x"), limit=2)
    assert (len(told.rows), told.changing) == (2, 5)


def test_a_value_that_cannot_be_is_refused_before_anything_is_read(library):
    with pytest.raises(CuratorError, match="1 to 5"):
        foretelling.foretell(library, [], Edit("importance", Verb.SET, "9"))


def test_foretelling_can_be_stopped(library, filled):
    def stop(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        foretelling.foretell(library, filled, Edit("note", Verb.SET, "x"), progress=stop)
    assert listing.count(library, "") == 5
