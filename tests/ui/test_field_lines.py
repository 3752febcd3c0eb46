"""Lines and notes: shown formatted, edited as stored, never saved for another article."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.fields.field_lines import FieldLine
from curator.ui.fields.note_edit import NoteEdit


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget).addWidget(FieldLine("What has the focus first", widget))
    widget.resize(300, 200)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


@pytest.fixture
def line(place: QWidget) -> FieldLine:
    made = FieldLine("Source", place)
    place.layout().addWidget(made)
    made.show_value("2026-01-27", "27 Jan 2026", missing="No date")
    return made


@pytest.fixture
def note(place: QWidget) -> NoteEdit:
    made = NoteEdit("Note", place)
    place.layout().addWidget(made)
    made.show_value("Ask the port.", "Add a note")
    return made


def committed(line: FieldLine | NoteEdit) -> list[str]:
    texts: list[str] = []
    line.committed.connect(texts.append)
    return texts


def test_a_line_shows_its_value_formatted_and_edits_it_as_stored(qtbot: QtBot, line: FieldLine) -> None:
    assert line.text() == "27 Jan 2026"
    line.setFocus()
    assert line.text() == "2026-01-27"


def test_enter_commits_and_says_that_the_line_is_left(qtbot: QtBot, line: FieldLine) -> None:
    texts = committed(line)
    line.setFocus()
    line.setText("2026-01-28")
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert texts == ["2026-01-28"]


def test_escape_gives_the_old_value_back_and_commits_nothing(qtbot: QtBot, line: FieldLine) -> None:
    texts = committed(line)
    line.setFocus()
    qtbot.keyClicks(line, "x")
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (texts, line.text()) == ([], "2026-01-27")


def test_what_was_not_changed_is_not_committed(qtbot: QtBot, line: FieldLine) -> None:
    texts = committed(line)
    line.setFocus()
    line.clearFocus()
    assert texts == []


def test_what_is_refused_stays_to_be_mended_and_is_not_committed_twice(qtbot: QtBot, line: FieldLine) -> None:
    texts = committed(line)
    line.committed.connect(lambda _text: line.refuse("This is no date."))
    line.setFocus()
    line.setText("30 Feb")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.clearFocus()
    assert (texts, line.text()) == (["30 Feb"], "30 Feb")
    assert line.property("bad")
    assert line.toolTip() == "This is no date."
    line.setFocus()
    assert line.text() == "30 Feb"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.property("bad")
    line.clearFocus()
    assert line.text() == "27 Jan 2026"


def test_typing_goes_on_when_the_same_article_is_read_anew(line: FieldLine) -> None:
    line.setFocus()
    line.setText("half a date")
    line.show_value("2026-01-27", "27 Jan 2026")
    assert line.text() == "half a date"


def test_the_line_of_another_article_shows_its_own_value(line: FieldLine) -> None:
    texts = committed(line)
    line.setFocus()
    line.setText("half a date")
    line.show_value("2025-11-20", "20 Nov 2025", fresh=True)
    assert line.text() == "2025-11-20"
    line.clearFocus()
    assert (texts, line.text()) == ([], "20 Nov 2025")


def test_a_value_that_is_too_long_is_elided_with_the_whole_in_the_tooltip(line: FieldLine) -> None:
    value = "Aufsichtsratsvorsitzendenwahl " * 10
    line.show_value(value)
    assert line.text().endswith("…")
    assert line.toolTip() == value


@pytest.mark.parametrize("value", ["x" * 40_000, " 2026 ", "two\nlines"])
def test_a_line_that_is_only_visited_commits_nothing(place: QWidget, line: FieldLine, value: str) -> None:
    texts = committed(line)
    line.show_value(value, fresh=True)
    line.setFocus()
    assert line.text() == value
    place.findChild(FieldLine).setFocus()
    assert texts == []


def test_what_is_dropped_on_a_line_at_rest_is_added_to_its_value_and_kept(
    place: QWidget, line: FieldLine
) -> None:
    texts = committed(line)
    words = QMimeData()
    words.setText(" or later")
    end = QPointF(line.width() - 2, line.height() / 2)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    line.dropEvent(QDropEvent(end, copy, words, left, Qt.KeyboardModifier.NoModifier))
    assert line.hasFocus()
    assert line.text() == "2026-01-27 or later"
    place.findChild(FieldLine).setFocus()
    assert texts == ["2026-01-27 or later"]


def test_completions_are_offered_anew_as_one_types(line: FieldLine) -> None:
    line.complete_from(["Port Courier"])
    line.complete_from(["Listy", "Lidovky"])
    completer = line.completer()
    assert completer is not None
    assert [completer.model().index(n, 0).data() for n in range(2)] == ["Listy", "Lidovky"]


def test_a_note_grows_with_its_text_up_to_six_lines(qtbot: QtBot, note: NoteEdit) -> None:
    low = note.height()
    note.setPlainText("a\nb\nc")
    qtbot.waitUntil(lambda: note.height() > low)
    three = note.height()
    note.setPlainText("\n".join("abcdef"))
    qtbot.waitUntil(lambda: note.height() > three)
    assert note.verticalScrollBar().maximum() == 0
    tallest = note.height()
    note.setPlainText("\n".join("abcdefghij"))
    qtbot.waitUntil(lambda: note.verticalScrollBar().maximum() > 0)
    assert note.height() == tallest


def test_a_note_that_is_gone_does_not_grow_with_what_was_typed_last(qtbot: QtBot, note: NoteEdit) -> None:
    note.setPlainText("a\nb\nc")
    shiboken6.delete(note)
    with qtbot.captureExceptions() as raised:
        QApplication.processEvents()
    assert not raised


@pytest.mark.parametrize(
    "value", ["10\u00a0000 \u20ac\u202f?", "one\u2028two", "one\r\ntwo", " a ", "\u3000b"]
)
def test_a_note_that_is_only_visited_stays_as_it_is(note: NoteEdit, value: str) -> None:
    texts = committed(note)
    note.show_value(value, fresh=True)
    note.setFocus()
    note.clearFocus()
    assert texts == []


def test_blanks_that_keep_together_stay_in_a_note(qtbot: QtBot, note: NoteEdit) -> None:
    texts = committed(note)
    note.show_value("10\u00a0000", fresh=True)
    note.setFocus()
    note.moveCursor(note.textCursor().MoveOperation.End)
    qtbot.keyClicks(note, " EUR")
    note.clearFocus()
    assert texts == ["10\u00a0000 EUR"]


def test_a_note_is_committed_when_it_is_left_and_not_after_escape(qtbot: QtBot, note: NoteEdit) -> None:
    texts = committed(note)
    note.setFocus()
    note.setPlainText("Asked.")
    note.clearFocus()
    assert texts == ["Asked."]
    note.setFocus()
    qtbot.keyClicks(note, "more")
    with qtbot.waitSignal(note.left):
        qtbot.keyClick(note, Qt.Key.Key_Escape)
    note.clearFocus()
    assert texts == ["Asked."]
    assert note.toPlainText() == "Asked."


def test_the_note_of_another_article_takes_the_place_of_what_was_typed(note: NoteEdit) -> None:
    texts = committed(note)
    note.setFocus()
    note.setPlainText("half a thought")
    note.commit()
    note.show_value("", "Add a note", fresh=True)
    note.clearFocus()
    assert texts == ["half a thought"]
    assert note.toPlainText() == ""
