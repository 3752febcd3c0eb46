"""The sidebar: states, searches, sets and facets, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from curator.domain.articles import State
from curator.ui.desk import Desk
from curator.ui.keyboard.mnemonics import words_of
from curator.ui.panels.sidebar import Sidebar
from curator.ui.widgets.sidebar_rows import Row


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar()
    qtbot.addWidget(made)
    made.resize(208, 700)
    made.show_states({State.INBOX: 12, State.REVIEWED: 3})
    made.show_searches([("Ports", "tag:ports")])
    made.show_sets([("Monday", 2)])
    made.show_facets([(f"Company {n}", 20 - n) for n in range(9)], [("cs", 3), ("zz", 1)], [], [])
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def row(sidebar: Sidebar, text: str) -> Row:
    return next(r for section in sidebar.sections() for r in section.rows() if r.entry.text == text)


def test_states_carry_their_counts_and_all_their_sum(sidebar: Sidebar) -> None:
    counts = {entry.text: entry.count for entry in sidebar.library.entries()}
    assert counts == {"All articles": 15, "Inbox": 12, "In review": 0, "Reviewed": 3}


def test_a_saved_search_takes_the_place_of_the_query(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.query_chosen) as chosen:
        qtbot.mouseClick(row(sidebar, "Ports"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["tag:ports"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_facet_is_chosen_by_key_with_what_is_held(qtbot: QtBot, sidebar: Sidebar, key: Qt.Key) -> None:
    with qtbot.waitSignal(sidebar.facet_chosen) as chosen:
        qtbot.keyClick(row(sidebar, "Czech"), key, Qt.KeyboardModifier.AltModifier)
    assert chosen.args == ["language:cs", Qt.KeyboardModifier.AltModifier]


def test_the_focus_goes_to_the_row_in_force_and_on_by_arrows(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.setFocus()
    assert QApplication.focusWidget() is row(sidebar, "All articles")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row(sidebar, "Inbox")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is row(sidebar, "All articles")
    sidebar.mark_active("set:monday", set())
    sidebar.setFocus()
    assert QApplication.focusWidget() is row(sidebar, "Monday")


def test_what_is_in_force_is_marked(sidebar: Sidebar) -> None:
    sidebar.mark_active("state:inbox", {"language:cs"})
    marked = {r.entry.text for section in sidebar.sections() for r in section.rows() if r.checked}
    assert marked == {"Inbox", "Czech"}


def test_rows_that_stay_keep_the_focus(sidebar: Sidebar) -> None:
    row(sidebar, "Czech").setFocus()
    sidebar.show_facets([("Kranwerk", 1)], [("cs", 2), ("de", 1)], [], [])
    assert QApplication.focusWidget() is row(sidebar, "Czech")


def test_long_lists_are_folded_until_more_is_pressed(sidebar: Sidebar) -> None:
    section = sidebar.companies
    assert len(section.rows()) == 5
    section._more.click()
    assert len(section.rows()) == 9
    section._more.click()
    assert len(section.rows()) == 5


def test_facets_without_values_are_not_shown_and_empty_parts_say_what_to_do(sidebar: Sidebar) -> None:
    assert sidebar.sources.isHidden()
    sidebar.show_searches([])
    assert "Save a search" in sidebar.searches._empty.text()
    assert not sidebar.searches._empty.isHidden()


def test_a_menu_is_asked_for_by_mouse_and_by_keyboard(qtbot: QtBot, sidebar: Sidebar) -> None:
    monday = row(sidebar, "Monday")
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        with qtbot.waitSignal(sidebar.entry_menu_requested) as asked:
            QApplication.sendEvent(monday, QContextMenuEvent(reason, QPoint(5, 5), QPoint(50, 50)))
        assert asked.args[0] == monday.entry
    with qtbot.waitSignal(sidebar.entry_menu_requested):
        qtbot.keyClick(monday, Qt.Key.Key_Delete)


def test_searches_and_sets_are_renamed_and_removed(qtbot: QtBot, desk: Desk, answers) -> None:
    answers.words = "Ports"
    desk.search("tag:ports")
    desk.sets.save_search()
    desk.sets.add_to_set()
    qtbot.waitUntil(desk.settled)
    sidebar = desk.window.sidebar
    answers.words = "Harbours"
    for section in (sidebar.searches, sidebar.sets):
        _carry_out(desk, section.entries()[0], "Rename…")
    qtbot.waitUntil(desk.settled)
    assert [s.entries()[0].text for s in (sidebar.searches, sidebar.sets)] == ["Harbours", "Harbours"]
    _carry_out(desk, sidebar.searches.entries()[0], "Delete the search “Harbours”")
    _carry_out(desk, sidebar.sets.entries()[0], "Take the selected articles out")
    qtbot.waitUntil(desk.settled)
    assert sidebar.searches.entries() == ()
    assert sidebar.sets.entries()[0].count == 0
    _carry_out(desk, sidebar.sets.entries()[0], "Delete the set “Harbours”")
    qtbot.waitUntil(desk.settled)
    assert sidebar.sets.entries() == ()
    desk.undoing.undo()
    qtbot.waitUntil(desk.settled)
    assert sidebar.sets.entries()[0].text == "Harbours"


def _carry_out(desk: Desk, entry, words: str) -> None:
    desk.sets.entry_menu(entry, QPoint(10, 10))
    menu = next(m for m in desk.window.sidebar.findChildren(QMenu) if m.isVisible())
    next(action for action in menu.actions() if words_of(action) == words).trigger()
    menu.close()
