"""Files changed outside: the desk notices, reloads what is free and lets the rest be chosen by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.services import editing, listing, reading
from curator.services.files import comparing
from curator.services.files.reloading import Side
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.background.jobs import Jobs
from curator.ui.controllers import own_files
from curator.ui.controllers.own_files import LOOK
from curator.ui.desk import Desk
from curator.ui.widgets.versions_table import FILE, HERE
from curator.ui.windows.changed_files_window import COMPARE, RELOAD, ChangedFilesWindow

Open = Callable[[], ChangedFilesWindow]


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Iterator[Library]:
    """A library with three files changed since: one is edited here too, one is gone."""
    with Library.open(tmp_path / "library.curator") as opened:
        import_paths(opened, [folder])
        editing.set_field(opened, [number(opened, "harbour.md")], "title", "Mine")
        harbour, lamps = folder / "harbour.md", folder / "lamps.md"
        theirs = harbour.read_text("utf-8").replace("40 million", "45 million")
        harbour.write_text(theirs.replace("importance: 3", "importance: 5"), encoding="utf-8")
        lamps.write_text(lamps.read_text("utf-8").replace("dva miliony", "tři miliony"), encoding="utf-8")
        (folder / "bridge.txt").unlink()
        yield opened


@pytest.fixture
def opened(qtbot: QtBot, library: Library) -> Iterator[Open]:
    jobs = Jobs()

    def make() -> ChangedFilesWindow:
        window = ChangedFilesWindow(library, jobs, comparing.changed(library))
        window.jobs_for_tests = jobs  # type: ignore[attr-defined]
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: not jobs.running(COMPARE))
        return window

    yield make
    jobs.close()


def number(library: Library, path: str) -> int:
    return next(row.id for row in listing.rows(library, listing.identifiers(library, "")) if row.path == path)


def choose(qtbot: QtBot, window: ChangedFilesWindow, path: str) -> None:
    row = [each.path for each in window.changes()].index(path)
    window.files.setCurrentRow(row)
    jobs = window.jobs_for_tests  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not jobs.running(COMPARE))


def cells(window: ChangedFilesWindow) -> list[list[str]]:
    table = window.versions
    return [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]


def test_each_file_is_shown_beside_its_article(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    assert {each.path for each in window.changes()} == {"harbour.md", "lamps.md", "bridge.txt"}
    assert window.changes()[-1].path == "bridge.txt"
    choose(qtbot, window, "harbour.md")
    old, new = (f"Harbour cranes for {n} million euros" for n in (40, 45))
    assert cells(window)[0] == ["Title, changed in both", old, "Mine", new]
    assert ["Importance", "3", "3", "5"] in cells(window)
    assert "+The port buys cranes from Kranwerk for 45 million euros." in window.diff.toPlainText()
    assert window.versions.sides == {"title": Side.HERE, "importance": Side.FILE, "text": Side.FILE}
    choose(qtbot, window, "bridge.txt")
    assert "gone" in window.diff.toPlainText()
    assert not window.go.isEnabled()


def test_versions_are_chosen_with_the_keyboard_and_taken(
    qtbot: QtBot, opened: Open, library: Library
) -> None:
    window = opened()
    choose(qtbot, window, "harbour.md")
    table = window.versions
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F)
    assert table.sides["title"] is Side.FILE
    qtbot.keyClick(table, Qt.Key.Key_H)
    assert table.sides["title"] is Side.HERE
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentColumn() == HERE
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.sides["importance"] is Side.HERE
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.currentColumn() == FILE
    with qtbot.waitSignal(window.reloaded) as told:
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = number(library, "harbour.md")
    assert told.args == [[found]]
    article = reading.article(library, found)
    assert (article.fields.title, article.fields.importance) == ("Mine", 3)
    assert "45 million" in article.text
    assert "harbour.md" not in {each.path for each in window.changes()}


def test_what_has_nothing_unsaved_is_reloaded_at_once(qtbot: QtBot, opened: Open, library: Library) -> None:
    window = opened()
    assert window.all.isVisible()
    with qtbot.waitSignal(window.reloaded):
        window.all.click()
    assert reading.article(library, number(library, "lamps.md")).fields.title == "Lampy za tři miliony"
    assert reading.article(library, number(library, "harbour.md")).fields.title == "Mine"
    assert not window.all.isVisible()


def test_a_file_that_changed_again_is_told_and_nothing_is_taken(
    qtbot: QtBot, opened: Open, folder: Path, library: Library
) -> None:
    window = opened()
    choose(qtbot, window, "lamps.md")
    (folder / "lamps.md").write_text("Something else altogether, again.", encoding="utf-8")
    window.go.click()
    jobs = window.jobs_for_tests  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not jobs.running(RELOAD))
    assert "changed again" in window._foot.said._whole
    assert reading.article(library, number(library, "lamps.md")).fields.title == "Lampy za dva miliony"


def test_the_desk_notices_when_its_window_comes_to_the_front(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_files, "PAUSE", -1.0)
    note = desk.window.sidebar.files_note
    QApplication.sendEvent(desk.window.frame, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: "2" in note.words())
    assert note.isVisible()
    shown: list[int] = []

    def looked_at(window: ChangedFilesWindow) -> None:
        shown.append(window.files.count())
        window.reject()

    monkeypatch.setattr(ChangedFilesWindow, "exec", looked_at)
    note.button.click()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [3]
    qtbot.waitUntil(lambda: not desk.jobs.running(LOOK))


def test_the_desk_looks_once_after_the_start(qtbot: QtBot, desk: Desk) -> None:
    desk.files._first.setInterval(0)
    desk.files.begin()
    qtbot.waitUntil(lambda: "2" in desk.window.sidebar.files_note.words())


def test_a_bar_over_the_text_tells_of_the_shown_article(qtbot: QtBot, desk: Desk, library: Library) -> None:
    desk.files.look()
    qtbot.waitUntil(lambda: not desk.jobs.running(LOOK))
    bar = desk.window.reader.conflict
    desk.show_article(number(library, "harbour.md"))
    assert "not saved" in bar.text()
    desk.show_article(number(library, "lamps.md"))
    assert bar.text().startswith("Another program")
    assert "not saved" not in bar.text()
    desk.show_article(number(library, "bridge.txt"))
    assert bar.text() == ""
    assert not bar.isVisible()


def test_the_desk_says_so_when_nothing_changed(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    library = desk.library
    for change in comparing.changed(library):
        Path(change.file).write_bytes(reading.original_bytes(library, change.article_id))
    desk.window.actions_.trigger("changed_files")
    qtbot.waitUntil(lambda: not desk.jobs.running(LOOK))
    assert desk.window.sidebar.files_note.words() == ""


def test_what_was_reloaded_is_shown_on_the_desk(qtbot: QtBot, desk: Desk, library: Library) -> None:
    from curator.services.files import reloading

    found = number(library, "lamps.md")
    desk.files.look()
    qtbot.waitUntil(lambda: not desk.jobs.running(LOOK))
    desk.show_article(found)
    assert desk.window.reader.conflict.text()
    desk.files._reloaded(list(reloading.reload(library, [found]).article_ids))
    assert desk.article is not None
    assert desk.article.fields.title == "Lampy za tři miliony"
    assert not desk.window.reader.conflict.text()
    desk.undoing.undo()
    assert desk.article.fields.title == "Lampy za dva miliony"
