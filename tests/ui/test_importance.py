"""Importance as five squares."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from curator.domain.importances import Ground, Proposal, Reason
from curator.ui.fields.importance import ImportanceEditor
from curator.ui.fields.importance_proposal import ImportanceProposal


@pytest.fixture
def editor(qtbot: QtBot) -> ImportanceEditor:
    made = ImportanceEditor()
    qtbot.addWidget(made)
    made.set_importance(3)
    return made


def chosen(editor: ImportanceEditor) -> list[object]:
    values: list[object] = []
    editor.chosen.connect(values.append)
    return values


def test_a_click_chooses_and_a_second_one_takes_away(qtbot: QtBot, editor: ImportanceEditor) -> None:
    values = chosen(editor)
    middle = editor.height() // 2
    for square in (0, 2, 4):
        place = QPoint(4 + square * (editor.SIDE + editor.GAP) + 3, middle)
        qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=place)
    assert values == [1, None, 5]


def test_digits_arrows_and_delete_work(qtbot: QtBot, editor: ImportanceEditor) -> None:
    values = chosen(editor)
    for key in (Qt.Key.Key_5, Qt.Key.Key_0, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Delete):
        qtbot.keyClick(editor, key)
    assert values == [5, None, 4, 2, None]


def test_arrows_stop_at_both_ends(qtbot: QtBot, editor: ImportanceEditor) -> None:
    values = chosen(editor)
    editor.set_importance(5)
    qtbot.keyClick(editor, Qt.Key.Key_Up)
    editor.set_importance(None)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert values == [5, None]
    assert editor.accessibleDescription() == "none"
    assert not editor.grab().isNull()


def test_a_proposal_names_whole_reasons_or_none(qtbot: QtBot) -> None:
    proposal = ImportanceProposal()
    qtbot.addWidget(proposal)
    two = (Reason(Ground.COMPANIES, count=12), Reason(Ground.COMPANIES, count=34))
    proposal.show_proposal(Proposal(4, two))
    whole = proposal.text()
    widths = range(400, 20, -10)
    said = list(dict.fromkeys(proposal.words_in(width) for width in widths))
    assert said[:3] == [whole, whole.rpartition(",")[0], "4 proposed"]
    assert not any("…" in words for words in said[:3])
