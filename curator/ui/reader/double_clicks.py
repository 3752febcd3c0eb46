"""What a double click selects where words stand without blanks."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from curator.ui.reader.word_edges import run_at


def select_run(view: QTextEdit, point: QPoint) -> bool:
    """Select the signs of one script at a point of Chinese or Japanese; False, and nothing, elsewhere."""
    cursor = view.cursorForPosition(point)
    block = cursor.block()
    text = block.text()
    units = cursor.positionInBlock() - (point.x() < view.cursorRect(cursor).left())
    if units < 0:
        return False
    found = run_at(text, _points(text, units))
    if found is None:
        return False
    cursor.setPosition(block.position() + _units(text[: found.start]))
    cursor.setPosition(block.position() + _units(text[: found.end]), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    return True


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def _points(text: str, units: int) -> int:
    """The code points before a place that Qt counts in UTF-16."""
    ends = accumulate(_units(sign) for sign in text)
    return next((place for place, end in enumerate(ends) if end > units), len(text))
