"""Buttons with the cap of their key: neither words nor cap are cut off."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from curator.ui.look import theme
from curator.ui.widgets.key_buttons import KeyButton, KeyHint
from curator.ui.widgets.keycap import cap_width


@pytest.mark.parametrize("text", ["Accept", "Skip", "Zamítnout"])
def test_nothing_is_cut_off_at_any_width(qtbot: QtBot, text: str) -> None:
    button = KeyButton(text, "A")
    qtbot.addWidget(button)
    for width in range(button.minimumSizeHint().width(), button.sizeHint().width() + 12):
        button.resize(width, button.sizeHint().height())
        picture = button.grab().toImage()
        for x in (2, width - 3):
            assert _plain(picture, x), (width, x)


def test_a_key_cap_is_as_wide_as_its_word(qtbot: QtBot) -> None:
    hint = KeyHint("Space", "skip")
    qtbot.addWidget(hint)
    assert cap_width("Space") > QFontMetricsF(theme.sans(8)).horizontalAdvance("Space") > cap_width("A") / 2
    assert cap_width("") == 0
    assert hint.sizeHint().width() > KeyHint("A", "skip").sizeHint().width()
    assert hint.accessibleName() == "Space: skip"
    assert not hint.grab().isNull()


def _plain(picture: QImage, x: int) -> bool:
    middle = range(8, picture.height() - 8)
    return len({picture.pixel(x, y) for y in middle}) == 1
