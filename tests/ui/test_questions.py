"""Questions and notices: answered from the keyboard, and nothing is taken that was not chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.errors import CuratorError
from curator.ui.dialogs import QtDialogs
from curator.ui.windows.library_trouble import another_try, expect
from curator.ui.windows.questions import Question, TextQuestion
from tests.ui.modal import once_open


def words(question: Question) -> str:
    return "\n".join(label.text() for label in question.findChildren(QLabel))


def test_enter_takes_the_first_action(qtbot: QtBot) -> None:
    question = Question("Restore a backup", "What is here is kept.", actions=["Restore", "Look first"])
    qtbot.addWidget(question)
    question.show()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert question.chosen == "Restore"
    assert not question.isVisible()


def test_escape_chooses_nothing(qtbot: QtBot) -> None:
    question = Question("Restore a backup", "What is here is kept.", actions=["Restore"])
    qtbot.addWidget(question)
    question.show()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert question.chosen == ""
    assert not question.isVisible()


def test_a_notice_gives_its_details_to_the_clipboard(qtbot: QtBot) -> None:
    notice = Question("Check the library", "1 problem found.", details="Row 3 is torn.")
    qtbot.addWidget(notice)
    notice.show()
    names = [button.text() for button in notice.findChildren(QPushButton)]
    assert names == ["Copy details", "Close"]
    notice.findChildren(QPushButton)[0].click()
    assert QGuiApplication.clipboard().text() == "Row 3 is torn."


def test_words_are_never_read_as_markup(qtbot: QtBot) -> None:
    question = Question("Open a link", "<b>bold</b>", actions=["Open"])
    qtbot.addWidget(question)
    formats = {label.textFormat() for label in question.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_none_of_several_choices_is_taken_before_one_is_chosen(qtbot: QtBot) -> None:
    question = TextQuestion("Add to a curated set", "Set:", choices=["Bridges", "Cranes"])
    qtbot.addWidget(question)
    question.show()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert question.isVisible()
    qtbot.keyClick(question.findChild(QComboBox), Qt.Key.Key_Down)
    assert question.text() == "Bridges"
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert not question.isVisible()


def test_a_line_of_text_is_named_and_selected(qtbot: QtBot) -> None:
    question = TextQuestion("Save this search", "Name of the search:", "port")
    qtbot.addWidget(question)
    assert question.line.selectedText() == "port"
    assert question.line.accessibleName() == "Name of the search:"


def press(words: str) -> None:
    """Press a button of the question that is going to be on the screen."""

    def click(question: Question) -> None:
        next(b for b in question.findChildren(QPushButton) if b.text() == words).click()

    once_open(Question, click)


def test_the_button_of_a_line_of_text_says_what_it_does(qtbot: QtBot) -> None:
    question = TextQuestion("Add to a curated set", "Set:", "Bridges", action="Add")
    qtbot.addWidget(question)
    question.buttons["Add"].click()
    assert question.chosen == "Add"


def test_the_set_chosen_last_is_offered_again(qtbot: QtBot) -> None:
    window = QLabel()
    qtbot.addWidget(window)
    dialogs = QtDialogs(window)
    dialogs._answers["Add to a curated set"] = "Cranes"
    press("OK")
    assert dialogs.text("Add to a curated set", "Set:", "", ["Bridges", "Cranes"]) == "Cranes"
    press("Cancel")
    assert dialogs.text("Add to a curated set", "Set:", "", ["Bridges", "Cranes"]) is None


def test_only_the_named_action_confirms(qtbot: QtBot) -> None:
    window = QLabel()
    qtbot.addWidget(window)
    press("Restore")
    assert QtDialogs(window).confirms("Restore a backup", "", "Restore")
    press("Cancel")
    assert not QtDialogs(window).confirms("Restore a backup", "", "Restore")


@pytest.mark.parametrize(("button", "tried"), [("Try again", True), ("Quit", False)])
def test_a_library_that_did_not_open_can_be_tried_again(
    qtbot: QtBot, tmp_path: Path, button: str, tried: bool
) -> None:
    library = tmp_path / "library.curator"
    press(button)
    chosen = another_try(library, CuratorError("It is in use.", "Wait."))
    assert chosen == (library if tried else None)


def test_a_library_that_is_gone_is_told_and_made_anew_only_if_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    library = tmp_path / "away" / "library.curator"
    with pytest.raises(CuratorError, match="not where it was") as told:
        expect(library)
    press("Try again")
    assert another_try(library, told.value) == library
    assert not library.exists()
    press("New library")
    assert another_try(library, told.value) == library
    expect(library)


def test_another_library_can_be_named(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = str(tmp_path / "other.curator")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (other, ""))
    press("Another library…")
    assert another_try(tmp_path / "library.curator", CuratorError("No library.")) == Path(other)
