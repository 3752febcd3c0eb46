"""A library of three articles and the desk on it, in a real window."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLayout, QLayoutItem
from pytestqt.qtbot import QtBot

from curator.services.backing_up import backup
from curator.services.imports.importing import import_paths
from curator.services.library import Library
from curator.ui.controllers import overview, own_files
from curator.ui.desk import Desk
from curator.ui.lifecycle.frame import Frame
from curator.ui.workspace import Workspace

ARTICLES = {
    "harbour.md": """---
title: Harbour cranes for 40 million euros
date: '2026-03-02 08:00:00'
source: {name: Port Courier}
author: Ida Holm
importance: 3
companies: [Kranwerk]
tags: [ports]
layout: post
---

The port buys cranes from Kranwerk for 40 million euros. They arrive by 2028.

Power of the new drives: 12 megawatts. About 15 percent of the work is paid by the city.
""",
    "bridge.txt": """Brücke für 25 Millionen Euro

Die Stadt baut bis 2027 eine Brücke für 25 Millionen Euro. Siemens liefert die Signale.
""",
    "lamps.md": """---
title: Lampy za dva miliony
date: 2025-11-20
source: Večerní list
lang: cs
---

Město koupí lampy za 2 miliony korun. Hotovo má být v druhé polovině roku 2026.
""",
}


@dataclass
class Answers:
    """Answers to the desk's questions, given beforehand."""

    files: list[Path] = field(default_factory=list)
    folder: Path | None = None
    words: str | None = None
    yes: bool = True
    target: Path | None = None
    told: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)
    """Where the choice of what to import began, each time."""

    def files_to_import(self, start: str = "") -> list[Path]:
        self.starts.append(start)
        return self.files

    def folder_to_import(self, start: str = "") -> Path | None:
        self.starts.append(start)
        return self.folder

    def text(
        self, _title: str, _label: str, _value: str = "", _choices: Sequence[str] = (), *, action: str = ""
    ) -> str | None:
        return self.words

    def confirms(self, _title: str, _text: str, _action: str) -> bool:
        return self.yes

    def place_to_save(self, _title: str, _name: str) -> Path | None:
        return self.target

    def file_to_open(self, _title: str, _pattern: str) -> Path | None:
        return self.target

    def tell(self, _title: str, text: str, _details: str = "") -> None:
        self.told.append(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the three articles."""
    place = tmp_path / "articles"
    place.mkdir()
    for name, text in ARTICLES.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the three articles, to be copied."""
    place = tmp_path_factory.mktemp("imported")
    for name, text in ARTICLES.items():
        (place / name).write_text(text, encoding="utf-8")
    with Library.open(place / "library.curator") as opened:
        import_paths(opened, [place])
        return backup(opened, place / "copy.curator")


@pytest.fixture
def library(tmp_path: Path, imported: Path) -> Iterator[Library]:
    """A library that holds the three articles, of this test alone."""
    with Library.open(Path(shutil.copy(imported, tmp_path / "library.curator"))) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk reads anew at once, and looks for changed files only when a test asks for it."""
    monkeypatch.setattr(overview, "SETTLE", 1)
    monkeypatch.setattr(own_files, "FIRST", 1_000_000_000)
    monkeypatch.setattr(own_files, "PAUSE", math.inf)


@pytest.fixture(autouse=True)
def _no_item_of_qts() -> Iterator[None]:
    """No layout item that Qt made is known to Python, which would take it for what comes to its address.

    `addLayout` makes those of a filled layout known for good, if what it goes into is a widget's already.
    """
    yield
    known = [each for each in shiboken6.getAllValidWrappers() if isinstance(each, QLayoutItem)]
    assert all(isinstance(each, QLayout) or shiboken6.createdByPython(each) for each in known)


@pytest.fixture
def answers() -> Answers:
    """What the user answers when asked."""
    return Answers()


Make = Callable[[str], Workspace]
"""Makes a workspace in a window of its own that keeps its state in a file of that name."""


@pytest.fixture
def make_workspace(qtbot: QtBot, tmp_path: Path) -> Make:
    """Makes workspaces, each in a window that is shown."""

    def make(name: str) -> Workspace:
        frame = Frame(QSettings(str(tmp_path / name), QSettings.Format.IniFormat))
        qtbot.addWidget(frame)
        frame.resize(1440, 900)
        workspace = Workspace(frame)
        frame.setCentralWidget(workspace)
        with qtbot.waitExposed(frame):
            frame.show()
        return workspace

    return make


@pytest.fixture
def window(make_workspace: Make) -> Workspace:
    """The workspace with nothing in it."""
    return make_workspace("window.ini")


@pytest.fixture
def desk(qtbot: QtBot, window: Workspace, library: Library, answers: Answers) -> Iterator[Desk]:
    """The desk on the library, with everything read."""
    made = Desk(window, library, answers)
    made.open()
    qtbot.waitUntil(made.settled)
    yield made
    window.frame.close()
