"""In the desk: cleaning again, going back to the original of a field, and deciding a repaired word."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from curator import cleaning
from curator.domain.articles import StoredRepair
from curator.domain.facts import Decision
from curator.services import editing, reading, recleaning
from curator.services.imports import importing
from curator.services.library import Library
from curator.ui.controllers.recleaning import RECLEAN
from curator.ui.desk import Desk

POST = """---
title: Mlýn u řeky zdražil
author: Žofie Kůrková
date: 2031-03-04
---

Mlýn zaplatil 20 milionů korun za nový náhon. Příští rok přidá dalších 5 milionů korun.
Podle správce mlýna přibude zákazníků a žně začnou dříve než vloni, snad už v červnu.
"""


@pytest.fixture
def mill(library: Library, tmp_path: Path) -> int:
    """A damaged article in the library."""
    file = tmp_path / "mill.md"
    file.write_bytes(POST.encode().decode("cp1252", "ignore").replace("\xad", "").encode())
    (item,) = importing.import_paths(library, [file]).items
    assert item.article_id
    return item.article_id


@pytest.fixture
def open_mill(mill: int, desk: Desk) -> Desk:
    """The desk with the damaged article chosen."""
    desk.show_article(mill)
    return desk


def note(desk: Desk) -> str:
    return desk.window.sidebar.note.words()


def finish(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running(RECLEAN))
    qtbot.waitUntil(lambda: not desk.jobs.running("outdated"))


def test_the_sidebar_says_what_older_engines_have_read_until_it_is_cleaned_again(
    qtbot: QtBot, desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running("outdated"))
    assert note(desk) == ""
    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)
    desk.recleaning.look()
    qtbot.waitUntil(lambda: "3" in note(desk))
    assert desk.window.sidebar.note.isVisible()
    desk.window.sidebar.note.button.click()
    finish(qtbot, desk)
    assert recleaning.outdated(library) == 0
    assert note(desk) == ""
    assert desk.recleaning.window is not None
    assert not desk.recleaning.window.running
    assert desk.recleaning.window.words() == "the same as before: 3"
    desk.recleaning.window.close()


def test_of_several_selected_articles_only_those_are_cleaned_again(
    qtbot: QtBot, desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)
    monkeypatch.setattr(desk.window.list, "selected", lambda: [1, 2])
    desk.window.actions_.trigger("reclean")
    finish(qtbot, desk)
    assert recleaning.outdated_ids(library) == [3]


def test_nothing_is_cleaned_again_when_the_editor_says_no(
    desk: Desk, library: Library, answers: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)
    monkeypatch.setattr(answers, "yes", False)
    desk.window.actions_.trigger("reclean")
    assert not desk.jobs.running(RECLEAN)
    assert recleaning.outdated(library) == 3


def test_what_changed_is_shown_and_undo_takes_it_back(
    qtbot: QtBot, open_mill: Desk, mill: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, clean_parts = open_mill, cleaning.clean_parts
    before = reading.article(desk.library, mill).text

    def nothing(parts: list[str], language: str | None = None) -> list[object]:
        return [type(each)(each.original) for each in clean_parts(parts, language)]

    monkeypatch.setattr(cleaning, "clean_parts", nothing)
    desk.window.actions_.trigger("reclean")
    finish(qtbot, desk)
    assert desk.article is not None
    assert "MlÃ½n zaplatil" in desk.article.text
    desk.undoing.undo()
    assert desk.article.text == before


def test_a_failure_is_listed_and_the_rest_goes_on(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean_parts = cleaning.clean_parts

    def broken(parts: list[str], language: str | None = None) -> object:
        if "Brücke" in parts[0]:
            raise ValueError
        return clean_parts(parts, language)

    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)
    monkeypatch.setattr(cleaning, "clean_parts", broken)
    desk.window.actions_.trigger("reclean")
    finish(qtbot, desk)
    window = desk.recleaning.window
    assert window is not None
    assert window.failures.count() == 1
    assert "bridge.txt" in window.failures.item(0).text()
    assert window.words() == "the same as before: 2 · failed: 1"


def test_a_field_offers_its_original_and_then_the_repaired_value(open_mill: Desk) -> None:
    desk, line = open_mill, open_mill.window.fields.line("author")
    assert line.text() == "Žofie Kůrková"
    assert line.toolTip().startswith("Repaired: Å½ofie KÅ¯rkovÃ¡ → Žofie Kůrková")
    ((said, value),) = line.repair_offers()
    assert said == "Use the original: Å½ofie KÅ¯rkovÃ¡"
    line.use(value)
    assert desk.article is not None
    assert desk.article.fields.author == "Å½ofie KÅ¯rkovÃ¡"
    ((said, value),) = line.repair_offers()
    assert said == "Use the repaired: Žofie Kůrková"
    line.use(value)
    assert desk.article.fields.author == "Žofie Kůrková"
    assert editing.undoable(desk.library)[0] == "Set author"
    desk.undoing.undo()
    assert desk.article.fields.author == "Å½ofie KÅ¯rkovÃ¡"


def test_a_key_goes_between_a_titles_original_and_repaired_value(qtbot: QtBot, open_mill: Desk) -> None:
    desk, line = open_mill, open_mill.window.fields.line("title")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert desk.article is not None
    assert desk.article.fields.title == "MlÃ½n u Å™eky zdraÅ¾il"
    qtbot.keyClick(line, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert desk.article.fields.title == "Mlýn u řeky zdražil"


def test_a_field_that_was_not_damaged_offers_nothing(open_mill: Desk) -> None:
    assert open_mill.window.fields.line("published").repair_offers() == []
    open_mill.show_article(1)
    assert open_mill.window.fields.line("title").repair_offers() == []
    assert open_mill.window.fields.line("title").toolTip() == ""


def word(desk: Desk, after: str) -> StoredRepair:
    assert desk.article is not None
    return next(each for each in desk.article.repairs if after in each.repair.after)


def menu_on(desk: Desk, stored: StoredRepair) -> QMenu:
    """The menu at the middle of a repaired word."""
    view = desk.window.reader.view
    view.reveal(stored.repair.cleaned)
    for y in range(0, view.viewport().height(), 3):
        for x in range(0, view.viewport().width(), 6):
            found = view.repair_at(QPoint(x, y))
            if found is not None and found.id == stored.id:
                menu = desk.window.reader.menu_at(view.viewport().mapToGlobal(QPoint(x, y)))
                assert menu is not None
                return menu
    raise AssertionError(stored)


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if words in action.text()).trigger()


def test_a_repaired_word_can_be_kept_as_it_was_from_its_menu(open_mill: Desk) -> None:
    desk, stored = open_mill, word(open_mill, "žně")
    choose(menu_on(desk, stored), "Keep as it was")
    assert desk.article is not None
    assert next(r for r in desk.article.repairs if r.id == stored.id).decision is Decision.REJECTED
    assert f" {stored.repair.before} " in desk.article.text
    desk.undoing.undo()
    assert " žně " in desk.article.text


def test_another_word_is_asked_for(open_mill: Desk, answers: object, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, stored = open_mill, word(open_mill, "žně")
    monkeypatch.setattr(answers, "words", "sklizně")
    choose(menu_on(desk, stored), "Another word")
    assert desk.article is not None
    assert " sklizně " in desk.article.text
    monkeypatch.setattr(answers, "words", None)
    before = desk.article
    choose(menu_on(desk, stored), "Another word")
    assert desk.article is before


def test_each_alternative_is_offered(qtbot: QtBot, open_mill: Desk) -> None:
    from dataclasses import replace

    from curator.domain.repairs import Alternative
    from curator.ui.reader.repair_menus import add_repair

    stored = word(open_mill, "žně")
    other = replace(stored.repair, alternatives=(Alternative("žhně", 0.25),))
    menu = QMenu(open_mill.window)
    menu.addAction("Copy")
    chosen: list[object] = []
    add_repair(
        menu, replace(stored, repair=other), lambda *all_: chosen.append(all_), lambda: chosen.append("walk")
    )
    choose(menu, "“žhně”")
    choose(menu, "Walk through the repairs")
    assert chosen == [(stored.id, Decision.EDITED, "žhně"), "walk"]


def test_words_that_were_not_repaired_have_the_usual_menu(open_mill: Desk) -> None:
    menu = open_mill.window.reader.menu_at(open_mill.window.mapToGlobal(QPoint(0, 0)))
    assert menu is not None
    assert not any("Keep as it was" in action.text() for action in menu.actions())
