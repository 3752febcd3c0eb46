"""Chips: names as pills, taken away and added from the keyboard."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from curator.ui.fields.chips_editor import SHOWN, ChipsEditor
from curator.ui.fields.name_adder import NameAdder
from curator.ui.widgets.chips import AddButton, Chip

KNOWN = ["Kranwerk", "Kranwerk Nord", "Siemens"]


@pytest.fixture
def editor(qtbot: QtBot) -> ChipsEditor:
    made = ChipsEditor("Companies", lambda text: [n for n in KNOWN if text.casefold() in n.casefold()])
    qtbot.addWidget(made)
    made.resize(240, 120)
    made.set_names(["Kranwerk", "Siemens"])
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def chips(editor: ChipsEditor) -> list[Chip]:
    return [chip for chip in editor.findChildren(Chip) if chip.isVisible()]


def heard(editor: ChipsEditor) -> dict[str, list[str]]:
    result: dict[str, list[str]] = {"added": [], "removed": [], "activated": []}
    for name, texts in result.items():
        getattr(editor, name).connect(texts.append)
    return result


def typed(qtbot: QtBot, editor: ChipsEditor, text: str, *keys: Qt.Key, shift: bool = False) -> QLineEdit:
    editor.begin_adding()
    line = editor.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClicks(line, text)
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in keys:
        qtbot.keyClick(line, key, modifier)
    return line


def test_a_long_list_shows_its_first_names_until_all_are_asked_for(qtbot: QtBot, editor: ChipsEditor) -> None:
    many = [f"tag {number}" for number in range(300)]
    editor.set_names(many)
    assert len(chips(editor)) == SHOWN
    assert editor.names() == many
    more = next(each for each in editor.findChildren(AddButton) if "284" in each.accessibleName())
    chips(editor)[-1].setFocus()
    qtbot.keyClick(chips(editor)[-1], Qt.Key.Key_Tab)
    assert more.hasFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert len(chips(editor)) == 300
    assert not any(each.isVisible() and each is more for each in editor.findChildren(AddButton))
    assert chips(editor)[SHOWN].hasFocus()
    editor.set_names(many[1:])
    assert len(chips(editor)) == 299
    editor.set_names(many[5:])
    assert len(chips(editor)) == SHOWN


def test_the_names_of_the_next_article_stand_in_the_pills_that_are_there(
    qtbot: QtBot, editor: ChipsEditor
) -> None:
    before = chips(editor)
    editor.set_names(["Bridge Works", "Kranwerk Nord und Söhne", "Tidal Power"])
    now = chips(editor)
    assert now[:2] == before
    assert [chip.name for chip in now] == ["Bridge Works", "Kranwerk Nord und Söhne", "Tidal Power"]
    assert [chip.accessibleName() for chip in now] == [chip.toolTip() for chip in now]
    assert all(chip.width() >= chip.sizeHint().width() for chip in now)
    now[-1].setFocus()
    qtbot.keyClick(now[-1], Qt.Key.Key_Tab)
    assert not any(chip.hasFocus() for chip in now)
    with qtbot.waitSignal(editor.removed) as signal:
        qtbot.keyClick(now[0], Qt.Key.Key_Delete)
    assert signal.args == ["Bridge Works"]


def test_a_name_added_to_a_long_list_is_seen(editor: ChipsEditor) -> None:
    many = [f"tag {number}" for number in range(40)]
    editor.set_names(many)
    editor.set_names(many[1:])
    assert len(chips(editor)) == SHOWN
    editor.set_names([*many[1:], "new"])
    assert chips(editor)[-1].name == "new"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_takes_the_focused_name_away(qtbot: QtBot, editor: ChipsEditor, key: Qt.Key) -> None:
    news = heard(editor)
    chips(editor)[1].setFocus()
    qtbot.keyClick(chips(editor)[1], key)
    assert news["removed"] == ["Siemens"]


def test_the_cross_takes_a_name_away_and_the_word_activates_it(qtbot: QtBot, editor: ChipsEditor) -> None:
    news = heard(editor)
    chip = chips(editor)[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 14, chip.height() // 2))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, chip.height() // 2))
    qtbot.mouseClick(chip, Qt.MouseButton.RightButton, pos=QPoint(12, chip.height() // 2))
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert (news["removed"], news["activated"]) == (["Kranwerk"], ["Kranwerk", "Kranwerk"])


def test_arrows_go_from_chip_to_chip(qtbot: QtBot, editor: ChipsEditor) -> None:
    first, second = chips(editor)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is first


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F2])
def test_the_pill_opens_the_line_by_key(qtbot: QtBot, editor: ChipsEditor, key: Qt.Key) -> None:
    pill = editor.findChild(AddButton)
    assert pill is not None
    pill.setFocus()
    qtbot.keyClick(pill, key)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_enter_takes_the_name_that_is_known(qtbot: QtBot, editor: ChipsEditor) -> None:
    news = heard(editor)
    typed(qtbot, editor, "krAnwerk n", Qt.Key.Key_Return)
    typed(qtbot, editor, "kranwerk", Qt.Key.Key_Return)
    assert news["added"] == ["Kranwerk Nord", "Kranwerk"]


def test_a_new_name_is_made_with_shift_and_enter_or_where_none_begins_so(
    qtbot: QtBot, editor: ChipsEditor
) -> None:
    news = heard(editor)
    typed(qtbot, editor, "Kran", Qt.Key.Key_Return, shift=True)
    typed(qtbot, editor, "werk", Qt.Key.Key_Return)
    assert news["added"] == ["Kran", "werk"]


def test_a_list_that_is_pasted_gives_a_name_a_line(qtbot: QtBot, editor: ChipsEditor) -> None:
    news = heard(editor)
    QGuiApplication.clipboard().setText("Velmor a.s.\r\n\n Kranwerk\u00a0Süd \nVel\u00admor\u200b, Inc.\n")
    line = typed(qtbot, editor, "")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert news["added"] == ["Velmor a.s.", "Kranwerk Süd", "Velmor, Inc."]
    assert line.text() == ""


def test_of_names_pasted_the_one_that_is_refused_stays_to_be_mended(
    qtbot: QtBot, editor: ChipsEditor
) -> None:
    news = heard(editor)
    editor.added.connect(lambda name: editor.refuse("No such name") if name == "Velmor" else None)
    QGuiApplication.clipboard().setText("Velmor\nBridge Works")
    line = typed(qtbot, editor, "")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert news["added"] == ["Velmor", "Bridge Works"]
    assert line.text() == "Velmor"
    assert line.toolTip() == "No such name"


def test_what_joins_letters_stays_in_a_name(qtbot: QtBot, editor: ChipsEditor) -> None:
    news = heard(editor)
    line = typed(qtbot, editor, "")
    line.setText("می\u200cخواهم")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert news["added"] == ["می\u200cخواهم"]


def test_enter_on_an_empty_line_and_escape_go_back_to_the_pill(qtbot: QtBot, editor: ChipsEditor) -> None:
    news = heard(editor)
    for text, key in (("", Qt.Key.Key_Return), ("Siem", Qt.Key.Key_Escape)):
        typed(qtbot, editor, text, key)
        assert isinstance(QApplication.focusWidget(), AddButton)
    assert news["added"] == []


def test_what_was_typed_is_added_when_the_line_is_left(qtbot: QtBot, editor: ChipsEditor) -> None:
    news = heard(editor)
    typed(qtbot, editor, "Nordkran")
    chips(editor)[0].setFocus()
    assert news["added"] == ["Nordkran"]


def test_the_focus_stays_at_the_place_of_a_name_taken_away(qtbot: QtBot, editor: ChipsEditor) -> None:
    chips(editor)[0].setFocus()
    editor.set_names(["Siemens"])
    assert QApplication.focusWidget() is chips(editor)[0]
    editor.set_names([])
    assert isinstance(QApplication.focusWidget(), AddButton)


def test_a_remark_stands_before_the_names_and_takes_no_room_when_it_is_gone(editor: ChipsEditor) -> None:
    editor.set_names([], "different in 3")
    pill = editor.findChild(AddButton)
    assert pill is not None
    editor.layout().activate()
    beside = pill.mapTo(editor, QPoint(0, 0)).x()
    editor.set_names([])
    editor.layout().activate()
    assert pill.mapTo(editor, QPoint(0, 0)).x() < beside
    assert editor.names() == []


def test_long_names_wrap_and_never_leave_the_pane(editor: ChipsEditor) -> None:
    editor.set_names(["Donaudampfschifffahrtsgesellschaftskapitänsverband der Länder", "B", "C"])
    editor.layout().activate()
    assert all(chip.geometry().right() <= editor.width() for chip in chips(editor))
    assert not editor.grab().isNull()


def test_a_line_that_is_gone_is_not_scrolled_into_view(qtbot: QtBot, editor: ChipsEditor) -> None:
    editor.begin_adding()
    shiboken6.delete(editor.findChild(NameAdder))
    with qtbot.captureExceptions() as raised:
        QApplication.processEvents()
    assert not raised


def test_half_a_name_is_no_name_when_another_window_or_a_menu_opens(
    qtbot: QtBot, editor: ChipsEditor
) -> None:
    news = heard(editor)
    line = typed(qtbot, editor, "Velm")

    def is_back() -> bool:
        editor.activateWindow()
        return line.hasFocus()

    for flags in (Qt.WindowType.Popup, Qt.WindowType.Dialog):
        other = QLineEdit(editor)
        other.setWindowFlags(flags)
        other.show()
        other.activateWindow()
        other.setFocus()
        qtbot.waitUntil(lambda: not line.hasFocus())
        other.close()
        qtbot.waitUntil(is_back)
    assert (line.text(), news["added"]) == ("Velm", [])
    qtbot.keyClicks(line, "or")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert news["added"] == ["Velmor"]


def test_the_line_asked_for_again_keeps_what_is_typed_in_it(qtbot: QtBot, editor: ChipsEditor) -> None:
    line = typed(qtbot, editor, "Velm")
    editor.begin_adding()
    assert line.text() == "Velm"
    assert line.hasFocus()
