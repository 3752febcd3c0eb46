"""Pages in scripts that run from right to left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.reader.article_view import ArticleView
from curator.ui.reader.marks import Marks
from curator.ui.reader.setting import Reading

HEBREW = "המפעל ייפתח עד סוף 2027"


def reading(title: str, body: str) -> Reading:
    text = f"{title}\n\n{body}"
    return Reading(text, Span(0, len(title)), Span(0, 0), Span(len(title) + 2, len(text)), "markdown")


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(640, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def test_a_caret_that_nobody_moves_leaves_no_sign(qtbot: QtBot, view: ArticleView) -> None:
    view.clearFocus()
    view.show_reading(reading(HEBREW, HEBREW), Marks())
    before = picture(view)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.show_reading(reading(HEBREW, HEBREW), Marks())
    assert picture(view) == before


def test_selected_words_are_seen_without_a_caret(view: ArticleView) -> None:
    view.show_reading(reading("Ports", "Words of the harbour."), Marks())
    before = picture(view)
    view.select_shown(0, 5)
    assert picture(view) != before


@pytest.mark.parametrize(("words", "is_left"), [(HEBREW, False), ("The quay opens", True)], ids=["he", "en"])
def test_the_bar_of_a_quote_stands_where_its_lines_begin(
    view: ArticleView, words: str, is_left: bool
) -> None:
    view.show_reading(reading(words, f"> {words}"), Marks())
    line = theme.current().color("line").rgb()
    seen = picture(view)
    columns = {x for x in range(seen.width()) for y in range(seen.height()) if seen.pixel(x, y) == line}
    assert len(columns) == 3
    boxes = view.boxes(view.reading.body)
    words_box = QRect(boxes[0].toRect())
    if is_left:
        assert max(columns) < words_box.left()
    else:
        assert min(columns) > words_box.right()
        assert max(columns) <= seen.width() - theme.TEXT_MARGIN
