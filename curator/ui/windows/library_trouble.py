"""A library that did not open: why, and what can be done about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from curator.domain.errors import CuratorError
from curator.services.library import Library
from curator.ui.windows.questions import Question

translate = QCoreApplication.translate


def another_try(library: Path, error: CuratorError, parent: QWidget | None = None) -> Path | None:
    """The library to try next: the same again, or one that the user names; None ends the program.

    Where there is no file, the same may be an empty one, made anew.
    """
    again = translate("library_trouble", "Try again")
    other = translate("library_trouble", "Another library…")
    fresh = translate("library_trouble", "New library")
    while True:
        question = Question(
            translate("library_trouble", "The library did not open"),
            str(error),
            actions=[again, other] if library.exists() else [again, other, fresh],
            leave=translate("library_trouble", "Quit"),
            parent=parent,
        )
        question.exec()
        question.deleteLater()
        if question.chosen == fresh:
            Library.open(library).close()
            return library
        if question.chosen != other:
            return library if question.chosen == again else None
        chosen = asked_for(library, parent)
        if chosen:
            return chosen


def expect(library: Path) -> None:
    """Raise CuratorError where the file of a library is gone that was open here before."""
    if not library.exists():
        message = translate("library_trouble", "The library is not where it was: {path}.")
        hint = translate("library_trouble", "It may be on a drive that is not connected, or was moved.")
        raise CuratorError(message.format(path=library), hint)


def asked_for(library: Path, parent: QWidget | None) -> Path | None:
    """Another library than this one, as the user names it; None if none is named."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        translate("library_trouble", "Open another library"),
        str(library.parent),
        translate("library_trouble", "Libraries (*.curator *.sqlite *.db);;All files (*)"),
    )
    return Path(name) if name else None
