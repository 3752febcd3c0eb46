"""Questions to the user, behind an interface, so that tests can answer them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

translate = QCoreApplication.translate


class Dialogs(Protocol):
    """What the desk may ask."""

    def files_to_import(self, start: str = "") -> list[Path]: ...

    def folder_to_import(self, start: str = "") -> Path | None: ...

    def text(
        self, title: str, label: str, value: str = "", choices: Sequence[str] = (), *, action: str = ""
    ) -> str | None: ...

    def confirms(self, title: str, text: str, action: str) -> bool: ...

    def place_to_save(self, title: str, name: str) -> Path | None: ...

    def file_to_open(self, title: str, pattern: str) -> Path | None: ...

    def tell(self, title: str, text: str, details: str = "") -> None: ...


class QtDialogs:
    """The questions as Qt's dialogs over a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._answers: dict[str, str] = {}
        """The last choice under each title, which is offered again."""

    def files_to_import(self, start: str = "") -> list[Path]:
        from curator.services.imports import importing  # the desk starts without it

        names, _ = QFileDialog.getOpenFileNames(
            self._window, translate("dialogs", "Import files"), start,
            translate("dialogs", "Articles, tables and feeds ({patterns});;All files (*)").format(
                patterns=" ".join(f"*{suffix}" for suffix in importing.suffixes())
            ),
        )  # fmt: skip
        return [Path(name) for name in names]

    def folder_to_import(self, start: str = "") -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window, translate("dialogs", "Import a folder"), start)
        return Path(name) if name else None

    def text(
        self, title: str, label: str, value: str = "", choices: Sequence[str] = (), *, action: str = ""
    ) -> str | None:
        from curator.ui.windows.questions import TextQuestion

        last = self._answers.get(title, "") if choices else ""
        question = TextQuestion(title, label, value or last, choices, action=action, parent=self._window)
        fine = question.exec() == QDialog.DialogCode.Accepted
        text = question.text() if fine else ""
        question.deleteLater()
        if text:
            self._answers[title] = text
        return text or None

    def confirms(self, title: str, text: str, action: str) -> bool:
        return self._asked(title, text, [action]) == action

    def place_to_save(self, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name)
        return Path(chosen) if chosen else None

    def file_to_open(self, title: str, pattern: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", pattern)
        return Path(chosen) if chosen else None

    def tell(self, title: str, text: str, details: str = "") -> None:
        self._asked(title, text, details=details)

    def _asked(self, title: str, text: str, actions: Sequence[str] = (), details: str = "") -> str:
        from curator.ui.windows.questions import Question

        question = Question(title, text, actions=actions, details=details, parent=self._window)
        question.exec()
        question.deleteLater()
        return question.chosen
