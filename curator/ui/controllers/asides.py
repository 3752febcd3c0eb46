"""What the desk opens and isn't changed by: export, keys, the palette, and what other programs show.

It is made when the first of these is wanted, since the windows take long to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from curator import paths
from curator.ui.windows.about import AboutDialog
from curator.ui.windows.export_dialog import ExportDialog
from curator.ui.windows.keys_window import KeysWindow
from curator.ui.windows.palette import Palette

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing


class Asides(QObject):
    """Opens the windows beside the desk that leave the library as it is."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window

    def export(self, query: str | None = None) -> None:
        """Ask what to export, and how, and write it."""
        dialog = ExportDialog(
            self._desk.library,
            self._desk.jobs,
            query=self._desk.query if query is None else query,
            selected=self._window.list.selected() if query is None else [],
            state=self._window.state,
            parent=self._window,
        )
        dialog.exported.connect(self._desk.tell)
        dialog.exec()
        dialog.deleteLater()

    def open_link(self, address: str) -> None:
        """Open a link of an article in the browser, once the editor says so."""
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if url.scheme() in {"http", "https"} and self._desk.dialogs.confirms(
            self.tr("Open a link"), address, self.tr("Open in the browser")
        ):
            QDesktopServices.openUrl(url)

    def open_logs(self) -> None:
        """Show the folder with the log files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))

    def show_about(self) -> None:
        """Say what runs here, in which versions."""
        dialog = AboutDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def open_palette(self) -> None:
        """Offer every action by name."""
        Palette(self._window.actions_, self._window).open_at_top()

    def show_keys(self) -> None:
        """Show all keys."""
        dialog = KeysWindow(self._window.actions_, self._window.state, self._window)
        dialog.exec()
        dialog.deleteLater()
