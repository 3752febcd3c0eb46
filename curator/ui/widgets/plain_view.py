"""Text to be read as it is, in the fixed-width type: walked with the keyboard, and copied."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from curator.ui import theme


class PlainView(QPlainTextEdit):
    """Shows a text that cannot be changed; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setFont(theme.mono(9))
        self.setTabChangesFocus(True)
