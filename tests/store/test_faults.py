import sqlite3
from pathlib import Path

import pytest

from curator.domain.errors import CuratorError
from curator.services import checking, listing
from curator.services.library import Library
from curator.store.database import errors, sqlite


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.curator") as opened:
        yield opened


def fault(code):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_BUSY, "Another program"),
        (sqlite3.SQLITE_READONLY, "cannot be written"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
        (sqlite3.SQLITE_NOTADB, "not a Curator library"),
        (sqlite3.SQLITE_IOERR | (1 << 8), "disk"),
    ],
)
def test_faults_of_the_environment_are_told_in_words(code, words):
    with pytest.raises(CuratorError, match=words) as raised, errors.told(Path("x")):
        raise fault(code)
    assert raised.value.hint


def test_our_own_faults_are_not_dressed_up():
    with pytest.raises(sqlite3.OperationalError), errors.told(Path("x")):
        raise fault(sqlite3.SQLITE_ERROR)


def test_a_locked_library_is_told(library, monkeypatch):
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    with (
        Library.open(library.path) as other,
        library.writing(),
        pytest.raises(CuratorError, match="Another program"),
        other.writing(),
    ):
        pass


def test_reading_goes_on_while_another_writes(library):
    with library.writing() as connection:
        connection.exec_driver_sql("INSERT INTO tag (name, key) VALUES ('a', 'a')")
        assert listing.count(library, "tag:a") == 0


def test_a_failed_transaction_is_taken_back_as_a_whole(library):
    def fail():
        with library.writing() as connection:
            connection.exec_driver_sql("INSERT INTO tag (name, key) VALUES ('a', 'a')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with library.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM tag").scalar() == 0


def test_a_missing_library_is_only_made_if_wished(tmp_path):
    with pytest.raises(CuratorError, match="no library"):
        Library.open(tmp_path / "none.curator", create=False)
    with pytest.raises(CuratorError, match="a folder"):
        Library.open(tmp_path)
    Library.open(tmp_path / "deep/down/new.curator").close()
    assert (tmp_path / "deep/down/new.curator").exists()


def test_a_damaged_file_is_told(tmp_path):
    path = tmp_path / "library.curator"
    Library.open(path).close()
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 8] = b"\xff" * (4096 * 7)
    path.write_bytes(data)
    with pytest.raises(CuratorError, match="damaged"):
        _checked(path)


def _checked(path):
    with Library.open(path) as library:
        problems = checking.check(library)
        raise CuratorError("The library is damaged." if problems else "whole")


def test_the_schema_of_every_table_can_be_read_in_plain_words(library):
    with library.reading() as connection:
        names = set(
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        )
    assert {"article", "revision", "original", "reading", "fact", "repair", "step", "change"} <= names


def test_a_library_may_have_any_name(tmp_path):
    path = tmp_path / "100% ano? #1 žluť&数据" / "a b;c.curator"
    with Library.open(path) as library:
        assert listing.count(library, "") == 0
    assert path.exists()
    with Library.open(path, create=False) as library:
        assert library.path == path
