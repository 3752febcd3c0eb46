"""The quiet pop-up that says what a mark is, and when it comes and goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from curator.ui.look import formatting, theme
from curator.ui.timeline.board import Board
from curator.ui.timeline.columns import Shape
from curator.ui.timeline.frame import Pill, Shown
from curator.ui.timeline.plot import TimelinePlot
from curator.ui.timeline.words import description, period_of_days, tr
from curator.ui.widgets.article_rows import elided_lines

_DELAY = 350
"""How long the pointer rests on something until the pop-up comes, in milliseconds."""
_PADDING = 10
_WIDTH = 360


class Hint(QWidget):
    """A few lines next to the pointer: the first strong, the others plain and then muted."""

    def __init__(self, parent: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.lines: list[str] = []
        self._heading: list[str] = []

    def tell(self, lines: Sequence[str], place: QPoint) -> None:
        """Show lines beside a place of the screen, above it rather than outside the screen."""
        self.lines = list(lines)
        # What it is about is broken into two lines sooner than cut off: there is nowhere else to read it.
        self._heading = elided_lines(self.lines[0], theme.sans(9.5, 600), _WIDTH, 2) if self.lines else []
        self.setAccessibleName(". ".join(lines))
        size = self.sizeHint()
        self.resize(size)
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(place.x() + 12, room.right() - size.width() - 4)
        y = place.y() + 16
        if y + size.height() > room.bottom() - 4:
            y = place.y() - 12 - size.height()
        self.move(max(x, room.left() + 4), max(y, room.top() + 4))
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        rows = [(QFontMetricsF(font), text) for font, text, _ in self._rows()]
        width = max((metrics.horizontalAdvance(text) for metrics, text in rows), default=0)
        height = sum(metrics.height() + 2 for metrics, _ in rows)
        return QSize(round(min(width, _WIDTH)) + 2 * _PADDING + 2, round(height) + 2 * _PADDING - 4)

    def _rows(self) -> list[tuple[QFont, str, str]]:
        """What is written under each other: the font, the words, the role of their colour."""
        heading = [(theme.sans(9.5, 600), text, "text") for text in self._heading]
        roles = ["text", *["muted"] * len(self.lines)]
        return heading + [
            (theme.sans(9), text, role) for text, role in zip(self.lines[1:], roles, strict=False)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        # Round corners would be black on a screen whose windows can't be seen through.
        painter.fillRect(self.rect(), colours.color("line"))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), colours.color("base"))
        y = float(_PADDING - 2)
        for font, text, role in self._rows():
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(colours.color(role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 2 * _PADDING)
            painter.drawText(QRectF(_PADDING, y, self.width() - 2 * _PADDING, metrics.height()), shown)
            y += metrics.height() + 2


class HintAtPointer(QObject):
    """Brings the pop-up where the pointer rests on something, and takes it away when one turns from it."""

    def __init__(self, plot: TimelinePlot, hint: Hint) -> None:
        super().__init__(hint)
        self._plot = plot
        self._hint = hint
        self._hit: object = None
        self._place = QPointF()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self._tell)
        plot.pointed.connect(self._point)
        plot.range_changed.connect(self.hide)
        plot.installEventFilter(self)

    def hide(self) -> None:
        """Take the pop-up away, also one that was to come."""
        self._timer.stop()
        self._hint.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # At exit Qt takes the focus away from what is half destroyed.
        if event.type() == QEvent.Type.FocusOut and isValid(self._hint) and isValid(self._timer):
            self.hide()
        return False

    def _point(self, hit: object, place: QPointF) -> None:
        before, self._hit, self._place = self._hit, hit, place
        if hit is None:
            self.hide()
        elif hit is not before:
            if self._hint.isVisible():
                self._tell()
            else:
                self._timer.start()

    def _tell(self) -> None:
        lines = said_of(self._hit, self._plot.board)
        if lines:
            self._hint.tell(lines, self._place.toPoint())


def said_of(hit: object, board: Board) -> list[str]:
    """What there is to say of something on the plot."""
    if isinstance(hit, Pill):
        text = tr("{count} earlier") if hit.side < 0 else tr("{count} later")
        return [text.format(count=formatting.count(hit.count)), tr("Click to go to the nearest")]
    if not isinstance(hit, Shown):
        return []
    if hit.shape == Shape.CLUSTER:
        text = tr("{count} marks").format(count=formatting.count(hit.item.count))
        return [text, period_of_days(*board.span(hit)), tr("Click to zoom in")]
    members = board.members(hit)
    index = board.index()
    mark = board.columns.marks[index if index in members else members[0]]
    lines = description(mark, board.today)
    if len(members) > 1:
        lines.append(tr("1 of {count} here; click for the next").format(count=formatting.count(len(members))))
    return lines
