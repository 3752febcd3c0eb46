"""The command palette: every action by name, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.ui.keyboard.actions import OTHER_WORDS, SPECS
from curator.ui.windows.palette import Palette
from curator.ui.workspace import Workspace


@pytest.fixture
def palette(qtbot: QtBot, window: Workspace) -> Palette:
    made = Palette(window.actions_, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open_at_top()
    return made


def test_it_lists_every_action_that_can_be_done(palette: Palette, window: Workspace) -> None:
    assert set(palette.names()) == {spec.name for spec in SPECS} - {"palette"}
    window.actions_["undo"].setEnabled(False)
    palette._narrow("")
    assert "undo" not in palette.names()


def test_words_of_name_and_group_narrow_it_in_any_order(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette._line, "back restore")
    assert palette.names() == ["restore"]
    palette._line.setText("nothing of this name")
    assert palette.names() == []
    qtbot.keyClick(palette._line, Qt.Key.Key_Return)


def test_enter_carries_the_chosen_action_out_and_closes(
    qtbot: QtBot, palette: Palette, window: Workspace
) -> None:
    done: list[str] = []
    window.actions_.connect_to("doubtful", lambda: done.append("doubtful"))
    qtbot.keyClicks(palette._line, "verdict")
    qtbot.keyClick(palette._line, Qt.Key.Key_Down)
    qtbot.keyClick(palette._line, Qt.Key.Key_Return)
    assert done == ["doubtful"]
    assert not palette.isVisible()


def test_what_users_may_call_an_action_finds_it_behind_those_of_that_name(
    qtbot: QtBot, palette: Palette
) -> None:
    qtbot.keyClicks(palette._line, "shortcuts")
    assert palette.names() == ["keys"]
    palette._line.setText("source")
    assert palette.names()[-1] == "original"
    palette._line.setText("save")
    assert palette.names().index("save_files") < palette.names().index("export")


def test_every_other_word_belongs_to_an_action() -> None:
    assert OTHER_WORDS.keys() <= {spec.name for spec in SPECS}


def test_up_from_the_first_goes_to_the_last(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette._line, "verdict")
    qtbot.keyClick(palette._line, Qt.Key.Key_Up)
    assert palette._list.currentRow() == len(palette.names()) - 1


def test_escape_closes_and_does_nothing(qtbot: QtBot, palette: Palette, window: Workspace) -> None:
    done: list[str] = []
    for spec in SPECS:
        window.actions_.connect_to(spec.name, lambda name=spec.name: done.append(name))
    qtbot.keyClick(palette._line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert done == []


def test_a_click_carries_out(qtbot: QtBot, palette: Palette, window: Workspace) -> None:
    done: list[str] = []
    window.actions_.connect_to("about", lambda: done.append("about"))
    palette._line.setText("about")
    place = palette._list.visualItemRect(palette._list.item(0)).center()
    qtbot.mouseClick(palette._list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["about"]


def test_words_that_name_no_action_are_told_and_enter_stays(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette._line, "zzz")
    assert palette.names() == []
    assert palette._list.item(0).text() == "No action goes by this name"
    qtbot.keyClick(palette._line, Qt.Key.Key_Return)
    assert palette.isVisible()
