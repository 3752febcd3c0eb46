"""The composition root of the desktop: application, window, then library and desk.

What the first paint does not need is imported after it: SQLAlchemy, the services, pyqtgraph.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QLocale, QSettings, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from curator import paths
from curator.domain.errors import CuratorError
from curator.ui.lifecycle import faults, leaving
from curator.ui.lifecycle.frame import Frame
from curator.ui.look import theme
from curator.ui.look.translations import Translation

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile, Qt

    from curator.services.library import Library
    from curator.ui.desk import Desk
    from curator.ui.lifecycle.first_look import FirstLook
    from curator.ui.lifecycle.snapshots import Snapshot
    from curator.ui.workspace import Workspace

log = logging.getLogger(__name__)


def run(
    library: Path,
    *,
    who: str | None = None,
    screenshot: Path | None = None,
    size: tuple[int, int] = (1440, 900),
    scale: float = 1.0,
    dark: bool | None = None,
    with_samples: bool = False,
) -> int:
    """Open the desk on a library until its window is closed; gives the exit status.

    `who` is the name that the journal gets, unless the account's. `screenshot` renders the window without a
    display, saves the picture and ends. `dark` overrules the system's setting; `with_samples` imports the
    shipped samples first.
    """
    if screenshot:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    # What is imported stays: looking for garbage among it takes a tenth of the start.
    gc.disable()
    app = application(dark=dark)
    frame = Frame(window_state())
    if screenshot:
        frame.resize(QSize(*size))
    start = _Start(app, frame, library, who=who, with_samples=with_samples)
    start.screenshot = screenshot
    frame.shown_first.connect(start.furnish)
    frame.show()
    status = app.exec()
    return status if start.desk else status or 1


class _Start:
    """The steps after the first paint: panels, the last look of the desk, then the library itself."""

    def __init__(
        self, app: QApplication, frame: Frame, library: Path, *, who: str | None, with_samples: bool
    ) -> None:
        self._app, self._frame, self._library, self._who = app, frame, library, who
        self._with_samples = with_samples
        self._trace = _Trace()
        self.screenshot: Path | None = None
        self.desk: Desk | None = None
        self._claim: QLockFile | None = None

    def furnish(self) -> None:
        """Fill the frame and show what was there when it was closed."""
        self._trace("painted")
        leaving.heed_signals(self._app, self._frame)
        from curator.ui.lifecycle import snapshots

        self._app.styleHints().colorSchemeChanged.connect(_follow)
        last = None if self._with_samples else snapshots.read(self._library)
        first_look = self._show_first(last) if last else None
        workspace = self._make_workspace(first_look)
        if last:
            workspace.show_last(last)
        try:
            library = self._opened(was_there=last is not None)
            self.desk = self._make_desk(workspace, library) if library else None
        except CuratorError as error:
            faults.tell(error, self._frame)
        if self.desk is None:
            QApplication.exit(1)
            return
        if not last:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            self._trace("ready")
        # The desk's jobs have it collected from now on, in this thread.
        gc.freeze()
        if self.screenshot:
            from curator.ui.look.screenshots import save_when_settled

            save_when_settled(self._app, self._frame, self.desk.settled, self.screenshot)

    def _show_first(self, last: Snapshot) -> FirstLook:
        from curator.ui.lifecycle.first_look import FirstLook

        shown = FirstLook(self._frame.outline)
        shown.show(last)
        self._app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._trace("ready")
        return shown

    def _make_workspace(self, first_look: FirstLook | None) -> Workspace:
        from curator.ui.workspace import Workspace

        workspace = Workspace(self._frame, first_look)
        # Styled before it was whole, each widget would be polished again with every new parent.
        restyle(self._app)
        theme.news().changed.connect(lambda: restyle(self._app))
        self._frame.setCentralWidget(workspace)
        return workspace

    def _opened(self, *, was_there: bool) -> Library | None:
        """The library, or another one that the user names where it cannot be opened; None: neither.

        One that is known to have been there is not made anew without being asked.
        """
        from curator.services.library import Library

        while True:
            try:
                if was_there:
                    from curator.ui.windows.library_trouble import expect

                    expect(self._library)
                return Library.open(self._library, who=self._who)
            except CuratorError as error:
                log.error("the library did not open: %s", error)  # noqa: TRY400 - no fault of ours
                if not faults.is_seen():
                    raise
                from curator.ui.windows.library_trouble import another_try

                chosen = another_try(self._library, error, self._frame)
            if chosen is None:
                return None
            self._library = chosen

    def _make_desk(self, workspace: Workspace, library: Library) -> Desk:
        from curator.ui.desk import Desk
        from curator.ui.dialogs import QtDialogs
        from curator.ui.lifecycle.claims import claim

        if self._with_samples:
            from curator.services.imports.importing import import_paths

            import_paths(library, [paths.resource("samples")])
        desk = Desk(workspace, library, QtDialogs(self._frame))
        desk.open()
        self._claim, is_shared = claim(library.path)
        if is_shared:
            told = QCoreApplication.translate("app", "This library is open in another window of Curator, too")
            desk.tell(told, "muted")
        return desk


def application(*, dark: bool | None = None) -> QApplication:
    """The one application object, in the look of the theme and the language of the system."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("curator")
    app.setApplicationDisplayName("Curator")
    app.setDesktopFileName("org.curator.Curator")
    app.setStyle("Fusion")
    icon = paths.resource("icons", "curator.svg")
    if icon.exists():
        app.setWindowIcon(QIcon(str(icon)))
    _translate(app)
    if dark is not None:
        theme.force(theme.DARK if dark else theme.LIGHT)
    theme.follow_system()
    recolour(app)
    theme.news().changed.connect(lambda: recolour(app))
    faults.install()
    return app


def _follow(scheme: Qt.ColorScheme) -> None:
    theme.follow(dark=scheme.name == "Dark")


def recolour(app: QApplication) -> None:
    """Take palette and font from the current theme."""
    app.setPalette(theme.palette(theme.current()))
    app.setFont(theme.sans(9.5))


def restyle(app: QApplication) -> None:
    """Take the style sheet of stock widgets from the current theme."""
    from curator.ui.look import styles

    colours = theme.current()
    shade = "dark" if theme.is_dark() else "light"
    tick, caret = (paths.resource("icons", f"{name}-{shade}.svg").as_posix() for name in ("check", "caret"))
    app.setStyleSheet(styles.sheet(colours, tick, caret))


def window_state() -> QSettings:
    """What the window keeps between starts."""
    return QSettings(str(paths.config_folder() / "window.ini"), QSettings.Format.IniFormat)


def _translate(app: QApplication) -> None:
    """English for its plurals, then the system's language over it as far as it is translated."""
    folder = str(paths.resource("i18n"))
    for locale in (QLocale("en"), QLocale()):
        translator = Translation(app)
        if translator.load(locale, "curator", "_", folder):
            app.installTranslator(translator)


class _Trace:
    """Tells when the start reached a point, if CURATOR_TRACE_STARTUP is set."""

    def __init__(self) -> None:
        self._wanted = bool(os.environ.get("CURATOR_TRACE_STARTUP"))

    def __call__(self, event: str) -> None:
        if self._wanted:
            said = {"event": event, "at": time.time(), "cpu": time.process_time()}
            print(json.dumps(said), file=sys.stderr, flush=True)  # noqa: T201 - for the benchmark
