"""The composition root of the desktop: application, window, then library and desk.

What the first paint does not need is imported after it: SQLAlchemy, the services, pyqtgraph.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSettings, QSize, QTimer, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from curator import paths
from curator.domain.errors import CuratorError
from curator.ui import styles, theme
from curator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from curator.ui.desk import Desk

log = logging.getLogger(__name__)


def run(
    library: Path,
    *,
    screenshot: Path | None = None,
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
    dark: bool | None = None,
    with_samples: bool = False,
) -> int:
    """Open the desk on a library until its window is closed; gives the exit status.

    `screenshot` renders the window without a display, saves the picture and ends. `dark` overrules the
    system's setting; `with_samples` imports the shipped samples first.
    """
    if screenshot:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    app = application(dark=dark)
    window = MainWindow(window_state())
    if screenshot:
        window.resize(QSize(*size))
    trace = _Trace()
    opened: list[Desk] = []

    def open_desk() -> None:
        trace("painted")
        try:
            opened.append(_open(window, library, with_samples=with_samples))
        except CuratorError as error:
            _tell_and_quit(window, error)
            return
        QTimer.singleShot(0, lambda: trace("ready"))
        if screenshot:
            _save_when_settled(app, opened[0], screenshot)

    window.shown_first.connect(open_desk)
    window.show()
    status = app.exec()
    return 0 if opened else status or 1


def application(*, dark: bool | None = None) -> QApplication:
    """The one application object, in the look of the theme and the language of the system."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("curator")
    app.setApplicationDisplayName("Curator")
    app.setDesktopFileName("curator")
    app.setStyle("Fusion")
    icon = paths.resource("icons", "curator.svg")
    if icon.exists():
        app.setWindowIcon(QIcon(str(icon)))
    _translate(app)
    if dark is not None:
        theme.force(theme.DARK if dark else theme.LIGHT)
    restyle(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.news().changed.emit())
    theme.news().changed.connect(lambda: restyle(app))
    sys.excepthook = _crashed
    qInstallMessageHandler(_qt_message)
    # Python only handles Ctrl+C between Qt's events; a slow tick lets it.
    signal.signal(signal.SIGINT, lambda _number, _frame: app.quit())
    return app


def restyle(app: QApplication) -> None:
    """Put palette, fonts and style sheet in the colours of the current theme."""
    colours = theme.current()
    app.setPalette(theme.palette(colours))
    app.setFont(theme.sans(9.5))
    tick = paths.resource("icons", f"check-{'dark' if theme.is_dark() else 'light'}.svg")
    app.setStyleSheet(styles.sheet(colours, tick.as_posix()))


def window_state() -> QSettings:
    """What the window keeps between starts."""
    return QSettings(str(paths.config_folder() / "window.ini"), QSettings.Format.IniFormat)


def _open(window: MainWindow, path: Path, *, with_samples: bool) -> Desk:
    from curator.services.importing import import_paths
    from curator.services.library import Library
    from curator.ui.desk import Desk
    from curator.ui.dialogs import QtDialogs

    library = Library.open(path)
    if with_samples:
        import_paths(library, [paths.resource("samples")])
    desk = Desk(window, library, QtDialogs(window))
    desk.open()
    return desk


def _tell_and_quit(window: MainWindow, error: CuratorError) -> None:
    log.error("the library did not open: %s", error)
    if QGuiApplication.platformName() == "offscreen":
        print(f"curator: {error}", file=sys.stderr)  # noqa: T201 - there is no window to say it in
    else:
        QMessageBox.critical(window, "Curator", str(error))
    QApplication.exit(1)


def _save_when_settled(app: QApplication, desk: Desk, target: Path) -> None:
    """Take the picture once nothing is under way and everything was painted."""
    deadline = time.monotonic() + 20

    def look() -> None:
        if not desk.settled() and time.monotonic() < deadline:
            QTimer.singleShot(50, look)
            return
        picture = desk.window.grab()
        target.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(target)):
            print(f"curator: The picture could not be written. ({target})", file=sys.stderr)  # noqa: T201
            app.exit(1)
            return
        desk.window.close()
        app.quit()

    QTimer.singleShot(100, look)


def _translate(app: QApplication) -> None:
    translator = QTranslator(app)
    if translator.load(QLocale(), "curator", "_", str(paths.resource("i18n"))):
        app.installTranslator(translator)


class _Trace:
    """Tells when the start reached a point, if CURATOR_TRACE_STARTUP is set."""

    def __init__(self) -> None:
        self._wanted = bool(os.environ.get("CURATOR_TRACE_STARTUP"))

    def __call__(self, event: str) -> None:
        if self._wanted:
            print(json.dumps({"event": event, "at": time.time()}), file=sys.stderr, flush=True)  # noqa: T201


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    log.critical("a fault", exc_info=(kind, error, trace))
    _show_crash(kind, error, trace)


def _show_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from curator.ui.windows.about import CrashDialog, report_of

    report = report_of(kind, error, trace)
    if QGuiApplication.platformName() == "offscreen" or _shown:
        print(report, file=sys.stderr)  # noqa: T201 - nobody sees a dialog here
        return
    _shown.append(report)
    CrashDialog(report, QApplication.activeWindow()).exec()
    _shown.clear()


_shown: list[str] = []
"""The crash report on the screen: while one is shown, others only go to the log."""


def _qt_message(kind: QtMsgType, _context: object, text: str) -> None:
    levels: dict[QtMsgType, Callable[[str, str], None]] = {
        QtMsgType.QtWarningMsg: log.warning,
        QtMsgType.QtCriticalMsg: log.error,
        QtMsgType.QtFatalMsg: log.critical,
    }
    levels.get(kind, log.debug)("Qt: %s", text)
