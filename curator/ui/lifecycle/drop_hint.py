"""What the window shows while files are dragged over it: whether they are taken, and which are not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from curator.services.imports import importing
from curator.ui.look import icons, theme

WIDE, HIGH, LINE = 620, 172, 22
VEIL = 0.82


@dataclass(frozen=True, slots=True)
class Hint:
    """What is said of a drag: a title, a line below it, and whether letting go imports anything."""

    title: str
    text: str
    takes: bool = True
    doubtful: bool = False
    """Whether the line below tells of files that may be refused."""


class DropHint(QWidget):
    """A veil over a window while something is dragged over it; it takes the drop itself."""

    dropped = Signal(list)
    """Paths of files and folders let go over it."""

    def __init__(self, window: QWidget, is_importing: Callable[[], bool] = lambda: False) -> None:
        super().__init__(window)
        self._window = window
        self._is_importing = is_importing
        self.setAcceptDrops(True)
        self.hint = Hint("", "")
        self._is_under = False
        self.hide()

    def hint_of(self, sources: Sequence[Path]) -> Hint:
        """What is said of files and folders that are dragged; none are what comes from elsewhere."""
        if not sources:
            return Hint(
                self.tr("Only files and folders of this computer can be dropped"),
                self.tr("Save it as a file, then drop that"),
                takes=False,
            )
        if self._is_importing():
            return Hint(
                self.tr("An import is under way"),
                self.tr("Wait for it or stop it, then drop them again"),
                takes=False,
            )
        if len(sources) == 1:
            title = self.tr("Let go to import {name}").format(name=sources[0].name or sources[0])
        else:
            title = self.tr("Let go to import %n file(s) and folder(s)", "", len(sources))
        known = importing.suffixes()
        others = [each for each in sources if each.suffix.lower() not in known and not each.is_dir()]
        if not others:
            return Hint(title, self.tr("Markdown, plain text, HTML, Word, tables, feeds, mail, JSON"))
        if len(sources) == 1:
            return Hint(
                title, self.tr("Its ending is not known: it comes in only if it is text"), doubtful=True
            )
        if len(others) == 1:
            text = self.tr("{name} has no known ending: it comes in only if it is text")
            return Hint(title, text.format(name=others[0].name), doubtful=True)
        text = self.tr("%n file(s) have no known ending: they come in only if they are text", "", len(others))
        return Hint(title, text, doubtful=True)

    def show_for(self, data: QMimeData) -> None:
        """Cover the window and say what letting go would do."""
        self.hint = self.hint_of(local_paths(data))
        self.setAccessibleName(f"{self.hint.title}. {self.hint.text}")
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def leave_unless_under(self) -> None:
        """Go away, unless what left the window's own widgets is over this one now."""
        self._is_under = False
        QTimer.singleShot(0, self, self._leave)

    def _leave(self) -> None:
        if not self._is_under:
            self.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._is_under = True
        event.acceptProposedAction()  # so that its moves and its end are told

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.hint.takes:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._is_under = False
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_under = False
        self.hide()
        if sources := local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(sources)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        veil = colours.color("window")
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        box = QRectF(0, 0, min(WIDE, self.width() - 48), HIGH)
        box.moveCenter(QRectF(self.rect()).center())
        edge = "accent" if self.hint.takes else "control"
        painter.setPen(QPen(colours.color(edge), 2, Qt.PenStyle.DashLine))
        painter.setBrush(colours.color("base"))
        painter.drawRoundedRect(box, 8, 8)
        self._write(painter, box)

    def _write(self, painter: QPainter, box: QRectF) -> None:
        icon, ink = ("tray", "accent") if self.hint.takes else ("prohibit", "muted")
        icons.paint(painter, QRectF(box.center().x() - 15, box.top() + 34, 30, 30), icon, ink)
        row = QRectF(box.left() + 24, box.top() + 76, box.width() - 48, LINE + 4)
        _line(painter, row, self.hint.title, theme.sans(11.5, 600), "text")
        row.translate(0, LINE + 6)
        _line(painter, row, self.hint.text, theme.sans(10), "warn" if self.hint.doubtful else "muted")


def _line(painter: QPainter, row: QRectF, text: str, font: QFont, role: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.current().color(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(row.width()))
    painter.drawText(row, Qt.AlignmentFlag.AlignCenter, shown)


def local_paths(data: QMimeData) -> list[Path]:
    """The local files and folders of a drag."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
