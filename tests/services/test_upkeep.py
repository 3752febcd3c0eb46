import pytest

from curator.domain.errors import Cancelled, CuratorError
from curator.services import backing_up, checking, editing, listing, restoring
from curator.services.library import Library


def test_a_whole_library_has_no_problems(library, filled):
    told = []
    assert checking.check(library, lambda *each: told.append(each)) == []
    assert told[-1][0] == told[-1][1] == 5


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE original SET packed = x'00' WHERE rowid = 1", "cannot be unpacked"),
        ("UPDATE fact SET start = start + 1 WHERE id = 1", "words of fact 1"),
        ("UPDATE repair SET after = 'x' WHERE id = 1", "Repair 1"),
        ("UPDATE article SET facts_open = 9 WHERE id = 1", "counts of article 1"),
        ("UPDATE article SET title = 'other' WHERE id = 1", "full text"),
        ("DELETE FROM reading WHERE article_id = 1", "no text"),
    ],
)
def test_what_does_not_fit_together_is_found(library, filled, statement, words):
    with library.writing() as connection:
        connection.exec_driver_sql(statement)
    assert any(words in problem for problem in checking.check(library))


def test_bytes_that_are_not_what_was_imported_are_found(library, add, intake):
    import zlib
    from dataclasses import replace

    add(replace(intake(1), packed=zlib.compress(b"something else")))
    assert any("not what was imported" in problem for problem in checking.check(library))


def test_a_backup_is_a_library_with_all_that_is_committed(library, filled, tmp_path):
    editing.set_field(library, [1], "note", "latest")
    path = backing_up.backup(library)
    assert path.parent == tmp_path / "backups"
    with Library.open(path, create=False) as copy:
        assert listing.identifiers(copy, "latest") == [1]
        assert checking.check(copy) == []


def test_words_after_a_nul_are_no_problem(library, add, intake):
    add(intake(1, body="A \x00 stood before Orchard Chips, which paid 20 million euros."))
    assert checking.check(library) == []


def test_backups_never_overwrite(library, filled, tmp_path):
    one, two = backing_up.backup(library, tmp_path), backing_up.backup(library, tmp_path)
    assert one != two
    with pytest.raises(CuratorError, match="already"):
        backing_up.backup(library, one)
    assert not list(tmp_path.glob(".*"))


def test_others_write_while_a_library_is_checked(library, filled):
    written = []

    def write(*_: object) -> None:
        editing.set_field(library, [1], "note", f"note {len(written)}")
        written.append(1)

    assert checking.check(library, write) == []
    assert len(written) > 2


def test_a_damaged_file_is_told_as_damaged(library, filled, tmp_path):
    copy = backing_up.backup(library, tmp_path / "copy.curator")
    data = bytearray(copy.read_bytes())
    with Library.open(copy) as opened, opened.reading() as connection:
        page = connection.exec_driver_sql("PRAGMA page_size").scalar()
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'fact'").scalar()
        start = (root - 1) * page
        data[start : start + page] = bytes([7]) * page
    copy.write_bytes(data)
    with Library.open(copy) as opened:
        problems = checking.check(opened)
        assert backing_up.faults(opened)
    assert backing_up.faults(library) == []
    assert problems
    assert all(problem.startswith("The file is damaged: ") for problem in problems)


def test_a_backup_that_cannot_be_made_is_told(library, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CuratorError, match="cannot be written"):
        backing_up.backup(library, tmp_path / "file" / "copy.curator")


def test_a_stopped_backup_leaves_nothing_behind(library, filled, tmp_path):
    copies = tmp_path / "copies"
    copies.mkdir()
    with pytest.raises(Cancelled):
        backing_up.backup(library, copies, stop)
    assert not any(copies.iterdir())


def test_a_stopped_restoring_changes_nothing(library, filled, tmp_path):
    copy = backing_up.backup(library, tmp_path / "copy.curator")
    editing.set_field(library, [1], "note", "later")
    with pytest.raises(Cancelled):
        restoring.restore(library, copy, stop)
    assert listing.identifiers(library, "later") == [1]


def stop(*_: object) -> None:
    """Refuse to go on, as an editor does who presses Stop."""
    raise Cancelled


def test_a_backup_takes_the_librarys_place(library, filled, tmp_path):
    copy = backing_up.backup(library, tmp_path / "copy.curator")
    editing.set_field(library, [1], "note", "later")
    restoring.restore(library, copy)
    assert listing.identifiers(library, "later") == []
