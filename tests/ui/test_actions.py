"""Actions: each key once, refused where it is taken, off while somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QKeySequenceEdit, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.errors import CuratorError
from curator.ui.fields.importance import ImportanceEditor
from curator.ui.keyboard.actions import SPECS, USUAL, Actions
from curator.ui.keyboard.keys import is_bare, is_typing
from curator.ui.widgets.chips import AddButton, Chip


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


@pytest.fixture
def actions(place: QWidget) -> Actions:
    return Actions(place)


def done(actions: Actions, *names: str) -> list[str]:
    result: list[str] = []
    for name in names:
        actions.connect_to(name, lambda name=name: result.append(name))
    return result


def test_no_key_belongs_to_two_actions() -> None:
    keys = [QKeySequence(key).toString() for spec in SPECS for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_no_bare_key_imports_exports_or_removes() -> None:
    bare = {spec.name for spec in SPECS if any(is_bare(QKeySequence(key)) for key in spec.keys)}
    assert not bare & {"import_folder", "import_files", "export", "restore", "quit", "reviewed", "undo"}


def test_a_key_that_is_taken_is_refused_with_the_name_of_its_action(actions: Actions) -> None:
    with pytest.raises(CuratorError, match="Reject the fact"):
        actions.set_keys("accept", ("X",))
    assert actions.key("accept") == "A"


def test_a_key_that_is_off_just_now_is_still_taken(place: QWidget, actions: Actions) -> None:
    line = QLineEdit(place)
    line.show()
    line.setFocus()
    assert actions["reject"].shortcuts() == []
    with pytest.raises(CuratorError, match="Reject the fact"):
        actions.set_keys("accept", ("X",))


@pytest.mark.parametrize("key", ["Esc", "Tab", "Return", "Left", "Shift+Home", "PgDown"])
def test_keys_that_move_about_are_refused(actions: Actions, key: str) -> None:
    with pytest.raises(CuratorError, match="move about"):
        actions.set_keys("accept", (key,))


def test_another_key_is_told_and_works(qtbot: QtBot, place: QWidget, actions: Actions) -> None:
    heard = done(actions, "accept")
    with qtbot.waitSignal(actions.keys_changed):
        actions.set_keys("accept", ("Y",))
    qtbot.keyClick(place, Qt.Key.Key_Y)
    qtbot.keyClick(place, Qt.Key.Key_A)
    assert heard == ["accept"]
    assert "Y" in actions["accept"].toolTip()


def test_own_keys_take_the_place_of_the_usual_ones(place: QWidget) -> None:
    actions = Actions(place, {"accept": ("Y",), "skip": ()})
    assert actions.key("accept") == "Y"
    assert actions.key("skip") == ""
    assert [key.toString() for key in actions.keys("edit")] == list(USUAL["edit"])


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QKeySequenceEdit, "editable"])
def test_bare_keys_are_off_while_somebody_types(qtbot: QtBot, place, actions: Actions, make) -> None:
    heard = done(actions, "accept", "undo")
    field = QComboBox(place, editable=True) if make == "editable" else make(place)
    field.show()
    field.setFocus()
    target = field.lineEdit() if make == "editable" else field
    qtbot.keyClick(target, Qt.Key.Key_A)
    assert heard == []
    place.setFocus()
    qtbot.keyClick(place, Qt.Key.Key_A)
    assert heard == ["accept"]


def test_keys_given_while_somebody_types_are_off_too(qtbot: QtBot, place: QWidget, actions: Actions) -> None:
    heard = done(actions, "accept")
    line = QLineEdit(place)
    line.show()
    line.setFocus()
    actions.set_keys("accept", ("Y",))
    qtbot.keyClick(line, Qt.Key.Key_Y)
    assert (heard, line.text()) == ([], "y")


def test_space_presses_the_button_that_has_the_focus(qtbot: QtBot, place: QWidget, actions: Actions) -> None:
    heard = done(actions, "skip")
    button = QPushButton("Press", place)
    button.clicked.connect(lambda: heard.append("pressed"))
    button.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    place.setFocus()
    qtbot.keyClick(place, Qt.Key.Key_Space)
    assert heard == ["pressed", "skip"]


def test_pills_chips_and_squares_keep_their_own_keys(qtbot: QtBot, place: QWidget, actions: Actions) -> None:
    heard = done(actions, "skip", "undo_decision", "importance_4")
    pill, chip, squares = AddButton("Add", place), Chip("Kranwerk", None, place), ImportanceEditor(place)
    pill.pressed.connect(lambda: heard.append("opened"))
    chip.removed.connect(heard.append)
    squares.chosen.connect(heard.append)
    keys = (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_4)
    for widget, key in zip((pill, chip, squares), keys, strict=True):
        widget.show()
        widget.setFocus()
        qtbot.keyClick(widget, key)
    assert heard == ["opened", "Kranwerk", 4]


def test_what_is_only_read_takes_no_typing(place: QWidget) -> None:
    reader = QPlainTextEdit(place)
    reader.setReadOnly(True)
    assert not is_typing(reader)
    assert not is_typing(QComboBox(place))
    assert not is_typing(None)


class Greedy(QLineEdit):
    """A field that claims every key, as Qt's do with those of Emacs on X11."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_keys_with_ctrl_reach_their_actions_from_a_field_but_those_of_editing(
    qtbot: QtBot, place: QWidget, actions: Actions
) -> None:
    result = done(actions, "export", "add_to_set", "undo", "accept")
    line = Greedy(place)
    line.show()
    line.setFocus()
    for key in (Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_Z):
        qtbot.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "a")
    assert result == ["export", "add_to_set"]
    assert line.text() == "a"
    place.setFocus()
    actions["export"].setEnabled(False)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(result) == 2
