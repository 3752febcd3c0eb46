"""Editing several articles at once: what would change is seen before, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from curator.services import editing, listing, reading
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.background.jobs import Jobs
from curator.ui.desk import Desk
from curator.ui.keyboard.tab_order import stops
from curator.ui.windows.bulk_edit_dialog import FORETELL, BulkEditDialog

Open = Callable[..., BulkEditDialog]


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.curator") as opened:
        import_paths(opened, [folder])
        yield opened


@pytest.fixture
def opened(qtbot: QtBot, library: Library, tmp_path: Path) -> Iterator[Open]:
    jobs = Jobs()
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def make(selected: tuple[int, ...] = (), query: str = "") -> BulkEditDialog:
        dialog = BulkEditDialog(library, jobs, query=query, selected=selected, state=state)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield make
    jobs.close()


def choose(dialog: BulkEditDialog, field: str) -> None:
    dialog.field.setCurrentIndex(dialog.field.findData(field))


def typed(qtbot: QtBot, dialog: BulkEditDialog, text: str) -> None:
    qtbot.keyClicks(dialog.lines if dialog.lines.isVisible() else dialog.value, text)
    settled(qtbot, dialog)


def settled(qtbot: QtBot, dialog: BulkEditDialog) -> None:
    qtbot.waitUntil(lambda: not (dialog._timer.isActive() or dialog._jobs.running(FORETELL)))


def cells(dialog: BulkEditDialog, column: int) -> list[str]:
    items = (dialog.table.item(row, column) for row in range(dialog.table.rowCount()))
    return [item.text() for item in items if item]


def test_before_and_after_are_shown_before_anything_is_changed(
    qtbot: QtBot, opened: Open, library: Library
) -> None:
    dialog = opened()
    assert dialog.table.isHidden()
    assert not dialog.nothing.isHidden()
    choose(dialog, "importance")
    typed(qtbot, dialog, "3")
    assert dialog.nothing.isHidden()
    total = listing.count(library, "")
    assert set(cells(dialog, 2)) == {"3"}
    assert dialog.go.isEnabled()
    assert f"of {total} articles would change" in dialog._foot.said.text()
    assert listing.count(library, "importance:3") < total


def test_a_note_of_several_lines_is_set_and_shown_in_one(
    qtbot: QtBot, opened: Open, library: Library
) -> None:
    (first, *_) = listing.identifiers(library, "")
    dialog = opened(selected=(first,))
    choose(dialog, "note")
    assert (dialog.lines.isVisible(), dialog.value.isVisible()) == (True, False)
    dialog.lines.setFocus()
    qtbot.keyClicks(dialog.lines, "Ask:")
    qtbot.keyClick(dialog.lines, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.lines, "when?")
    settled(qtbot, dialog)
    assert cells(dialog, 2) == ["Ask: / when?"]
    item = dialog.table.item(0, 2)
    assert item is not None
    assert item.toolTip() == "Ask:\nwhen?"
    qtbot.keyClick(dialog.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    editing.edit(library, dialog.ids, [dialog.edit()])
    assert reading.article(library, first).fields.note == "Ask:\nwhen?"


def test_ctrl_enter_says_what_is_to_be_done(qtbot: QtBot, opened: Open, library: Library) -> None:
    (first, second, *_) = listing.identifiers(library, "")
    dialog = opened(selected=(first, second))
    choose(dialog, "tags")
    typed(qtbot, dialog, "harbours")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    editing.edit(library, dialog.ids, [dialog.edit()])
    assert listing.count(library, "tag:harbours") == 2
    editing.undo(library)
    assert listing.count(library, "tag:harbours") == 0


def test_enter_never_changes_what_was_not_shown(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    choose(dialog, "importance")
    typed(qtbot, dialog, "3")
    qtbot.keyClicks(dialog.value, "3")
    qtbot.keyClick(dialog.value, Qt.Key.Key_Return)
    assert dialog.isVisible()
    settled(qtbot, dialog)
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog.value, Qt.Key.Key_Backspace)
    settled(qtbot, dialog)
    qtbot.keyClick(dialog.value, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_value_that_cannot_be_is_told_and_not_made(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    choose(dialog, "importance")
    typed(qtbot, dialog, "9")
    assert not dialog.go.isEnabled()
    assert "1 to 5" in dialog._foot.said.text()
    dialog.value.clear()
    choose(dialog, "state")
    settled(qtbot, dialog)
    assert not dialog.go.isEnabled()


def test_the_search_limits_what_is_changed(qtbot: QtBot, opened: Open, library: Library) -> None:
    (first, *_) = listing.identifiers(library, "")
    dialog = opened(query=f"id:{first}")
    choose(dialog, "note")
    typed(qtbot, dialog, "seen")
    assert dialog.ids == [first]
    assert dialog.table.rowCount() == 1


def test_known_names_are_offered_after_the_last_comma(qtbot: QtBot, opened: Open, library: Library) -> None:
    editing.add(library, listing.identifiers(library, "")[:1], "tags", ["harbours"])
    dialog = opened()
    choose(dialog, "tags")
    typed(qtbot, dialog, "new, harb")
    completer = dialog.value.completer()
    assert completer is not None
    assert completer.completionModel().index(0, 0).data() == "harbours"
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "new, harbours"


def test_the_banner_over_several_articles_opens_it(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = listing.identifiers(desk.library, "")

    def at_once(dialog: BulkEditDialog) -> int:
        choose(dialog, "importance")
        dialog.value.setText("2")
        settled(qtbot, dialog)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(BulkEditDialog, "exec", at_once)
    desk.window.list._view.selectAll()
    assert desk.window.banner.isVisible()
    desk.window.banner.button.click()
    with desk.library.reading():
        assert {reading.article(desk.library, number).fields.importance for number in ids} == {2}


def test_tab_goes_from_the_value_to_what_it_would_change(qtbot: QtBot, opened: Open) -> None:
    dialog = opened()
    choose(dialog, "importance")
    typed(qtbot, dialog, "3")
    way = [each for each in stops(dialog) if each.isVisible()]
    place = way.index(dialog.value)
    assert [each.accessibleName() for each in way[place : place + 2]] == ["Value", "What would change"]
    assert way.index(dialog.go) > place + 1
