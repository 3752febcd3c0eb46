"""Screen readers: what the widgets that paint themselves are told as."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.fields.importance import ImportanceEditor
from curator.ui.repairs.candidates import Candidate
from curator.ui.widgets.chips import AddButton, Chip
from curator.ui.widgets.sidebar_rows import Entry, Row


@pytest.fixture
def pane(qtbot: QtBot) -> QWidget:
    pane = QWidget()
    QVBoxLayout(pane)
    qtbot.addWidget(pane)
    return pane


def _told(widget: QWidget) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def _is_on(widget: QWidget) -> bool:
    return bool(QAccessible.queryAccessibleInterface(widget).state().checked)


def test_pills_and_rows_are_told_as_buttons(pane: QWidget) -> None:
    assert _told(Chip("Kranwerk", "company", pane)) == (QAccessible.Role.Button, "Kranwerk")
    assert _told(AddButton("Add", pane)) == (QAccessible.Role.Button, "Add")
    assert _told(Row(Entry("Inbox", "", 12), pane)) == (QAccessible.Role.Button, "Inbox, 12")


def test_a_facet_is_told_as_a_box_that_is_on_or_not(pane: QWidget) -> None:
    row = Row(Entry("Kranwerk", "company:=kranwerk", 3, checkable=True), pane)
    assert _told(row) == (QAccessible.Role.CheckBox, "Kranwerk, 3")
    assert not _is_on(row)
    row.set_checked(True)
    assert _is_on(row)
    row.set_checked(False)
    assert not _is_on(row)


def test_a_row_that_is_no_box_is_not_told_as_one_that_can_be_ticked(pane: QWidget) -> None:
    row = Row(Entry("Inbox", "", 12), pane)
    row.set_checked(True)
    assert _is_on(row)  # the one that is in force
    assert _told(row)[0] is QAccessible.Role.Button


def test_one_reading_of_several_is_told_as_chosen(pane: QWidget) -> None:
    first, second = (Candidate(word, 0.5, key, "", pane) for word, key in (("jeřáb", "1"), ("jeráb", "2")))
    first.set_current(True)
    assert _told(first)[0] is QAccessible.Role.RadioButton
    assert (_is_on(first), _is_on(second)) == (True, False)
    second.set_current(True)
    first.set_current(False)
    assert (_is_on(first), _is_on(second)) == (False, True)


def test_importance_is_told_with_its_value(pane: QWidget) -> None:
    squares = ImportanceEditor(pane)
    squares.set_importance(4)
    assert _told(squares) == (QAccessible.Role.Slider, "Importance")
    assert QAccessible.queryAccessibleInterface(squares).text(QAccessible.Text.Value) == "4"


def test_what_is_told_outlives_a_round_of_the_collector_and_ends_with_its_widget(
    qtbot: QtBot, pane: QWidget
) -> None:
    for number in range(40):
        chip = Chip(f"Kranwerk {number}", None, pane)
        assert _told(chip)[0] is QAccessible.Role.Button
        gc.collect(0)
        assert _told(chip) == (QAccessible.Role.Button, f"Kranwerk {number}")
        with qtbot.waitSignal(chip.destroyed):
            chip.deleteLater()
