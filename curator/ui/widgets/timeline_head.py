"""The head of the timeline: the choice of lanes, and the legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from curator.ui import theme
from curator.ui.widgets.timeline_words import tr


class _Segment(QAbstractButton):
    """One choice; the checked one is a key on the strip."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.sans(9, 600)).horizontalAdvance(self.text())
        return QSize(round(width) + 20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        checked = self.isChecked()
        if checked or self.hasFocus():
            focus = self.hasFocus()
            painter.setPen(QPen(colors.color("accent" if focus else "control"), 2 if focus else 1))
            painter.setBrush(colors.color("base") if checked else Qt.BrushStyle.NoBrush)
            inset = 1.0 if focus else 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.setFont(theme.sans(9, 600 if checked else 500))
        strong = checked or self.underMouse()
        painter.setPen(colors.color("text" if strong else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segments(QWidget):
    """A few words of which one is chosen; `chosen` carries its key. Arrow keys go along."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for key, text in choices:
            button = _Segment(text, self)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        self.setFixedHeight(max(24, round(QFontMetricsF(theme.sans(9)).height() + 8)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def choose(self, key: str) -> None:
        """Show a choice, silently."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """The button of a choice."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt moves the check along with the arrows but tells nobody that it was clicked.
        keys = list(self._buttons)
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        now = next((key for key, button in self._buttons.items() if button.isChecked()), keys[0])
        if by:
            key = keys[(keys.index(now) + by) % len(keys)]
            self._buttons[key].setFocus()
            self._buttons[key].click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.setBrush(colors.color("hover"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class Legend(QWidget):
    """What each shape means; leaves out entries from the left where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = (
            ("dot", 8.0, tr("day")),
            ("bar", 6.0, tr("quarter")),
            ("bar", 12.0, tr("half")),
            ("bar", 24.0, tr("year")),
            ("until", 26.0, tr("by, open start")),
            ("overdue", 26.0, tr("overdue")),
            ("today", 1.5, tr("today")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(
            tr("Dot: day. Bars: quarter, half, year. Open to the left: by. Red: overdue. Line: today.")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.sans(8.5)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        y = self.height() / 2
        right = float(self.width())
        for shape, width, text in reversed(self.entries):
            left = right - metrics.horizontalAdvance(text)
            start = left - 6 - width - (1 if shape in ("dot", "today") else 0)
            if start < 8:
                break
            painter.setPen(theme.current().color("muted"))
            painter.drawText(QPointF(left, y + metrics.capHeight() / 2), text)
            _swatch(painter, shape, QRectF(start, y - 4, width, 8))
            right = start - 16


def _swatch(painter: QPainter, shape: str, rect: QRectF) -> None:
    colors = theme.current()
    middle = rect.center().y()
    if shape == "dot":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("text"))
        painter.drawEllipse(rect)
    elif shape == "bar":
        painter.setPen(QPen(colors.ink("date"), 1))
        painter.setBrush(colors.tint("date"))
        box = QRectF(round(rect.left()) + 0.5, round(middle - 4) + 0.5, rect.width() - 1, 7)
        painter.drawRoundedRect(box, 1.5, 1.5)
    elif shape == "today":
        painter.fillRect(QRectF(rect.left(), middle - 7, 1.5, 14), colors.color("accent"))
    else:
        late = shape == "overdue"
        ink = colors.color("danger") if late else colors.ink("date")
        tint = colors.color("danger_tint") if late else colors.tint("date")
        _fading_swatch(painter, QRectF(rect.left(), round(middle - 4), rect.width(), 8), ink, tint)


def _fading_swatch(painter: QPainter, box: QRectF, ink: QColor, tint: QColor) -> None:
    for color, part in ((tint, box), (ink, QRectF(box.left(), box.top(), box.width(), 1)),
                        (ink, QRectF(box.left(), box.bottom() - 1, box.width(), 1))):  # fmt: skip
        clear = QColor(color)
        clear.setAlpha(0)
        gradient = QLinearGradient(box.topLeft(), box.topRight())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, color)
        painter.fillRect(part, gradient)
    painter.fillRect(QRectF(box.right() - 2.5, box.center().y() - 6, 2.5, 12), ink)
