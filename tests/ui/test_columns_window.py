"""The window for the columns of a table: what is guessed, chosen, shown and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from curator.formats.collections import Look
from curator.services import reading
from curator.services.imports import choosing
from curator.services.library import Library
from curator.ui.desk import Desk
from curator.ui.windows import columns_window
from curator.ui.windows.columns_window import ColumnsWindow

TABLE = "Kopf;Inhalt;Zeitung\nNeues Werk;Orchard baut bei Brno.;Brno heute\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "t.csv"
    file.write_text(TABLE, "utf-8")
    return file


@pytest.fixture
def look(table: Path) -> Look:
    found = choosing.look(table)
    assert found is not None
    return found


@pytest.fixture
def state(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def columns(qtbot: QtBot, look: Look, state: QSettings) -> ColumnsWindow:
    made = ColumnsWindow(look, "t.csv", state)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(window: ColumnsWindow, column: str, field: str) -> None:
    combo = window.combos[column]
    combo.setCurrentIndex(combo.findData(field))
    combo.activated.emit(combo.currentIndex())


def chosen(window: ColumnsWindow) -> dict[str, str]:
    return {field: column for field, column in window.choices().items() if column}


def test_the_guess_is_shown_with_the_first_article(columns: ColumnsWindow) -> None:
    assert chosen(columns) == {"text": "Inhalt", "source": "Zeitung"}
    assert "Orchard baut" in columns.text.text() + columns.title.text()
    assert "Brno heute" in columns.facts.text()


def test_a_field_goes_from_one_column_to_another(columns: ColumnsWindow) -> None:
    choose(columns, "Kopf", "title")
    choose(columns, "Zeitung", "text")
    assert chosen(columns) == {"title": "Kopf", "text": "Zeitung"}
    assert (columns.title.text(), columns.text.text()) == ("Neues Werk", "Brno heute")


def test_without_title_and_text_nothing_can_be_imported(columns: ColumnsWindow) -> None:
    choose(columns, "Inhalt", "")
    assert not columns.button.isEnabled()
    choose(columns, "Kopf", "title")
    assert columns.button.isEnabled()


def test_a_choice_is_remembered_for_the_same_headings(
    qtbot: QtBot, columns: ColumnsWindow, look: Look, state: QSettings
) -> None:
    choose(columns, "Kopf", "title")
    choose(columns, "Zeitung", "")
    columns.accept()
    again = ColumnsWindow(look, "other.csv", state)
    qtbot.addWidget(again)
    assert chosen(again) == {"title": "Kopf", "text": "Inhalt"}
    other = ColumnsWindow(Look(("a", "Inhalt"), (), {}), "c.csv", state)
    qtbot.addWidget(other)
    assert chosen(other) == {}


def test_a_table_is_asked_about_and_taken_in(
    desk: Desk, library: Library, table: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[dict[str, str] | None] = [None, {"title": "Kopf", "text": "Inhalt", "source": ""}]
    monkeypatch.setattr(columns_window, "asked", lambda *_: answers.pop(0))
    imports = desk.imports
    imports.take_in([table])
    assert not desk.jobs.running("import")
    imports.take_in([table])
    qtbot.waitUntil(lambda: not desk.jobs.running("import"))
    found = [reading.article(library, number) for number in range(1, 5)]
    assert [each.fields.title for each in found][-1] == "Neues Werk"
    assert found[-1].fields.source == ""
