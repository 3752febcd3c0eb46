"""The places where a damaged word stands, each with a little context."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from curator.ui.look import icons, theme
from curator.ui.look.spoken_rows import SpokenRows

if TYPE_CHECKING:
    from curator.domain.damaged_words import DamagedPlace

SHOWN = 60
"""Places drawn; the rest is counted."""

_ENDS = ".!?\u2026\u3002\uff01\uff1f"
"""Signs after which nothing is missed where the context of a place ends."""

SOURCE = 0.3
"""The share of a line that its source may take."""


class RepairPlaces(QWidget):
    """The places of a word with a little context, each with a box; Space or a click ticks it."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spoken = SpokenRows(self, self)
        self._places: tuple[DamagedPlace, ...] = ()
        self.ticked: set[int] = set()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Where it stands"))

    def show_places(self, places: Sequence[DamagedPlace]) -> None:
        """Show these, all of them ticked."""
        self._places = tuple(places[:SHOWN])
        self.ticked = {place.repair_id for place in places}
        self._current = 0
        self.setFixedHeight(len(self._places) * 34 + 2)
        self.update()

    # What screen readers are told.

    def row_count(self) -> int:
        return len(self._places)

    def current_row(self) -> int:
        return self._current if self._places else -1

    def row_words(self, place: int) -> str:
        at = self._places[place]
        context = " ".join(f"{at.prefix}{at.words}{at.suffix}".split())
        return f"{at.words}: {context}, {at.source}" if at.source else f"{at.words}: {context}"

    def row_box(self, place: int) -> QRect:
        return QRect(0, place * 34, self.width(), 34)

    def row_at(self, at: QPoint) -> int:
        place = at.y() // 34
        return place if place < len(self._places) else -1

    def row_is_ticked(self, place: int) -> bool | None:
        return self._places[place].repair_id in self.ticked

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._spoken.focused()

    # How it is drawn.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self._places):
            self._paint_place(painter, QRectF(0, number * 34, self.width(), 34), place, number)

    def _paint_place(self, painter: QPainter, box: QRectF, place: DamagedPlace, number: int) -> None:
        colours = theme.current()
        ticked = place.repair_id in self.ticked
        check = QRectF(14, box.center().y() - 7, 14, 14)
        painter.setPen(QPen(colours.color("accent" if ticked else "control"), 1))
        painter.setBrush(colours.color("accent" if ticked else "base"))
        painter.drawRoundedRect(check.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if ticked:
            icons.paint(painter, check.adjusted(1.5, 1.5, -1.5, -1.5), "check-bold", "on_accent")
        if self.hasFocus() and number == self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 5, 5)
        painter.setFont(theme.sans(9))
        painter.setPen(colours.color("muted"))
        metrics = QFontMetricsF(painter.font())
        source = metrics.elidedText(place.source, Qt.TextElideMode.ElideRight, box.width() * SOURCE)
        width = metrics.horizontalAdvance(source) + 16
        end = box.right() - 14
        painter.drawText(
            QRectF(end - width, box.top(), width, 34),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            source,
        )
        self._paint_context(painter, QRectF(40, box.top(), end - width - 46, 34), place)
        painter.fillRect(QRectF(14, box.bottom() - 1, box.width() - 28, 1), colours.color("hair"))

    def _paint_context(self, painter: QPainter, box: QRectF, place: DamagedPlace) -> None:
        colours = theme.current()
        left = box.left()
        prefix = " ".join(place.prefix.split("\n")[-1].split())
        gap = " " if place.prefix[-1:].isspace() else ""
        suffix, more, _ = place.suffix.partition("\n")
        if not more and suffix and place.suffix[-1] not in _ENDS:
            suffix += "…"
        lead = f"…{prefix}{gap}" if prefix else ""
        room = box.width() - QFontMetricsF(theme.serif(10, 600)).horizontalAdvance(place.words)
        lead = QFontMetricsF(theme.serif(10)).elidedText(lead, Qt.TextElideMode.ElideLeft, max(0.0, room / 2))
        painter.setClipRect(box)
        for text, font, role in (
            (lead, theme.serif(10), "muted"),
            (place.words, theme.serif(10, 600), "text"),
            (suffix, theme.serif(10), "muted"),
        ):
            metrics = QFontMetricsF(font)
            advance = metrics.horizontalAdvance(text)
            if role == "text":
                tint = QRectF(left - 2, box.center().y() - 10, advance + 4, 20)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.tint("repair"))
                painter.drawRoundedRect(tint, 3, 3)
            painter.setFont(font)
            painter.setPen(colours.color(role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, box.right() - left))
            painter.drawText(
                QRectF(left, box.top(), box.right() - left, 34), Qt.AlignmentFlag.AlignVCenter, shown
            )
            left += advance
        painter.setClipping(False)

    def _toggle(self, number: int) -> None:
        if 0 <= number < len(self._places):
            self._current = number
            self.ticked ^= {self._places[number].repair_id}
            self.update()
            self._spoken.ticked(number)
            self.ticks_changed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._toggle(int(event.position().y() // 34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._places:
            self._current = max(0, min(len(self._places) - 1, self._current + step))
            self.update()
            self._spoken.focused()
        elif event.key() == Qt.Key.Key_Space:
            self._toggle(self._current)
        else:
            super().keyPressEvent(event)

    def first(self) -> DamagedPlace | None:
        """The place that "this place" means."""
        return self._places[self._current] if self._places else None
