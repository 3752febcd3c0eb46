"""The last decisions: listed newest first, shown in their article, changed on the spot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.domain.facts import Decision
from curator.services import reading
from curator.ui.desk import Desk
from curator.ui.windows.decisions_window import DecisionsWindow


@pytest.fixture
def last(qtbot: QtBot, desk: Desk) -> DecisionsWindow:
    """The window after one fact was accepted and the next one rejected."""
    desk.decisions.decide(Decision.ACCEPTED)
    desk.decisions.decide(Decision.REJECTED)
    made = DecisionsWindow(desk.library)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.applied.connect(desk.decisions._changing.announce)
    made.fact_chosen.connect(desk.decisions._show_fact)
    return made


def listed(window: DecisionsWindow) -> list[str]:
    items = (window._list.topLevelItem(row) for row in range(window._list.topLevelItemCount()))
    return [item.text(0) for item in items if item]


def test_the_newest_decision_stands_first(last: DecisionsWindow) -> None:
    assert listed(last) == ["rejected", "accepted"]
    assert not last._reject.isEnabled()


def test_a_decision_is_changed_where_it_is_listed(qtbot: QtBot, last: DecisionsWindow, desk: Desk) -> None:
    chosen = last.decided()
    assert chosen is not None
    qtbot.keyClick(last._list, Qt.Key.Key_A)
    assert listed(last) == ["accepted", "accepted"]
    assert desk.article is not None
    stored = reading.article(desk.library, desk.article.id)
    assert next(f for f in stored.facts if f.id == chosen.fact.id).decision is Decision.ACCEPTED
    desk.undoing.undo()
    last.read()
    assert listed(last) == ["rejected", "accepted"]


def test_enter_shows_the_fact_in_its_article(qtbot: QtBot, last: DecisionsWindow, desk: Desk) -> None:
    chosen = last.decided()
    assert chosen is not None
    desk.walking.step_article(1)
    qtbot.keyClick(last._list, Qt.Key.Key_Return)
    assert (desk.article.id if desk.article else None, desk.fact_id) == (
        chosen.fact.article_id,
        chosen.fact.id,
    )
    assert not last.isVisible()


def test_what_was_taken_back_is_no_decision(last: DecisionsWindow, desk: Desk) -> None:
    desk.undoing.undo()
    last.read()
    assert listed(last) == ["accepted"]


def test_before_any_decision_it_says_how_to_make_one(qtbot: QtBot, desk: Desk) -> None:
    window = DecisionsWindow(desk.library)
    qtbot.addWidget(window)
    assert listed(window) == []
    assert "Accept or reject" in window._about.text()
    assert not window._see.isEnabled()
