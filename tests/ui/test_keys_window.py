"""All keys: found, changed, refused, given back, and there again after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from curator.ui.windows.keys_window import NAME, KeysWindow
from curator.ui.workspace import Workspace


@pytest.fixture
def keys(qtbot: QtBot, window: Workspace) -> KeysWindow:
    made = KeysWindow(window.actions_, window.state)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def rows(keys: KeysWindow) -> list[QTreeWidgetItem]:
    tree = keys._tree
    heads = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [head.child(n) for head in heads for n in range(head.childCount())]


def choose(keys: KeysWindow, name: str) -> QTreeWidgetItem:
    item = next(item for item in rows(keys) if item.data(0, NAME) == name)
    keys._tree.setCurrentItem(item)
    return item


def give(keys: KeysWindow, name: str, key: str) -> QTreeWidgetItem:
    item = choose(keys, name)
    keys._edit.setKeySequence(QKeySequence(key))
    keys._change.click()
    return item


def test_the_filter_finds_actions_by_name_and_by_key(qtbot: QtBot, keys: KeysWindow) -> None:
    qtbot.keyClicks(keys._filter, "verdict")
    assert {i.data(0, NAME) for i in rows(keys) if not i.isHidden()} == {"confirmed", "doubtful", "wrong"}
    keys._filter.setText("ctrl+k")
    assert {i.data(0, NAME) for i in rows(keys) if not i.isHidden()} == {"palette"}
    qtbot.keyClick(keys._filter, Qt.Key.Key_Return)
    assert keys.isVisible()


def test_both_keys_of_the_name_enter_are_one(keys: KeysWindow, window: Workspace) -> None:
    assert choose(keys, "reviewed").text(1) == window.actions_.key("reviewed") == "Ctrl+Enter"


def test_a_key_is_changed_and_the_further_ones_stay(keys: KeysWindow, window: Workspace) -> None:
    item = give(keys, "edit", "M")
    assert item.text(1).split() == ["M", "F2"]
    assert window.actions_.key("edit") == "M"


def test_a_key_that_is_taken_is_refused_by_the_name_of_its_action(
    keys: KeysWindow, window: Workspace
) -> None:
    give(keys, "edit", "X")
    assert keys._problem.isVisible()
    assert "Reject the fact" in keys._problem.text()
    assert window.actions_.key("edit") == "E"
    choose(keys, "accept")
    assert keys._problem.isHidden()


def test_the_usual_key_can_be_had_again(keys: KeysWindow, window: Workspace) -> None:
    choose(keys, "edit")
    assert not keys._reset.isEnabled()
    give(keys, "edit", "M")
    assert keys._reset.isEnabled()
    keys._reset.click()
    assert [key.toString() for key in window.actions_.keys("edit")] == ["E", "F2"]
    assert window.state.value("keys/edit") is None


@pytest.mark.parametrize("key", ["M", "Ctrl+,", ",", "Ctrl+Shift+PgUp", "Launch Mail", "Space"])
def test_own_keys_are_there_after_a_restart(
    qtbot: QtBot, window: Workspace, make_workspace, key: str
) -> None:
    keys = KeysWindow(window.actions_, window.state)
    qtbot.addWidget(keys)
    if key == "Space":
        give(keys, "skip", "M")
    give(keys, "edit", key)
    window.state.sync()
    again = make_workspace("window.ini")
    assert [each.toString() for each in again.actions_.keys("edit")] == [key, "F2"]


def test_an_action_can_have_no_key(keys: KeysWindow, window: Workspace, make_workspace) -> None:
    item = give(keys, "edit", "")
    assert item.text(1) == ""
    window.state.sync()
    assert make_workspace("window.ini").actions_.keys("edit") == []


def test_it_goes_by_keyboard_alone(qtbot: QtBot, keys: KeysWindow, window: Workspace) -> None:
    choose(keys, "accept")
    keys._tree.setFocus()
    qtbot.keyClick(keys._tree, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is keys._edit
    qtbot.keyClick(keys._edit, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is keys._change)
    qtbot.keyClick(keys._change, Qt.Key.Key_Return)
    assert window.actions_.key("accept") == "M"
    qtbot.keyClick(keys, Qt.Key.Key_Escape)
    assert not keys.isVisible()


def test_a_head_has_no_key(keys: KeysWindow) -> None:
    keys._tree.setCurrentItem(keys._tree.topLevelItem(0))
    assert not keys._change.isEnabled()
    keys._take()
    keys._take_usual()
    assert keys._problem.isHidden()


def test_a_filter_that_finds_nothing_says_so(qtbot: QtBot, keys: KeysWindow) -> None:
    qtbot.keyClicks(keys._filter, "zzz")
    assert keys._nothing.isVisible()
    keys._filter.clear()
    assert keys._nothing.isHidden()
