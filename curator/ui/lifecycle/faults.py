"""Faults that nothing nearer has dealt with: told if the user can mend them, else reported."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from curator.domain.errors import Cancelled, CuratorError

log = logging.getLogger(__name__)
_shown: list[str] = []
"""What is told on the screen just now: while something is, the rest only goes to the log."""


def install() -> None:
    """Be told of every fault from now on, and of what Qt has to say."""
    sys.excepthook = caught
    qInstallMessageHandler(_qt_message)


def is_seen() -> bool:
    """Whether there is a screen to tell something on."""
    return QGuiApplication.platformName() != "offscreen"


def tell(error: CuratorError, parent: QWidget | None = None) -> None:
    """Tell what could not be done, and what can be done about it."""
    log.warning("told: %s", error)
    if not is_seen():
        print(f"curator: {error}", file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return
    from curator.ui.windows.questions import Question

    notice = Question(error.message, error.hint, parent=parent)
    notice.exec()
    notice.deleteLater()


def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Deal with an exception that came out of the program's own code (`sys.excepthook`)."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
    elif isinstance(error, CuratorError):
        _one_at_a_time(str(error), lambda: tell(error, QApplication.activeWindow()))
    elif not isinstance(error, Cancelled):
        log.critical("a fault", exc_info=(kind, error, trace))
        _show_crash(kind, error, trace)


def _show_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from curator.ui.windows.about import CrashDialog, report_of

    report = report_of(kind, error, trace)
    if not is_seen():
        print(report, file=sys.stderr)  # noqa: T201 - nobody sees a dialog here
        QApplication.exit(1)
        return
    _one_at_a_time(report, lambda: CrashDialog(report, QApplication.activeWindow()).exec())


def _one_at_a_time(words: str, show: Callable[[], object]) -> None:
    if _shown:
        log.warning("not told, since something is told already: %s", words)
        return
    _shown.append(words)
    try:
        show()
    finally:
        _shown.clear()


def _qt_message(kind: QtMsgType, _context: object, text: str) -> None:
    levels: dict[QtMsgType, Callable[[str, str], None]] = {
        QtMsgType.QtWarningMsg: log.warning,
        QtMsgType.QtCriticalMsg: log.error,
        QtMsgType.QtFatalMsg: log.critical,
    }
    levels.get(kind, log.debug)("Qt: %s", text)
