"""Backups, restoring and the check from the desk: told, stopped, and nothing half done is left."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.errors import CuratorError
from curator.domain.progress import Progress
from curator.services import backing_up, checking, editing, reading
from curator.services.library import Library
from curator.ui.controllers.upkeep import BACKUP, CHECK
from curator.ui.desk import Desk
from curator.ui.workspace import Workspace
from tests.patience import PATIENCE


class Answers(Protocol):
    """What the user answers, and is told."""

    target: Path | None
    told: list[str]


def ended(qtbot: QtBot, desk: Desk, key: str) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running(key))


def test_a_backup_is_written_and_told(qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path) -> None:
    answers.target = tmp_path / "copy.curator"
    desk.window.actions_.trigger("backup")
    ended(qtbot, desk, BACKUP)
    assert "copy.curator" in desk.window.status.words._whole
    with Library.open(answers.target, create=False) as copy:
        assert reading.article(copy, 1).fields.title


def test_a_backup_of_a_damaged_library_is_no_good_news(
    qtbot: QtBot, window: Workspace, imported: Path, answers: Answers, tmp_path: Path
) -> None:
    desk = Desk(window, Library.open(damaged(imported, tmp_path / "library.curator")), answers)
    desk.open()
    answers.target = tmp_path / "copy.curator"
    window.actions_.trigger("backup")
    ended(qtbot, desk, BACKUP)
    assert window.status.words._whole.startswith("The library is damaged, and so is this copy")
    assert "copy.curator" in answers.told[0]
    assert answers.target.exists()
    qtbot.waitUntil(desk.settled)
    window.frame.close()


def damaged(library: Path, copy: Path) -> Path:
    """A copy whose index of units is overwritten, which the desk reads for no query of this test."""
    shutil.copy(library, copy)
    with closing(sqlite3.connect(copy)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        name = "ix_fact_kind_unit_most_article_id"
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]).fetchone()[0]
    with copy.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes([7]) * size)
    return copy


def test_a_backup_without_a_place_is_not_made(desk: Desk, answers: Answers) -> None:
    answers.target = None
    desk.window.actions_.trigger("backup")
    assert not desk.jobs.running(BACKUP)


def test_a_long_backup_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def slowly(_library: Library, target: Path, progress: Progress) -> Path:
        progress(1, 4, "pages")
        goes_on.wait(PATIENCE)
        progress(2, 4, "pages")
        return target

    monkeypatch.setattr(backing_up, "backup", slowly)
    answers.target = tmp_path / "copy.curator"
    desk.window.actions_.trigger("backup")
    window = desk.upkeep._windows[BACKUP]
    qtbot.waitUntil(window.isVisible)
    qtbot.waitUntil(lambda: window._bar.maximum() == 4)
    desk.window.actions_.trigger("backup")  # does not begin a second one
    assert desk.upkeep._windows[BACKUP] is window
    window.stop.click()
    goes_on.set()
    ended(qtbot, desk, BACKUP)
    assert "Stopped" in desk.window.status.words._whole
    assert not desk.upkeep._windows


def test_a_backup_that_fails_is_told(qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path) -> None:
    answers.target = tmp_path / "there.curator"
    answers.target.write_bytes(b"something else")
    desk.window.actions_.trigger("backup")
    ended(qtbot, desk, BACKUP)
    assert "There is a file already" in desk.window.status.words._whole
    assert answers.target.read_bytes() == b"something else"


def test_a_whole_library_is_told_to_be_whole(qtbot: QtBot, desk: Desk, answers: Answers) -> None:
    desk.window.actions_.trigger("check")
    ended(qtbot, desk, CHECK)
    assert "nothing wrong" in desk.window.status.words._whole
    assert not answers.told


def test_problems_are_told_with_what_to_do(
    qtbot: QtBot, desk: Desk, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "check", lambda _library, progress: ["Row 3 is torn."])
    desk.window.actions_.trigger("check")
    ended(qtbot, desk, CHECK)
    assert "Restore a backup" in answers.told[0]


def test_restoring_brings_back_what_was_and_keeps_what_is(
    qtbot: QtBot, desk: Desk, answers: Answers, library: Library, tmp_path: Path
) -> None:
    answers.target = backing_up.backup(library, tmp_path / "copy.curator")
    editing.set_field(library, [1], "title", "Changed since")
    desk.window.actions_.trigger("restore")
    assert reading.article(library, 1).fields.title != "Changed since"
    assert "Restored" in desk.window.status.words._whole
    kept = next((library.path.parent / "backups").iterdir())
    with Library.open(kept, create=False) as before:
        assert reading.article(before, 1).fields.title == "Changed since"


def test_what_is_no_backup_changes_nothing(
    desk: Desk, answers: Answers, library: Library, tmp_path: Path
) -> None:
    answers.target = tmp_path / "notes.txt"
    answers.target.write_text("no library, however long this line of words may be", encoding="utf-8")
    before = reading.article(library, 1)
    desk.window.actions_.trigger("restore")
    assert "not a Curator library" in desk.window.status.words._whole
    assert reading.article(library, 1) == before


def test_nothing_is_restored_while_something_else_goes_on(
    qtbot: QtBot, desk: Desk, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def slowly(_library: Library, target: Path, progress: Progress) -> Path:
        goes_on.wait(PATIENCE)
        raise CuratorError("It was not made.")

    monkeypatch.setattr(backing_up, "backup", slowly)
    answers.target = tmp_path / "copy.curator"
    desk.window.actions_.trigger("backup")
    desk.window.actions_.trigger("restore")
    assert "under way" in desk.window.status.words._whole
    goes_on.set()
    ended(qtbot, desk, BACKUP)
