"""A folder of nasty files goes through the library and comes out as it was; hostile ones do no harm there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.services import editing, listing
from curator.services.exports import exporting
from curator.services.files import saving
from curator.services.imports import importing
from curator.services.imports.importing import Outcome
from curator.services.library import Library
from tests.formats import nasty_files as nasty

SOME = list(nasty.files())[::2]
PART = 120
"""So few files are read in one process."""


@pytest.fixture
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Path]]:
    home = tmp_path_factory.mktemp("nasty")
    folder = home / "in"
    folder.mkdir()
    for each in SOME:
        (folder / f"{each.name}.md").write_bytes(each.data)
    with Library.open(home / "library.curator") as library:
        paths = sorted(folder.iterdir())
        for start in range(0, len(paths), PART):
            report = importing.import_paths(library, paths[start : start + PART])
            assert {item.outcome for item in report.items} == {Outcome.ADDED}, [
                (item.path, item.reason) for item in report.items if item.outcome is not Outcome.ADDED
            ]
        yield library, folder


def test_two_hundred_and_more_are_exported_byte_for_byte(
    filled: tuple[Library, Path], tmp_path: Path
) -> None:
    library, _ = filled
    assert len(SOME) > 200
    report = exporting.export(library, "", "markdown", tmp_path / "out")
    assert not report.failed
    for each in SOME:
        assert (tmp_path / "out" / f"{each.name}.md").read_bytes() == each.data, each.name


def test_an_edit_of_all_is_saved_within_their_values(filled: tuple[Library, Path]) -> None:
    library, folder = filled
    rows = listing.rows(library, listing.identifiers(library, ""))
    numbers = {row.path.removesuffix(".md"): row.id for row in rows}
    for field, new in nasty.NEW.items():
        editing.set_field(library, [numbers[each.name] for each in SOME if each.field == field], field, new)
    report = saving.save(library, saving.unsaved(library))
    assert {item.outcome for item in report.items} == {saving.Outcome.WRITTEN}, [
        (item.path, item.reason) for item in report.items if item.reason
    ][:3]
    for each in SOME:
        data = (folder / f"{each.name}.md").read_bytes()
        assert data.startswith(each.before), each.name
        assert data.endswith(each.after), each.name
        assert data != each.data, each.name
    assert saving.unsaved(library) == []


def test_hostile_files_are_items_of_the_report_and_take_no_time(library: Library, tmp_path: Path) -> None:
    for number, text in enumerate(nasty.HOSTILE.values()):
        (tmp_path / f"{number}.md").write_text(text + "\nSome words of a body.\n", encoding="utf-8")
    began = time.process_time()
    report = importing.import_paths(library, sorted(tmp_path.glob("*.md")))
    assert time.process_time() - began < 60
    outcomes = {item.outcome for item in report.items}
    assert outcomes == {Outcome.ADDED, Outcome.FAILED}
    assert all("line" in item.reason for item in report.items if item.reason), [
        item.reason for item in report.items if item.reason
    ]
    exporting.export(library, "", "markdown", tmp_path / "out")
    for item in report.items:
        if item.outcome is Outcome.ADDED:
            assert (tmp_path / "out" / item.path).read_bytes() == (tmp_path / item.path).read_bytes()
