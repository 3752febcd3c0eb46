"""A unified diff to read: what goes and what comes, in colour and by its sign."""

from __future__ import annotations

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from curator.ui.look import theme
from curator.ui.widgets.plain_view import PlainView

LONGEST = 200_000
"""Characters of a diff that are shown."""

_HEADING = 2
"""Lines of a diff that name the files."""

_SIGNS = (("@@", "accent", ""), ("\\", "muted", ""), ("+", "text", "ok_tint"), ("-", "text", "danger_tint"))


class DiffView(PlainView):
    """Shows one diff."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._colours = _Colours(self.document())
        theme.news().changed.connect(self._colours.rehighlight)

    def show_diff(self, diff: str) -> None:
        """Show a diff."""
        self.show_plain(diff[:LONGEST])


class _Colours(QSyntaxHighlighter):
    def highlightBlock(self, text: str) -> None:
        if self.currentBlock().blockNumber() < _HEADING:
            ink, tint = "muted", ""
        else:
            ink, tint = next((rest for sign, *rest in _SIGNS if text.startswith(sign)), ("text", ""))
        shown = QTextCharFormat()
        shown.setForeground(theme.current().color(ink))
        if tint:
            shown.setBackground(theme.current().color(tint))
        self.setFormat(0, len(text), shown)
