"""Progress of a command: shown on a terminal, and stopped in order by Ctrl+C."""

from __future__ import annotations

import shutil
import signal
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager

from curator.commands import printing
from curator.domain.errors import Cancelled
from curator.domain.progress import Progress, silent


@contextmanager
def stoppable() -> Generator[Progress, None, None]:
    """A progress that is shown, and raises Cancelled once Ctrl+C is pressed; pressed again, all ends at once.

    So the work stops between two files and can still say what it did.
    """
    show = _shown() if sys.stderr.isatty() else silent
    if threading.current_thread() is not threading.main_thread():  # no other may heed signals
        yield show
        return
    asked = threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def ask(*_: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    def progress(done: int, total: int, label: str = "", /) -> None:
        if asked.is_set():
            raise Cancelled
        show(done, total, label)

    signal.signal(signal.SIGINT, ask)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)


def _shown() -> Progress:
    """Progress on the last line of a terminal, however narrow, without commands that some don't know."""
    before = 0

    def show(done: int, total: int, label: str = "", /) -> None:
        nonlocal before
        room = shutil.get_terminal_size().columns - 1
        words = printing.harmless(f"{done} of {total}  {label[-60:]}") if done < total else ""
        shown = printing.elided(words, room)
        width = printing.columns(shown)
        gone = " " * (min(before, room) - width)
        sys.stderr.write(f"\r{shown}{gone}" if shown else f"\r{gone}\r")
        sys.stderr.flush()
        before = width

    return show
