"""Files dragged over the window: what it says of them, and that it takes them wherever they are let go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.ui.lifecycle.frame import Frame
from curator.ui.workspace import Workspace

_COPY, _LEFT, _NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_PLACE = QPoint(300, 200)


@pytest.fixture
def frame(qtbot: QtBot, window: Workspace) -> Frame:
    window.frame.show()
    qtbot.waitExposed(window.frame)
    return window.frame


def _urls(*addresses: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(addresses))
    return data


def _of(*files: Path) -> QMimeData:
    return _urls(*(QUrl.fromLocalFile(str(file)) for file in files))


def _enter(target: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(_PLACE, _COPY, data, _LEFT, _NONE)
    QCoreApplication.sendEvent(target, event)
    return event.isAccepted()


def _move(target: QWidget, data: QMimeData) -> bool:
    event = QDragMoveEvent(_PLACE, _COPY, data, _LEFT, _NONE)
    QCoreApplication.sendEvent(target, event)
    return event.isAccepted()


def _drop(target: QWidget, data: QMimeData) -> None:
    QCoreApplication.sendEvent(target, QDropEvent(QPointF(_PLACE), _COPY, data, _LEFT, _NONE))


def test_files_over_the_window_are_told_and_taken_where_they_are_let_go(
    qtbot: QtBot, frame: Frame, tmp_path: Path
) -> None:
    data = _of(tmp_path / "a.md", tmp_path / "b.html")
    assert _enter(frame, data)
    hint = frame.drop_hint
    assert hint.isVisible()
    assert hint.geometry() == frame.rect()
    assert "2 file(s)" in hint.accessibleName()
    QCoreApplication.sendEvent(frame, QDragLeaveEvent())  # it goes over to the hint, that is above all now
    assert _enter(hint, data)
    qtbot.wait(1)
    assert hint.isVisible()
    assert _move(hint, data)
    dropped: list[list[Path]] = []
    frame.dropped.connect(dropped.append)
    _drop(hint, data)
    assert dropped == [[tmp_path / "a.md", tmp_path / "b.html"]]
    assert hint.isHidden()


def test_the_hint_goes_when_the_files_leave_the_window(qtbot: QtBot, frame: Frame, tmp_path: Path) -> None:
    data = _of(tmp_path / "a.md")
    _enter(frame, data)
    _enter(frame.drop_hint, data)
    QCoreApplication.sendEvent(frame.drop_hint, QDragLeaveEvent())
    assert frame.drop_hint.isHidden()
    _enter(frame, data)
    QCoreApplication.sendEvent(frame, QDragLeaveEvent())  # given up before it moved on
    qtbot.waitUntil(frame.drop_hint.isHidden)


def test_what_is_dragged_from_a_page_of_the_net_is_refused_with_a_reason(frame: Frame) -> None:
    data = _urls(QUrl("https://example.org/a.html"))
    _enter(frame, data)
    _enter(frame.drop_hint, data)
    assert frame.drop_hint.isVisible()
    assert not _move(frame.drop_hint, data)
    assert "this computer" in frame.drop_hint.hint.title


def test_words_dragged_over_the_window_show_nothing(frame: Frame) -> None:
    words = QMimeData()
    words.setText("Kranwerk")
    assert not _enter(frame, words)
    assert frame.drop_hint.isHidden()


def test_files_of_no_known_ending_are_told_before_they_are_let_go(frame: Frame, tmp_path: Path) -> None:
    hint = frame.drop_hint
    folder = tmp_path / "news.2026"
    folder.mkdir()
    assert not hint.hint_of([folder, tmp_path / "a.TXT"]).doubtful
    one = hint.hint_of([tmp_path / "press.pdf", tmp_path / "a.txt"])
    assert one.takes
    assert one.doubtful
    assert "press.pdf" in one.text
    assert "2 file(s)" in hint.hint_of([tmp_path / "press.pdf", tmp_path / "kit.zip"]).text
    assert "a.txt" in hint.hint_of([tmp_path / "a.txt"]).title
    alone = hint.hint_of([tmp_path / "press.pdf"])
    assert "press.pdf" in alone.title
    assert "press.pdf" not in alone.text
    assert alone.doubtful


def test_a_whole_disk_is_named_by_its_place(frame: Frame) -> None:
    assert "/" in frame.drop_hint.hint_of([Path("/")]).title


def test_while_an_import_is_under_way_no_other_is_promised(
    frame: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "is_importing", lambda: True)
    assert _enter(frame, _of(tmp_path / "a.md"))
    assert frame.drop_hint.hint.title == "An import is under way"
    assert not _move(frame.drop_hint, _of(tmp_path / "a.md"))
