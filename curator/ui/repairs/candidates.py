"""The readings that a damaged word may have, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from curator.ui.keyboard.own_keys import ENTER
from curator.ui.look import formatting, screen_readers, theme
from curator.ui.widgets.keycap import cap_width, paint_cap

WORDS, NOTES = 46.0, 240.0
"""Where a reading begins, and the note beside it if the reading is short."""
GAP = 16.0
LEAST_NOTE = 48.0
"""Pixels below which the beginning of a note says nothing."""
MEASURE = 224.0
"""Pixels at the right for the bar, the percentage and the margins of the key."""


class Candidate(QWidget):
    """One reading with its probability as a bar, and the digit that chooses it."""

    chosen = Signal()

    def __init__(self, text: str, confidence: float | None, key: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._confidence, self._key, self._note = text, confidence, key, note
        self.current = False
        self.setFixedHeight(42)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sure = formatting.percent(confidence) if confidence is not None else ""
        self.setAccessibleName(f"{text} {sure}")
        self.setToolTip(text)
        screen_readers.tell_role(self, QAccessible.Role.RadioButton)
        screen_readers.tell_on(self, False)

    def set_current(self, current: bool) -> None:
        """Show whether it is the reading chosen."""
        self.current = current
        screen_readers.tell_on(self, current)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        box = QRectF(self.rect()).adjusted(0.5, 1, -0.5, -1)
        if self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            tint = colours.tint("repair")
            tint.setAlphaF(0.6)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        dot = QRectF(14, box.center().y() - 7.5, 15, 15)
        painter.setPen(QPen(colours.color("accent" if self.current else "control"), 5 if self.current else 1))
        painter.setBrush(colours.color("base"))
        inset = 2.5 if self.current else 0.5
        painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset))
        self._paint_words(painter)
        self._measure(painter)

    def _paint_words(self, painter: QPainter) -> None:
        """The reading, and as much of a note beside it as has room; both give way to the bar."""
        colours = theme.current()
        note, middle = theme.sans(9.5), Qt.AlignmentFlag.AlignVCenter
        end = self.width() - MEASURE - cap_width(self._key)
        room = end - WORDS
        painter.setFont(theme.serif(12.5, 600 if self.current else 400))
        painter.setPen(colours.color("text" if self._confidence is not None else "muted"))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.drawText(QRectF(WORDS, 0, max(0.0, room), self.height()), middle, shown)
        beside = QFontMetricsF(note)
        left = WORDS + metrics.horizontalAdvance(shown) + GAP
        left = max(left, min(NOTES, end - beside.horizontalAdvance(self._note)))
        if end - left < LEAST_NOTE:
            return
        painter.setFont(note)
        painter.setPen(colours.color("muted"))
        said = beside.elidedText(self._note, Qt.TextElideMode.ElideRight, end - left)
        painter.drawText(QRectF(left, 0, end - left, self.height()), middle, said)

    def _measure(self, painter: QPainter) -> None:
        colours = theme.current()
        left = self.width() - 14.0 - cap_width(self._key)
        paint_cap(painter, left, self.height() / 2, self._key)
        if self._confidence is None:
            return
        sure = formatting.percent(self._confidence)
        painter.setFont(theme.sans(9.5, 600 if self.current else 400))
        painter.setPen(colours.color("text" if self.current else "muted"))
        place = QRectF(left - 70, 0, 56, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, sure)
        bar = QRectF(place.left() - 124, self.height() / 2 - 3, 120, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("line"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(colours.ink("repair") if self.current else colours.color("muted"))
        share = QRectF(bar.left(), bar.top(), max(6.0, bar.width() * self._confidence), 6)
        painter.drawRoundedRect(share, 3, 3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {*ENTER, Qt.Key.Key_Space}:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
