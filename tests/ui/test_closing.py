"""Closing the program while something is under way: it ends, and everything is whole."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.errors import Cancelled
from curator.domain.progress import Progress
from curator.services import checking, recleaning
from curator.services.exports import exporting
from curator.services.files import saving
from curator.services.library import Library
from curator.ui.desk import Desk
from curator.ui.lifecycle import leaving
from curator.ui.windows.export_dialog import ExportDialog
from tests.ui.modal import once, once_open


class Slow:
    """Work that says when it has begun, and goes on until it is stopped."""

    def __init__(self) -> None:
        self.begun, self.stopped = threading.Event(), threading.Event()

    def __call__(self, *_: object, progress: Progress) -> None:
        self.begun.set()
        try:
            for _number in range(100_000):
                progress(1, 2)
                threading.Event().wait(0.005)
        except Cancelled:
            self.stopped.set()
            raise


@pytest.fixture(autouse=True)
def begins_again(qapp: QApplication) -> Iterator[None]:
    """After the program has been ended no loop of events runs any more, unless it is begun anew."""
    yield
    QTimer.singleShot(0, lambda: QApplication.exit(0))
    qapp.exec()


def leave_during(qtbot: QtBot, desk: Desk, slow: Slow, begin: Callable[[], None]) -> None:
    """End the program once the work in a dialog goes on."""
    once(slow.begun.is_set, lambda: leaving.leave(desk.window.frame))
    begin()
    assert slow.stopped.is_set()
    assert not desk.window.frame.isVisible()


def test_the_program_ends_while_an_export_runs_in_its_dialog(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow()
    monkeypatch.setattr(exporting, "export", lambda *_, progress, **__: slow(progress=progress))

    def press(dialog: ExportDialog) -> None:
        dialog._target.line.setText(str(tmp_path / "out"))
        once(dialog._foot.go.isEnabled, dialog._foot.go.click)

    once_open(ExportDialog, press)
    leave_during(qtbot, desk, slow, desk.asides.export)
    with Library.open(library.path) as again:
        assert checking.check(again) == []


def test_the_program_ends_while_it_looks_at_what_would_be_saved(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow()
    monkeypatch.setattr(saving, "preview", lambda _library, _ids, _contents, told: slow(progress=told))
    leave_during(qtbot, desk, slow, desk.files.save)


def test_closing_the_window_stops_cleaning_again_and_keeps_what_is_done(
    qtbot: QtBot, desk: Desk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow()
    monkeypatch.setattr(recleaning, "reclean", lambda _library, _ids, told, **_: slow(progress=told))
    desk.recleaning._begin([1], force=True)
    assert desk.recleaning.window is not None
    qtbot.waitUntil(slow.begun.is_set)
    desk.window.frame.close()
    assert slow.stopped.is_set()
    with Library.open(library.path) as again:
        assert checking.check(again) == []


def test_a_library_that_is_gone_while_it_is_open_is_told_and_not_made_anew(
    qtbot: QtBot, desk: Desk, library: Library
) -> None:
    library.path.unlink()
    desk.edits.set_field("note", "lost?")
    assert "file is gone" in desk.window.status.words._whole
    assert not library.path.exists()
