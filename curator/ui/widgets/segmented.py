"""Segmented control: a few choices side by side, one of them made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from curator.ui.look import theme
from curator.ui.widgets.keycap import cap_width, paint_cap

HEIGHT = 26
MARGIN = 10.0
KEY_GAP = 6.0
KEY_MARGIN = 7.5
POINTS = 9.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: the value it stands for, its words, and the key that chooses it."""

    value: str
    words: str
    key: str = ""
    tooltip: str = ""


def _between(one: QColor, other: QColor, share: float) -> QColor:
    def mixed(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        mixed(one.red(), other.red()), mixed(one.green(), other.green()), mixed(one.blue(), other.blue())
    )


class _Segment(QAbstractButton):
    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = choice.key
        self._hovered = False
        self.setText(choice.words)
        self.setCheckable(True)
        self.setToolTip(choice.tooltip)
        self.setAccessibleName(choice.words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_key(self, key: str) -> None:
        self.key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.sans(POINTS, 600)).horizontalAdvance(self.text()) + 2 * MARGIN
        if self.key:
            width += KEY_GAP + cap_width(self.key) + KEY_MARGIN - MARGIN
        return QSize(round(width + 0.49), HEIGHT - 4)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(_between(colours.color("line"), colours.color("control"), 0.4), 1))
            painter.setBrush(colours.color("base"))
            painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        lively = self.isChecked() or self._hovered
        role = "control" if not self.isEnabled() else "text" if lively else "muted"
        painter.setFont(theme.sans(POINTS, 600 if self.isChecked() else 500))
        painter.setPen(colours.color(role))
        words = QRectF(MARGIN, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.key:
            left = self.width() - KEY_MARGIN - cap_width(self.key)
            paint_cap(painter, left, self.height() / 2, self.key, role)
        painter.end()


class Segmented(QWidget):
    """Choices side by side; Left and Right go from one to the next, a click or Space chooses."""

    chosen = Signal(str)
    """The value the user has chosen; not emitted by `set_value`."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._segments = {choice.value: _Segment(choice, self) for choice in choices}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for value, segment in self._segments.items():
            self._group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
        next(iter(self._segments.values())).setChecked(True)
        letters = QFontMetricsF(theme.sans(POINTS)).height()
        self.setFixedHeight(max(HEIGHT, round(letters + 8)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.news().changed.connect(self.update)

    @property
    def value(self) -> str:
        """The value chosen."""
        return next(value for value, segment in self._segments.items() if segment.isChecked())

    def set_value(self, value: str) -> None:
        """Choose a value in silence."""
        self._segments[value].setChecked(True)

    def set_words(self, value: str, words: str) -> None:
        """Give a segment other words ("Failed 2")."""
        segment = self._segments[value]
        if segment.text() != words:
            segment.setText(words)
            segment.setAccessibleName(words)
            segment.updateGeometry()

    def set_key(self, value: str, key: str, tooltip: str) -> None:
        """Give a segment another key ("" for none) and a tooltip that names it."""
        self._segments[value].set_key(key)
        self._segments[value].setToolTip(tooltip)

    def key(self, value: str) -> str:
        """The key shown on a segment."""
        return self._segments[value].key

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color("line"), 1))
        painter.setBrush(colours.color("hover"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
