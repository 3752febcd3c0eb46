"""The menu of a fact, and the key that puts a decided fact back to decide."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from curator.domain.articles import StoredFact
from curator.domain.facts import Decision
from curator.services import editing
from curator.ui.desk import Desk
from curator.ui.facts.menu import fact_menu
from curator.ui.keyboard.mnemonics import words_of
from curator.ui.look import formatting


def current(desk: Desk) -> StoredFact:
    fact = desk.fact()
    assert fact is not None
    return fact


def menu_of(desk: Desk) -> QMenu:
    return fact_menu(current(desk), desk.window.actions_, desk.reveal, desk.window.facts)


def trigger(menu: QMenu, beginning: str) -> None:
    next(action for action in menu.actions() if words_of(action).startswith(beginning)).trigger()


def open_words(menu: QMenu) -> list[str]:
    return [words_of(action).partition("\t")[0] for action in menu.actions() if action.isEnabled()]


def test_a_decided_fact_is_put_back_to_decide_with_its_key(qtbot: QtBot, desk: Desk) -> None:
    first = current(desk).id
    desk.decisions.decide(Decision.REJECTED)
    desk.choose_fact(first)
    qtbot.keyClick(desk.window.facts._list, Qt.Key.Key_U)
    assert current(desk).id == first
    assert current(desk).decision is Decision.PROPOSED
    assert editing.undoable(desk.library)[0] == "Reopen fact"
    desk.undoing.undo()
    assert current(desk).decision is Decision.REJECTED


def test_nothing_is_journalled_where_a_fact_is_to_decide_already(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClick(desk.window.facts._list, Qt.Key.Key_U)
    assert editing.undoable(desk.library)[0] is None


def test_the_menu_offers_what_would_change_something(desk: Desk) -> None:
    first = current(desk).id
    offered = open_words(menu_of(desk))
    assert offered[:4] == ["Accept", "Reject", "Skip", "Edit the value"]
    assert "Put back to decide" not in offered
    desk.decisions.decide(Decision.ACCEPTED)
    desk.choose_fact(first)
    offered = open_words(menu_of(desk))
    assert "Accept" not in offered
    assert "Put back to decide" in offered


@pytest.mark.parametrize(
    ("entry", "decision"),
    [("Accept", Decision.ACCEPTED), ("Reject", Decision.REJECTED), ("Skip", Decision.SKIPPED)],
)
def test_the_menu_decides_as_the_keys_do(desk: Desk, entry: str, decision: Decision) -> None:
    first = current(desk).id
    trigger(menu_of(desk), entry)
    assert current(desk).id != first
    desk.choose_fact(first)
    assert current(desk).decision is decision


def test_the_menu_puts_back_and_edits(desk: Desk) -> None:
    first = current(desk).id
    desk.decisions.decide(Decision.ACCEPTED)
    desk.choose_fact(first)
    trigger(menu_of(desk), "Put back")
    assert current(desk).decision is Decision.PROPOSED
    trigger(menu_of(desk), "Edit")
    assert desk.window.facts.card._value.line.isVisible()


def test_the_menu_shows_the_words_and_copies_them(desk: Desk) -> None:
    fact = current(desk).fact
    trigger(menu_of(desk), "Show in the text")
    assert desk.window.reader.isAncestorOf(QApplication.focusWidget())
    trigger(menu_of(desk), "Copy value")
    assert QGuiApplication.clipboard().text() == formatting.whole(fact)
    trigger(menu_of(desk), "Copy quote")
    assert QGuiApplication.clipboard().text() == fact.quote


def test_a_right_click_chooses_the_fact_that_its_menu_is_for(qtbot: QtBot, desk: Desk) -> None:
    listed = desk.window.facts._list
    last = desk.window.facts.visible_facts()[-1]
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum())
    place = QPoint(40, listed._top(len(listed._facts) - 1) - listed.verticalScrollBar().value() + 8)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, listed.viewport().mapToGlobal(place))
    QApplication.sendEvent(listed.viewport(), event)
    assert desk.fact_id == last.id
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    shown.close()


def test_the_menu_key_asks_for_the_current_fact(qtbot: QtBot, desk: Desk) -> None:
    listed, before = desk.window.facts._list, desk.fact_id
    with qtbot.waitSignal(desk.window.facts.menu_requested):
        QApplication.sendEvent(
            listed, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        )
    assert desk.fact_id == before
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    shown.close()


def test_a_menu_that_its_window_took_along_is_not_deleted_again(qtbot: QtBot, desk: Desk) -> None:
    menu = menu_of(desk)
    menu.aboutToHide.emit()
    shiboken6.delete(menu)
    with qtbot.captureExceptions() as raised:
        QApplication.processEvents()
    assert not raised
