"""The editor of a note: as many lines as it has, up to six."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from curator.ui.fields.field_lines import mark_refusal
from curator.ui.look import theme

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")


class NoteEdit(QPlainTextEdit):
    """A note of several lines that grows with its text; saved when it is left."""

    committed = Signal(str)
    left = Signal()
    """Esc: the note is done with."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = self._before = ""
        self._refused = False
        self.setProperty("kind", "field")
        self.setFont(theme.sans(9.5))
        self.document().setDocumentMargin(2)  # a note of one line is as high as any other field
        self.setTabChangesFocus(True)
        self.setAccessibleName(label)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().contentsChanged.connect(lambda: QTimer.singleShot(0, self, self._fit))
        self._fit()

    def show_value(self, value: str, missing: str = "", *, fresh: bool = False) -> None:
        """Show a note; what is typed or was refused stays, unless the note is that of another article."""
        self._value = value
        self.setPlaceholderText(missing)
        if self._refused and not fresh:
            return
        self._mark("")
        if (fresh or not self.hasFocus()) and self.text() != _as_shown(value):
            self.setPlainText(value)

    def text(self) -> str:
        """What stands there, blanks that keep together among it, which Qt's plain text makes common ones."""
        return _as_shown(self.document().toRawText())

    def commit(self) -> None:
        """Give out what was typed, if it is another note."""
        text = self.text()
        if text != _as_shown(self._value):
            self._before, self._value = self._value, text
            self._mark("")
            self.committed.emit(text)

    def refuse(self, reason: str) -> None:
        """Say why the note was not kept; it stays, and is given out again when it is left again."""
        self._value = self._before
        self._mark(reason)

    def is_unsaved(self) -> bool:
        """Whether there may be words in it that nobody has kept."""
        return self._refused or self.hasFocus()

    def _mark(self, reason: str) -> None:
        self._refused = bool(reason)
        mark_refusal(self, reason)

    def _fit(self) -> None:
        lines = max(1, min(6, self.document().lineCount() or self.blockCount()))
        needed = lines * self.fontMetrics().lineSpacing() + 8
        self.setFixedHeight(max(needed, theme.grown(theme.FIELD_HEIGHT)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._value)
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _as_shown(text: str) -> str:
    """A note as it can stand in the field, where one line end is like another."""
    return _LINE_END.sub("\n", text).strip(" \t\n")
