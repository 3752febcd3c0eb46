"""Libraries where disks are full, folders are read-only, paths too long and files damaged."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from curator.domain.errors import CuratorError
from curator.services import backing_up, listing, sets
from curator.services.library import Library
from curator.store.database import errors, files, sqlite


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "shelf" / "library.curator"
    with Library.open(path) as library:
        sets.add(library, "A set", [])
        with library.writing() as connection:
            connection.exec_driver_sql("INSERT INTO tag (name, key) VALUES ('a', 'a')")
    return path


@pytest.fixture
def unwritable(closed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose folder may not be written; administrators may write everywhere, so it is only said."""
    may = os.access
    monkeypatch.setattr(files.os, "access", lambda place, mode: mode != os.W_OK and may(place, mode))
    return closed


def test_a_library_in_a_folder_that_cannot_be_written_is_read(unwritable: Path, tmp_path: Path) -> None:
    with Library.open(unwritable) as library:
        assert listing.count(library, "") == 0
        with library.reading() as connection:
            assert connection.exec_driver_sql("SELECT name FROM tag").scalar() == "a"
        with pytest.raises(CuratorError, match="cannot be written") as raised:
            sets.add(library, "Another", [])
        assert raised.value.hint
        copied = backing_up.backup(library, tmp_path / "copy.curator")
    assert [each.name for each in unwritable.parent.iterdir()] == [unwritable.name]
    with closing(sqlite3.connect(copied)) as copy:
        assert copy.execute("SELECT name FROM tag").fetchall() == [("a",)]


def test_what_another_writes_into_it_is_seen(unwritable: Path) -> None:
    with Library.open(unwritable) as library, closing(sqlite3.connect(unwritable)) as other:
        assert listing.count(library, "tag:b") == 0
        other.execute("INSERT INTO tag (name, key) VALUES ('b', 'b')")
        other.commit()
        with library.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM tag").scalar() == 2


def test_a_file_that_may_only_be_read_says_so_when_it_is_written(closed: Path, monkeypatch) -> None:
    may = os.access
    monkeypatch.setattr(files.os, "access", lambda place, mode: Path(place) != closed and may(place, mode))
    with Library.open(closed) as library:
        assert listing.count(library, "") == 0
        with pytest.raises(CuratorError, match="cannot be written"):
            sets.add(library, "Another", [])


def test_a_disk_too_full_to_read_from_is_told_as_full(tmp_path: Path, monkeypatch) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR | (19 << 8)
    monkeypatch.setattr(errors.shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    told = errors.of(error, tmp_path / "library.curator")
    assert told is not None
    assert "full" in told.message
    monkeypatch.setattr(errors.shutil, "disk_usage", lambda _: SimpleNamespace(free=1 << 30))
    told = errors.of(error, tmp_path / "library.curator")
    assert told is not None
    assert "cannot be read or written" in told.message


def test_text_and_lists_that_nobody_wrote_are_damage_not_our_fault(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as raw:
        raw.execute("UPDATE tag SET name = CAST(x'ff00fe' AS TEXT)")
        raw.commit()
    with (
        Library.open(closed) as library,
        pytest.raises(CuratorError, match="damaged") as raised,
        library.reading() as connection,
    ):
        connection.exec_driver_sql("SELECT name FROM tag").scalar()
    assert raised.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="paths are bounded otherwise there")
def test_a_path_too_long_for_the_files_beside_it_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="too long") as raised:
        Library.open(tmp_path / f"{'a' * 247}.curator")
    assert "shorter" in raised.value.hint


def test_a_copy_that_fails_leaves_no_part_of_it(closed: Path, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        sqlite.copy_whole(closed, tmp_path / "copy.curator", stop)
    assert [each.name for each in tmp_path.iterdir()] == ["shelf"]
