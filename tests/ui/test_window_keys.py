"""Keys of the windows beside the desk: shown among all keys, changed, refused, and heeded there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from pytestqt.qtbot import QtBot

from curator.domain.errors import CuratorError
from curator.services.library import Library
from curator.ui.keyboard.actions import Actions
from curator.ui.keyboard.window_keys import SPECS, WindowKeys
from curator.ui.windows.companies_window import CompaniesWindow
from curator.ui.windows.keys_window import NAME, KeysWindow
from curator.ui.windows.repairs_window import RepairsWindow
from curator.ui.workspace import Workspace

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def state(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "keys.ini"), QSettings.Format.IniFormat)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.parametrize("window", ["repairs", "companies"])
def test_no_key_does_two_things_in_a_window(window: str) -> None:
    own = WindowKeys(window)
    keys = [key.toString() for each in SPECS if each.name.startswith(window) for key in own.keys(each.name)]
    assert len(keys) == len(set(keys)) > 5


def test_each_usual_key_does_its_thing() -> None:
    own = WindowKeys("companies")
    assert own.pressed(press(Qt.Key.Key_M)) == "merge"
    assert own.pressed(press(Qt.Key.Key_F2)) == "rename"
    assert own.pressed(press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)) == ""
    assert own.pressed(press(Qt.Key.Key_M, SHIFT)) == ""


def test_a_sign_that_needs_shift_on_a_keyboard_is_the_same_key() -> None:
    assert WindowKeys("companies").pressed(press(Qt.Key.Key_Slash, SHIFT)) == "filter"


@pytest.mark.parametrize(("key", "reason"), [("X", "Keep"), ("Down", "move about"), ("3", "candidate")])
def test_a_key_that_is_needed_there_is_refused(key: str, reason: str) -> None:
    own = WindowKeys("repairs")
    with pytest.raises(CuratorError, match=reason):
        own.set_keys("repairs.accept", (key,))
    assert own.key("accept") == "A"


def test_the_keys_of_another_window_are_free() -> None:
    own = WindowKeys("companies")
    own.set_keys("companies.merge", ("A",))
    assert own.pressed(press(Qt.Key.Key_A)) == "merge"


def test_keys_of_windows_are_shown_and_changed_among_all_keys(
    qtbot: QtBot, window: Workspace, library: Library
) -> None:
    keys = KeysWindow(window.actions_, window.state)
    qtbot.addWidget(keys)
    tree = keys._tree
    heads = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    rows = [head.child(number) for head in heads for number in range(head.childCount())]
    item = next(row for row in rows if row.data(0, NAME) == "repairs.accept")
    assert item.text(1) == "A"
    tree.setCurrentItem(item)
    keys._edit.setKeySequence(QKeySequence("Y"))
    keys._change.click()
    assert item.text(1) == "Y"
    again = RepairsWindow(library, None, state=window.state)
    qtbot.addWidget(again)
    assert again._own.pressed(press(Qt.Key.Key_Y)) == "accept"
    assert again._accept.toolTip().endswith("Y")
    Actions(window, {"repairs.accept": ("Y",)})  # the desk's own keys are read from the same place


def test_a_window_heeds_its_changed_key(qtbot: QtBot, library: Library, state: QSettings) -> None:
    state.setValue("keys/companies.filter", "Ctrl+L")
    window = CompaniesWindow(library, state=state)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window._list, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window._filter.hasFocus()
