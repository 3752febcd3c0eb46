from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from curator.domain.spans import Span
from curator.ui.look import theme
from curator.ui.reader.article_view import ArticleView
from curator.ui.reader.links import words_of_link
from curator.ui.reader.marks import Marks
from curator.ui.reader.setting import Reading

ADDRESS = "https://example.org/?a=1&b=2"
BODY = f"""Read [the **whole** letter]({ADDRESS}) of today.

> quoted words

1. first

```
code
```

---

هذا سطر عربي

- عنصر
"""


@pytest.fixture
def view(qtbot) -> ArticleView:
    result = ArticleView()
    qtbot.addWidget(result)
    result.resize(560, 500)
    with qtbot.waitExposed(result):
        result.show()
    text = f"Title\n\n{BODY}"
    result.show_reading(Reading(text, Span(0, 5), Span(0, 0), Span(7, len(text))), Marks())
    return result


def spot_on(view: ArticleView, words: str) -> QPoint:
    start = view.reading.text.index(words)
    return view.boxes(Span(start, start + len(words)))[0].center().toPoint()


def test_a_link_tells_where_it_leads_and_is_followed_only_with_ctrl(view, qtbot):
    spot = spot_on(view, "whole")
    assert "https://example.org/?a=1&amp;b=2" in view.tip_at(spot)
    with qtbot.assertNotEmitted(view.link_activated):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(view.link_activated) as told:
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, pos=spot)
    assert told.args == [ADDRESS]


def test_a_link_is_underlined_while_the_pointer_is_on_it(view, qtbot):
    spot = spot_on(view, "letter")
    below = [QPoint(spot.x(), y) for y in range(spot.y() + 4, spot.y() + 12)]

    def underlined() -> bool:
        image = view.viewport().grab().toImage()
        row = [[image.pixelColor(spot.x() + dx, at.y()).name() for dx in range(-12, 12)] for at in below]
        return any(len(set(colours)) == 1 and colours[0] != "#ffffff" for colours in row)

    assert not underlined()
    qtbot.mouseMove(view.viewport(), spot)
    qtbot.waitUntil(underlined)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(view.viewport(), QPoint(5, 450))
    qtbot.waitUntil(lambda: not underlined())


def test_two_links_to_one_address_are_two(view):
    twice = f"A [first]({ADDRESS}) and [a **second**]({ADDRESS})."
    view.show_reading(Reading(twice, Span(0, 0), Span(0, 0), Span(0, len(twice))), Marks())
    words = []
    for word in ("first", "second"):
        cursor = view.cursorForPosition(spot_on(view, word))
        start, end = words_of_link(cursor.block(), ADDRESS, cursor.position())
        words.append(view.page.toPlainText()[start:end])
        assert words_of_link(cursor.block(), "https://example.org/other", cursor.position()) is None
    assert words == ["first", "a second"]


def test_bars_rules_and_grounds_are_painted(view):
    image = view.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in (19, 25, 300) for y in range(image.height())}
    assert theme.current().color("line").name() in colours
    assert theme.current().color("alt").name() in colours


def test_the_wheel_with_ctrl_asks_for_another_size(view, qtbot):
    def turn(steps: int, modifiers: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
            modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    for steps in (1, -1):
        with qtbot.waitSignal(view.scale_requested) as told:
            turn(steps, Qt.KeyboardModifier.ControlModifier)
        assert told.args == [steps]
    with qtbot.assertNotEmitted(view.scale_requested):
        turn(1, Qt.KeyboardModifier.NoModifier)


def test_the_menu_key_asks_for_the_menu(view, qtbot):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(50, 60))
    with qtbot.waitSignal(view.menu_requested) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args == [QPoint(50, 60)]
