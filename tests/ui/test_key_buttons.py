"""Buttons with the cap of their key: neither words nor cap are cut off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from curator.ui.widgets.key_buttons import KeyButton


@pytest.mark.parametrize("text", ["Accept", "Skip", "Zamítnout"])
def test_nothing_is_cut_off_at_any_width(qtbot: QtBot, text: str) -> None:
    button = KeyButton(text, "A")
    qtbot.addWidget(button)
    for width in range(button.minimumSizeHint().width(), button.sizeHint().width() + 12):
        button.resize(width, button.sizeHint().height())
        picture = button.grab().toImage()
        for x in (2, width - 3):
            assert _plain(picture, x), (width, x)


def _plain(picture: QImage, x: int) -> bool:
    middle = range(8, picture.height() - 8)
    return len({picture.pixel(x, y) for y in middle}) == 1
