"""Menus that are made when they are asked for, and go when they are closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from curator.ui.keyboard.mnemonics import letter_menu


def passing_menu(parent: QWidget) -> QMenu:
    """A menu with letters to press, that is deleted once what was chosen in it is done."""
    menu = letter_menu(QMenu(parent))
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
    return menu


def offer(menu: QMenu, words: str, does: Callable[[], object], enabled: bool = True) -> QAction:
    """Put a line under the others of a menu, with what choosing it does."""
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: does())
    action.setEnabled(enabled)
    return action


def to_clipboard(words: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(words)
