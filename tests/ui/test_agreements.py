"""Who else states a fact: the line in the card, the list of places, and the way there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from curator.domain.corroborations import Corroboration, Place
from curator.domain.facts import Decision, Fact, FactKind
from curator.services import reviewing
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.controllers.agreements import JOB
from curator.ui.desk import Desk
from curator.ui.facts.agreement_line import AgreementLine
from curator.ui.facts.places_popup import PlacesPopup
from curator.ui.workspace import Workspace

ENGLISH = """---
title: Siemens to buy signals from Bosch
date: 2031-03-02
lang: en
---

Siemens will pay Bosch up to $2.2 billion for signals by 2035.

Siemens pays Bosch 300 million euros at once.
"""
GERMAN = """---
title: Siemens kauft Signale von Bosch
date: 2031-03-04
lang: de
---

Siemens will Bosch bis 2035 für Signale bis zu 2,24 Milliarden Dollar zahlen.

Siemens zahlt Bosch sofort 340 Millionen Euro.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two articles in two languages on one thing."""
    for name, text in (("en.md", ENGLISH), ("de.md", GERMAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Library.open(tmp_path / "library.curator") as opened:
        import_paths(opened, [tmp_path / "en.md", tmp_path / "de.md"])
        yield opened


def shown(qtbot: QtBot, desk: Desk, title: str, quote: str) -> AgreementLine:
    """The line of a fact, once the library has answered."""
    rows = desk.window.list.model.rows()
    desk.show_article(next(row.id for row in rows if row.title == title))
    qtbot.waitUntil(lambda: not desk.jobs.running(JOB))
    assert desk.article is not None
    desk.choose_fact(next(fact.id for fact in desk.article.facts if quote in fact.fact.quote))
    return desk.window.facts.card.agreement


def popup(desk: Desk) -> QListWidget:
    found = desk.window.facts.card.findChild(PlacesPopup)
    assert found is not None
    listed = found.findChild(QListWidget)
    assert listed is not None
    return listed


EN, DE = "Siemens to buy signals from Bosch", "Siemens kauft Signale von Bosch"


def test_the_card_says_how_many_articles_and_languages_agree(qtbot: QtBot, desk: Desk) -> None:
    line = shown(qtbot, desk, EN, "2.2 billion")
    assert line.isVisible()
    assert line.words()[0].startswith("2 article")
    assert "agree" in line.words()[0]
    assert line.words()[1] == ""
    assert "English, German" in line.accessibleName()


def test_what_differs_is_said_with_its_value(qtbot: QtBot, desk: Desk) -> None:
    line = shown(qtbot, desk, EN, "300 million")
    assert line.words()[0] == ""
    assert line.words()[1].endswith(": €340 mn")


def test_the_key_lists_the_places_and_enter_goes_there(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, EN, "2.2 billion")
    desk.window.list.setFocus()
    desk.window.actions_.trigger("agreements")
    listed = popup(desk)
    assert listed.count() == 1
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert desk.article is not None
    assert desk.article.fields.title == DE
    fact = desk.fact()
    assert fact is not None
    assert fact.fact.quote == "2,24 Milliarden Dollar"


def test_a_click_on_the_line_lists_the_places(qtbot: QtBot, desk: Desk) -> None:
    line = shown(qtbot, desk, EN, "300 million")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    listed = popup(desk)
    qtbot.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(listed.item(0)).center()
    )
    assert desk.article is not None
    assert desk.article.fields.title == DE


def test_a_fact_rejected_elsewhere_counts_no_more_when_the_article_is_read_again(
    qtbot: QtBot, desk: Desk, library: Library
) -> None:
    shown(qtbot, desk, DE, "2,24")
    assert desk.fact_id is not None
    reviewing.decide(library, [desk.fact_id], Decision.REJECTED)
    line = shown(qtbot, desk, EN, "2.2 billion")
    assert not line.isVisible()


def test_a_decision_has_the_places_read_again(qtbot: QtBot, desk: Desk) -> None:
    line = shown(qtbot, desk, EN, "2.2 billion")
    desk.decisions.decide(Decision.REJECTED)
    rejected = next(fact for fact in desk.article.facts if fact.decision is Decision.REJECTED)  # type: ignore[union-attr]
    desk.choose_fact(rejected.id)
    qtbot.waitUntil(lambda: not line.isVisible())
    desk.undoing.undo()
    desk.choose_fact(rejected.id)
    qtbot.waitUntil(line.isVisible)


def test_an_answer_for_an_article_left_behind_is_dropped(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, EN, "2.2 billion")
    rows = {row.title: row.id for row in desk.window.list.model.rows()}
    desk.show_article(rows[DE])
    desk.show_article(rows[EN])
    desk.show_article(rows[DE])
    qtbot.waitUntil(lambda: not desk.jobs.running(JOB))
    assert desk.article is not None
    desk.choose_fact(next(fact.id for fact in desk.article.facts if "2,24" in fact.fact.quote))
    assert "German, English" in desk.window.facts.card.agreement.accessibleName()


def test_what_one_half_of_a_digest_lacks_is_said(window: Workspace) -> None:
    line = AgreementLine(window)
    line.show_places(Corroboration(1, 1, "zh", lacking="en"))
    assert line.words() == ("", "Not in the English half")


def test_places_of_the_article_itself_are_counted_once_the_library_has_answered(window: Workspace) -> None:
    line = AgreementLine(window)
    fact = Fact(FactKind.MONEY, 0, 3, "5 €")
    again = tuple(Place(1, number, "A title", "de", "5 €", fact) for number in (4, 5))
    line.show_places(Corroboration(1, 3, "de", again))
    assert line.words()[0].startswith("3 place")
    line.show_places(None)
    assert line.words() == ("", "")


def test_places_are_read_out(window: Workspace) -> None:
    fact = Fact(FactKind.MONEY, 0, 3, "5 €")
    found = PlacesPopup([Place(1, 2, "A title", "de", "5 €", fact, agrees=False)], 7, window)
    listed = found.findChild(QListWidget)
    assert listed is not None
    assert listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "A title, 5 €, de, differs"


def test_a_proposed_importance_is_taken_with_a_click(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, EN, "2.2 billion")
    offered = desk.window.fields.importance_proposal
    assert offered.isVisible()
    assert "proposed: $2.2 bn" in offered.text()
    qtbot.mouseClick(offered, Qt.MouseButton.LeftButton)
    assert desk.article is not None
    assert desk.article.fields.importance == int(offered.text()[0])
    assert not offered.isVisible()
    desk.undoing.undo()
    assert desk.article.fields.importance is None
    assert offered.isVisible()
