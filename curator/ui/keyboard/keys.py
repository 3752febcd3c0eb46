"""Keys: how they are written and kept, which of them may be given away, and which type something."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QKeyCombination, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from curator.domain.errors import CuratorError

_NEEDED = frozenset({
    Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
})  # fmt: skip
"""Keys that move about in every window; alone they can't be given to an action."""


def shown(key: QKeySequence) -> str:
    """A key as the platform writes it."""
    text = key.toString(QKeySequence.SequenceFormat.NativeText)
    # Qt tells the two keys apart by names that no keyboard bears: both are Enter, and do the same.
    return re.sub(r"\bReturn$", "Enter", text)


def chosen(state: QSettings, name: str) -> list[QKeySequence] | None:
    """The keys that the user has given to something; None where the usual ones stand."""
    written = state.value(f"keys/{name}")
    if written is None:
        return None
    return [key for key in QKeySequence.listFromString(str(written)) if not key.isEmpty()]


def choose(state: QSettings, name: str, keys: Sequence[QKeySequence] | None) -> None:
    """Keep what the user gives to something as its keys; None: the usual ones."""
    if keys is None:
        state.remove(f"keys/{name}")
    else:
        state.setValue(f"keys/{name}", QKeySequence.listToString(list(keys)))


def refuse_needed(key: QKeySequence) -> None:
    """CuratorError for a key by which one moves about in every window."""
    if _stroke(key) in _NEEDED:
        text = QCoreApplication.translate("actions", "{key} is needed to move about.")
        raise CuratorError(text.format(key=shown(key)), _another())


def refuse_taken(key: QKeySequence, others: Mapping[str, Sequence[QKeySequence]]) -> None:
    """CuratorError for a key that something else has; `others` are keys by what has them."""
    for name, keys in others.items():
        if key in keys:
            text = QCoreApplication.translate("actions", "{key} is already the key for “{action}”.")
            raise CuratorError(text.format(key=shown(key), action=name), _another())


def _another() -> str:
    return QCoreApplication.translate("actions", "Choose another key.")


def is_bare(key: QKeySequence) -> bool:
    """Whether a key is pressed without Ctrl, Alt or Meta, and would type something into a text field."""
    if key.count() != 1:
        return False
    stroke = _combination(key)
    if stroke.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return False
    return stroke.key() < Qt.Key.Key_Escape or stroke.key() == Qt.Key.Key_Backspace


def _combination(key: QKeySequence) -> QKeyCombination:
    return cast("Mapping[int, QKeyCombination]", key)[0]  # Qt's types leave the index out


def _stroke(key: QKeySequence) -> Qt.Key | None:
    """The key of a sequence that is pressed alone, or with Shift."""
    if key.count() != 1 or _combination(key).keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    return _combination(key).key()


def is_typing(widget: QWidget | None) -> bool:
    """Whether a widget takes typed text."""
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, (QAbstractSpinBox, QKeySequenceEdit))
