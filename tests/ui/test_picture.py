"""The picture of the desk that `--screenshot` saves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.look.screenshots import save_when_settled


class _Late:
    """Work whose last job ends just as it is asked: its row is there, but not laid out yet."""

    def __init__(self, frame: QWidget) -> None:
        self.frame = frame
        self._is_filled = False

    def settled(self) -> bool:
        """Whether nothing is under way; the first time, the row comes in that very moment."""
        if not self._is_filled:
            row = QLabel("a row")
            row.setStyleSheet("background: #ff0000")
            layout = self.frame.layout()
            assert layout is not None
            layout.addWidget(row)
            self._is_filled = True
        return True


def test_what_came_last_is_laid_out_in_the_picture(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    QVBoxLayout(frame).setContentsMargins(0, 0, 0, 0)
    frame.resize(400, 300)
    frame.show()
    left: list[bool] = []
    monkeypatch.setattr(qapp, "quit", lambda: left.append(True))

    save_when_settled(qapp, frame, _Late(frame).settled, tmp_path / "desk.png")
    qtbot.waitUntil(lambda: bool(left))

    picture = QImage(str(tmp_path / "desk.png"))
    corner = picture.pixelColor(picture.width() - 5, picture.height() - 5)
    assert corner.name() == "#ff0000"
