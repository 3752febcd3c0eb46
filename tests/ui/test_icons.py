"""Icons: every name used exists, and its colour follows the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QIconEngine, QPixmap

import curator.ui
from curator.ui.exports.format_rows import SIGNS
from curator.ui.look import icons, theme

_CALLS = re.compile(r"(?:icons\.(?:icon|pixmap)|icon_button)\(\s*\"([\w-]+)\"")
_PAINTED = re.compile(r"icons\.paint\([^)]*?\"([a-z-]+)\"")
_NAMED = re.compile(r"\"((?:[a-z]+-)+[a-z]+)\"")
FOLDER = Path(curator.ui.__file__).parent


def used() -> set[str]:
    texts = [file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.py")]
    found = {name for text in texts for find in (_CALLS, _PAINTED) for name in find.findall(text)}
    return found | set(SIGNS.values())


@pytest.fixture(autouse=True)
def _theme(qapp):
    yield
    theme.force(None)


def test_every_icon_that_is_drawn_exists() -> None:
    names = used()
    assert len(names) > 10
    assert sorted(names - set(icons._names())) == []


def test_marks_of_facts_and_files_exist() -> None:
    from curator.ui.facts.rows import MARKS, VERDICTS

    names = {name for name, _ in (*MARKS.values(), *VERDICTS.values())}
    assert names <= set(icons._names())


def colours_of(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_an_icon_takes_the_colour_of_the_theme_there_is_when_it_is_drawn() -> None:
    theme.force(theme.LIGHT)
    icon = icons.icon("check-circle-fill", "ok", 32)
    assert theme.LIGHT.color("ok").name() in colours_of(icon)
    theme.force(theme.DARK)
    assert theme.DARK.color("ok").name() in colours_of(icon)
    assert theme.DARK.color("control").name() in colours_of(icon, QIcon.Mode.Disabled)


def test_kinds_have_icons_in_their_ink() -> None:
    theme.force(theme.LIGHT)
    assert theme.LIGHT.ink("repair").name() in colours_of(icons.icon("wrench", "repair", 32))


def test_a_name_that_is_none_is_a_fault() -> None:
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_an_icon_that_qt_copies_keeps_what_draws_it() -> None:
    icon = icons.icon("gear", "text", 20)
    copied, drawn, before = QIcon(icon), icon.pixmap(20).toImage(), engines()
    copied.addPixmap(QPixmap(3, 3))  # it is no longer the same icon: Qt asks for another engine
    assert copied.pixmap(20).toImage() == drawn
    assert engines() == before + 1


def engines() -> int:
    return sum(isinstance(each, QIconEngine) for each in shiboken6.getAllValidWrappers())
