"""Text to be read as it is, in the fixed-width type: walked with the keyboard, and copied.

Words of the program in its place stand in the program's own type and are wrapped.
"""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from curator.ui.look import theme


class PlainView(QPlainTextEdit):
    """Shows a text that cannot be changed; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setFont(theme.mono(9))
        self.setTabChangesFocus(True)
        self.said = False
        """Whether it shows words of the program."""

    def say(self, words: str) -> None:
        """Show words of the program in place of a text."""
        self._write(words, said=True)

    def show_plain(self, text: str) -> None:
        """Show a text, its lines as long as they are."""
        self._write(text, said=False)

    def _write(self, text: str, *, said: bool) -> None:
        self.said = said
        self.setFont(theme.sans(9.5) if said else theme.mono(9))
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.WidgetWidth if said else mode.NoWrap)
        self.setPlainText(text)
