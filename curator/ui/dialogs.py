"""Questions to the user, behind an interface, so that tests can answer them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

translate = QCoreApplication.translate


class Dialogs(Protocol):
    """What the desk may ask."""

    def files_to_import(self) -> list[Path]: ...

    def folder_to_import(self) -> Path | None: ...

    def text(self, title: str, label: str, value: str = "", choices: Sequence[str] = ()) -> str | None: ...

    def confirms(self, title: str, text: str, action: str) -> bool: ...

    def place_to_save(self, title: str, name: str) -> Path | None: ...

    def file_to_open(self, title: str, pattern: str) -> Path | None: ...

    def tell(self, title: str, text: str, details: str = "") -> None: ...


class QtDialogs:
    """The questions as Qt's dialogs over a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def files_to_import(self) -> list[Path]:
        from curator.services import importing  # the desk starts without it

        names, _ = QFileDialog.getOpenFileNames(
            self._window, translate("dialogs", "Import files"), "",
            translate("dialogs", "Articles, tables and feeds ({patterns});;All files (*)").format(
                patterns=" ".join(f"*{suffix}" for suffix in importing.suffixes())
            ),
        )  # fmt: skip
        return [Path(name) for name in names]

    def folder_to_import(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window, translate("dialogs", "Import a folder"))
        return Path(name) if name else None

    def text(self, title: str, label: str, value: str = "", choices: Sequence[str] = ()) -> str | None:
        if choices:
            text, fine = QInputDialog.getItem(self._window, title, label, list(choices), 0, editable=True)
        else:
            text, fine = QInputDialog.getText(self._window, title, label, text=value)
        return text.strip() if fine and text.strip() else None

    def confirms(self, title: str, text: str, action: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, title, text, parent=self._window)
        yes = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is yes

    def place_to_save(self, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name)
        return Path(chosen) if chosen else None

    def file_to_open(self, title: str, pattern: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", pattern)
        return Path(chosen) if chosen else None

    def tell(self, title: str, text: str, details: str = "") -> None:
        box = QMessageBox(QMessageBox.Icon.Information, title, text, parent=self._window)
        box.setDetailedText(details)
        box.exec()
