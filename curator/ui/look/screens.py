"""Screens: the room that windows have on the one where something is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 56)
"""What the system's title bar and edges take of a window, and a little air."""


def largest_window(widget: QWidget) -> QSize:
    """How large a window may be inside its frame on the screen where a widget is."""
    return room_around(widget).size() - FRAME


def room_around(widget: QWidget) -> QRect:
    """What windows may take of the screen that a widget's window is on, in the desktop's pixels.

    `QWidget.screen` must not be asked: PySide 6.11 makes the screen a child of the widget, and when the
    garbage collector takes a window with no parent, it takes the screen along, and the program crashes.
    """
    screen = QGuiApplication.screenAt(widget.window().frameGeometry().center())
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()
