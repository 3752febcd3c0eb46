"""Tab goes through the window as it is read, and leaps over nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.changes import Subject
from curator.services import sets
from curator.ui.desk import Desk
from curator.ui.keyboard.tab_order import stops


def way(qtbot: QtBot, desk: Desk, modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """Where Tab leads from the menu, until it is there again."""
    first = desk.window.top_bar.menu_button
    first.setFocus()
    found: list[QWidget] = []
    while len(found) < 200:
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab, modifier)
        if QApplication.focusWidget() is first:
            break
    return found


def names(widgets: list[QWidget], inside: QWidget) -> list[str]:
    found = [each for each in widgets if inside.isAncestorOf(each)]
    return [
        each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "") for each in found
    ]


def test_tab_stops_at_the_heads_of_the_panes_before_what_is_in_them(qtbot: QtBot, desk: Desk) -> None:
    window, found = desk.window, way(qtbot, desk, Qt.KeyboardModifier.NoModifier)
    assert names(found, window.list) == ["Order", "Articles"]
    reader = names(found, window.reader)
    assert reader[-3:] == ["Find in this article", "More", "Article text"]
    facts = names(found, window.facts)
    assert facts[:2] == ["Which facts to show", "Facts"]
    assert facts[-4:] == ["Accept", "Reject", "Skip", "Edit"]
    bar = names(found, window.top_bar)
    assert bar[0] == "Menu"
    assert bar[-1] == "More"
    assert bar.index("Search") < bar.index("Sidebar")


def test_tab_goes_pane_by_pane_and_comes_to_everything(qtbot: QtBot, desk: Desk) -> None:
    window, found = desk.window, way(qtbot, desk, Qt.KeyboardModifier.NoModifier)
    panes = (
        window.top_bar,
        window.sidebar,
        window.list,
        window.reader,
        window.fields,
        window.facts,
        window.timeline,
    )
    places = [[i for i, each in enumerate(found) if pane.isAncestorOf(each)] for pane in panes]
    assert all(places)
    assert [place for held in places for place in held] == sorted(place for held in places for place in held)
    wanted = [
        each
        for each in window.frame.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.isVisible()
        and each.isEnabled()
    ]
    assert [each.accessibleName() for each in wanted if each not in found] == []


def test_shift_and_tab_goes_the_same_way_back(qtbot: QtBot, desk: Desk) -> None:
    there = way(qtbot, desk, Qt.KeyboardModifier.NoModifier)
    back = way(qtbot, desk, Qt.KeyboardModifier.ShiftModifier)
    assert back[1:] == there[:0:-1]


def test_everything_that_tab_comes_to_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    found = way(qtbot, desk, Qt.KeyboardModifier.NoModifier)
    unnamed = [
        each
        for each in found
        if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text())
    ]
    assert unnamed == []


def test_what_a_key_leads_to_is_scrolled_into_view(qtbot: QtBot, desk: Desk) -> None:
    fields = desk.window.fields
    fields.line("url").setFocus()
    qtbot.waitUntil(lambda: not fields.line("url").visibleRegion().isEmpty())
    fields.setFocus()
    assert not fields.line("title").visibleRegion().isEmpty()


def test_enter_presses_a_button_of_an_icon_as_space_does(qtbot: QtBot, desk: Desk) -> None:
    reader = desk.window.reader
    reader.head.search.setFocus()
    qtbot.keyClick(reader.head.search, Qt.Key.Key_Return)
    assert reader.find_bar.field.hasFocus()
    close = stops(reader.find_bar)[-1]
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert not reader.find_bar.isVisible()
    assert reader.view.hasFocus()


def test_the_focus_stays_in_the_sidebar_when_its_row_goes(qtbot: QtBot, desk: Desk) -> None:
    sidebar = desk.window.sidebar
    sets.save_search(desk.library, "Ports", "tag:ports")
    desk.announce([Subject.SEARCH], [])
    qtbot.waitUntil(lambda: desk.settled() and bool(sidebar.searches.rows()))
    sidebar.searches.rows()[0].setFocus()
    sets.delete_search(desk.library, "Ports")
    desk.announce([Subject.SEARCH], [])
    qtbot.waitUntil(lambda: desk.settled() and not sidebar.searches.rows())
    assert sidebar.isAncestorOf(desk.window.focusWidget())
