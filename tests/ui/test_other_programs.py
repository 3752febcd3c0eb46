"""Other programs at the library: what they did is shown when the desk is in front again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from curator.services import editing
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.desk import Desk

ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


@pytest.fixture
def command_line(library: Library) -> Iterator[Library]:
    """The library as another program has it open."""
    with Library.open(library.path, who="command line") as opened:
        yield opened


def come(state: Qt.ApplicationState) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(state)


def test_what_another_program_brought_and_edited_is_shown(
    qtbot: QtBot, desk: Desk, command_line: Library, tmp_path: Path
) -> None:
    rows, shown = desk.window.list.model.rowCount(), desk.article
    assert shown
    come(INACTIVE)
    (tmp_path / "new.md").write_text("---\ntitle: A mill\n---\n\nHarbour Foods opens a mill.\n")
    import_paths(command_line, [tmp_path / "new.md"])
    editing.set_field(command_line, [shown.id], "title", "Another title")
    assert desk.window.list.model.rowCount() == rows
    come(ACTIVE)
    assert desk.window.list.model.rowCount() == rows + 1
    assert desk.article
    assert (desk.article.id, desk.article.fields.title) == (shown.id, "Another title")
    qtbot.waitUntil(desk.settled)


def test_what_was_done_here_is_not_shown_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    monkeypatch.setattr(desk, "search", searched.append)
    come(INACTIVE)
    assert desk.article
    desk.edits.set_field("title", "Mine")
    come(ACTIVE)
    assert searched == []


def test_a_library_that_is_gone_meanwhile_is_no_fault(desk: Desk) -> None:
    come(INACTIVE)
    place = desk.library.path.rename(desk.library.path.with_name("away"))
    come(ACTIVE)
    place.rename(desk.library.path)
