"""Faults that nothing nearer has dealt with: told in words if they are the user's to mend."""

from __future__ import annotations

from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.errors import Cancelled, CuratorError
from curator.ui.lifecycle import faults


def meet(error: BaseException) -> None:
    trace: TracebackType | None = error.__traceback__
    faults.caught(type(error), error, trace)


@pytest.fixture(autouse=True)
def ends(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The exit statuses with which the program was ended."""
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    return codes


def test_what_the_user_can_mend_is_no_crash(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], ends: list[int]
) -> None:
    meet(CuratorError("The disk is full.", "Make room."))
    assert capsys.readouterr().err == "curator: The disk is full. Make room.\n"
    assert not ends


def test_what_was_stopped_is_not_told(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    meet(Cancelled())
    assert not capsys.readouterr().err


def test_a_fault_of_ours_is_reported(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], ends: list[int]
) -> None:
    meet(ZeroDivisionError("division by zero"))
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert ends == [1]


def test_a_second_fault_does_not_end_the_program_while_the_first_is_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ends: list[int]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(faults, "is_seen", lambda: True)

    class Dialog:
        def __init__(self, report: str, _parent: object) -> None:
            self.report = report

        def exec(self) -> None:
            shown.append(self.report)
            if len(shown) == 1:
                meet(RuntimeError("the second"))

    monkeypatch.setattr("curator.ui.windows.about.CrashDialog", Dialog)
    meet(ValueError("the first"))
    assert len(shown) == 1
    assert "the first" in shown[0]
    assert not ends
