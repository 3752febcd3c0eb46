"""The composition root: what the desk is opened with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator import app
from curator.ui.lifecycle.frame import Frame


def test_the_journal_gets_the_name_that_was_chosen(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    frame = Frame(app.window_state())
    qtbot.addWidget(frame)
    path = tmp_path / "library.curator"
    library = app._Start(qapp, frame, path, who="Ann Novák", with_samples=False)._opened(was_there=False)
    assert library is not None
    with library:
        assert library.who == "Ann Novák"
