"""The fields of one article and of several; an edit goes to the article it was made for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.articles import Fields
from curator.domain.facts import FactKind
from curator.services import listing, reading
from curator.services.library import Library
from curator.ui.desk import Desk
from curator.ui.panels.field_values import common, written
from curator.ui.panels.fields import FieldsPanel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot: QtBot) -> FieldsPanel:
    made = FieldsPanel()
    qtbot.addWidget(made)
    made.resize(328, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_what_several_articles_share_is_shown_and_the_rest_counted(panel: FieldsPanel) -> None:
    one = Fields(title="A", source="Listy", importance=3, tags=("ports",), companies=("Kranwerk",))
    panel.show_several([one, replace(one, title="B", importance=4, tags=()), replace(one, note="x")])
    assert panel.line("source").text() == "Listy"
    assert panel.line("title").text() == ""
    assert panel.line("title").placeholderText() == "different in 3"
    assert panel._importance_words.text() == "different in 3"
    assert panel._chips["companies"].names() == ["Kranwerk"]
    assert panel._chips["tags"]._remark.text() == "different in 3"
    assert panel.note.placeholderText() == "different in 3"
    assert not panel._chips[FactKind.MONEY].isEnabled()


def test_articles_that_agree_differ_in_nothing() -> None:
    shown = common([Fields(title="A"), Fields(title="A", slug="other")])
    assert shown.different == frozenset()


def test_what_is_missing_is_named_where_it_would_stand(panel: FieldsPanel) -> None:
    panel.show_several([Fields()])
    assert panel.line("published").placeholderText() == "No date"
    assert panel.line("published").property("role") == "warn"


def test_unknown_keys_of_the_front_matter_are_there_to_read(panel: FieldsPanel, library: Library) -> None:
    ids = listing.identifiers(library, "company:kranwerk")
    article = reading.article(library, ids[0])
    panel.show_article(replace(article, unknown={"layout": "post", "nested": {"a": [1, 2]}}))
    panel.unknown_keys.toggle.click()
    assert panel.unknown_keys.values.isVisible()
    assert panel.unknown_keys.rows.rowCount() == 2
    assert written({"a": [1, "ě"]}) == '{"a": [1, "ě"]}'


def test_without_an_article_nothing_can_be_typed(panel: FieldsPanel) -> None:
    panel.show_nothing()
    assert not panel.line("title").isEnabled()


def test_enter_in_a_field_gives_the_keys_back_to_the_window(
    qtbot: QtBot, desk: Desk, library: Library
) -> None:
    line = desk.window.fields.line("source")
    line.setFocus()
    line.setText("Harbour News")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.article is not None
    assert reading.article(library, desk.article.id).fields.source == "Harbour News"
    assert desk.window.list.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("field", ["source", "note"])
def test_what_is_being_typed_is_saved_for_its_own_article(
    qtbot: QtBot, desk: Desk, library: Library, field: str
) -> None:
    assert desk.article is not None
    first = desk.article.id
    fields = desk.window.fields
    editor = fields.note if field == "note" else fields.line(field)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(editor, "Half a thought")
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    second = desk.article.id
    assert second != first
    desk.window.list.setFocus()
    assert getattr(reading.article(library, first).fields, field) == "Half a thought"
    assert getattr(reading.article(library, second).fields, field) != "Half a thought"


def test_closing_the_window_loses_nothing_that_was_typed(qtbot: QtBot, desk: Desk) -> None:
    assert desk.article is not None
    number, path = desk.article.id, desk.library.path
    note = desk.window.fields.note
    note.setFocus()
    qtbot.keyClicks(note, "Ask the port")
    desk.window.frame.close()
    with Library.open(path) as again:
        assert reading.article(again, number).fields.note == "Ask the port"


def test_a_bare_digit_sets_one_article_only(qtbot: QtBot, desk: Desk, library: Library) -> None:
    qtbot.keyClick(desk.window.list._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.window.list.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    rows = listing.page(library, "", listing.Order()).rows
    assert sum(row.importance == 5 for row in rows) == 1


def test_taking_an_amount_away_leaves_one_that_ends_alike(desk: Desk, library: Library) -> None:
    assert desk.article is not None
    desk.decisions.add_value(FactKind.MONEY, "3 million USD")
    desk.decisions.add_value(FactKind.MONEY, "13 million USD")
    shown = desk.window.fields._chips[FactKind.MONEY]
    assert len(shown.names()) == 2
    desk.decisions.remove_value(FactKind.MONEY, next(name for name in shown.names() if name.startswith("13")))
    assert [name[0] for name in shown.names()] == ["3"]


def test_backspace_takes_no_edit_back_that_is_no_decision(qtbot: QtBot, desk: Desk, library: Library) -> None:
    assert desk.article is not None
    number = desk.article.id
    desk.edits.set_field("category", "infrastructure")
    desk.window.list.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert reading.article(library, number).fields.category == "infrastructure"
    assert "Ctrl+Z" in desk.window.status.words._whole


def test_the_card_shows_the_keys_there_are_now(desk: Desk) -> None:
    desk.window.actions_.set_keys("accept", ("Y",))
    assert "Y" in desk.window.facts.card._buttons["accept"].toolTip()


def test_undo_says_what_it_would_take_back(desk: Desk) -> None:
    undo = desk.window.actions_["undo"]
    assert not undo.isEnabled()
    assert "Nothing to undo" in undo.toolTip()
    desk.edits.set_field("category", "infrastructure")
    assert undo.isEnabled()
    assert "Undo: " in undo.toolTip()
