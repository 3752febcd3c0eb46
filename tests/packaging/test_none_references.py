"""PySide6 6.12.0 gave away a reference to None at each void call, and to True at each signal sent.

After some thousand calls Python 3.11 ended the program ("deallocating None"). From 3.12 on None is immortal
and can't show it. We stay on versions that keep their references.
"""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

CALLS = 10_000
# Whatever else runs in the meantime may take or give some; the fault took one a call.
CHANCE = 500
# References for the fault to take: without them it would end the tests instead of failing them.
SPARE = [None, True, False] * (10 * CALLS)

mortal = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal: its count says nothing")


class Listener(QObject):
    """Something with a signal that carries nothing, and a slot that gives nothing."""

    heard = Signal()

    @Slot()
    def listen(self) -> None:
        """Take the signal."""


class Counted(QObject):
    """Something that Qt calls back."""

    def customEvent(self, event) -> None:
        """Take the event."""


def lost_by(call) -> int:
    """How many references to None, True or False went missing over all calls, at worst."""
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for _ in range(CALLS):
        call()
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    return max(had - has for had, has in zip(before, after, strict=True))


@mortal
def test_a_void_method_keeps_none(qapp):
    timer = QTimer()
    assert lost_by(lambda: timer.setInterval(5)) < CHANCE


@mortal
def test_a_void_method_of_a_widget_keeps_none(qapp, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert lost_by(widget.update) < CHANCE
    assert lost_by(lambda: widget.setToolTip("words")) < CHANCE


@mortal
def test_a_signal_to_a_slot_keeps_none_and_true(qapp):
    listener = Listener()
    listener.heard.connect(listener.listen)
    assert lost_by(listener.heard.emit) < CHANCE


@mortal
def test_a_virtual_method_of_ours_keeps_none(qapp):
    counted = Counted()
    assert lost_by(lambda: QCoreApplication.sendEvent(counted, QEvent(QEvent.Type.User))) < CHANCE
