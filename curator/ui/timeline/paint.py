"""Painting of a frame of the timeline, crisp at every pixel ratio."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from curator.ui.timeline.columns import Shape
from curator.ui.timeline.pictures import cluster_picture, dot_picture, icon_picture

if TYPE_CHECKING:
    from curator.ui.timeline.frame import Arrow, Frame, Label, Measures, Pill, Shown, View
    from curator.ui.timeline.styles import Colours, Widths
    from curator.ui.timeline.words import MarkWords


class Painting:
    """Paints the parts of one frame with one painter."""

    def __init__(
        self, painter: QPainter, colours: Colours, widths: Widths, measures: Measures, words: MarkWords
    ) -> None:
        self._painter = painter
        self._colours = colours
        self._widths = widths
        self._measures = measures
        self._words = words
        device = painter.device()
        self._ratio = device.devicePixelRatio() if device else 1.0

    def frame(self, frame: Frame, view: View, height: float, today: date, ticks: list[float]) -> None:
        """Paint everything: lines, arrows, marks, today, words, counts."""
        painter = self._painter
        painter.fillRect(QRectF(0, 0, view.width, height), self._colours.role["base"])
        for tick in ticks:
            self.line(tick, 0, 1, height, "hair")
        for _, top, _ in frame.tops[1:]:
            self.line(0, top, view.width, 1, "hair")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for arrow in frame.arrows:
            self._arrow(arrow)
        self._periods(frame)
        self.today(view.x(today.toordinal() + 0.5), 0, height)
        self._points(frame)
        for shown in frame.shown:
            for label in shown.labels:
                self._label(shown, label)
        for pill in frame.pills:
            self._pill(pill)

    def _periods(self, frame: Frame) -> None:
        for shown in frame.shown:
            if shown.shape not in (Shape.DOT, Shape.CLUSTER):
                self._period(shown)

    def _points(self, frame: Frame) -> None:
        for shown in frame.shown:
            if shown.shape == Shape.DOT:
                self._dot(shown)
            elif shown.shape == Shape.CLUSTER:
                self._cluster(shown)

    def _icon(self, x: float, y: float, size: float, name: str, role: str) -> None:
        picture = icon_picture(name, role, size, self._ratio, self._widths.key)
        self._painter.drawImage(QPointF(self.snap(x), self.snap(y)), picture)

    def focus(self, shown: Shown, more: float = 2.5) -> None:
        """The ring around what the keyboard is on, `more` pixels off."""
        half = shown.radius if shown.shape == Shape.DOT else 1.5 if shown.thin else self._measures.bar / 2
        rect = QRectF(shown.left - shown.radius, shown.y - half, shown.right - shown.left, 2 * half)
        rect.setWidth(max(rect.width(), 2 * shown.radius, 4))
        more += 3.0 if shown.selected and shown.shape != Shape.CLUSTER else 0.0
        self._painter.setPen(QPen(self._colours.role["accent"], 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = half + more if shown.shape in (Shape.DOT, Shape.CLUSTER) else 5
        self._painter.drawRoundedRect(rect.adjusted(-more, -more, more, more), radius, radius)

    def color(self, role: str) -> QColor:
        """A colour of the theme."""
        return self._colours.role[role]

    def snap(self, value: float) -> float:
        """The nearest edge of a device pixel."""
        return round(value * self._ratio) / self._ratio

    def line(self, x: float, y: float, width: float, height: float, role: str) -> None:
        """A straight line with no blur."""
        rect = QRectF(self.snap(x), self.snap(y), width, height)
        self._painter.fillRect(rect, self._colours.role[role])

    def today(self, x: float, top: float, height: float) -> None:
        """Today's line."""
        self.line(x - 0.75, top, max(1.5, 1 / self._ratio) if self._ratio > 1 else 1, height, "accent")

    def _inks(self, shown: Shown) -> tuple[QColor, QColor]:
        """The ink and the tint of a mark."""
        if shown.overdue:
            return self._colours.role["danger"], self._colours.role["danger_tint"]
        if shown.published:
            return self._colours.role["text"], self._colours.role["hover"]
        return self._colours.ink[shown.kind], self._colours.tint[shown.kind]

    def _arrow(self, arrow: Arrow) -> None:
        painter = self._painter
        color = self._colours.role["accent" if arrow.selected else "control" if arrow.quiet else "muted"]
        pen = QPen(color, 1.5 if arrow.selected else 1.0 if arrow.quiet else 1.25)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        head = 6.0 * self._measures.scale
        if arrow.y == arrow.end_y:
            painter.drawLine(QPointF(arrow.x, arrow.y), QPointF(arrow.end_x - head + 1, arrow.end_y))
        else:
            turn = min(6.0, abs(arrow.end_y - arrow.y) / 2)
            down = turn if arrow.end_y > arrow.y else -turn
            path = QPainterPath(QPointF(arrow.x, arrow.y))
            path.lineTo(arrow.x + 3 - turn / 2, arrow.y)
            path.quadTo(arrow.x + 3 + turn / 2, arrow.y, arrow.x + 3 + turn / 2, arrow.y + down)
            path.lineTo(arrow.x + 3 + turn / 2, arrow.end_y - down)
            path.quadTo(arrow.x + 3 + turn / 2, arrow.end_y, arrow.x + 3 + turn * 1.5, arrow.end_y)
            path.lineTo(arrow.end_x - head + 1, arrow.end_y)
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        tip = QPointF(arrow.end_x, arrow.end_y)
        wing = head * 0.58
        painter.drawPolygon(QPolygonF([tip, tip - QPointF(head, wing), tip - QPointF(head, -wing)]))

    def _period(self, shown: Shown) -> None:
        left, right = self.snap(max(shown.left, -60.0)), self.snap(min(shown.right, 20_000.0))
        right = max(right, left + 4)
        half = 1.0 if shown.thin else self._measures.bar / 2
        rect = QRectF(left, self.snap(shown.y) - half, right - left, 2 * half)
        if shown.selected:
            self._ring(rect, shown)
        ink, tint = self._inks(shown)
        if shown.thin:
            self._painter.fillRect(rect, ink if shown.shape == Shape.BAR else self._fading(shown, ink, 0.6))
        elif shown.shape == Shape.BAR:
            self._painter.setPen(QPen(ink, 1))
            self._painter.setBrush(tint)
            radius = min(3.0, rect.width() / 2)
            self._painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        else:
            self._open(rect, shown, ink, tint)

    def _open(self, rect: QRectF, shown: Shown, ink: QColor, tint: QColor) -> None:
        """A period that fades to its open side and is capped on the other."""
        painter, cap = self._painter, self._measures.cap
        painter.fillRect(rect, self._fading(shown, tint, 0.45))
        edge = self._fading(shown, ink, 0.6)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), edge)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), edge)
        over = 0.0 if shown.selected else self._measures.overhang
        at = rect.right() - cap if shown.shape == Shape.UNTIL else rect.left()
        painter.fillRect(QRectF(at, rect.top() - over, cap, rect.height() + 2 * over), ink)

    def _fading(self, shown: Shown, color: QColor, full: float) -> QBrush:
        """From nothing at the open side to the colour at `full` of the way."""
        clear = QColor(color)
        clear.setAlpha(0)
        left, right = shown.left, max(shown.right, shown.left + 4)
        if shown.shape == Shape.SINCE:
            left, right = right, left
        gradient = QLinearGradient(left, 0, right, 0)
        gradient.setColorAt(0, clear)
        gradient.setColorAt(full, color)
        gradient.setColorAt(1, color)
        return QBrush(gradient)

    def _ring(self, rect: QRectF, shown: Shown) -> None:
        """Two pixels of accent around a selected period; faded where the period is."""
        accent = self._colours.role["accent"]
        brush = QBrush(accent) if shown.shape == Shape.BAR else self._fading(shown, accent, 0.35)
        painter = self._painter
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        outer, inner = QPainterPath(), QPainterPath()
        gap = 1.0 if shown.shape == Shape.BAR else 2.0
        outer.addRoundedRect(rect.adjusted(-gap - 2, -gap - 2, gap + 2, gap + 2), 6, 6)
        inner.addRoundedRect(rect.adjusted(-gap, -gap, gap, gap), 4, 4)
        if shown.shape == Shape.BAR:
            painter.fillPath(inner, self._colours.role["base"])
        painter.fillPath(outer.subtracted(inner), brush)
        painter.restore()

    def _dot(self, shown: Shown) -> None:
        role = "accent" if shown.selected else "danger" if shown.overdue else ""
        ink = self._colours.role[role] if role else self._inks(shown)[0]
        base = self._colours.role["base"]
        fill = self._colours.role["danger_tint"] if shown.overdue and not shown.selected else ink
        picture = dot_picture(shown.radius, (ink.rgb(), fill.rgb(), base.rgb()), shown.selected, self._ratio)
        half = picture.width() / picture.devicePixelRatio() / 2
        self._painter.drawImage(QPointF(self.snap(shown.left - half), self.snap(shown.y - half)), picture)

    def _cluster(self, shown: Shown) -> None:
        text = self._words.count(shown.item.count)
        width = round(shown.right - shown.left)
        strength = min(3, len(str(shown.item.count)) - 1)
        picture = cluster_picture(
            text, width, round(self._measures.bar + 2), strength, self._ratio, self._widths.key
        )
        x, y = self.snap(shown.left) - 2, self.snap(shown.y - (self._measures.bar + 2) / 2) - 2
        self._painter.drawImage(QPointF(x, y), picture)
        if shown.selected:
            self.focus(shown, 1.5)

    def _label(self, shown: Shown, label: Label) -> None:
        painter = self._painter
        x = label.x
        painter.setFont(self._widths.fonts[label.inside])
        ink = self._inks(shown)[0]
        if shown.overdue:
            size = self._measures.icon
            self._icon(x, shown.y - size / 2, size, "warning-fill", "danger")
            x += size + 5
        colored = label.inside or shown.overdue
        painter.setPen(ink if colored else self._colours.role["text"])
        painter.drawText(QPointF(self.snap(x), self._widths.baseline(shown.y)), label.text)

    def _pill(self, pill: Pill) -> None:
        painter = self._painter
        half = self._measures.bar / 2
        rect = QRectF(self.snap(pill.x), self.snap(pill.y) - half, pill.width, 2 * half)
        halo = rect.adjusted(-3, -2, 3, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours.role["base"])
        painter.drawRoundedRect(halo, half + 2, half + 2)
        painter.setBrush(self._colours.role["hover"])
        painter.drawRoundedRect(rect, half, half)
        text = self._words.count(pill.count)
        width = self._widths(text, True)
        inner = 8.0
        size = 9.0 * self._measures.scale
        name = "caret-left" if pill.side < 0 else "caret-right"
        icon_x = rect.left() + inner - 2 if pill.side < 0 else rect.right() - inner + 2 - size
        text_x = rect.right() - inner - width - 1 if pill.side < 0 else rect.left() + inner + 1
        self._icon(icon_x, pill.y - size / 2, size, name, "muted")
        painter.setFont(self._widths.fonts[1])
        painter.setPen(self._colours.role["muted"])
        painter.drawText(QPointF(self.snap(text_x), self._widths.baseline(pill.y)), text)
