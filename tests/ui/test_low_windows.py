"""What is worked with stays in view where the window is low."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.services import listing, reading
from curator.services.library import Library
from curator.ui.desk import Desk
from curator.ui.fields.chips_editor import ChipsEditor
from curator.ui.lifecycle.arrangement import OPEN_FACT
from curator.ui.look import styles, theme
from curator.ui.workspace import Workspace


def test_the_line_for_a_new_name_is_scrolled_into_view(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for _ in range(12):
        column.addWidget(QLineEdit(inside))
    chips = ChipsEditor("Tags", lambda _typed: [], parent=inside)
    column.addWidget(chips)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.resize(300, 160)
    area.show()
    qtbot.waitExposed(area)
    assert chips.visibleRegion().isEmpty()
    chips.begin_adding()
    line = chips.findChild(QLineEdit)
    assert line is not None
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())


def test_the_line_for_a_new_name_stays_in_view_while_names_are_added(
    qtbot: QtBot, desk: Desk, window: Workspace
) -> None:
    window.frame.resize(1280, 720)
    window.fields.begin("tags")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    for tag in ("harbour of the north", "quarterly figures", "breakbulk and containers", "cranes"):
        qtbot.keyClicks(line, tag)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.hasFocus()
        qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())
    assert desk.article is not None
    assert len(desk.article.fields.tags) >= 4


def test_leaving_the_line_for_a_tag_gives_the_focus_back(qtbot: QtBot, desk: Desk, window: Workspace) -> None:
    window.facts.setFocus()
    before = QApplication.focusWidget()
    assert before is not None
    desk.window.actions_.trigger("add_tag")
    line = QApplication.focusWidget()
    assert line is not before
    qtbot.keyClicks(line, "cranes")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_the_fields_of_another_article_are_seen_from_the_first(
    qtbot: QtBot, desk: Desk, window: Workspace
) -> None:
    first, second = listing.identifiers(desk.library, "")[:2]
    desk.show_article(first)
    window.frame.resize(1280, 720)
    window.fields.begin("note")
    bar = window.fields.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    desk.show_article(second)
    assert bar.value() > 0  # one works there
    window.list.setFocus()
    desk.show_article(first)
    assert bar.value() == 0


def test_the_fields_give_way_to_the_facts(qtbot: QtBot, window: Workspace) -> None:
    frame = window.frame
    frame.resize(1280, 900)
    qtbot.waitUntil(lambda: window.fields.height() >= 220)
    frame.resize(1280, 720)
    qtbot.waitUntil(lambda: window.fields.height() < 180)
    assert window.facts.height() > 230


def test_a_note_is_as_high_as_its_lines_and_begins_where_other_fields_do(
    qtbot: QtBot, window: Workspace
) -> None:
    window.setStyleSheet(styles.sheet(theme.current(), "", ""))
    note = window.fields.note
    window.fields._form.setEnabled(True)
    window.frame.resize(1440, 1100)
    for lines in (1, 2, 3):
        note.setPlainText("\n".join(["A line"] * lines))
        for begin in (note.setFocus, note.clearFocus):
            begin()
            height = max(theme.FIELD_HEIGHT, lines * note.fontMetrics().lineSpacing() + 8)
            qtbot.waitUntil(lambda height=height: note.height() == height)
            assert note.verticalScrollBar().maximum() == 0


def test_the_fields_take_what_they_need_where_there_is_room(qtbot: QtBot, window: Workspace) -> None:
    window.setStyleSheet(styles.sheet(theme.current(), "", ""))
    window.frame.resize(1440, 1100)
    qtbot.waitUntil(lambda: window.fields.height() == window.fields.whole_height())
    assert window.facts.height() >= OPEN_FACT
    line = window.fields.line("url")
    assert line.visibleRegion().boundingRect() == line.rect()
    window.frame.resize(1440, 900)
    qtbot.waitUntil(lambda: window.fields.height() < window.fields.whole_height())
    assert OPEN_FACT <= window.facts.height() <= OPEN_FACT + theme.FIELD_HEIGHT


def test_no_field_is_cut_in_two_where_there_is_room_for_all(qtbot: QtBot, window: Workspace) -> None:
    window.frame.resize(1440, 1100)
    qtbot.waitUntil(lambda: window.fields.height() == window.fields.whole_height())
    assert window.fields.whole_rows(window.fields.height()) == window.fields.height()


def test_no_field_is_cut_in_two(qtbot: QtBot, window: Workspace) -> None:
    fields = window.fields
    for height in (800, 840, 860, 880, 900, 940):
        window.frame.resize(1440, height)
        qtbot.waitUntil(lambda: fields.height() == fields.whole_rows(fields.height()))
        rows = (fields.height() - fields.head.height()) / theme.FIELD_HEIGHT
        assert rows % 1 < 0.05


def test_fields_keep_to_the_grid_of_lines_whatever_wraps_above_them(
    qtbot: QtBot, window: Workspace, library: Library
) -> None:
    fields = window.fields
    several = ("Kranwerk", "Nordic Cable Company", "Hafenlogistik Nord", "Vestas Wind Systems", "Siemens")
    article = reading.article(library, listing.identifiers(library, "Harbour")[0])
    for companies in ((), several[:1], several[:3], several):
        fields.show_article(replace(article, fields=replace(article.fields, companies=companies)))
        qtbot.waitUntil(lambda: fields.line("author").isVisible())
        fields.window().layout().activate()
        QApplication.processEvents()
        tops = [fields.line(name).mapTo(fields, QPoint()).y() for name in ("title", "source", "author")]
        assert len({top % theme.FIELD_HEIGHT for top in tops}) == 1


def test_a_proposed_importance_moves_no_field(qtbot: QtBot, window: Workspace, library: Library) -> None:
    window.setStyleSheet(styles.sheet(theme.current(), "", ""))
    article = reading.article(library, listing.identifiers(library, "Harbour")[0])
    tops = []
    for importance in (3, None):
        window.fields.show_article(replace(article, fields=replace(article.fields, importance=importance)))
        QApplication.processEvents()
        tops.append(window.fields.line("author").mapTo(window.fields, QPoint()).y())
    assert window.fields.importance_proposal.isVisible()
    assert tops[0] == tops[1]


def test_the_fields_keep_their_height_from_article_to_article(
    qtbot: QtBot, desk: Desk, window: Workspace
) -> None:
    height = window.fields.height()
    for number in listing.identifiers(desk.library, ""):
        desk.show_article(number)
        qtbot.waitUntil(desk.settled)
        assert window.fields.height() == height


def test_the_timeline_gives_way_to_the_open_fact(qtbot: QtBot, window: Workspace) -> None:
    window.frame.resize(1280, 900)
    qtbot.waitUntil(lambda: window.timeline.height() == 208)
    window.frame.resize(1280, 600)
    qtbot.waitUntil(lambda: window.timeline.height() <= 130)
    assert window.facts.height() > 220


def test_the_sidebar_gives_way_in_a_narrow_window_and_comes_back(qtbot: QtBot, window: Workspace) -> None:
    window.frame.resize(900, 700)
    qtbot.waitUntil(lambda: not window.sidebar.isVisible())
    assert window.reader.width() > 300
    window.arrangement.keep()
    assert window.state.value("window/shows-sidebar") in {True, "true"}
    window.frame.resize(1280, 700)
    qtbot.waitUntil(window.sidebar.isVisible)


def test_a_sidebar_asked_for_in_a_narrow_window_stays(qtbot: QtBot, window: Workspace) -> None:
    window.frame.resize(900, 700)
    qtbot.waitUntil(lambda: not window.sidebar.isVisible())
    window.actions_.trigger("sidebar")
    window.frame.resize(960, 700)
    qtbot.wait(50)
    assert window.sidebar.isVisible()
