"""Waiting: the window stays alive during long changes, and stopping one changes nothing."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.errors import Cancelled, CuratorError
from curator.domain.facts import Decision
from curator.services import editing, listing, reading
from curator.services.library import Library
from curator.ui.background.waiting import MANY, _Patience, unhurried, waited
from curator.ui.desk import Desk
from curator.ui.windows.decisions_window import DecisionsWindow
from tests.patience import PATIENCE
from tests.ui.modal import once


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def patience() -> _Patience | None:
    shown = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, _Patience) and each.isVisible()
    ]
    return shown[0] if shown else None


def test_short_work_gives_its_result_and_shows_nothing(library: Library, place: QWidget) -> None:
    threads: list[threading.Thread] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 42

    assert waited(_nothing, "Adding", work, place) == 42
    assert threads[0] is not threading.current_thread()
    assert patience() is None


def test_work_that_ends_while_its_thread_lives_on_shows_nothing(
    library: Library, place: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[_Patience] = []

    def free() -> None:
        if (left := patience()) is not None:
            shown.append(left)
            left.accept()

    monkeypatch.setattr(threading.Thread, "is_alive", lambda _: True)
    QTimer.singleShot(20_000, place, free)
    assert waited(_nothing, "Adding", lambda: 42, place) == 42
    assert not shown


def test_long_work_is_told_while_the_window_stays_alive(library: Library, place: QWidget) -> None:
    gate = threading.Event()
    seen = read_then(gate.set)
    assert waited(_nothing, "Merging", lambda: gate.wait(PATIENCE), place)
    assert seen == ["Merging"]
    assert patience() is None


def test_what_goes_wrong_is_raised_where_it_is_waited_for(library: Library, place: QWidget) -> None:
    def work() -> None:
        raise CuratorError("no room")

    with pytest.raises(CuratorError, match="no room"):
        waited(_nothing, "Adding", work, place)


def test_stopping_takes_the_whole_change_back(qtbot: QtBot, library: Library, place: QWidget) -> None:
    (first, *_) = listing.identifiers(library, "")
    begun = threading.Event()

    def work() -> None:
        with library.writing() as connection:
            connection.exec_driver_sql("UPDATE article SET note = 'half' WHERE id = ?", (first,))
            begun.set()
            endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
            connection.exec_driver_sql(endless)

    press_escape(qtbot, begun.is_set)
    with pytest.raises(Cancelled):
        unhurried(library, work, place, size=MANY, label="Changing")
    assert reading.article(library, first).fields.note == ""
    editing.set_field(library, [first], "note", "whole")
    assert reading.article(library, first).fields.note == "whole"


def test_nothing_to_stop_is_no_fault(library: Library) -> None:
    library.interrupt(threading.get_ident())
    assert listing.count(library, "") == 3


def test_a_change_waits_with_a_live_window_until_the_library_is_free(
    desk: Desk, writer: sqlite3.Connection
) -> None:
    told = read_then(writer.rollback)
    desk.edits.set_importance(5)
    assert told == ["The library is in use. The change is made as soon as it is free."]
    assert reading.article(desk.library, desk.article.id).fields.importance == 5


def test_a_change_that_waits_can_be_stopped_and_what_was_typed_stays(
    qtbot: QtBot, desk: Desk, writer: sqlite3.Connection
) -> None:
    line = desk.window.fields.line("source")
    before = desk.article.fields.source
    line.setFocus()
    line.setText("Harbour Post")
    press_escape(qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Harbour Post"
    assert "Stopped" in line.toolTip()
    assert reading.article(desk.library, desk.article.id).fields.source == before
    writer.rollback()
    desk.window.frame.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "s")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert reading.article(desk.library, desk.article.id).fields.source == "Harbour Posts"


def test_a_decision_changed_in_the_list_of_the_last_waits_with_a_live_window(
    qtbot: QtBot, desk: Desk, writer: sqlite3.Connection
) -> None:
    writer.rollback()
    desk.decisions.decide(Decision.REJECTED)
    writer.execute("BEGIN IMMEDIATE")
    window = DecisionsWindow(desk.library)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    told = read_then(writer.rollback)
    qtbot.keyClick(window._list, Qt.Key.Key_A)
    assert told == ["The library is in use. The change is made as soon as it is free."]
    chosen = window.decided()
    assert chosen is not None
    assert chosen.fact.decision is Decision.ACCEPTED


def test_a_note_and_a_name_that_could_not_be_kept_stay_where_they_were_typed(
    qtbot: QtBot, desk: Desk, writer: sqlite3.Connection
) -> None:
    fields, number = desk.window.fields, desk.article.id
    fields.begin("note")
    fields.note.setPlainText("Ask the port.")
    press_escape(qtbot)
    fields.line("title").setFocus()
    assert fields.note.toPlainText() == "Ask the port."
    fields.begin("tags")
    tags = fields._chips["tags"]._adder
    qtbot.keyClicks(tags.line, "cranes")
    press_escape(qtbot)
    qtbot.keyClick(tags.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert tags.line.text() == "cranes"
    writer.rollback()
    qtbot.keyClick(tags.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.walking.step_article(1)
    kept = reading.article(desk.library, number).fields
    assert kept.note == "Ask the port."
    assert "cranes" in kept.tags


def test_stopping_a_change_that_waits_leaves_the_one_it_waits_for(
    qtbot: QtBot, library: Library, place: QWidget
) -> None:
    (first, *_) = listing.identifiers(library, "")
    begun, free = threading.Event(), threading.Event()

    def import_slowly() -> None:
        with library.writing() as connection:
            begun.set()
            while not free.is_set():
                connection.exec_driver_sql("UPDATE article SET note = 'imported' WHERE id = ?", (first,))
                time.sleep(0.005)

    importing = threading.Thread(target=import_slowly, daemon=True)
    importing.start()
    begun.wait(PATIENCE)
    press_escape(qtbot)
    with pytest.raises(Cancelled):
        unhurried(
            library, lambda: editing.set_field(library, [first], "note", "ours"), place, size=1, label=""
        )
    free.set()
    importing.join()
    assert reading.article(library, first).fields.note == "imported"


@pytest.fixture
def writer(desk: Desk) -> Iterator[sqlite3.Connection]:
    """Another program in the middle of a change."""
    with closing(sqlite3.connect(desk.library.path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def once_waiting(act: Callable[[_Patience], object], ready: Callable[[], bool] = lambda: True) -> None:
    """Have `act` done once the dialog is there and `ready` says so."""

    def done() -> None:
        shown = patience()
        assert shown is not None
        act(shown)

    once(lambda: patience() is not None and ready(), done)


def read_then(act: Callable[[], object]) -> list[str]:
    """A list that takes what the dialog says as soon as it is there; then `act` is done."""
    told: list[str] = []

    def read(shown: _Patience) -> None:
        told.append(shown._words.text())
        act()

    once_waiting(read)
    return told


def press_escape(qtbot: QtBot, ready: Callable[[], bool] = lambda: True) -> None:
    """Stop what is waited for as soon as the dialog is there."""
    once_waiting(lambda shown: qtbot.keyClick(shown, Qt.Key.Key_Escape), ready)


def _nothing() -> None:
    pass
