"""A line for a word of an article: what it asks for stands in the program's type, the word in the serif."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QWidget

from curator.ui.look import theme

MARGINS = 8
"""Pixels above and below the word together, with the line's outline."""


class WordLine(QLineEdit):
    """A line that is typed into; `points` is the size of the word."""

    def __init__(self, asked: str, points: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = points
        self.setPlaceholderText(asked)
        self.setAccessibleName(asked)
        # As high as the serif needs, so that nothing moves with the first letter.
        self.setMinimumHeight(QFontMetrics(theme.serif(points)).height() + MARGINS)
        self.textChanged.connect(self._set_type)
        self._set_type(self.text())

    def _set_type(self, text: str) -> None:
        self.setFont(theme.serif(self._points) if text else theme.sans(10))
