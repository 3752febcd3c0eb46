"""Leaving: the end of the program, on Ctrl+C and when the system wants it too."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from curator.ui.lifecycle.frame import Frame


def heed_signals(app: QApplication, frame: Frame) -> None:
    """End the program on Ctrl+C or when the system wants it to end.

    Python handles a signal only when it runs, which it doesn't while Qt waits: the signal's byte on a
    socket wakes it.
    """
    ours, pythons = socket.socketpair()
    for end in (ours, pythons):
        end.setblocking(False)
    signal.set_wakeup_fd(pythons.fileno())
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: (ours.recv(64), pythons))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _stack: leave(frame))


def leave(frame: Frame) -> None:
    """Close the window, as its button does, and end the program whatever dialogs are open over it.

    A dialog at work would not be closed by Qt's `quit`, and the program would stay.
    """
    frame.close()
    QApplication.exit(0)
