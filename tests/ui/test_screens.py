"""Screens: they outlive the windows that asked for their size."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.lifecycle.frame import Frame
from curator.ui.look import screens
from curator.ui.look.screens import room_around
from curator.ui.windows.sizes import keep_size


class Circular(QDialog):
    """A window that only the garbage collector can take."""

    def __init__(self) -> None:
        super().__init__()
        self.circle = self
        keep_size(self, "circular", (400, 300), None)


class CircularFrame(Frame):
    """The desk's window, with the same trouble."""

    def __init__(self, state: QSettings) -> None:
        super().__init__(state)
        self.circle = self


def test_windows_that_the_garbage_collector_takes_leave_the_screen(
    qapp: QApplication, tmp_path: Path
) -> None:
    lost: list[str] = []
    QGuiApplication.primaryScreen().destroyed.connect(lambda: lost.append("the screen"))
    state = QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat)
    for make in (Circular, partial(CircularFrame, state)):
        windows = [make(), make()]
        del windows
        gc.collect()
    assert lost == []


def test_a_window_is_told_the_room_of_the_screen_that_it_is_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(QRect(10, 10, 200, 200))
    part = QWidget(window)
    assert room_around(part) == QGuiApplication.primaryScreen().availableGeometry()


def test_a_window_beyond_all_screens_is_told_the_room_of_the_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.move(90_000, 90_000)
    assert room_around(window) == QGuiApplication.primaryScreen().availableGeometry()


def test_the_window_opens_no_larger_than_its_screen_has_room_for_with_its_title_bar(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "room_around", lambda _widget: QRect(0, 0, 1000, 700))
    frame = Frame(QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(frame)
    assert (frame.width(), frame.height()) == (984, 644)
