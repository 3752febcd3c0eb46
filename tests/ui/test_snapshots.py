"""Snapshots: what was shown comes back; nothing else is ever made of the file."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from curator.domain.listings import Column, Order
from curator.services import listing, reading
from curator.services.library import Library
from curator.ui.lifecycle import snapshots
from curator.ui.lifecycle.snapshots import Snapshot
from tests.patience import PATIENCE


@pytest.fixture
def snapshot(library: Library) -> Snapshot:
    page = listing.page(library, "", Order())
    article = reading.article(library, page.rows[0].id)
    return Snapshot(
        version=snapshots.VERSION, library=str(library.path), query="lang:en", order=Order(), text_scale=1.2,
        page=page, article=article,
    )  # fmt: skip


def test_a_snapshot_comes_back_as_it_was_kept(snapshot: Snapshot, library: Library) -> None:
    snapshots.write(snapshot)
    assert snapshots.read(library.path) == snapshot


def test_of_a_long_article_the_first_screens_are_kept(snapshot: Snapshot, library: Library) -> None:
    (fact, *_) = snapshot.article.facts
    long = replace(snapshot.article, facts=(fact,) * (snapshots.MARKS + 1))
    snapshots.write(replace(snapshot, article=long))
    kept = snapshots.read(library.path)
    assert kept is not None
    assert len(kept.article.facts) == snapshots.MARKS
    assert kept.article.text == long.text


def test_the_snapshot_of_another_library_is_not_shown(snapshot: Snapshot, tmp_path: Path) -> None:
    snapshots.write(snapshot)
    assert snapshots.read(tmp_path / "other.curator") is None


def test_the_snapshot_of_another_version_is_not_shown(snapshot: Snapshot, library: Library) -> None:
    snapshots.write(replace(snapshot, version=snapshots.VERSION + 1))
    assert snapshots.read(library.path) is None


def test_a_library_that_is_gone_is_not_made_anew_where_nobody_can_be_asked(
    snapshot: Snapshot, library: Library, tmp_path: Path
) -> None:
    gone = tmp_path / "away" / "library.curator"
    snapshots.write(replace(snapshot, library=str(gone)))
    picture = ["--screenshot", str(tmp_path / "desk.png")]
    command = [sys.executable, "-m", "curator", "--library", str(gone), "gui", *picture]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, gone.exists(), gone.parent.exists()) == (1, False, False)
    assert done.stderr.startswith(f"curator: The library is not where it was: {gone}.")


def test_without_a_snapshot_there_is_none(tmp_path: Path) -> None:
    assert snapshots.read(tmp_path / "library.curator") is None


class Member:
    """Pickled as Python 3.11.2 pickles a member of an enumeration."""

    def __init__(self, of: type, name: str) -> None:
        self.of, self.name = of, name

    def __reduce__(self):
        return getattr, (self.of, self.name)


def test_members_of_enumerations_are_read_as_python_3_11_2_keeps_them(
    snapshot: Snapshot, library: Library
) -> None:
    by = Member(Column, "TITLE")
    snapshots.write(replace(snapshot, order=replace(snapshot.order, column=by)))
    found = snapshots.read(library.path)
    assert found is not None
    assert found.order.column is Column.TITLE


def test_nothing_but_members_is_looked_up_by_name(snapshot: Snapshot, library: Library) -> None:
    snapshots.write(replace(snapshot, query=Member(Order, "__init__")))
    assert snapshots.read(library.path) is None


class Hostile:
    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self):
        return Path.touch, (self.mark,)


class Builtin:
    def __reduce__(self):
        return eval, ("1 + 1",)


@pytest.mark.parametrize("name", ["a file is made", "words are run"])
def test_a_hostile_snapshot_makes_nothing(library: Library, tmp_path: Path, name: str) -> None:
    mark = tmp_path / "made"
    place = snapshots._place()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(pickle.dumps(Hostile(mark) if name == "a file is made" else Builtin()))
    assert snapshots.read(library.path) is None
    assert not mark.exists()


@pytest.mark.parametrize("data", [b"", b"\x80", b"no pickle at all", pickle.dumps({"version": 1})])
def test_a_broken_snapshot_is_none(library: Library, data: bytes) -> None:
    place = snapshots._place()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    assert snapshots.read(library.path) is None


def test_a_snapshot_that_cannot_be_kept_is_no_fault(snapshot: Snapshot, library: Library) -> None:
    snapshots._place().mkdir(parents=True)
    snapshots.write(snapshot)
    assert snapshots.read(library.path) is None
