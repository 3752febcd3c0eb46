"""The steps of a window beside the desk: counted as they are made, and taken back no further."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.services import editing, listing, reading
from curator.services.library import Library
from curator.ui.background.own_steps import OwnSteps


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def steps(library: Library, window: QWidget, told: list[tuple[str, str]]) -> OwnSteps:
    made = OwnSteps(library, window)
    made.told.connect(lambda words, kind: told.append((words, kind)))
    return made


def note(library: Library) -> str:
    return reading.article(library, first(library)).fields.note


def first(library: Library) -> int:
    return listing.identifiers(library, "")[0]


def test_only_what_was_changed_here_is_taken_back(library: Library, steps: OwnSteps) -> None:
    editing.set_field(library, [first(library)], "note", "before")
    applied = steps.make(lambda: editing.set_field(library, [first(library)], "note", "here"))
    assert applied is not None
    assert steps.count == 1
    assert steps.undo() is not None
    assert steps.count == 0
    assert steps.undo() is None
    assert note(library) == "before"


def test_a_change_that_changes_nothing_is_no_step(library: Library, steps: OwnSteps) -> None:
    editing.set_field(library, [first(library)], "note", "before")
    applied = steps.make(lambda: editing.set_field(library, [first(library)], "note", "before"))
    assert applied is not None
    assert applied.step is None
    assert steps.count == 0


def test_what_was_refused_is_told_and_no_step(
    library: Library, steps: OwnSteps, told: list[tuple[str, str]]
) -> None:
    assert steps.make(lambda: editing.set_field(library, [first(library)], "importance", "nine")) is None
    assert [kind for _, kind in told] == ["danger"]
    assert steps.count == 0


def test_a_step_that_was_taken_back_elsewhere_changes_nothing_more(
    library: Library, steps: OwnSteps, told: list[tuple[str, str]]
) -> None:
    steps.make(lambda: editing.set_field(library, [first(library)], "note", "here"))
    while editing.undo(library):
        pass
    assert steps.undo() is None
    assert told == [("Nothing changed", "muted")]
