"""The library's file, taken away or replaced while it is open: nothing is made in its place or mixed up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.domain.errors import CuratorError
from curator.services import backing_up, listing, sets
from curator.services.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.curator") as opened:
        yield opened


def test_a_library_whose_file_is_gone_is_not_made_anew(library: Library) -> None:
    listing.count(library, "")
    library.path.unlink()
    with pytest.raises(CuratorError, match="gone") as raised:
        listing.count(library, "")
    assert raised.value.hint
    with pytest.raises(CuratorError, match="gone"):
        sets.add(library, "A set", [])
    assert not library.path.exists()


def test_a_library_that_is_put_back_goes_on(library: Library, tmp_path: Path) -> None:
    moved = library.path.rename(tmp_path / "moved.curator")
    with pytest.raises(CuratorError):
        listing.count(library, "")
    moved.rename(library.path)
    assert listing.count(library, "") == 0


def test_another_file_in_the_librarys_place_is_left_alone(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "other.curator"
    Library.open(other).close()
    before = other.read_bytes()
    other.replace(library.path)
    with pytest.raises(CuratorError, match="Another file"):
        sets.add(library, "A set", [])
    assert library.path.read_bytes() == before


def test_no_empty_backup_is_made_of_a_library_that_is_gone(library: Library, tmp_path: Path) -> None:
    library.path.unlink()
    with pytest.raises(CuratorError):
        backing_up.backup(library, tmp_path / "copy.curator")
    assert not (tmp_path / "copy.curator").exists()
    assert not library.path.exists()
