"""The desk end to end: choose, decide, edit, undo, search, sort, import, in a real window."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.articles import State
from curator.domain.facts import Decision, FactKind, Verdict
from curator.domain.listings import Column, Order
from curator.domain.spans import Span
from curator.paths import resource
from curator.services import editing, listing, reading
from curator.services.backing_up import backup
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.desk import Desk
from curator.ui.look.translations import Translation
from curator.ui.reader.marks import Look
from curator.ui.widgets.chips import Chip
from curator.ui.workspace import Workspace


def article_titled(desk: Desk, words: str) -> int:
    rows = listing.page(desk.library, "", Order()).rows
    return next(row.id for row in rows if words in row.title)


def press(
    qtbot: QtBot, desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or desk.window, key, modifier)


def test_the_newest_article_is_shown_in_every_pane(desk: Desk) -> None:
    assert desk.article is not None
    assert desk.article.fields.title == "Harbour cranes for 40 million euros"
    assert desk.window.reader.article is desk.article
    assert desk.window.list.selected() == [desk.article.id]
    assert desk.window.facts.visible_facts()


def test_accepting_moves_on_to_the_next_open_fact(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    first = desk.fact_id
    press(qtbot, desk, Qt.Key.Key_A)
    assert desk.article is not None
    decided = next(fact for fact in desk.article.facts if fact.id == first)
    assert decided.decision is Decision.ACCEPTED
    assert desk.fact_id != first


def test_a_decision_is_in_the_library_at_once(qtbot: QtBot, desk: Desk, library: Library) -> None:
    desk.window.list.setFocus()
    first = desk.fact_id
    press(qtbot, desk, Qt.Key.Key_X)
    assert desk.article is not None
    stored = reading.article(library, desk.article.id)
    assert next(f for f in stored.facts if f.id == first).decision is Decision.REJECTED


def test_a_decision_reads_its_own_fact_and_leaves_the_others_as_they_were(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    before = desk.article
    assert before is not None
    press(qtbot, desk, Qt.Key.Key_A)
    assert desk.article is not None
    assert desk.article == reading.article(desk.library, before.id)
    kept = [new is old for old, new in zip(before.facts, desk.article.facts, strict=True)]
    assert kept.count(False) == 1


def test_words_are_drawn_as_they_were_decided(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    fact = desk.fact()
    assert fact is not None
    assert fact.evidence is not None
    press(qtbot, desk, Qt.Key.Key_X)
    span = Span(fact.evidence.start, fact.evidence.end)
    looks = [mark.look for mark in desk.window.reader.view.marks().over(span) if mark.fact]
    assert looks == [Look.REJECTED]


def test_keys_and_menu_go_through_the_same_text_sizes(desk: Desk) -> None:
    actions, reader = desk.window.actions_, desk.window.reader
    for wanted in (1.1, 1.25, 1.5):
        actions.trigger("larger")
        assert reader.text_scale == wanted
    reader.scale_by(-1)
    actions.trigger("smaller")
    assert reader.text_scale == 1.1


def test_a_value_typed_counts_from_the_month_that_the_article_names(desk: Desk) -> None:
    desk.edits.set_field("published", "2031-05")
    desk.decisions.add_value(FactKind.DATE, "next year")
    assert desk.article is not None
    found = [fact.fact for fact in desk.article.facts if fact.origin == "editor"]
    assert [(str(fact.low), str(fact.high)) for fact in found] == [("2032-01-01", "2032-12-31")]


def test_quit_stands_once_in_the_menu(desk: Desk) -> None:
    menu = desk.window.top_bar.menu_button.menu()
    menu.aboutToShow.emit()
    menus = [menu, *filter(None, (action.menu() for action in menu.actions()))]
    named = [action for each in menus for action in each.actions() if action is desk.window.actions_["quit"]]
    assert len(named) == 1


def test_skipped_facts_come_back_at_the_end(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    first = desk.fact_id
    press(qtbot, desk, Qt.Key.Key_Space)
    for _ in range(len(desk.window.facts.visible_facts()) - 1):
        press(qtbot, desk, Qt.Key.Key_A)
    assert desk.fact_id == first


def test_a_fact_put_off_last_of_all_is_said_to_be_left(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    many = len(desk.window.facts.visible_facts())
    for _ in range(many):
        press(qtbot, desk, Qt.Key.Key_A)
    assert desk.window.status.words._whole.startswith("All facts decided")
    press(qtbot, desk, Qt.Key.Key_Space)
    assert desk.window.status.words._whole.startswith("1 fact")


def test_backspace_takes_the_last_decision_back(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    first = desk.fact_id
    press(qtbot, desk, Qt.Key.Key_A)
    press(qtbot, desk, Qt.Key.Key_Backspace)
    assert desk.fact_id == first
    fact = desk.fact()
    assert fact is not None
    assert fact.decision is Decision.PROPOSED


def test_a_verdict_is_given_and_taken_away_with_the_same_key(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    press(qtbot, desk, Qt.Key.Key_D)
    assert desk.fact() is not None
    assert desk.fact().verdict is Verdict.DOUBTFUL  # type: ignore[union-attr]
    press(qtbot, desk, Qt.Key.Key_D)
    assert desk.fact().verdict is Verdict.UNCHECKED  # type: ignore[union-attr]


def test_enter_in_the_value_of_a_fact_keeps_the_focus_where_it_belongs(qtbot: QtBot, desk: Desk) -> None:
    facts = desk.window.facts
    facts.setFocus()
    press(qtbot, desk, Qt.Key.Key_E)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("gibberish")
    press(qtbot, desk, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is line  # to be mended there
    line.setText("41 million EUR")
    press(qtbot, desk, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is facts.focusProxy()


def test_typing_another_value_edits_the_fact(qtbot: QtBot, desk: Desk) -> None:
    assert desk.article is not None
    money = next(fact for fact in desk.article.facts if fact.fact.kind is FactKind.MONEY)
    desk.choose_fact(money.id)
    desk.window.list.setFocus()
    press(qtbot, desk, Qt.Key.Key_E)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("45 million EUR")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    edited = next(fact for fact in desk.article.facts if fact.id == money.id)
    assert edited.fact.value == 45_000_000
    assert edited.decision is Decision.EDITED


def test_a_value_that_is_not_understood_is_refused_beside_the_line(qtbot: QtBot, desk: Desk) -> None:
    assert desk.article is not None
    money = next(fact for fact in desk.article.facts if fact.fact.kind is FactKind.MONEY)
    desk.choose_fact(money.id)
    desk.decisions.retype("a lot of it")
    assert desk.window.facts.card.findChild(QLineEdit) is not None
    assert next(f for f in desk.article.facts if f.id == money.id).fact == money.fact


def test_a_card_that_grows_while_it_is_typed_into_stays_in_sight(qtbot: QtBot, desk: Desk) -> None:
    assert desk.article is not None
    facts = desk.window.facts
    desk.choose_fact(desk.article.facts[-1].id)
    desk.window.actions_.trigger("edit")
    line = facts.card.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    bar, place = facts._list.verticalScrollBar(), facts._list.viewport()
    bar.setValue(bar.maximum())
    before = facts.card.height()
    facts.card.show_problem("This is not understood as a quantity. " * 4)
    assert before < facts.card.height() < place.height()
    assert facts.card.geometry().bottom() <= place.rect().bottom()


def test_importance_is_set_by_its_digit_and_undone(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    press(qtbot, desk, Qt.Key.Key_5)
    assert desk.article is not None
    assert desk.article.fields.importance == 5
    press(qtbot, desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.article.fields.importance == 3
    press(qtbot, desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desk.article.fields.importance == 5


def test_bare_keys_type_into_a_field_instead_of_deciding(qtbot: QtBot, desk: Desk) -> None:
    line = desk.window.fields.findChildren(QLineEdit)[0]
    line.setFocus()
    qtbot.keyClicks(line, "ax1")
    assert "ax1" in line.text()
    assert desk.article is not None
    assert all(fact.decision is Decision.PROPOSED for fact in desk.article.facts)


def test_a_field_is_saved_when_it_is_left(qtbot: QtBot, desk: Desk, library: Library) -> None:
    line = desk.window.fields.line("source")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Harbour News")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert desk.article is not None
    assert reading.article(library, desk.article.id).fields.source == "Harbour News"


def test_escape_leaves_a_field_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    line = desk.window.fields.line("source")
    line.setFocus()
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert desk.article is not None
    assert desk.article.fields.source == "Port Courier"


def test_a_date_that_is_none_is_refused_and_the_old_one_stays(desk: Desk) -> None:
    desk.edits.set_field("published", "2026-02-30")
    assert desk.article is not None
    assert desk.article.fields.published == "2026-03-02T08:00:00Z"
    assert desk.window.fields.line("published").property("bad")


def test_companies_and_tags_are_added_and_taken_away(desk: Desk) -> None:
    desk.edits.add("companies", "Siemens")
    desk.edits.remove("tags", "ports")
    assert desk.article is not None
    assert desk.article.fields.companies == ("Kranwerk", "Siemens")
    assert desk.article.fields.tags == ()


def test_an_amount_can_be_added_by_typing_it(desk: Desk) -> None:
    desk.decisions.add_value(FactKind.MONEY, "3 million USD")
    assert desk.article is not None
    added = [fact for fact in desk.article.facts if fact.origin == "editor"]
    assert [(fact.fact.value, fact.fact.unit) for fact in added] == [(3_000_000, "USD")]


def test_a_search_narrows_the_list_and_a_bad_one_keeps_it(qtbot: QtBot, desk: Desk) -> None:
    desk.search("company:kranwerk")
    assert desk.window.list.model.rowCount() == 1
    desk.search("colour:red")
    assert desk.window.list.model.rowCount() == 1
    assert "colour" in desk.window.banner.text()
    desk.search("")
    assert desk.window.list.model.rowCount() == 3
    assert desk.window.banner.isHidden()


def test_a_facet_writes_the_query_and_takes_it_back(desk: Desk) -> None:
    desk.window.sidebar.facet_chosen.emit("language:cs", Qt.KeyboardModifier.NoModifier)
    assert desk.window.top_bar.search.query() == "language:cs"
    assert desk.window.list.model.rowCount() == 1
    desk.window.sidebar.facet_chosen.emit("language:cs", Qt.KeyboardModifier.NoModifier)
    assert desk.window.top_bar.search.query() == ""


@pytest.mark.parametrize("column", list(Column))
@pytest.mark.parametrize("descending", [True, False])
def test_the_list_sorts_by_any_column(desk: Desk, column: Column, *, descending: bool) -> None:
    desk.sort(Order(column, descending))
    assert desk.window.list.model.rowCount() == 3


def test_reviewed_goes_on_to_the_next_article(qtbot: QtBot, desk: Desk, library: Library) -> None:
    assert desk.article is not None
    first = desk.article.id
    desk.window.list.setFocus()
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert reading.article(library, first).state is State.REVIEWED
    assert desk.article.id != first


def test_after_reviewed_in_a_note_keys_are_for_the_next_article(
    qtbot: QtBot, desk: Desk, library: Library
) -> None:
    assert desk.article is not None
    first = desk.article.id
    note = desk.window.fields.note
    desk.window.fields.begin("note")
    qtbot.keyClicks(note, "Call the port.")
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.article.id != first
    assert reading.article(library, first).fields.note == "Call the port."
    assert not note.hasFocus()
    assert note.toPlainText() == ""


def test_a_tag_being_typed_goes_to_the_article_that_is_left(
    qtbot: QtBot, desk: Desk, library: Library
) -> None:
    assert desk.article is not None
    first = desk.article.id
    desk.window.fields.begin("tags")
    qtbot.keyClicks(QApplication.focusWidget(), "cranes")
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.article.id != first
    assert "cranes" in reading.article(library, first).fields.tags
    desk.window.list.setFocus()
    assert "cranes" not in reading.article(library, desk.article.id).fields.tags


def test_an_amount_that_was_refused_is_not_added_to_the_next_article(qtbot: QtBot, desk: Desk) -> None:
    desk.window.fields.begin(str(FactKind.MONEY))
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "much money")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("bad")
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
    assert not line.property("bad")


def test_the_last_article_reviewed_in_a_note_keeps_the_focus_there(
    qtbot: QtBot, desk: Desk, library: Library
) -> None:
    desk.search("Brücke")
    desk.show_article(article_titled(desk, "Brücke"))
    desk.window.fields.begin("note")
    press(qtbot, desk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.article is not None
    assert reading.article(library, desk.article.id).state is State.REVIEWED
    assert desk.window.fields.note.hasFocus()


def test_the_keys_at_hand_are_those_for_what_comes_next(desk: Desk, tmp_path: Path, library: Library) -> None:
    def hints() -> list[str]:
        return [key for key, _ in desk.window.status._shown]

    desk.show_article(article_titled(desk, "Brücke"))
    assert hints()[:3] == ["A", "X", "Space"]
    while desk.window.facts.undecided:
        desk.window.actions_.trigger("accept")
    assert hints() == ["Ctrl+Enter", "N", "J K", "?"]
    (tmp_path / "quiet.txt").write_text("A quiet day\n\nNothing of note.", encoding="utf-8")
    (added,) = import_paths(library, [tmp_path / "quiet.txt"]).items
    desk.search("")
    desk.show_article(added.article_id)
    assert hints() == ["Ctrl+Enter", "N", "F", "?"]
    desk.show_article(None)
    assert hints() == ["/", "Ctrl+K", "?"]


def test_an_article_is_opened_at_what_nobody_has_put_off(desk: Desk) -> None:
    harbour, other = (article_titled(desk, words) for words in ("Harbour", "Lampy"))
    desk.show_article(harbour)
    skipped = desk.fact_id
    desk.window.actions_.trigger("skip")
    following = desk.fact_id
    desk.show_article(other)
    desk.show_article(harbour)
    assert desk.fact_id == following != skipped


def test_undo_shows_the_article_and_the_fact_it_is_about(desk: Desk) -> None:
    desk.show_article(article_titled(desk, "Harbour"))
    decided = desk.fact_id
    desk.window.actions_.trigger("accept")
    desk.show_article(article_titled(desk, "Lampy"))
    desk.window.actions_.trigger("undo")
    assert desk.article is not None
    assert desk.article.id == article_titled(desk, "Harbour")
    assert desk.fact_id == decided
    assert desk.fact() is not None
    assert desk.window.status.words._whole.startswith("Undone")


def test_a_fact_of_a_sloppy_selection_has_whole_words_as_its_quote(desk: Desk) -> None:
    desk.show_article(article_titled(desk, "Harbour"))
    assert desk.article is not None
    fact = next(fact.fact for fact in desk.article.facts if fact.fact.kind is FactKind.MONEY)
    whole = fact.quote
    reader = desk.window.reader
    shown = reader.view.page.places.shown(fact.start + 1, fact.end - 2)
    assert shown is not None
    reader.view.select_shown(*shown)
    desk.window.actions_.trigger("add_fact")
    added = desk.fact()
    assert added is not None
    assert (added.origin, added.fact.quote) == ("editor", whole)


def test_a_value_pasted_over_two_lines_is_understood(qtbot: QtBot, desk: Desk) -> None:
    desk.show_article(article_titled(desk, "Harbour"))
    desk.window.actions_.trigger("edit")
    line = desk.window.facts.card.findChild(QLineEdit)
    assert line is not None
    QGuiApplication.clipboard().setText("50\u00a0million\neuros\n")
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    edited = desk.fact_id
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.article is not None
    fact = next(each.fact for each in desk.article.facts if each.id == edited)
    assert (fact.value, fact.unit) == (Decimal(50_000_000), "EUR")


def test_a_company_made_of_a_part_of_a_word_has_that_as_its_name_and_its_evidence(desk: Desk) -> None:
    desk.show_article(article_titled(desk, "Lampy"))
    assert desk.article is not None
    begin = desk.article.text.index("Město")
    reader = desk.window.reader
    shown = reader.view.page.places.shown(begin, begin + len("Měst"))
    assert shown is not None
    reader.view.select_shown(*shown)
    desk.window.actions_.trigger("add_fact")
    added = desk.fact()
    assert added is not None
    fact = added.fact
    assert (fact.kind, fact.name, fact.quote) == (FactKind.COMPANY, "Měst", "Měst")
    assert (fact.start, fact.end) == (begin, begin + 4)


def test_undo_of_an_added_fact_leaves_a_fact_to_decide(desk: Desk) -> None:
    desk.show_article(article_titled(desk, "Harbour"))
    desk.decisions.add_value(FactKind.MONEY, "3 million euros")
    assert desk.article is not None
    added = next(fact for fact in desk.article.facts if fact.origin == "editor")
    desk.choose_fact(added.id)
    desk.window.actions_.trigger("undo")
    current = desk.fact()
    assert current is not None
    assert current.decision.is_open


def test_undo_of_an_edit_of_several_articles_stays_where_one_is(desk: Desk) -> None:
    desk.show_article(article_titled(desk, "Lampy"))
    numbers = [article_titled(desk, words) for words in ("Harbour", "Brücke")]
    desk.window.list._view.clearSelection()
    applied = editing.set_field(desk.library, numbers, "category", "ports")
    desk.announce(applied.touched, numbers, applied.step)
    desk.window.actions_.trigger("undo")
    assert desk.article is not None
    assert desk.article.id == article_titled(desk, "Lampy")


def test_back_and_forward_go_through_the_articles_seen(desk: Desk) -> None:
    seen = [article_titled(desk, words) for words in ("Harbour", "Lampy", "Brücke")]
    for number in seen:
        desk.show_article(number)
    desk.window.actions_.trigger("back")
    assert desk.article is not None
    assert desk.article.id == seen[1]
    desk.window.actions_.trigger("forward")
    assert desk.article.id == seen[2]


def test_escape_leaves_one_of_several_articles_selected(qtbot: QtBot, desk: Desk) -> None:
    desk.window.list.setFocus()
    press(qtbot, desk, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.window.list.selected()) == 3
    press(qtbot, desk, Qt.Key.Key_Escape)
    assert desk.article is not None
    assert desk.window.list.selected() == [desk.article.id]
    assert not desk.window.banner.isVisible()


def test_several_articles_are_edited_in_one_step(qtbot: QtBot, desk: Desk, library: Library) -> None:
    qtbot.keyClick(desk.window.list._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "3" in desk.window.banner.text()
    desk.edits.set_field("category", "infrastructure")
    rows = listing.page(library, "", Order()).rows
    assert {reading.article(library, row.id).fields.category for row in rows} == {"infrastructure"}
    desk.undoing.undo()
    assert {reading.article(library, row.id).fields.category for row in rows} == {""}


def test_clicking_a_mark_on_the_timeline_chooses_its_article(desk: Desk) -> None:
    other = article_titled(desk, "Lampy")
    desk.window.timeline.chosen.emit(other, None)
    assert desk.article is not None
    assert desk.article.id == other
    assert desk.window.list.selected() == [other]


def test_clicking_words_in_the_text_chooses_their_fact(desk: Desk) -> None:
    assert desk.article is not None
    last = desk.article.facts[-1]
    desk.window.reader.fact_clicked.emit(last.id)
    assert desk.fact_id == last.id


def test_a_saved_search_and_a_set_stand_in_the_sidebar(qtbot: QtBot, desk: Desk, answers: object) -> None:
    answers.words = "Ports"  # type: ignore[attr-defined]
    desk.search("tag:ports")
    desk.sets.save_search()
    desk.sets.add_to_set()
    assert desk.window.status.words.text() == "1 article(s) added to “Ports”"
    desk.sets.add_to_set()
    assert desk.window.status.words.text() == "“Ports” has them already"
    qtbot.waitUntil(desk.settled)
    found = [(entry.text, entry.count) for entry in desk.window.sidebar.searches.entries()]
    assert found == [("Ports", 1)]
    assert [(entry.text, entry.count) for entry in desk.window.sidebar.sets.entries()] == [("Ports", 1)]


def test_an_empty_library_greets_and_takes_what_is_dropped(
    qtbot: QtBot, window: Workspace, tmp_path: Path, folder: Path, answers: object
) -> None:
    with Library.open(tmp_path / "empty.curator") as library:
        desk = Desk(window, library, answers)  # type: ignore[arg-type]
        desk.open()
        assert window.greeting
        assert window.status.words.text() == "Library ready"
        assert window.status._remark.text() == "Nothing leaves this computer"
        window.frame.dropped.emit([folder])
        qtbot.waitUntil(lambda: not window.greeting and desk.settled())
        assert window.list.isAncestorOf(window.focusWidget())
        assert desk.window.list.model.rowCount() == 3
        assert desk.article is not None
        assert window.list.model.row_of(desk.article.id) == 0
        assert window.status._remark.isHidden()
        window.frame.close()


def test_an_import_that_brings_nothing_new_says_what_was_there(
    qtbot: QtBot, desk: Desk, folder: Path
) -> None:
    desk.imports.take_in([folder])
    qtbot.waitUntil(lambda: "already there" in desk.window.status.words.accessibleName())
    assert "imported" not in desk.window.status.words.accessibleName()


def test_files_that_could_not_be_read_are_told_when_an_import_ends(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "quay.txt").write_text("A new quay\n\nIt costs 3 million euros.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    desk.imports.take_in([tmp_path / "quay.txt", tmp_path / "empty.txt"])
    qtbot.waitUntil(desk.settled)
    said = desk.window.status.words.accessibleName()
    assert said.startswith("1 article")
    assert "1 file(s) could not be read" in said


def test_an_error_has_the_place_of_the_keys_where_it_needs_it(qtbot: QtBot, desk: Desk) -> None:
    desk.window.frame.resize(1000, 700)
    status = desk.window.status
    desk.tell("“45 of March” is not a date. Write 2026, 2026-01, 2026-01-27 or 2026-01-27 08:30.", "danger")
    qtbot.waitUntil(status._keys.isHidden)
    qtbot.waitUntil(lambda: "…" not in status.words.text())
    desk.tell("All decisions saved 14:32")
    assert status._keys.isVisible()


def test_the_desk_opens_where_it_was_left(
    qtbot: QtBot,
    window: Workspace,
    make_workspace: Callable[[str], Workspace],
    library: Library,
    answers: object,
) -> None:
    desk = Desk(window, library, answers)  # type: ignore[arg-type]
    desk.open()
    qtbot.waitUntil(desk.settled)
    chosen = article_titled(desk, "Lampy")
    desk.show_article(chosen)
    desk.sort(Order(Column.TITLE, descending=False))
    desk.window.list.set_compact(True)
    window.frame.close()
    again = make_workspace("window.ini")
    with Library.open(library.path) as reopened:
        second = Desk(again, reopened, answers)  # type: ignore[arg-type]
        second.open()
        assert second.article is not None
        assert second.article.id == chosen
        assert second.order == Order(Column.TITLE, descending=False)
        assert again.list._rows.compact
        again.frame.close()


def test_undo_works_after_a_restart(
    desk: Desk, answers: object, make_workspace: Callable[[str], Workspace]
) -> None:
    desk.edits.set_field("note", "Ask the port for the contract.")
    assert desk.article is not None
    number, path = desk.article.id, desk.library.path
    desk.window.frame.close()
    window = make_workspace("second.ini")
    with Library.open(path) as reopened:
        second = Desk(window, reopened, answers)  # type: ignore[arg-type]
        second.open()
        second.undoing.undo()
        assert reading.article(reopened, number).fields.note == ""
        window.frame.close()


def test_another_library_opens_at_its_own_newest_article(
    qtbot: QtBot, desk: Desk, answers: object, make_workspace: Callable[[str], Workspace], tmp_path: Path
) -> None:
    desk.show_article(article_titled(desk, "Lampy"))
    desk.search("language:cs")
    copy = tmp_path / "other.curator"
    backup(desk.library, copy)
    desk.window.frame.close()
    window = make_workspace("window.ini")
    with Library.open(copy) as library:
        other = Desk(window, library, answers)  # type: ignore[arg-type]
        other.open()
        assert other.query == ""
        assert other.article is not None
        assert other.article.fields.title.startswith("Harbour")
        window.frame.close()


def test_counts_are_told_in_the_plural(desk: Desk, qtbot: QtBot) -> None:
    translator = Translation()
    assert translator.load(str(resource("i18n") / "curator_en.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        assert desk._overview._articles(1) == "1 article"
        assert desk._overview._articles(16) == "16 articles"
        assert desk._overview._articles(5000) == "5\u202f000 articles"
        assert desk.tr("No such text is translated") == "No such text is translated"
        one = "%n change(s) are taken back or made again"
        assert desk.undoing.tr(one, "", 1) == "1 change is taken back or made again"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_the_fields_are_those_of_the_articles_that_an_edit_goes_to(qtbot: QtBot, desk: Desk) -> None:
    listed, fields = desk.window.list, desk.window.fields
    qtbot.keyClick(listed._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert fields.line("title").placeholderText() == "different in 3"
    fields.importance.chosen.emit(5)
    assert fields.line("title").placeholderText() == "different in 3"
    desk.search("lampy")
    qtbot.waitUntil(desk.settled)
    assert desk.article is not None
    assert fields.line("title").text().startswith((desk.article.fields.title or "")[:10])
    assert desk.window.banner.isHidden()


def test_selecting_all_takes_in_what_is_not_loaded_yet(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = listing.page
    monkeypatch.setattr(listing, "page", lambda *given: whole(*given[:4], limit=1))
    desk.search("")
    listed = desk.window.list
    qtbot.keyClick(listed._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(listed.selected()) == 3
    assert desk.window.banner.isVisible()


def test_where_more_is_found_than_can_be_selected_the_banner_says_so(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = listing.page
    monkeypatch.setattr(listing, "page", lambda *given: whole(*given[:4], limit=1))
    monkeypatch.setattr("curator.ui.panels.article_list.MOST_SELECTED", 2)
    desk.search("")
    qtbot.keyClick(desk.window.list._view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.banner.text().startswith("The first 2")


def test_a_list_that_becomes_lower_keeps_its_article_in_view(qtbot: QtBot, desk: Desk) -> None:
    view = desk.window.list._view
    last = desk.window.list.model.article(2)
    assert last is not None
    desk.show_article(last.id)
    view.setFixedHeight(view.visualRect(view.currentIndex()).bottom() - 10)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))


def test_where_nothing_matches_the_last_condition_can_be_dropped(qtbot: QtBot, desk: Desk) -> None:
    desk.write("title:cranes language:cs")
    qtbot.waitUntil(desk.settled)
    button = next(b for b in desk.window.list.findChildren(QPushButton) if b.isVisible())
    assert button.text() == "Remove language:cs"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert desk.query == "title:cranes"
    assert desk.window.list.model.rowCount() == 1
    assert not button.isVisible()
    desk.write("(nowhere or never)")
    assert button.text() == "Remove (nowhere or never)"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert desk.query == ""
    qtbot.waitUntil(desk.settled)


def test_an_empty_timeline_says_whether_there_is_nothing_at_all(qtbot: QtBot, desk: Desk) -> None:
    empty = desk.window.timeline.empty
    desk.write("zeppelin")
    qtbot.waitUntil(desk.settled)
    assert empty.isVisible()
    assert empty.button.isHidden()
    assert empty.sentence.text() == "No article matches."
    empty.show_filtered(True, found=True)
    assert empty.sentence.text() == "No dates in these articles."


def test_the_next_pane_after_the_facts_is_the_timeline_s_plot(qtbot: QtBot, desk: Desk) -> None:
    timeline = desk.window.timeline
    qtbot.waitUntil(lambda: timeline.body is not None)
    assert timeline.body is not None
    desk.window.facts.setFocus()
    press(qtbot, desk, Qt.Key.Key_F6)
    assert timeline.body.plot.hasFocus()
    days = timeline.body.plot.view()
    press(qtbot, desk, Qt.Key.Key_Plus)
    assert timeline.body.plot.view().scale > days.scale
    timeline.show_table(True)
    desk.window.facts.setFocus()
    press(qtbot, desk, Qt.Key.Key_F6)
    assert timeline.table is not None
    assert timeline.table.hasFocus()


def test_the_keys_go_through_the_window_as_the_eye_does(desk: Desk) -> None:
    window = desk.window
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    rows = [row for section in window.sidebar.sections() for row in section.rows()]
    chips = window.fields.findChildren(Chip)
    assert rows == [each for each in chain if each in rows]
    assert chips
    assert chain.index(rows[-1]) < chain.index(window.list._view) < chain.index(chips[0])
    assert chain.index(chips[-1]) < chain.index(window.fields.line("author"))
