"""A line for names, with those the library knows offered while one is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

Completions = Callable[[str], Sequence[str]]
"""Gives the names that begin so."""


class NamesLine(QLineEdit):
    """A line of text that completes the name being typed, the last one where there are several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Completions = lambda _begun: ()
        self._names = QStringListModel(self)
        self._completer = _LastName(self)
        self._completer.setModel(self._names)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(self._completer)
        self.textEdited.connect(self._offer)

    def complete(self, known: Completions, *, several: bool = False) -> None:
        """Offer these names; `several` where names stand apart by commas."""
        self._known = known
        self._completer.several = several
        self._names.setStringList([])

    def _offer(self, text: str) -> None:
        begun = self._completer.splitPath(text)[0]
        self._names.setStringList(list(self._known(begun)) if begun else [])


class _LastName(QCompleter):
    """Completes what stands after the last comma."""

    several = False

    def splitPath(self, path: str) -> list[str]:
        return [(path.rpartition(",")[2] if self.several else path).strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        name = str(index.data())
        line = self.widget()
        if not self.several or not isinstance(line, QLineEdit):
            return name
        before, comma, _ = line.text().rpartition(",")
        return f"{before}{comma} {name}" if comma else name
