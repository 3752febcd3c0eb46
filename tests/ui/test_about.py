"""About Curator and the crash dialog: versions to copy, and no article text in a report."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator import paths
from curator.ui.windows.about import AboutDialog, CrashDialog, report_of, versions
from curator.versions import version


def report(error: BaseException) -> str:
    try:
        raise error
    except type(error) as caught:
        return report_of(type(caught), caught, caught.__traceback__)


def button(dialog: AboutDialog | CrashDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def test_about_says_version_licence_and_parts(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert version() in words
    assert "Apache License 2.0" in words
    for part in ("Python", "Qt", "SQLAlchemy", "ftfy"):
        assert part in words
    button(dialog, "Copy details").click()
    assert QGuiApplication.clipboard().text() == versions()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_crash_report_names_the_fault_and_where_it_was(qtbot: QtBot) -> None:
    text = report(ZeroDivisionError("division by zero"))
    assert "ZeroDivisionError: division by zero" in text
    assert "test_about.py" in text
    assert sys.version.split()[0] in text


def test_a_report_keeps_long_and_many_lined_messages_out() -> None:
    text = report(ValueError("first\nsecret words of an article"))
    assert "first" in text
    assert "secret" not in text
    assert len(report(ValueError("x" * 5000))) < len(report(ValueError("y" * 200))) + 50


def test_an_error_without_words_can_be_reported() -> None:
    assert "RuntimeError" in report(RuntimeError())


def test_the_crash_dialog_gives_the_details_and_the_log(qtbot: QtBot) -> None:
    dialog = CrashDialog(report(KeyError("x")))
    qtbot.addWidget(dialog)
    dialog.show()
    details = dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert details.isReadOnly()
    assert any(str(paths.log_folder()) in label.text() for label in dialog.findChildren(QLabel))
    button(dialog, "Copy details").click()
    assert QGuiApplication.clipboard().text() == details.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
