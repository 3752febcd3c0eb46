"""The companies window: merged, split and renamed by the keyboard, and taken back from the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from curator.services import companies, company_editing, editing, listing, reading
from curator.services.library import Library
from curator.ui.background.jobs import Jobs
from curator.ui.companies.name_dialog import NameDialog
from curator.ui.companies.pairs import COMPARE
from curator.ui.desk import Desk
from curator.ui.widgets.chips import Chip
from curator.ui.windows.companies_window import ALIKE, CompaniesWindow
from tests.ui.modal import once_open


@pytest.fixture
def opened(qtbot: QtBot, library: Library) -> CompaniesWindow:
    """The window on a library in which two companies look the same."""
    number = listing.identifiers(library, "company:Kranwerk")[0]
    other = next(each for each in listing.identifiers(library, "") if each != number)
    editing.add(library, [number], "companies", ["Lamp Works"])
    editing.add(library, [other], "companies", ["KranWerk AG", "Lamp Works"])
    window = CompaniesWindow(library, "Kranwerk")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def names(library: Library) -> set[str]:
    return {row.name for row in companies.listed(library) if row.articles}


def listed(window: CompaniesWindow) -> list[str]:
    items = window.findChildren(QListWidget)[0]
    return [items.item(place).text() for place in range(items.count())]


def press(qtbot: QtBot, window: CompaniesWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window.findChildren(QListWidget)[0], key)


def show_alike(window: CompaniesWindow) -> None:
    window._parts.set_value(ALIKE)
    window._parts.chosen.emit(ALIKE)


def answer(work: Callable[[NameDialog], object]) -> None:
    """Do something with the dialog that opens next."""
    once_open(NameDialog, work)


def give(name: str) -> Callable[[NameDialog], None]:
    def typed(dialog: NameDialog) -> None:
        dialog.line.setText(name)
        dialog.button.click()

    return typed


def test_the_company_asked_for_is_chosen(opened: CompaniesWindow) -> None:
    assert [row.name for row in opened.chosen()] == ["Kranwerk"]
    assert opened._detail.title.text() == "Kranwerk"


def test_the_list_is_narrowed_while_typing(qtbot: QtBot, opened: CompaniesWindow) -> None:
    press(qtbot, opened, Qt.Key.Key_Slash)
    assert opened._filter.hasFocus()
    qtbot.keyClicks(opened._filter, "lamp")
    qtbot.waitUntil(lambda: listed(opened) == ["Lamp Works"])
    qtbot.keyClick(opened._filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed(opened)) > 1)
    assert opened.isVisible()


def test_enter_merges_a_pair_after_its_preview(
    qtbot: QtBot, opened: CompaniesWindow, library: Library
) -> None:
    show_alike(opened)
    assert opened._detail.title.text() == "KranWerk AG  →  Kranwerk"
    assert "Aliases kept: KranWerk AG." in opened._detail.preview.text()
    with qtbot.waitSignal(opened.applied):
        press(qtbot, opened, Qt.Key.Key_Return)
    assert names(library) >= {"Kranwerk", "Lamp Works"}
    assert "KranWerk AG" not in names(library)
    assert listed(opened) == []
    press(qtbot, opened, Qt.Key.Key_Backspace)
    assert "KranWerk AG" in names(library)


def test_a_pair_is_merged_the_other_way_round(
    qtbot: QtBot, opened: CompaniesWindow, library: Library
) -> None:
    show_alike(opened)
    press(qtbot, opened, Qt.Key.Key_W)
    assert opened._detail.title.text() == "Kranwerk  →  KranWerk AG"
    press(qtbot, opened, Qt.Key.Key_Return)
    assert "Kranwerk" not in names(library)


def test_n_says_that_a_pair_is_not_the_same(qtbot: QtBot, opened: CompaniesWindow, library: Library) -> None:
    show_alike(opened)
    press(qtbot, opened, Qt.Key.Key_N)
    assert listed(opened) == []
    assert opened._detail.title.text() == "No two companies look the same"
    assert companies.suggested(library) == ()


def test_a_pair_that_could_not_be_parted_stays_to_be_decided(
    qtbot: QtBot, opened: CompaniesWindow, library: Library
) -> None:
    show_alike(opened)
    away = library.path.rename(library.path.with_suffix(".away"))
    press(qtbot, opened, Qt.Key.Key_N)
    away.rename(library.path)
    opened._parts.chosen.emit(ALIKE)
    assert listed(opened) == ["Kranwerk"]


def test_a_company_is_merged_into_one_that_is_named(
    qtbot: QtBot, opened: CompaniesWindow, library: Library
) -> None:
    said: list[str] = []

    def work(dialog: NameDialog) -> None:
        dialog.line.setText("Nobody")
        assert not dialog.button.isEnabled()
        dialog.line.setText("Lamp Works")
        said.append(dialog.preview.text())
        dialog.button.click()

    answer(work)
    press(qtbot, opened, Qt.Key.Key_M)
    assert "Kranwerk" not in names(library)
    assert "One undo takes it back." in said[0]
    assert [row.name for row in opened.chosen()] == ["Lamp Works"]


def test_a_company_is_renamed(qtbot: QtBot, opened: CompaniesWindow, library: Library) -> None:
    answer(give("Crane Works"))
    press(qtbot, opened, Qt.Key.Key_R)
    assert "Crane Works" in names(library)
    assert [row.aliases for row in opened.chosen()] == [("Kranwerk",)]


def test_ticked_words_are_split_off(qtbot: QtBot, opened: CompaniesWindow, library: Library) -> None:
    company_editing.merge(library, "Lamp Works", ["Kranwerk"])
    opened.read("Lamp Works")
    press(qtbot, opened, Qt.Key.Key_S)  # nothing is ticked yet
    assert "Kranwerk" not in names(library)
    opened._words.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert opened._words.ticked() == ["Kranwerk"]
    answer(give("Kranwerk"))
    press(qtbot, opened, Qt.Key.Key_S)
    assert "Kranwerk" in names(library)


def test_aliases_are_typed_and_deleted(qtbot: QtBot, opened: CompaniesWindow, library: Library) -> None:
    opened._words.line.setFocus()
    qtbot.keyClicks(opened._words.line, "Mork")
    qtbot.keyClick(opened._words.line, Qt.Key.Key_Return)
    assert [row.aliases for row in opened.chosen()] == [("Mork",)]
    opened._words.list.setFocus()
    words = opened._words.list
    words.setCurrentRow(next(i for i in range(9) if "Mork" in words.item(i).text()))
    qtbot.keyClick(words, Qt.Key.Key_Delete)
    assert [row.aliases for row in opened.chosen()] == [()]


def test_several_companies_go_into_one(qtbot: QtBot, opened: CompaniesWindow, library: Library) -> None:
    opened._list.selectAll()
    answer(lambda dialog: dialog.button.click())
    press(qtbot, opened, Qt.Key.Key_M)
    assert len(names(library)) == 1


def test_many_companies_are_counted_in_the_question(
    qtbot: QtBot, opened: CompaniesWindow, library: Library
) -> None:
    number = listing.identifiers(library, "")[0]
    editing.add(library, [number], "companies", [f"Yard {n}" for n in range(20)])
    opened.read()
    opened._list.selectAll()
    heads: list[str] = []

    def work(dialog: NameDialog) -> None:
        heads.append(dialog.windowTitle())
        heads.append(dialog.preview.text())
        dialog.reject()

    answer(work)
    press(qtbot, opened, Qt.Key.Key_M)
    assert heads[0] == f"Merge {opened._list.count()} companies into"
    assert "more." in heads[1]


def test_undoing_stops_at_what_was_changed_here(
    qtbot: QtBot, opened: CompaniesWindow, library: Library
) -> None:
    before = names(library)
    press(qtbot, opened, Qt.Key.Key_Backspace)
    assert names(library) == before
    answer(give("Crane Works"))
    press(qtbot, opened, Qt.Key.Key_R)
    press(qtbot, opened, Qt.Key.Key_Backspace)
    press(qtbot, opened, Qt.Key.Key_Backspace)
    assert names(library) == before


def test_the_size_of_the_window_is_kept(qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for height in (0, 500):
        window = CompaniesWindow(library, state=state)
        qtbot.addWidget(window)
        window.show()
        if height:
            window.resize(window.width(), height)
        window.close()
    again = CompaniesWindow(library, state=state)
    qtbot.addWidget(again)
    assert again.height() == 500


def test_what_may_be_the_same_is_looked_for_beside_the_window(
    qtbot: QtBot, opened: CompaniesWindow, library: Library
) -> None:
    jobs = Jobs()
    window = CompaniesWindow(library, jobs=jobs)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: not jobs.running(COMPARE))
    show_alike(window)
    assert window.pair() is not None
    press(qtbot, window, Qt.Key.Key_N)
    assert window.pair() is None  # at once, before it was looked again
    qtbot.waitUntil(lambda: not jobs.running(COMPARE))
    assert window.pair() is None
    window.close()
    jobs.close()


def test_the_desk_shows_a_merge_and_undoes_it(qtbot: QtBot, desk: Desk) -> None:
    assert desk.article is not None
    number = desk.article.id

    def work(window: CompaniesWindow) -> None:
        window._changes._do(lambda: company_editing.rename(desk.library, "Kranwerk", "Crane Works"))
        window.close()

    once_open(CompaniesWindow, work)
    desk.window.actions_.trigger("companies")
    assert desk.article.fields.companies == ("Crane Works",)
    desk.undoing.undo()
    assert desk.article.fields.companies == ("Kranwerk",)
    assert reading.article(desk.library, number).fields.companies == ("Kranwerk",)


def test_the_desk_shows_a_new_name_where_only_the_fields_name_the_company(desk: Desk) -> None:
    lamps = listing.identifiers(desk.library, "Lampy")[0]
    desk.show_article(lamps)
    desk.edits.add("companies", "Kranwerk")
    applied = company_editing.rename(desk.library, "Kranwerk", "Crane Works")
    assert lamps not in applied.articles
    desk.announce(applied.touched, applied.articles, applied.step)
    assert desk.article
    assert desk.article.fields.companies == ("Crane Works",)


def test_the_articles_of_a_company_are_shown(qtbot: QtBot, desk: Desk) -> None:
    def work(window: CompaniesWindow) -> None:
        press(qtbot, window, Qt.Key.Key_O)

    once_open(CompaniesWindow, work)
    desk.edits.show_companies("Kranwerk")
    assert desk.query == "company:kranwerk"


def test_a_chip_asks_for_its_menu(qtbot: QtBot, desk: Desk) -> None:
    chip = next(each for each in desk.window.fields.findChildren(Chip) if each.name == "Kranwerk")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), QPoint(40, 40))
    with qtbot.waitSignal(desk.window.fields.company_menu_requested) as wanted:
        QApplication.sendEvent(chip, asked)
    assert wanted.args is not None
    assert wanted.args[0] == "Kranwerk"
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
