"""Waiting: the window stays alive during long changes, and stopping one changes nothing."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.errors import Cancelled, CuratorError
from curator.services import editing, listing, reading
from curator.services.library import Library
from curator.ui.waiting import _Patience, waited


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def patience() -> _Patience | None:
    shown = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, _Patience) and each.isVisible()
    ]
    return shown[0] if shown else None


def test_short_work_gives_its_result_and_shows_nothing(library: Library, window: QWidget) -> None:
    threads: list[threading.Thread] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 42

    assert waited(library.interrupt, "Adding", work, window) == 42
    assert threads[0] is not threading.current_thread()
    assert patience() is None


def test_work_that_ends_while_its_thread_lives_on_shows_nothing(
    library: Library, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[_Patience] = []

    def free() -> None:
        if (left := patience()) is not None:
            shown.append(left)
            left.accept()

    monkeypatch.setattr(threading.Thread, "is_alive", lambda _: True)
    QTimer.singleShot(3000, window, free)
    assert waited(library.interrupt, "Adding", lambda: 42, window) == 42
    assert not shown


def test_long_work_is_told_while_the_window_stays_alive(library: Library, window: QWidget) -> None:
    gate, seen = threading.Event(), list[str]()

    def look() -> None:
        shown = patience()
        if shown is None:
            QTimer.singleShot(20, look)
        else:
            seen.append(shown._words.text())
            gate.set()

    QTimer.singleShot(20, look)
    assert waited(library.interrupt, "Merging", lambda: gate.wait(10), window)
    assert seen == ["Merging"]
    assert patience() is None


def test_what_goes_wrong_is_raised_where_it_is_waited_for(library: Library, window: QWidget) -> None:
    def work() -> None:
        raise CuratorError("no room")

    with pytest.raises(CuratorError, match="no room"):
        waited(library.interrupt, "Adding", work, window)


def test_stopping_takes_the_whole_change_back(qtbot: QtBot, library: Library, window: QWidget) -> None:
    (first, *_) = listing.identifiers(library, "")
    begun = threading.Event()

    def work() -> None:
        with library.writing() as connection:
            connection.exec_driver_sql("UPDATE article SET note = 'half' WHERE id = ?", (first,))
            begun.set()
            endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
            connection.exec_driver_sql(endless)

    def stop() -> None:
        shown = patience()
        if shown is not None and begun.is_set():
            qtbot.keyClick(shown, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(20, stop)

    QTimer.singleShot(20, stop)
    with pytest.raises(Cancelled):
        waited(library.interrupt, "Changing", work, window)
    assert reading.article(library, first).fields.note == ""
    editing.set_field(library, [first], "note", "whole")
    assert reading.article(library, first).fields.note == "whole"


def test_nothing_to_stop_is_no_fault(library: Library) -> None:
    library.interrupt()
    assert listing.count(library, "") == 3
