"""One damaged word: how it came about, its candidates, and every place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from curator.ui.repairs.candidates import Candidate
from curator.ui.repairs.card import RepairCard
from curator.ui.repairs.places import SHOWN, RepairPlaces
from curator.ui.widgets.panes import section_head
from curator.ui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from curator.domain.damaged_words import DamagedWord

MOST = 9
"""Candidates shown: a digit chooses each."""


class RepairDetail(QScrollArea):
    """Shows a word; one of its candidates is chosen, or another word is typed."""

    typed = Signal(str)
    """Another word, with Enter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._word: DamagedWord | None = None
        self.choice = 0
        self.candidates: list[Candidate] = []
        self._inside = QWidget(self)
        self._inside.setProperty("surface", "window")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = RepairCard(self._inside)
        self.other = WordLine(self.tr("Another word"), 12, self._inside)
        self.other.returnPressed.connect(lambda: self.typed.emit(self.other.text()))
        self._where = section_head("", self._inside)
        self._where.setWordWrap(True)
        self.places = RepairPlaces(self._inside)
        self._lay_out()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.card)
        column.addSpacing(8)
        column.addWidget(section_head(self.tr("Candidates"), self._inside))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self.other)
        column.addSpacing(8)
        column.addWidget(self._where)
        card = QFrame(self._inside)
        card.setProperty("card", "true")
        box = QVBoxLayout(card)
        box.setContentsMargins(1, 4, 1, 4)
        box.addWidget(self.places)
        column.addWidget(card)
        column.addStretch(1)

    def show_word(self, word: DamagedWord | None) -> None:
        """Show a word with its first candidate chosen, or nothing."""
        self._word, self.choice = word, 0
        self.card.show_word(word)
        places = word.places if word else ()
        self.places.show_places(places)
        articles = len({place.article_id for place in places})
        where = self.tr("Where it stands: %n place(s)", "", len(places))
        where += self.tr(", in %n article(s)", "", articles)
        hidden = len(places) - SHOWN
        self._where.setText(where + (self.tr(" · %n more", "", hidden) if hidden > 0 else ""))
        self.other.clear()
        self.other.setEnabled(word is not None)
        self._fill()

    def _fill(self) -> None:
        for candidate in self.candidates:
            self._rows.removeWidget(candidate)
            candidate.hide()
            candidate.deleteLater()
        self.candidates = []
        word = self._word
        if word is None:
            return
        readings = [(word.after, word.confidence), *((a.text, a.confidence) for a in word.alternatives)]
        for number, (text, confidence) in enumerate(readings[:MOST]):
            note = self.tr("proposed") if number == 0 else ""
            candidate = Candidate(text, confidence, str(number + 1), note, self._inside)
            candidate.set_current(number == 0)
            candidate.chosen.connect(lambda number=number: self.choose(number))
            self._rows.addWidget(candidate)
            self.candidates.append(candidate)

    def choose(self, number: int) -> None:
        """Choose a candidate by its place, from 0; there may be none."""
        if self._word is None or number >= len(self.candidates):
            return
        self.choice = number
        for place, candidate in enumerate(self.candidates):
            candidate.set_current(place == number)
        self.card.after.setText(self.chosen() or self._word.after)

    def chosen(self) -> str:
        """The candidate chosen in the place of the proposal, "" for the proposal itself."""
        if self._word is None or not self.choice:
            return ""
        return self._word.alternatives[self.choice - 1].text
