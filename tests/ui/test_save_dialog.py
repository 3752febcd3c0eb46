"""Saving to files from the desk: what would change is shown before, what was refused after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from curator.services import editing, listing
from curator.services.files import saving
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.background.jobs import Jobs
from curator.ui.desk import Desk
from curator.ui.windows.save_dialog import PREVIEW, SAVE, SaveDialog

Open = Callable[..., SaveDialog]


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Iterator[Library]:
    """A library whose articles lie in a folder of this test alone; one of them is edited."""
    with Library.open(tmp_path / "library.curator") as opened:
        import_paths(opened, [folder])
        editing.set_field(opened, [number(opened, "harbour.md")], "title", "Cranes for the harbour")
        yield opened


@pytest.fixture
def opened(qtbot: QtBot, library: Library, tmp_path: Path) -> Iterator[Open]:
    jobs = Jobs()
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def make(selected: tuple[int, ...] = ()) -> SaveDialog:
        dialog = SaveDialog(library, jobs, selected=selected, state=state)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not jobs.running(PREVIEW))
        return dialog

    yield make
    jobs.close()


def number(library: Library, path: str) -> int:
    return next(row.id for row in listing.rows(library, listing.identifiers(library, "")) if row.path == path)


def test_the_difference_is_shown_before_anything_is_written(opened: Open, folder: Path) -> None:
    dialog = opened()
    assert dialog.files.count() == 1
    assert "-title: Harbour cranes for 40 million euros" in dialog.diff.toPlainText()
    assert "+title: Cranes for the harbour" in dialog.diff.toPlainText()
    assert dialog.go.text().startswith("Save 1 file")
    assert "Cranes for the harbour" not in (folder / "harbour.md").read_text("utf-8")


def test_ctrl_enter_writes_the_files(qtbot: QtBot, opened: Open, folder: Path, library: Library) -> None:
    dialog = opened()
    with qtbot.waitSignals([dialog.saved, dialog.accepted]):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "title: Cranes for the harbour\n" in (folder / "harbour.md").read_text("utf-8")
    assert saving.unsaved(library) == []


def test_what_is_refused_comes_first_with_its_reason(opened: Open, folder: Path, library: Library) -> None:
    editing.set_field(library, [number(library, "bridge.txt")], "title", "Eine Brücke")
    dialog = opened()
    assert [dialog.files.item(row).text() for row in range(2)] == ["bridge.txt", "harbour.md"]
    assert "no front matter" in dialog.diff.toPlainText()
    assert "can't be written" in dialog._foot.said._whole


def test_nothing_edited_is_said_and_nothing_can_be_written(opened: Open, library: Library) -> None:
    editing.undo(library)
    dialog = opened()
    assert dialog.files.count() == 0
    assert "Nothing was edited" in dialog._foot.said._whole
    assert "Nothing was edited" in dialog.diff.toPlainText()
    assert not dialog.go.isEnabled()


def test_several_selected_articles_are_the_ones_written(opened: Open, library: Library) -> None:
    others = tuple(n for n in listing.identifiers(library, "") if n != number(library, "harbour.md"))
    assert opened(others).files.count() == 0


def test_whether_repairs_are_written_is_asked_once(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    assert not dialog.choices.repaired.isChecked()
    dialog.choices.repaired.click()
    assert dialog.choices.contents().repaired
    assert opened().choices.repaired.isChecked()


def test_facts_are_offered_under_a_key_of_ones_own(qtbot: QtBot, opened: Open, library: Library) -> None:
    dialog = opened((number(library, "harbour.md"), number(library, "lamps.md")))
    assert dialog.choices.facts_key.text() == "facts"
    assert not dialog.choices.facts_key.isEnabled()
    dialog.choices.facts_key.setText("checked")
    dialog.choices.facts.click()
    assert dialog.choices.contents().facts_key == "checked"
    qtbot.waitUntil(lambda: dialog.files.count() == 2)
    assert "+checked:\n+- kind: " in dialog.diff.toPlainText()
    assert opened().choices.facts_key.text() == "checked"


def test_a_file_that_changes_before_it_is_written_is_told_and_stays(
    qtbot: QtBot, opened: Open, folder: Path
) -> None:
    dialog = opened()
    (folder / "harbour.md").write_text("changed meanwhile", encoding="utf-8")
    with qtbot.waitSignal(dialog.saved):
        dialog.go.click()
    assert dialog.isVisible()
    assert "changed by another program" in dialog.diff.toPlainText()
    assert (folder / "harbour.md").read_text("utf-8") == "changed meanwhile"


def test_closing_while_it_looks_is_no_fault(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    dialog.choices.repaired.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_desk_saves_what_was_edited(
    qtbot: QtBot, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved(dialog: SaveDialog) -> int:
        qtbot.waitUntil(dialog.go.isEnabled)
        with qtbot.waitSignal(dialog.accepted):
            dialog.go.click()
        return 1

    monkeypatch.setattr(SaveDialog, "exec", saved)
    desk.window.actions_.trigger("save_files")
    assert not desk.jobs.running(SAVE)
    assert "title: Cranes for the harbour\n" in (folder / "harbour.md").read_text("utf-8")
