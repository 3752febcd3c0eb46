"""The overview: what sums up the library follows each change."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from curator.ui.desk import Desk


def test_a_change_is_counted_anew(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk._overview.shown):
        desk.edits.set_field("category", "works")
    qtbot.waitUntil(desk.settled)
