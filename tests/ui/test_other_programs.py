"""Other programs at the library: what they did is shown when the desk is in front again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from curator.services import editing
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.background.jobs import Job, Lane
from curator.ui.controllers.imports import IMPORT
from curator.ui.desk import Desk
from curator.ui.dialogs import Dialogs
from curator.ui.workspace import Workspace
from tests.patience import PATIENCE

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


def test_what_came_while_the_desk_was_in_front_is_shown_when_it_comes_again(
    desk: Desk, command_line: Library
) -> None:
    shown = desk.article
    assert shown
    come(INACTIVE)
    come(ACTIVE)
    editing.set_field(command_line, [shown.id], "title", "Another title")
    desk.edits.set_field("author", "Mine")  # one step of this program does not hide that of another
    come(INACTIVE)
    come(ACTIVE)
    assert desk.article
    assert (desk.article.fields.title, desk.article.fields.author) == ("Another title", "Mine")
    row = desk.window.list.model.row_of(shown.id)
    assert row is not None
    listed = desk.window.list.model.article(row)
    assert listed
    assert listed.title == "Another title"


def test_what_was_done_here_is_not_shown_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "new.md").write_text("---\ntitle: A mill\n---\n\nHarbour Foods opens a mill.\n")
    desk.imports.take_in([tmp_path / "new.md"])
    qtbot.waitUntil(lambda: desk.settled() and desk.window.list.model.rowCount() == 4)
    desk.edits.set_field("title", "Mine")
    desk.undoing.undo()
    looked: list[bool] = []
    monkeypatch.setattr(desk, "look_again", lambda: looked.append(True))
    come(INACTIVE)
    desk.undoing.redo()
    come(ACTIVE)
    come(ACTIVE)
    assert looked == []


def test_what_is_typed_and_selected_is_kept(qtbot: QtBot, desk: Desk, command_line: Library) -> None:
    qtbot.waitUntil(desk.settled)
    article = desk.article
    assert article
    line = desk.window.fields.line("author")
    line.setFocus()
    line.setText("Typed")
    editing.set_field(command_line, [article.id], "title", "Another title")
    come(ACTIVE)
    assert desk.article
    assert (desk.article.fields.title, desk.article.fields.author) == ("Another title", "Typed")
    assert line.text() == "Typed"
    desk.window.list._view.selectAll()
    editing.set_field(command_line, [article.id], "title", "A third title")
    come(ACTIVE)
    assert len(desk.window.list.selected()) == 3
    assert "3" in desk.window.banner.text()


def test_an_article_is_shown_where_there_was_none(
    qtbot: QtBot, window: Workspace, answers: Dialogs, tmp_path: Path
) -> None:
    empty_desk = Desk(window, Library.open(tmp_path / "empty.curator"), answers)
    empty_desk.open()
    with Library.open(empty_desk.library.path, who="command line") as opened:
        (tmp_path / "new.md").write_text("---\ntitle: A mill\n---\n\nHarbour Foods opens a mill.\n")
        import_paths(opened, [tmp_path / "new.md"])
    come(ACTIVE)
    assert empty_desk.article
    assert empty_desk.article.fields.title == "A mill"
    qtbot.waitUntil(lambda: empty_desk.settled() and not window.greeting)
    window.frame.close()


def test_nothing_is_shown_anew_while_an_import_of_this_program_goes_on(
    qtbot: QtBot, desk: Desk, command_line: Library
) -> None:
    article, ended = desk.article, Event()
    assert article
    desk.jobs.start(Job(IMPORT, lambda _run: ended.wait(PATIENCE), lambda _done: None, lane=Lane.LONG))
    editing.set_field(command_line, [article.id], "title", "Another title")
    come(ACTIVE)
    assert desk.article == article
    ended.set()
    qtbot.waitUntil(lambda: not desk.jobs.running(IMPORT))
    come(ACTIVE)
    assert desk.article
    assert desk.article.fields.title == "Another title"


def test_a_desk_that_was_closed_looks_at_nothing(
    desk: Desk, command_line: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(desk, "look_again", lambda: looked.append(True))
    assert desk.article
    editing.set_field(command_line, [desk.article.id], "title", "Another title")
    desk.window.frame.close()
    come(ACTIVE)
    assert looked == []


def test_a_library_that_is_gone_meanwhile_is_no_fault(desk: Desk) -> None:
    place = desk.library.path.rename(desk.library.path.with_name("away"))
    come(INACTIVE)
    come(ACTIVE)
    place.rename(desk.library.path)
