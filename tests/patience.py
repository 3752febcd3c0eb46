"""How long a test waits for what is sure to come: so long that only what never comes fails it.

A machine may be slow and busy with other things. So no test sets a limit of its own: `qtbot` waits for
PATIENCE, and threads, processes and files are waited for with it.
"""

from __future__ import annotations

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

PATIENCE = 120.0
"""Seconds."""

_WAITS = ("waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitExposed", "waitActive")


class PatientQtBot(QtBot):
    """pytest-qt's own, whose waits end after PATIENCE, not after five seconds."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        for name in _WAITS:
            setattr(self, name, partial(getattr(self, name), timeout=int(PATIENCE * 1000)))
        super().__init__(request)
