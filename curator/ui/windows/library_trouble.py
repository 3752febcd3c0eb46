"""A library that did not open: why, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from curator.domain.errors import CuratorError
from curator.ui.windows.questions import Question

translate = QCoreApplication.translate


def another_try(library: Path, error: CuratorError, parent: QWidget | None = None) -> Path | None:
    """The library to try next: the same again, or one that the user names; None ends the program."""
    again = translate("library_trouble", "Try again")
    other = translate("library_trouble", "Another library…")
    while True:
        question = Question(
            translate("library_trouble", "The library did not open"),
            str(error),
            actions=[again, other],
            leave=translate("library_trouble", "Quit"),
            parent=parent,
        )
        question.exec()
        question.deleteLater()
        if question.chosen != other:
            return library if question.chosen == again else None
        chosen = asked_for(library, parent)
        if chosen:
            return chosen


def asked_for(library: Path, parent: QWidget | None) -> Path | None:
    """Another library than this one, as the user names it; None if none is named."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("library_trouble", "Open another library"),
        str(library.parent),
        translate("library_trouble", "Libraries (*.curator *.sqlite *.db);;All files (*)"),
    )
    return Path(name) if name else None
