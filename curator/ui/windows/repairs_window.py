"""Repairs: the guesses one by one, each with its candidates and all the places where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.errors import CuratorError
from curator.domain.facts import Decision
from curator.services import editing, repairing, reviewing
from curator.ui import formatting, icons, theme
from curator.ui.panels.status_bar import StatusBar
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.keycap import cap_width, paint_cap
from curator.ui.widgets.own_keys import ENTER
from curator.ui.widgets.panes import ElidedLabel, rule, section_head
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.side_lists import paint_ground, side_list

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from curator.domain.changes import Applied
    from curator.domain.damaged_words import DamagedPlace, DamagedWord
    from curator.services.library import Library

WORD = Qt.ItemDataRole.UserRole
GUESSES, CERTAIN = "guesses", "certain"
HERE, EVERYWHERE = "here", "everywhere"
SHOWN = 60
"""Places drawn; the rest is counted."""


class _WordRows(QStyledItemDelegate):
    """A damaged word over its proposal, with the number of places and how sure it is."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 54)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        word: DamagedWord = index.data(WORD)
        colours = theme.current()
        painter.save()
        top, low = paint_ground(painter, option)
        _write(painter, top, word.before, theme.mono(9.5), colours.ink("repair").name())
        _write(painter, low, word.after, theme.serif(10.5), colours.color("text").name())
        count = str(len(word.places))
        _write(painter, top, count, theme.sans(9.5, 600), colours.color("text").name(), right=True)
        sure = "✓" if word.decided else formatting.percent(word.confidence)
        role = "ok" if word.decided else "warn" if word.confidence < 0.8 else "muted"
        _write(painter, low, sure, theme.sans(9), colours.color(role).name(), right=True)
        painter.restore()


def _write(
    painter: QPainter, box: QRectF, text: str, font: object, colour: str, *, right: bool = False
) -> None:
    painter.setFont(font)  # type: ignore[call-overload]
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) - 40)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


class _Candidate(QWidget):
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
        painter.setFont(theme.serif(12.5, 600 if self.current else 400))
        painter.setPen(colours.color("text" if self._confidence is not None else "muted"))
        word = QRectF(46, 0, 190, self.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.setFont(theme.sans(9.5))
        painter.setPen(colours.color("muted"))
        painter.drawText(QRectF(240, 0, 240, self.height()), Qt.AlignmentFlag.AlignVCenter, self._note)
        self._measure(painter)

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


class _Places(QWidget):
    """The places of a word with a little context, each with a box; Space or a click ticks it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._places: tuple[DamagedPlace, ...] = ()
        self.ticked: set[int] = set()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Where it stands"))

    def show_places(self, places: Sequence[DamagedPlace]) -> None:
        self._places = tuple(places[:SHOWN])
        self.ticked = {place.repair_id for place in places}
        self._current = 0
        self.setFixedHeight(len(self._places) * 34 + 2)
        self.update()

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
        width = QFontMetricsF(painter.font()).horizontalAdvance(place.source) + 16
        end = box.right() - 14
        painter.drawText(
            QRectF(end - width, box.top(), width, 34),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            place.source,
        )
        self._paint_context(painter, QRectF(40, box.top(), end - width - 46, 34), place)
        painter.fillRect(QRectF(14, box.bottom() - 1, box.width() - 28, 1), colours.color("hair"))

    def _paint_context(self, painter: QPainter, box: QRectF, place: DamagedPlace) -> None:
        colours = theme.current()
        left = box.left()
        prefix = " ".join(place.prefix.split("\n")[-1].split())
        gap = " " if place.prefix[-1:].isspace() else ""
        suffix = place.suffix.split("\n")[0]
        painter.setClipRect(box)
        for text, font, role in (
            (f"…{prefix}{gap}" if prefix else "", theme.serif(10), "muted"),
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._toggle(int(event.position().y() // 34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._places:
            self._current = max(0, min(len(self._places) - 1, self._current + step))
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._toggle(self._current)
        else:
            super().keyPressEvent(event)

    def first(self) -> DamagedPlace | None:
        """The place that "this place" means."""
        return self._places[self._current] if self._places else None


class RepairsWindow(QDialog):
    """Walks through repairs; every decision is saved as it is made and can be undone."""

    applied = Signal(object)
    place_chosen = Signal(int, int)
    """An article and a repair to be shown in it."""

    def __init__(self, library: Library, article_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._article_id = library, article_id
        self._words: dict[str, list[DamagedWord]] = {GUESSES: [], CERTAIN: []}
        self._choice = 0
        self._made = 0
        self._candidates: list[_Candidate] = []
        self.setWindowTitle(self.tr("Repairs"))
        self.resize(1120, 720)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_head())
        layout.addWidget(rule(self))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._make_list())
        body.addWidget(rule(self, upright=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        self._detail = QStackedWidget(self)
        self._detail.addWidget(self._make_detail())
        self._detail.addWidget(self._make_emptiness())
        right.addWidget(self._detail, 1)
        right.addWidget(rule(self))
        right.addLayout(self._make_foot())
        body.addLayout(right, 1)
        layout.addLayout(body, 1)
        layout.addWidget(rule(self))
        self._status = StatusBar(self)
        layout.addWidget(self._status)
        self._keys = self._key_handlers()
        self.read()

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Repairs"), self)
        title.setFont(theme.sans(16, 600))
        self._counts = QLabel(self)
        self._counts.setFont(theme.sans(10))
        self._counts.setProperty("role", "muted")
        self._parts = Segmented(
            [Choice(GUESSES, self.tr("Guesses")), Choice(CERTAIN, self.tr("Certain"))], self
        )
        self._parts.chosen.connect(self._show_part)
        self._scope = Segmented(
            [Choice("article", self.tr("This article")), Choice("library", self.tr("All articles"))], self
        )
        self._scope.set_value("article" if self._article_id is not None else "library")
        self._scope.setVisible(self._article_id is not None)
        self._scope.chosen.connect(self.read)
        row = QHBoxLayout()
        row.setContentsMargins(24, 16, 24, 16)
        row.setSpacing(16)
        row.addWidget(title)
        row.addWidget(self._counts, 1)
        row.addWidget(self._scope)
        row.addWidget(self._parts)
        return row

    def _make_list(self) -> QWidget:
        self._list = QListWidget(self)
        self._list.setItemDelegate(_WordRows(self._list))
        self._list.currentRowChanged.connect(self._show_word)
        self._list.installEventFilter(self)
        return side_list(self._list, self.tr("Damaged words"), self.tr("Places"), 290, self)

    def _make_detail(self) -> QScrollArea:
        inside = QWidget(self)
        inside.setProperty("surface", "window")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(10)
        self._column.addWidget(self._make_card(inside))
        self._column.addSpacing(8)
        self._column.addWidget(section_head(self.tr("Candidates"), inside))
        self._candidate_box = QVBoxLayout()
        self._candidate_box.setSpacing(2)
        self._column.addLayout(self._candidate_box)
        self._other = QLineEdit(inside)
        self._other.setFont(theme.serif(12))
        self._other.setPlaceholderText(self.tr("Another word"))
        self._other.setAccessibleName(self.tr("Another word"))
        self._other.returnPressed.connect(lambda: self._decide(Decision.EDITED, self._other.text()))
        self._column.addWidget(self._other)
        self._column.addSpacing(8)
        self._where = section_head("", inside)
        self._column.addWidget(self._where)
        card = QFrame(inside)
        card.setProperty("card", "true")
        box = QVBoxLayout(card)
        box.setContentsMargins(1, 4, 1, 4)
        self._places = _Places(card)
        box.addWidget(self._places)
        self._column.addWidget(card)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def _make_emptiness(self) -> QWidget:
        place = QWidget(self)
        self._empty = QLabel(place)
        self._empty.setFont(theme.sans(11))
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        column = QVBoxLayout(place)
        column.setContentsMargins(24, 22, 24, 20)
        column.addWidget(self._empty)
        column.addStretch(1)
        return place

    def _emptiness(self) -> str:
        if self._parts.value == CERTAIN:
            return self.tr("Nothing was repaired here.")
        return self.tr("No guess is left to decide. What was repaired for certain stands under “Certain”.")

    def _make_card(self, parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setProperty("card", "true")
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 12, 20, 14)
        row.setSpacing(28)
        self._before = QLabel(card)
        self._before.setFont(theme.mono(17))
        self._before.setProperty("role", "repair")
        self._after = QLabel(card)
        self._after.setFont(theme.serif(19, 600))
        for label in (self._before, self._after):
            label.setTextFormat(Qt.TextFormat.PlainText)
        arrow = QLabel(card)
        arrow.setPixmap(icons.pixmap("arrow-right", "muted", 20, self.devicePixelRatioF()))
        self._channel = QLabel(card)
        self._channel.setFont(theme.sans(9.5))
        self._channel.setWordWrap(True)
        self._channel.setTextFormat(Qt.TextFormat.PlainText)
        self._channel.setProperty("role", "muted")
        row.addLayout(_under(self.tr("in the file"), self._before, card))
        row.addWidget(arrow)
        row.addLayout(_under(self.tr("proposed"), self._after, card))
        row.addStretch(1)
        row.addWidget(self._channel, 2)
        return card

    def _make_foot(self) -> QHBoxLayout:
        self._reach = Segmented(
            [Choice(HERE, self.tr("This place")), Choice(EVERYWHERE, self.tr("All places"))], self
        )
        self._reach.set_value(EVERYWHERE)
        self._skip = KeyButton(self.tr("Skip"), self.tr("Space"), parent=self)
        self._keep = KeyButton(self.tr("Keep as it was"), "X", parent=self)
        self._accept = KeyButton(self.tr("Accept"), "A", "primary", parent=self)
        self._skip.clicked.connect(lambda: self._decide(Decision.SKIPPED))
        self._keep.clicked.connect(lambda: self._decide(Decision.REJECTED))
        self._accept.clicked.connect(self._accept_choice)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addWidget(self._reach)
        row.addStretch(1)
        for button in (self._skip, self._keep, self._accept):
            row.addWidget(button)
        return row

    def read(self) -> None:
        """Read the damaged words anew, and stay at the present one."""
        scope = self._article_id if self._scope.value == "article" else None
        self._words = {
            GUESSES: list(repairing.guesses(self._library, scope)),
            CERTAIN: list(repairing.certain(self._library, scope))
            if self._parts.value == CERTAIN or scope
            else [],
        }
        waiting = sum(not word.decided for word in self._words[GUESSES])
        done = sum(len(word.places) for word in self._words[CERTAIN])
        said = [self.tr("%n certain, done", "", done)] if done else []
        said.append(self.tr("%n guess(es) to decide", "", waiting))
        self._counts.setText(" · ".join(said))
        self._parts.set_words(GUESSES, self.tr("Guesses {n}").format(n=len(self._words[GUESSES])))
        self._show_part()

    def _show_part(self) -> None:
        if self._parts.value == CERTAIN and not self._words[CERTAIN]:
            scope = self._article_id if self._scope.value == "article" else None
            self._words[CERTAIN] = list(repairing.certain(self._library, scope))
        row = max(0, self._list.currentRow())
        self._list.blockSignals(True)
        self._list.clear()
        for word in self._words[self._parts.value]:
            item = QListWidgetItem(word.after)
            item.setData(WORD, word)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word.before}: {word.after}")
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._list.setFocus()
        self._show_word()

    def word(self) -> DamagedWord | None:
        """The damaged word being decided."""
        item = self._list.currentItem()
        return item.data(WORD) if item else None

    def _show_word(self) -> None:
        word = self.word()
        for button in (self._skip, self._keep, self._accept, self._other):
            button.setEnabled(word is not None)
        self._before.setText(word.before if word else "")
        self._after.setText(word.after if word else "")
        self._channel.setText(word.channel if word else "")
        self._detail.setCurrentIndex(0 if word else 1)
        self._empty.setText(self._emptiness())
        places = word.places if word else ()
        self._places.show_places(places)
        articles = len({place.article_id for place in places})
        where = self.tr("Where it stands: %n place(s)", "", len(places))
        where += self.tr(", in %n article(s)", "", articles)
        hidden = len(places) - SHOWN
        self._where.setText(where + (self.tr(" · %n more", "", hidden) if hidden > 0 else ""))
        self._reach.set_words(EVERYWHERE, self.tr("All %n place(s)", "", len(places)))
        self._other.clear()
        self._choice = 0
        self._fill_candidates(word)
        row = self._list.currentRow()
        certain = self._parts.value == CERTAIN
        place = self.tr("Repair {n} of {all}") if certain else self.tr("Guess {n} of {all}")
        none = self.tr("No repairs") if certain else self.tr("No guesses")
        self._status.set_place(place.format(n=row + 1, all=self._list.count()) if word else none)
        self._status.set_keys(
            [("1–9", self.tr("choose")), ("E", self.tr("another word")), ("O", self.tr("see the place")),
             ("Backspace", self.tr("undo the last"))]
        )  # fmt: skip

    def _fill_candidates(self, word: DamagedWord | None) -> None:
        for candidate in self._candidates:
            self._candidate_box.removeWidget(candidate)
            candidate.hide()
            candidate.deleteLater()
        self._candidates = []
        if word is None:
            return
        readings = [(word.after, word.confidence), *((a.text, a.confidence) for a in word.alternatives)]
        for number, (text, confidence) in enumerate(readings[:9]):
            note = self.tr("proposed") if number == 0 else ""
            candidate = _Candidate(text, confidence, str(number + 1), note, self)
            candidate.current = number == 0
            candidate.chosen.connect(lambda number=number: self._choose(number))
            self._candidate_box.addWidget(candidate)
            self._candidates.append(candidate)

    def _choose(self, number: int) -> None:
        word = self.word()
        if word is None or number >= len(self._candidates):
            return
        self._choice = number
        for place, candidate in enumerate(self._candidates):
            candidate.current = place == number
            candidate.update()
        self._after.setText(word.after if number == 0 else word.alternatives[number - 1].text)

    def _accept_choice(self) -> None:
        word = self.word()
        if word and self._choice:
            self._decide(Decision.EDITED, word.alternatives[self._choice - 1].text)
        else:
            self._decide(Decision.ACCEPTED)

    def _decide(self, decision: Decision, text: str | None = None) -> None:
        word = self.word()
        if word is None or (decision is Decision.EDITED and not text):
            return
        first = self._places.first()
        here = [first.repair_id] if first else []
        ids = here if self._reach.value == HERE else sorted(self._places.ticked)
        applied = self._do(lambda: reviewing.decide_repair(self._library, ids, decision, text))
        if applied is not None:
            self._made += applied.step is not None
            row = self._list.currentRow() + (decision is Decision.SKIPPED)
            self.read()
            self._list.setCurrentRow(min(row, self._list.count() - 1))

    def _do(self, work: Callable[[], Applied | None]) -> Applied | None:
        try:
            applied = work()
        except CuratorError as error:
            self._status.tell(str(error), "danger")
            return None
        if applied is not None and applied.step is not None:
            self.applied.emit(applied)
            self._status.tell(self.tr("All decisions saved"))
        return applied

    def _undo(self) -> None:
        """Take back what was decided in this window, and nothing before it."""
        if not self._made:
            self._status.tell(self.tr("Nothing was decided here yet"), "muted")
        elif self._do(lambda: editing.undo(self._library)):
            self._made -= 1
            self.read()

    def _see(self) -> None:
        place = self._places.first()
        if place:
            self.place_chosen.emit(place.article_id, place.repair_id)
            self.accept()

    def _leave_other(self) -> None:
        self._other.clear()
        self._list.setFocus()

    def _key_handlers(self) -> dict[Qt.Key, Callable[[], object]]:
        handlers: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_A: self._accept_choice,
            Qt.Key.Key_X: lambda: self._decide(Decision.REJECTED),
            Qt.Key.Key_Space: lambda: self._decide(Decision.SKIPPED),
            Qt.Key.Key_E: self._other.setFocus,
            Qt.Key.Key_O: self._see,
            Qt.Key.Key_Backspace: self._undo,
            Qt.Key.Key_J: lambda: self._list.setCurrentRow(self._list.currentRow() + 1),
            Qt.Key.Key_K: lambda: self._list.setCurrentRow(max(0, self._list.currentRow() - 1)),
        }
        for number in range(9):
            handlers[Qt.Key(Qt.Key.Key_1 + number)] = lambda number=number: self._choose(number)
        return handlers

    def eventFilter(self, watched: object, event: object) -> bool:  # type: ignore[override]
        # The list would search by first letter; its letters are decisions here.
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            handler = self._keys.get(Qt.Key(event.key())) if not event.modifiers() else None
            if handler:
                handler()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        handler = self._keys.get(Qt.Key(event.key())) if not event.modifiers() else None
        if self._other.hasFocus():
            handler = self._leave_other if event.key() == Qt.Key.Key_Escape else None
        if handler:
            handler()
        else:
            super().keyPressEvent(event)


def _under(text: str, below: QLabel, parent: QWidget) -> QVBoxLayout:
    label = ElidedLabel(text, parent)
    label.setFont(theme.sans(8.5))
    label.setProperty("role", "muted")
    label.setMinimumWidth(70)
    below.setMinimumHeight(40)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(below)
    return column
