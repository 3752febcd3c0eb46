"""The list of an article's facts: a row each, and between them the card of the current one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from curator.domain.articles import StoredFact
from curator.ui.facts.card import FactCard
from curator.ui.facts.rows import fact_words, paint_fact
from curator.ui.look import formatting, theme
from curator.ui.look.spoken_rows import SpokenRows


class FactList(QAbstractScrollArea):
    """Rows drawn by hand, of equal height, with the card of the current fact between them."""

    chosen = Signal(int)
    revealed = Signal(int)
    menu_requested = Signal(QPoint)
    """A menu for the current fact, at this place of the screen."""

    def __init__(self, card: FactCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken = SpokenRows(self, self)
        self._facts: tuple[StoredFact, ...] = ()
        self._current = -1
        self._hover = -1
        self._row = theme.grown(theme.FACT_ROW)
        self._card = card
        self.emptiness = ""
        card.setParent(self.viewport())
        card.resized.connect(self._make_room)
        card.hide()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(self._row // 2)
        self.setAccessibleName(self.tr("Facts"))

    def show_facts(self, facts: Sequence[StoredFact], current: int | None) -> None:
        """Show facts, with the one of the id `current` open."""
        before = self._facts[self._current].id if 0 <= self._current < len(self._facts) else None
        self._facts = tuple(facts)
        places = {fact.id: place for place, fact in enumerate(self._facts)}
        self._current = -1 if current is None else places.get(current, -1)
        self._card.setVisible(self._current >= 0)
        self._arrange()
        if current is not None and current != before and self._current >= 0:
            self._reveal()
        self.viewport().update()
        self._spoken.told()

    # What screen readers are told.

    def row_count(self) -> int:
        return len(self._facts)

    def current_row(self) -> int:
        return self._current

    def row_words(self, place: int) -> str:
        return self.tr("Fact {number} of {all}: {words}").format(
            number=formatting.count(place + 1),
            all=formatting.count(len(self._facts)),
            words=fact_words(self._facts[place]),
        )

    def row_box(self, place: int) -> QRect:
        height = self._card_height() if place == self._current else self._row
        top = self._top(place) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), height).translated(self.viewport().pos())

    def row_at(self, at: QPoint) -> int:
        place = self._place_at(self.viewport().mapFrom(self, at).y())
        return -1 if place == self._current else place  # the card has widgets of its own

    def row_is_ticked(self, _place: int) -> bool | None:
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._spoken.focused()

    # How it is laid out and drawn.

    def _card_height(self) -> int:
        return self._card.height_for(self.viewport().width() - 16) + 8

    def _top(self, place: int) -> int:
        extra = self._card_height() - self._row if 0 <= self._current < place else 0
        return place * self._row + extra

    def _place_at(self, y: int) -> int:
        y += self.verticalScrollBar().value()
        if self._current >= 0 and y >= self._top(self._current) + self._card_height():
            y -= self._card_height() - self._row
        elif self._current >= 0 and y >= self._top(self._current):
            return self._current
        place = y // self._row
        return place if 0 <= place < len(self._facts) else -1

    def _arrange(self) -> None:
        total = self._top(len(self._facts)) + 8
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, total - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        self._move_card()
        self.viewport().update()

    def _make_room(self) -> None:
        """Lay out anew around the card, which has grown or shrunk; one that is typed into stays in sight."""
        self._arrange()
        typed_into = QApplication.focusWidget()
        if self._current >= 0 and typed_into is not None and self._card.isAncestorOf(typed_into):
            self._reveal()

    def _move_card(self) -> None:
        if self._current >= 0:
            top = self._top(self._current) - self.verticalScrollBar().value() + 4
            width = self.viewport().width() - 16
            self._card.setGeometry(QRect(8, top, width, self._card_height() - 8))

    def _reveal(self) -> None:
        bar = self.verticalScrollBar()
        top, height = self._top(self._current), self._card_height()
        if top < bar.value():
            bar.setValue(max(0, top - self._row))
        elif top + height > bar.value() + self.viewport().height():
            bar.setValue(min(top, top + height - self.viewport().height() + self._row))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._move_card()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self._current >= 0:
            self._reveal()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.current().color("alt"))
        if not self._facts:
            painter.setPen(theme.current().color("muted"))
            painter.setFont(theme.sans(9))
            box = QRectF(self.viewport().rect()).adjusted(theme.PANE_MARGIN, 8, -theme.PANE_MARGIN, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.emptiness)
            return
        first = max(0, self._place_at(event.rect().top()))
        for place in range(first, len(self._facts)):
            top = self._top(place) - self.verticalScrollBar().value()
            if top > event.rect().bottom():
                break
            if place != self._current:
                box = QRectF(0, top, self.viewport().width(), self._row)
                paint_fact(painter, box, self._facts[place], hover=place == self._hover)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint().y())
        if place != self._hover:
            self._hover = place
            self.viewport().update()

    def leaveEvent(self, _event: object) -> None:  # type: ignore[override]
        self._hover = -1
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose_at(event.position().toPoint().y())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if self._current >= 0:  # below the value of the open card, where the eye is
                place = self._card.mapToGlobal(QPoint(theme.PANE_MARGIN, theme.grown(theme.FACT_ROW)))
        else:
            self._choose_at(self.viewport().mapFromGlobal(place).y())
        if self._current >= 0:
            self.menu_requested.emit(place)

    def _choose_at(self, y: int) -> None:
        place = self._place_at(y)
        if place >= 0 and place != self._current:
            self.chosen.emit(self._facts[place].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        last = len(self._facts) - 1
        if event.key() in steps and self._facts:
            place = max(0, min(last, self._current + steps[Qt.Key(event.key())]))
            self.chosen.emit(self._facts[place].id)
        elif event.key() == Qt.Key.Key_Home and self._facts:
            self.chosen.emit(self._facts[0].id)
        elif event.key() == Qt.Key.Key_End and self._facts:
            self.chosen.emit(self._facts[last].id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current >= 0:
            self.revealed.emit(self._facts[self._current].id)
        elif event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(300, 300)
