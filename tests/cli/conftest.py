"""What the commands' tests share."""

import signal

import pytest


@pytest.fixture
def heeded():
    """Programs that are started heed Ctrl+C, also where the tests are a shell's job in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
