"""Screen readers: the rows of what paints itself are told one by one, and each step is."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.domain.damaged_words import DamagedPlace
from curator.domain.facts import Decision
from curator.ui.desk import Desk
from curator.ui.look.screen_readers import announce
from curator.ui.repairs.places import RepairPlaces

NAME = QAccessible.Text.Name


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QAccessibleEvent]]:
    """What a screen reader is told from now on."""
    events: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(False)


def _of(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def _focused(events: list[QAccessibleEvent]) -> list[int]:
    return [event.child() for event in events if event.type() is QAccessible.Event.Focus]


def _announced(events: list[QAccessibleEvent]) -> list[str]:
    return [event.message() for event in events if isinstance(event, QAccessibleAnnouncementEvent)]


def _place(number: int) -> DamagedPlace:
    return DamagedPlace(
        number, 1, "Jeřáby", "Přístav", "", "Nový ", "jeřáb", f" číslo\n{number}.", Decision.PROPOSED
    )


@pytest.fixture
def pane(qtbot: QtBot) -> QWidget:
    pane = QWidget()
    qtbot.addWidget(pane)
    return pane


@pytest.fixture
def places(qtbot: QtBot, pane: QWidget) -> RepairPlaces:
    made = RepairPlaces(pane)
    made.setFixedWidth(400)
    made.show_places([_place(number) for number in range(3)])
    with qtbot.waitExposed(pane):
        pane.show()
    return made


def test_an_articles_facts_are_a_list_of_what_each_says(desk: Desk) -> None:
    shown = desk.window.facts.visible_facts()
    facts = _of(desk.window.facts._list)
    assert facts.role() is QAccessible.Role.List
    rows = [facts.child(place) for place in range(len(shown))]
    assert {row.role() for row in rows} == {QAccessible.Role.ListItem}
    for place, (row, stored) in enumerate(zip(rows, shown, strict=True)):
        words = row.text(NAME)
        assert words.startswith(f"Fact {place + 1} of {len(shown)}: ")
        assert " ".join(stored.fact.quote.split()) in words
        assert "sure, to decide" in words
        assert facts.indexOfChild(row) == place
        assert row.parent().object() is desk.window.facts._list
    assert [bool(row.state().selected) for row in rows] == [fact.id == desk.fact_id for fact in shown]


def test_the_widgets_of_the_list_come_after_its_rows(desk: Desk) -> None:
    facts = _of(desk.window.facts._list)
    count = len(desk.window.facts.visible_facts())
    assert facts.childCount() > count
    viewport = _of(desk.window.facts._list.viewport())
    assert facts.indexOfChild(viewport) >= count
    assert facts.child(facts.indexOfChild(viewport)).object() is viewport.object()


def test_a_decision_is_told_of_the_row_that_was_decided(desk: Desk) -> None:
    row = _of(desk.window.facts._list).child(0)
    desk.choose_fact(desk.window.facts.visible_facts()[0].id)
    desk.decisions.decide(Decision.REJECTED)
    assert "sure, rejected" in row.text(NAME)
    desk.undoing.undo()
    assert "sure, to decide" in row.text(NAME)


def test_each_step_in_the_list_gives_the_focus_to_its_row(
    qtbot: QtBot, desk: Desk, told: list[QAccessibleEvent]
) -> None:
    pane = desk.window.facts._list
    desk.window.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    desk.choose_fact(desk.window.facts.visible_facts()[0].id)
    told.clear()
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert _focused(told) == [1, 2]
    assert _of(pane).focusChild().text(NAME).startswith("Fact 3 of ")


def test_a_step_made_from_another_pane_is_said(
    qtbot: QtBot, desk: Desk, told: list[QAccessibleEvent]
) -> None:
    desk.window.activateWindow()
    desk.window.reader.setFocus()
    qtbot.waitUntil(lambda: not desk.window.facts._list.hasFocus())
    desk.choose_fact(desk.window.facts.visible_facts()[0].id)
    told.clear()
    desk.choose_fact(desk.window.facts.visible_facts()[1].id)
    said = _announced(told)
    assert len(said) == 1
    assert said[0].startswith("Fact 2 of ")


def test_nothing_is_said_while_nothing_listens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[QAccessibleEvent] = []
    QAccessible.setActive(False)
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    desk.choose_fact(desk.window.facts.visible_facts()[1].id)
    announce(desk.window, "Nobody hears this")
    assert not _announced(events)
    assert not _focused(events)


def test_the_row_under_a_place_of_the_screen_is_found(desk: Desk) -> None:
    pane = desk.window.facts._list
    desk.choose_fact(desk.window.facts.visible_facts()[0].id)
    facts = _of(pane)
    at = facts.child(1).rect().center()
    assert facts.childAt(at.x(), at.y()).text(NAME) == facts.child(1).text(NAME)
    on_card = facts.child(0).rect().center()
    assert facts.childAt(on_card.x(), on_card.y()).role() is not QAccessible.Role.ListItem


def test_a_row_that_is_not_there_any_more_is_told_as_gone(desk: Desk) -> None:
    pane = desk.window.facts._list
    row = _of(pane).child(1)
    assert row.isValid()
    pane.show_facts(desk.window.facts.visible_facts()[:1], None)
    assert not row.isValid()
    assert row.text(NAME) == ""


def test_the_places_of_a_damaged_word_are_rows_with_a_box(places: RepairPlaces) -> None:
    rows = [_of(places).child(number) for number in range(3)]
    assert rows[2].text(NAME) == "jeřáb: Nový jeřáb číslo 2., Přístav"
    assert all(row.state().checkable and row.state().checked for row in rows)
    places.ticked.remove(1)
    assert [bool(row.state().checked) for row in rows] == [True, False, True]


def test_ticking_a_place_and_stepping_on_are_told(
    qtbot: QtBot, places: RepairPlaces, told: list[QAccessibleEvent]
) -> None:
    qtbot.keyClick(places, Qt.Key.Key_Down)
    assert _focused(told) == [1]
    qtbot.keyClick(places, Qt.Key.Key_Space)
    changes = [event for event in told if event.type() is QAccessible.Event.StateChanged]
    assert len(changes) == 1
    assert not _of(places).child(1).state().checked


def _walked(thing: QAccessibleInterface) -> list[str]:
    """The names of all that a screen reader comes by, each child known by its parent."""
    found = [thing.text(NAME)]
    for place in range(thing.childCount()):
        child = thing.child(place)
        if child is not None and child.isValid():
            child.state()
            child.rect()
            assert thing.indexOfChild(child) == place
            found += _walked(child)
    return found


@pytest.mark.usefixtures("told")
def test_a_screen_reader_can_walk_the_whole_window(desk: Desk) -> None:
    for article in desk.window.list.model.rows():
        desk.show_article(article.id)
        names = _walked(_of(desk.window.frame))
        facts = desk.window.facts.visible_facts()
        assert sum(re.match(r"Fact \d+ of \d+: ", name) is not None for name in names) == len(facts)


def test_rows_outlive_the_collector_and_end_with_their_widget(qtbot: QtBot, pane: QWidget) -> None:
    for _ in range(20):
        places = RepairPlaces(pane)
        places.show_places([_place(number) for number in range(3)])
        rows = [_of(places).child(number) for number in range(3)]
        gc.collect(0)
        assert [row.role() for row in rows] == [QAccessible.Role.ListItem] * 3
        del rows
        gc.collect(0)
        assert _of(places).child(2).text(NAME).endswith("číslo 2., Přístav")
        with qtbot.waitSignal(places.destroyed):
            places.deleteLater()


def test_the_program_can_end_while_rows_are_listened_to() -> None:
    script = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from curator.domain.damaged_words import DamagedPlace
from curator.domain.facts import Decision
from curator.ui.repairs.places import RepairPlaces
application = QApplication([])
QAccessible.setActive(True)
places = RepairPlaces(None)
places.show_places([DamagedPlace(n, 1, "", "", "", "a ", "b", " c", Decision.PROPOSED) for n in range(3)])
places.show()
kept = [QAccessible.queryAccessibleInterface(places).child(n) for n in range(3)]
application.processEvents()
print([row.text(QAccessible.Text.Name) for row in kept])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, str(["b: a b c"] * 3)), done.stderr
