"""The facts of the chosen article in reading order; the current one is open, with its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QToolButton, QVBoxLayout, QWidget

from curator.domain.articles import Article, StoredFact
from curator.domain.facts import Decision, FactKind, Verdict
from curator.ui import formatting, icons, theme
from curator.ui.mnemonics import letter_menu
from curator.ui.widgets.fact_card import UNSURE, FactCard
from curator.ui.widgets.panes import FocusEdge, PaneHead, icon_button
from curator.ui.widgets.quotes import paint_quote

MARKS = {
    Decision.PROPOSED: ("circle", "control"),
    Decision.ACCEPTED: ("check-circle-fill", "ok"),
    Decision.EDITED: ("check-circle-fill", "ok"),
    Decision.REJECTED: ("x-circle-fill", "danger"),
    Decision.SKIPPED: ("skip-forward-fill", "muted"),
}
VERDICTS = {
    Verdict.CONFIRMED: ("shield-check", "ok"),
    Verdict.DOUBTFUL: ("question", "warn"),
    Verdict.WRONG: ("prohibit", "danger"),
}


class _FactList(QAbstractScrollArea):
    """Rows drawn by hand, of equal height, with the card of the current fact between them."""

    chosen = Signal(int)
    revealed = Signal(int)
    menu_requested = Signal(QPoint)
    """A menu for the current fact, at this place of the screen."""

    def __init__(self, card: FactCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[StoredFact, ...] = ()
        self._current = -1
        self._hover = -1
        self._row = theme.grown(theme.FACT_ROW)
        self._card = card
        self.emptiness = ""
        card.setParent(self.viewport())
        card.resized.connect(self._arrange)
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


class FactsPanel(QWidget):
    """Shows the facts and says what the editor decides of the current one."""

    chosen = Signal(int)
    revealed = Signal(int)
    """Enter on a fact: show its words."""
    menu_requested = Signal(QPoint)
    """What can be done with the current fact, asked for at this place of the screen."""
    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "alt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._article: Article | None = None
        self._current: int | None = None
        self.undecided = 0
        """Facts of the article that are still to decide, shown or not."""
        self.kinds: frozenset[FactKind] = frozenset(FactKind)
        self.undecided_only = False
        self.head = PaneHead(self.tr("Facts"), self)
        self._filter = self._make_filter()
        self.head.add(self._filter)
        self.card = FactCard(self)
        self._list = _FactList(self.card, self)
        self._list.chosen.connect(self.chosen)
        self._list.revealed.connect(self.revealed)
        self._list.menu_requested.connect(self.menu_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        self._edge = FocusEdge(self)

    def _make_filter(self) -> QToolButton:
        button = icon_button("funnel", self.tr("Which facts to show"), self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = letter_menu(QMenu(button))
        for kind in FactKind:
            action = menu.addAction(formatting.kind(kind))
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(partial(self._filter_kind, kind))
        menu.addSeparator()
        action = menu.addAction(self.tr("Only what is to decide"))
        action.setCheckable(True)
        action.toggled.connect(self._filter_undecided)
        button.setMenu(menu)
        return button

    def _filter_kind(self, kind: FactKind, on: bool) -> None:
        self.kinds = self.kinds | {kind} if on else self.kinds - {kind}
        self._refresh()
        self.filter_changed.emit()

    def _filter_undecided(self, on: bool) -> None:
        self.undecided_only = on
        self._refresh()
        self.filter_changed.emit()

    def show_article(self, article: Article | None, current: int | None) -> None:
        """Show an article's facts, with the one of the id `current` open."""
        if article is not self._article:  # there may be twenty thousand, and one of them is chosen often
            self.undecided = sum(fact.decision.is_open for fact in article.facts) if article else 0
        self._article, self._current = article, current
        self._refresh()

    def visible_facts(self) -> list[StoredFact]:
        """The facts shown, in reading order."""
        if self._article is None:
            return []
        if len(self.kinds) == len(FactKind) and not self.undecided_only:
            return list(self._article.facts)
        return [
            fact
            for fact in self._article.facts
            if fact.fact.kind in self.kinds
            and (not self.undecided_only or fact.decision.is_open or fact.id == self._current)
        ]

    def _refresh(self) -> None:
        everything = self._article.facts if self._article else ()
        if everything:
            text = self.tr("{open} of {all} to decide").format(
                open=formatting.count(self.undecided), all=formatting.count(len(everything))
            )
            self.head.remark.setText(text if self.undecided else self.tr("all decided"))
        else:
            self.head.remark.clear()
        self._list.emptiness = self._emptiness()
        current = next((fact for fact in everything if fact.id == self._current), None)
        if current:
            self.card.show_fact(current)
        shown = self.visible_facts()
        self._list.show_facts(shown, self._current)

    def _emptiness(self) -> str:
        if self._article is None:
            return self.tr("Choose an article to see its facts.")
        if self._article.facts:
            return self.tr("No fact of the kinds chosen. Change the filter above.")
        return self.tr("No facts found. Select words in the text and press F to add one.")


def paint_fact(painter: QPainter, box: QRectF, stored: StoredFact, *, hover: bool) -> None:
    """Draw a closed fact: ink bar, state, value, confidence, quote."""
    colours = theme.current()
    painter.save()
    if hover:
        painter.fillRect(box, colours.color("hover"))
    grown = theme.grown
    bar = QRectF(theme.PANE_MARGIN, box.top() + 5, 3, box.height() - 10)
    painter.fillRect(bar, colours.ink(str(stored.fact.kind)))
    left = theme.PANE_MARGIN + 12
    name, role = MARKS[stored.decision]
    middle = box.top() + grown(13.5)
    icons.paint(painter, QRectF(left, middle - 7.5, 15, 15), name, role)
    left += 23
    right = box.right() - theme.PANE_MARGIN
    painter.setFont(theme.sans(8.5))
    sure = formatting.percent(stored.fact.confidence)
    painter.setPen(colours.color("warn" if stored.fact.confidence < UNSURE else "muted"))
    width = QFontMetricsF(painter.font()).horizontalAdvance(sure)
    upper = QRectF(left, box.top() + grown(4), right - left, grown(19))
    painter.drawText(upper.adjusted(right - width - left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sure)
    end = right - width - 10
    if stored.verdict in VERDICTS:
        mark, role = VERDICTS[stored.verdict]
        icons.paint(painter, QRectF(end - 16, middle - 7.5, 15, 15), mark, role)
        end -= 22
    _value_line(painter, upper.adjusted(0, 0, end - right, 0), stored)
    quote = QRectF(left, box.top() + grown(22), right - left, grown(17))
    paint_quote(painter, quote, stored, theme.serif(9), theme.serif(9, 600))
    painter.restore()


def _value_line(painter: QPainter, box: QRectF, stored: StoredFact) -> None:
    colours = theme.current()
    word = formatting.approximation(stored.fact)
    if word:
        painter.setFont(theme.sans(9.5))
        painter.setPen(colours.color("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
        box = box.adjusted(QFontMetricsF(painter.font()).horizontalAdvance(word) + 6, 0, 0, 0)
    font = theme.sans(9.5, 600)
    rejected = stored.decision is Decision.REJECTED
    font.setStrikeOut(rejected)
    painter.setFont(font)
    painter.setPen(QPen(colours.color("muted" if rejected else "text")))
    text = QFontMetricsF(font).elidedText(
        formatting.value(stored.fact), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
