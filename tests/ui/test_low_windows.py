"""What is worked with stays in view where the window is low."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.widgets.chips import ChipsEditor
from curator.ui.workspace import Workspace


def test_the_line_for_a_new_name_is_scrolled_into_view(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for _ in range(12):
        column.addWidget(QLineEdit(inside))
    chips = ChipsEditor("Tags", lambda _typed: [], parent=inside)
    column.addWidget(chips)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.resize(300, 160)
    area.show()
    qtbot.waitExposed(area)
    assert chips.visibleRegion().isEmpty()
    chips.begin_adding()
    line = chips.findChild(QLineEdit)
    assert line is not None
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())


def test_the_fields_give_way_to_the_facts(qtbot: QtBot, window: Workspace) -> None:
    frame = window.frame
    frame.resize(1280, 900)
    qtbot.waitUntil(lambda: window.fields.height() == 224)
    frame.resize(1280, 720)
    qtbot.waitUntil(lambda: window.fields.height() < 180)
    assert window.facts.height() > 230
