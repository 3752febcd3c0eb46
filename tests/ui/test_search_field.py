"""The search field: waits for a pause, marks what is wrong, stays one line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from curator.ui.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    made = SearchField()
    qtbot.addWidget(made)
    made.resize(600, 32)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def told(field: SearchField) -> list[str]:
    queries: list[str] = []
    field.query_changed.connect(queries.append)
    return queries


def waves(field: SearchField) -> list[tuple[int, int]]:
    block = field.line.document().firstBlock()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [(r.start, r.length) for r in block.layout().formats() if r.format.underlineStyle() is wave]


def test_typing_is_told_once_after_a_pause(qtbot: QtBot, field: SearchField) -> None:
    queries = told(field)
    qtbot.keyClicks(field.line, "crane")
    assert queries == []
    qtbot.waitUntil(lambda: queries == ["crane"])
    qtbot.wait(150)
    assert queries == ["crane"]


def test_enter_tells_at_once_and_goes_to_the_list(qtbot: QtBot, field: SearchField) -> None:
    queries = told(field)
    qtbot.keyClicks(field.line, "crane")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert queries == ["crane"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_escape_and_down_leave_the_field(qtbot: QtBot, field: SearchField, key: Qt.Key) -> None:
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.line, key)


def test_the_place_that_is_wrong_has_a_wave_until_it_is_mended(field: SearchField) -> None:
    field.set_query("crane colour:red")
    field.mark((6, 16), "There is no field “colour”.")
    assert waves(field) == [(6, 10)]
    assert "colour" in field.toolTip()
    field.mark(None)
    assert waves(field) == []
    assert field.toolTip() == ""


def test_a_query_written_by_the_desk_is_not_told_back(qtbot: QtBot, field: SearchField) -> None:
    queries = told(field)
    field.set_query("lang:cs")
    qtbot.wait(150)
    assert queries == []
    field.set_query("", tell=True)
    assert queries == [""]


def test_what_is_pasted_becomes_one_line(field: SearchField) -> None:
    data = QMimeData()
    data.setText("harbour\n  crane\t40")
    field.line.insertFromMimeData(data)
    assert field.query() == "harbour crane 40"


def test_save_and_clear_stand_only_beside_a_query(field: SearchField) -> None:
    buttons = (field._save, field._clear)
    assert [button.isVisible() for button in buttons] == [False, False]
    field.set_query("crane")
    assert [button.isVisible() for button in buttons] == [True, True]
    field.set_count("2 of 5 articles")
    assert not field.grab().isNull()


def test_the_words_in_an_empty_field_are_prose_and_a_query_is_code(qtbot: QtBot, field: SearchField) -> None:
    prose = field.line.font().families()
    qtbot.keyClicks(field.line, "crane")
    assert field.line.font().families() != prose
    field.set_query("")
    assert field.line.font().families() == prose


def inked(field: SearchField, letter: str, left: int, width: int) -> int:
    """The lowest row of a letter without a descender that is drawn from `left` on."""
    picture = field.grab().toImage()
    paper = picture.pixelColor(picture.width() // 2, picture.height() - 6).lightness()
    rows = [
        y
        for y in range(4, field.height() - 4)
        if any(abs(picture.pixelColor(x, y).lightness() - paper) > 60 for x in range(left, left + width))
    ]
    assert rows, letter
    return rows[-1]


@pytest.mark.parametrize("query", ["", "HHHH"])
def test_what_is_searched_stands_on_one_line_with_the_count(
    qtbot: QtBot, field: SearchField, query: str
) -> None:
    field.line.invite("HHHH")
    field.set_query(query)
    field.set_count("HHHH")
    field.line.clearFocus()
    qtbot.wait(1)
    words, count = field.line.geometry(), field.findChildren(QLabel)[-1].geometry()
    assert abs(inked(field, "H", words.left(), 20) - inked(field, "H", count.left(), 20)) <= 1


def test_the_invitation_stays_on_one_line(qtbot: QtBot, field: SearchField) -> None:
    whole = field.line.placeholderText()
    field.resize(240, 32)
    qtbot.waitUntil(lambda: field.line.placeholderText().endswith("…"))
    assert field.line.accessibleDescription() == whole
    field.resize(700, 32)
    qtbot.waitUntil(lambda: field.line.placeholderText() == whole)


def test_the_frame_is_painted_anew_when_the_focus_comes_and_goes(qtbot: QtBot, field: SearchField) -> None:
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return False

    watch = Watch()
    field.installEventFilter(watch)
    field.line.clearFocus()
    qtbot.waitUntil(lambda: field.rect() in painted)
    painted.clear()
    field.setFocus()
    qtbot.waitUntil(lambda: field.rect() in painted)
