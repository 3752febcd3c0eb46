"""What fails within a modal window's loop of events ends the window, so that no test waits for ever."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui import modal
from tests.ui.modal import once, once_open


def test_an_act_that_fails_closes_its_window(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)

    def fail(_dialog: QDialog) -> None:
        raise ZeroDivisionError

    once_open(QDialog, fail)
    with qtbot.captureExceptions() as raised:
        dialog.exec()
    assert [kind for kind, _error, _stack in raised] == [ZeroDivisionError]


def test_what_never_comes_closes_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modal, "PATIENCE", 0.0)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    once(lambda: False, dialog.accept)
    with qtbot.captureExceptions() as raised:
        dialog.exec()
    assert [str(error) for _kind, error, _stack in raised] == [
        "What was waited for in a modal window never came."
    ]
