"""The overview: what sums up the library follows each change."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from curator.domain.listings import Column, Order
from curator.ui.desk import Desk


def test_a_change_is_counted_anew(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk._overview.shown):
        desk.edits.set_field("category", "works")
    qtbot.waitUntil(desk.settled)


def test_the_same_articles_in_another_order_are_not_counted_anew(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(desk.settled)
    marks = desk.window.timeline._marks
    desk.sort(Order(Column.TITLE, descending=False))
    assert desk.settled()
    assert desk.window.timeline._marks is marks
    desk.search("language:en")
    assert not desk.settled()
    desk.sort(Order(Column.SOURCE, descending=False))
    assert not desk.settled()  # what was searched for is still to be counted
    qtbot.waitUntil(desk.settled)
    assert desk._overview.counts[0] == desk.window.list.model.rowCount()
    desk.search(desk.query)  # as after an import
    assert not desk.settled()
    qtbot.waitUntil(desk.settled)
