"""The theme: dark follows the system, measures follow the font."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from curator.app import restyle
from curator.ui.look import styles, theme
from curator.ui.widgets.key_buttons import KeyButton


@pytest.fixture(autouse=True)
def _theme(qapp):
    yield
    theme.force(None)
    theme.follow(dark=False)
    theme._scale[:] = [1.0]
    qapp.setStyleSheet("")


def test_the_theme_follows_the_system_and_says_so(qtbot: QtBot) -> None:
    theme.follow(dark=False)
    with qtbot.waitSignal(theme.news().changed):
        theme.follow(dark=True)
    assert theme.current() is theme.DARK
    assert theme.is_dark()
    theme.force(theme.LIGHT)
    assert theme.current() is theme.LIGHT


def test_the_style_sheet_takes_the_colours_of_the_theme(qapp) -> None:
    for colours in (theme.LIGHT, theme.DARK):
        sheet = styles.sheet(colours, "check.svg", "caret.svg")
        assert "$" not in sheet
        assert f"#{colours.danger}" in sheet
        assert "check.svg" in sheet
    theme.force(theme.DARK)
    restyle(qapp)
    assert "caret-dark.svg" in qapp.styleSheet()


def test_measures_that_hold_words_grow_with_the_font(qtbot: QtBot) -> None:
    plain = KeyButton("Accept", "A").sizeHint()
    theme._scale[:] = [2.0]
    assert theme.grown(26) == 52
    assert theme.sans(9.5).pointSizeF() == 19
    large = KeyButton("Accept", "A").sizeHint()
    assert large.width() > 1.6 * plain.width()
    assert large.height() > plain.height()


def test_every_role_and_kind_has_a_colour() -> None:
    for colours in (theme.LIGHT, theme.DARK):
        assert all(colours.color(role).isValid() for role in colours.roles)
        assert all(colours.tint(kind).isValid() and colours.ink(kind).isValid() for kind in colours.KINDS)
    palette = theme.palette(theme.DARK)
    assert palette.window().color() == theme.DARK.color("window")
