"""The frame: an empty window that says when it was seen first."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from pytestqt.qtbot import QtBot

from curator.ui.lifecycle.frame import Frame


def _frame(tmp_path: Path) -> Frame:
    return Frame(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


def test_it_is_told_once_that_the_window_was_seen(qtbot: QtBot, tmp_path: Path) -> None:
    frame, told = _frame(tmp_path), list[bool]()
    qtbot.addWidget(frame)
    frame.shown_first.connect(lambda: told.append(True))
    for _ in range(2):
        QCoreApplication.sendEvent(frame, QEvent(QEvent.Type.UpdateRequest))
        QCoreApplication.processEvents()
    assert told == [True]


def test_a_window_that_is_gone_tells_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    frame = _frame(tmp_path)
    QCoreApplication.sendEvent(frame, QEvent(QEvent.Type.UpdateRequest))
    shiboken6.delete(frame)
    with qtbot.captureExceptions() as raised:
        QCoreApplication.processEvents()
    assert not raised
