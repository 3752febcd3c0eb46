"""A line for a word of an article, and a view that shows the program's words or a file's."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from curator.ui.look import theme
from curator.ui.widgets.source_view import SourceView
from curator.ui.widgets.word_line import WordLine


def test_what_is_asked_for_stands_in_the_programs_type_and_the_word_in_the_serif(qtbot: QtBot) -> None:
    line = WordLine("Another word", 12)
    qtbot.addWidget(line)
    height = line.sizeHint().height()
    assert line.font().families() == theme.sans(10).families()
    line.setText("čipů")
    assert line.font().families() == theme.serif(12).families()
    assert line.minimumHeight() >= height


def test_words_of_the_program_have_no_numbers_and_are_wrapped(qtbot: QtBot) -> None:
    view = SourceView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.show_text("one: 1\ntwo: 2\n", before="one: 1\n")
    beside = view.viewport().x()
    assert view.extraSelections()
    view.say("This format has no text to show.")
    assert view.viewport().x() < beside
    assert view.lineWrapMode() == view.LineWrapMode.WidgetWidth
    assert not view.extraSelections()
    view.show_text("one: 1\n")
    assert view.viewport().x() == beside
