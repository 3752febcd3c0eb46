"""Mnemonics: each window and each menu gives a letter once, and Alt with it does what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout
from pytestqt.qtbot import QtBot

from curator.ui.desk import Desk
from curator.ui.keyboard.mnemonics import Mnemonics, letter_menu, marked, words_of
from curator.ui.keyboard.press_button import PressButton
from curator.ui.windows.about import AboutDialog
from curator.ui.windows.questions import Question
from tests.ui.modal import once_open


def letters(texts: list[str]) -> list[str]:
    marks = [text.replace("&&", "").partition("&")[2][:1].casefold() for text in texts]
    return [mark for mark in marks if mark]


@given(st.lists(st.text("ab &\u4e2d\u010d", max_size=6), max_size=8))
def test_no_letter_is_marked_twice_and_no_word_is_lost(texts: list[str]) -> None:
    found = marked(texts)
    given_ = letters(found)
    assert len(set(given_)) == len(given_)
    plain = [text.replace("&&", "\0").replace("&", "").replace("\0", "&") for text in found]
    assert plain == texts


def test_first_letters_come_first_and_give_way_where_they_can() -> None:
    assert marked(["Save", "Save as"]) == ["&Save", "Save &as"]
    assert marked(["Skip", "So", "S"]) == ["S&kip", "S&o", "&S"]
    assert marked(["A & B", "\u4fdd\u5b58"]) == ["&A && B", "\u4fdd\u5b58"]


def test_a_digit_is_marked_only_where_there_is_no_letter() -> None:
    assert marked(["Add", "A 17"]) == ["A&dd", "&A 17"]
    assert marked(["A", "A 17"]) == ["&A", "A 17"]
    assert marked(["80\u202f%", "100\u202f%"]) == ["&80\u202f%", "&100\u202f%"]


def test_the_key_beside_an_entry_of_a_menu_is_never_marked() -> None:
    assert marked(["Put\tU", "P\tU", "\u4fdd\tA"]) == ["P&ut\tU", "&P\tU", "\u4fdd\tA"]
    assert marked(["P\tU", "P\tA"]) in (["&P\tU", "P\tA"], ["P\tU", "&P\tA"])


@pytest.fixture
def dialog(qtbot: QtBot) -> QDialog:
    made = QDialog()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for words in ("Keep", "Drop"):
        column.addWidget(PressButton(words, made))
    label, line = QLabel("Key", made), QLineEdit(made)
    label.setBuddy(line)
    column.addWidget(label)
    column.addWidget(line)
    Mnemonics(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_alt_and_a_letter_press_a_button_or_lead_to_a_field(qtbot: QtBot, dialog: QDialog) -> None:
    keep, drop = dialog.findChildren(PressButton)
    assert (keep.marked(), drop.marked()) == ("&Keep", "&Drop")
    with qtbot.waitSignal(drop.clicked):
        qtbot.keyClick(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    (label,) = dialog.findChildren(QLabel)
    assert words_of(label) == "Key"
    letter = letters([label.text()])[0]
    qtbot.keyClick(dialog, getattr(Qt.Key, f"Key_{letter.upper()}"), Qt.KeyboardModifier.AltModifier)
    assert dialog.findChild(QLineEdit).hasFocus()


def test_other_words_on_a_button_get_a_letter_again(qtbot: QtBot, dialog: QDialog) -> None:
    keep, _ = dialog.findChildren(PressButton)
    keep.setText("Export 3 & more")
    assert keep.text() == "Export 3 & more"
    qtbot.waitUntil(lambda: keep.marked() == "&Export 3 && more")


def test_a_menu_letters_its_entries_each_time_it_is_shown(qtbot: QtBot) -> None:
    menu = letter_menu(QMenu())
    qtbot.addWidget(menu)
    first, second = menu.addAction("Rename…"), menu.addAction("Reviewed")
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    assert len(set(letters([first.text(), second.text()]))) == 2
    assert [words_of(first), words_of(second)] == ["Rename…", "Reviewed"]


def test_the_menus_of_the_desk_give_each_letter_once(desk: Desk) -> None:
    bar, window = desk.window.top_bar, desk.window
    for button in (bar.menu_button, bar.more_button):
        button.menu().aboutToShow.emit()
    groups = [action.menu() for action in bar.menu_button.menu().actions() if action.menu()]
    assert len(groups) == 6
    for menu in (bar.more_button.menu(), bar.menu_button.menu(), *groups):
        menu.aboutToShow.emit()
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        given_ = letters(texts)
        assert len(set(given_)) == len(given_) == len(texts)
    assert window.actions_.name("accept") == "Accept the fact"
    desk.edits.list_menu(QPoint(0, 0))


OPENERS: dict[str, Callable[[Desk], object]] = {
    "companies": lambda desk: desk.edits.show_companies(),
    "repairs": lambda desk: desk.decisions.walk_repairs(),
    "bulk": lambda desk: desk.edits.edit_several(),
    "export": lambda desk: desk.asides.export(),
    "save": lambda desk: desk.files.save(),
    "keys": lambda desk: desk.asides.show_keys(),
    "about": lambda desk: AboutDialog(desk.window).exec(),
    "question": lambda desk: Question("Restore", "What is here is kept.", actions=["Restore"]).exec(),
}


@pytest.mark.parametrize("name", OPENERS)
def test_every_window_gives_each_letter_once(desk: Desk, name: str) -> None:
    seen: list[list[str]] = []

    def look(dialog: QDialog) -> None:
        dialog.findChild(Mnemonics).give()  # a button may have had other words a moment ago
        seen.append([each.marked() for each in dialog.findChildren(PressButton) if each.isVisible()])
        dialog.reject()

    once_open(QDialog, look)
    OPENERS[name](desk)
    (texts,) = seen
    given_ = letters(texts)
    assert given_
    assert len(set(given_)) == len(given_) == len(texts)
