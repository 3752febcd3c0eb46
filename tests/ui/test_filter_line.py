"""The line that narrows a list: it waits for a pause, and leads to the list and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.ui.widgets.filter_line import FilterLine


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[FilterLine]:
    window = QWidget()
    qtbot.addWidget(window)
    made = FilterLine("Name", window)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()


def test_what_is_typed_in_one_go_is_told_once(qtbot: QtBot, line: FilterLine) -> None:
    told: list[str] = []
    line.narrowed.connect(lambda: told.append(line.text()))
    with qtbot.waitSignal(line.narrowed):
        qtbot.keyClicks(line, "lamp")
    assert told == ["lamp"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_and_down_lead_to_the_list_without_a_pause(qtbot: QtBot, line: FilterLine, key: Qt.Key) -> None:
    qtbot.keyClicks(line, "lamp")
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line, key)


def test_escape_shows_all_again_before_it_closes_anything(qtbot: QtBot, line: FilterLine) -> None:
    qtbot.keyClicks(line, "lamp")
    with qtbot.waitSignal(line.narrowed):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
