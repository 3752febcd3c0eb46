"""Two windows on one library: the second one knows of the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.ui.lifecycle.claims import claim


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CURATOR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_second_claim_knows_of_the_first(tmp_path: Path) -> None:
    library = tmp_path / "library.curator"
    first, shared = claim(library)
    assert not shared
    assert claim(library)[1]
    assert not claim(tmp_path / "other.curator")[1]
    first.unlock()
    assert not claim(library)[1]


def test_what_a_program_that_died_left_behind_claims_nothing(tmp_path: Path, home: Path) -> None:
    library = tmp_path / "library.curator"
    lock, _ = claim(library)
    file = next((home / "data" / "open").iterdir())
    kept = file.read_text("utf-8").splitlines()
    lock.unlock()
    file.write_text("\n".join(["999999", *kept[1:]]) + "\n", encoding="utf-8")
    assert not claim(library)[1]


def test_without_a_folder_nothing_is_claimed_and_nothing_fails(tmp_path: Path, home: Path) -> None:
    home.write_bytes(b"a file where the folder should be")
    assert not claim(tmp_path / "library.curator")[1]
