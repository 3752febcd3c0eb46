"""Whatever interrupts saving or exporting, 200 times over: every file is whole, and the report says which."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.services import editing, listing
from curator.services.exports import exporting
from curator.services.files import saving
from curator.services.files.saving import Outcome
from curator.services.imports import importing
from curator.services.library import Library
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")
POST = "---\ntitle: Story {}\nimportance: 1\n---\n\nNobody said anything of note.\n"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize(
    ("kind", "runs"), [("killed-saving", 25), ("killed-exporting", 20), ("full-disk", 20)]
)
def test_every_file_is_whole_after(kind: str, runs: int, home: Path) -> None:
    command = [sys.executable, "-m", "tests.services.interruptions", kind, str(runs), str(home)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE * 10
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout)
    assert said["new"]
    assert said["old"]


@pytest.fixture
def posts(library: Library, tmp_path: Path) -> list[Path]:
    """Six files, all of them edited in the library."""
    folder = tmp_path / "posts"
    folder.mkdir()
    files = [folder / f"{number}.md" for number in range(6)]
    for number, file in enumerate(files):
        file.write_text(POST.format(number))
    importing.import_paths(library, [folder])
    return files


def edited(library: Library, number: int) -> list[int]:
    editing.set_field(library, listing.identifiers(library, ""), "importance", number % 4 + 2)
    return saving.unsaved(library)


def outcomes(report: saving.SaveReport) -> dict[str, Outcome]:
    return {item.path: item.outcome for item in report.items}


def test_files_that_change_meanwhile_are_left_alone_thirty_times(library: Library, posts: list[Path]) -> None:
    chance = random.Random(5)
    for number in range(30):
        ids = edited(library, number)
        victim = chance.choice(posts)
        turn = chance.randrange(len(ids))
        theirs = f"Changed by another hand in run {number}."
        before = {file: file.read_text() for file in posts}
        mine = before[victim]

        def meanwhile(
            done: int,
            _total: int,
            _label: str = "",
            *,
            turn: int = turn,
            file: Path = victim,
            to: str = theirs,
        ) -> None:
            if done == turn:
                file.write_text(to)

        told = outcomes(saving.save(library, ids, progress=meanwhile))
        for file in posts:
            text = file.read_text()
            if told[file.name] is Outcome.REFUSED:
                assert (file, text) == (victim, theirs)
            elif text != theirs:
                assert text == before[file].replace(
                    before[file].splitlines()[2], f"importance: {number % 4 + 2}"
                )
        if told[victim.name] is Outcome.REFUSED:
            victim.write_text(mine)
        else:  # it was written before the other hand came
            victim.write_text(mine.replace(mine.splitlines()[2], f"importance: {number % 4 + 2}"))
        assert not saving.save(library, saving.unsaved(library)).counts[Outcome.REFUSED]


@pytest.mark.parametrize("where", ["folder", "file"])
def test_what_may_not_be_written_is_told_fifteen_times(
    library: Library, posts: list[Path], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    chance = random.Random(where)
    make, access = tempfile.mkstemp, os.access
    for number in range(15):
        ids = edited(library, number)
        before = {file.name: file.read_text() for file in posts}
        denied = chance.sample([file.name for file in posts], 3)
        left = iter([file.name in denied for file in posts])

        def in_folder(*args: object, left: Iterator[bool] = left, **more: object) -> tuple[int, str]:
            if next(left):
                raise PermissionError(13, "Permission denied")
            return make(*args, **more)  # type: ignore[call-overload]

        def on_file(path: Path, mode: int, denied: list[str] = denied) -> bool:
            return path.name not in denied and access(path, mode)

        with monkeypatch.context() as patched:
            if where == "folder":
                patched.setattr(tempfile, "mkstemp", in_folder)
            else:
                patched.setattr(os, "access", on_file)
            told = outcomes(saving.save(library, ids))
        for file in posts:
            is_new = file.read_text() != before[file.name]
            assert is_new == (told[file.name] is Outcome.WRITTEN) == (file.name not in denied)
        assert not saving.save(library, saving.unsaved(library)).counts[Outcome.REFUSED]
        assert not list(posts[0].parent.glob(".curator*"))


def test_an_export_that_may_not_be_written_names_each_file(
    library: Library, posts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, calls = tempfile.mkstemp, iter([False, True] * 20)

    def sometimes(*args: object, **more: object) -> tuple[int, str]:
        if next(calls):
            raise PermissionError(13, "Permission denied")
        return make(*args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(tempfile, "mkstemp", sometimes)
    report = exporting.export(library, "", "markdown", tmp_path / "out", manifest=False)
    assert len(report.files) == len(report.failed) == len(posts) // 2
    assert all("Permission denied" in each.reason for each in report.failed)
    assert {file.name for file in (tmp_path / "out").iterdir()} == {file.name for file in report.files}
