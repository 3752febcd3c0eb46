"""Repairs: the guesses one by one, each with its candidates and all the places where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from curator.domain.facts import Decision
from curator.services import repairing
from curator.ui.background.own_steps import OwnSteps
from curator.ui.keyboard.tab_order import set_way, stops
from curator.ui.keyboard.window_keys import CANDIDATES, WindowKeys
from curator.ui.look import formatting
from curator.ui.panels.status_bar import StatusBar
from curator.ui.repairs.detail import RepairDetail
from curator.ui.repairs.emptiness import RepairsEmptiness
from curator.ui.repairs.word_list import DamagedWordList
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.side_lists import side_list
from curator.ui.windows.layouts import make_foot, make_head, set_out_list
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.domain.damaged_words import DamagedWord
    from curator.services.library import Library

GUESSES, CERTAIN = "guesses", "certain"
HERE, EVERYWHERE = "here", "everywhere"
ARTICLE, LIBRARY = "article", "library"


class RepairsWindow(QDialog):
    """Walks through repairs; every decision is saved as it is made and can be undone."""

    applied = Signal(object)
    place_chosen = Signal(int, int)
    """An article and a repair to be shown in it."""

    def __init__(
        self,
        library: Library,
        article_id: int | None,
        parent: QWidget | None = None,
        state: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._article_id = library, article_id
        self._words: dict[str, list[DamagedWord]] = {GUESSES: [], CERTAIN: []}
        self._steps = OwnSteps(library, self, self._changed)
        self._own = WindowKeys("repairs", state)
        self.setWindowTitle(self.tr("Repairs"))
        keep_size(self, "repairs", (1120, 720), state)
        head, words = self._make_head(), self._make_list()
        self._detail = RepairDetail(self)
        self._detail.typed.connect(self._take_other)
        self._detail.places.ticks_changed.connect(self._count_decided)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self._detail)
        self._emptiness = RepairsEmptiness(self)
        self._emptiness.instead_wanted.connect(self._look_instead)
        self._shown.addWidget(self._emptiness)
        foot = self._make_foot()
        self._status = StatusBar(self)
        self._steps.told.connect(self._status.tell)
        self._foot = set_out_list(self, head, words, self._shown, foot, self._status)
        self._handlers = self._key_handlers()
        self.read()
        if not self._words[GUESSES] and self._words[CERTAIN]:
            self._parts.set_value(CERTAIN)
            self._show_part()

    def _make_head(self) -> QHBoxLayout:
        self._parts = Segmented(
            [Choice(GUESSES, self.tr("Guesses")), Choice(CERTAIN, self.tr("Certain"))], self
        )
        self._parts.chosen.connect(self._show_part)
        self._scope = Segmented(
            [Choice(ARTICLE, self.tr("This article")), Choice(LIBRARY, self.tr("All articles"))], self
        )
        self._scope.set_value(LIBRARY if self._article_id is None else ARTICLE)
        self._scope.setVisible(self._article_id is not None)
        self._scope.chosen.connect(self.read)
        head, self._counts = make_head(self, self.tr("Repairs"), self._scope, self._parts)
        return head

    def _make_list(self) -> QWidget:
        self._list = DamagedWordList(self)
        self._list.currentRowChanged.connect(self._show_word)
        self._list.installEventFilter(self)
        return side_list(self._list, self.tr("Damaged words"), self.tr("Places"), 290, self)

    def _make_foot(self) -> QHBoxLayout:
        self._reach = Segmented(
            [Choice(HERE, self.tr("This place")), Choice(EVERYWHERE, self.tr("All places"))], self
        )
        self._reach.set_value(EVERYWHERE)
        self._reach.chosen.connect(self._count_decided)
        self._skip = KeyButton(self.tr("Skip"), self._own.key("skip"), parent=self)
        self._keep = KeyButton(self.tr("Keep as it was"), self._own.key("keep"), parent=self)
        self._accept = KeyButton(self.tr("Accept"), self._own.key("accept"), "primary", parent=self)
        self._skip.clicked.connect(lambda: self._decide(Decision.SKIPPED))
        self._keep.clicked.connect(lambda: self._decide(Decision.REJECTED))
        self._accept.clicked.connect(self._accept_choice)
        return make_foot(self._reach, None, self._skip, self._keep, self._accept)

    # Showing

    def read(self) -> None:
        """Read the damaged words anew, and stay at the present one."""
        self._words = {GUESSES: list(repairing.guesses(self._library, self._scoped())), CERTAIN: []}
        if self._shows_certain() or self._scoped() is not None:
            self._read_certain()
        waiting = sum(not word.decided for word in self._words[GUESSES])
        done = sum(len(word.places) for word in self._words[CERTAIN])
        said = [self.tr("%n certain, done", "", done)] if done else []
        said.append(self.tr("%n guess(es) to decide", "", waiting))
        self._counts.setText(" · ".join(said))
        self._parts.set_words(
            GUESSES, self.tr("Guesses {n}").format(n=formatting.count(len(self._words[GUESSES])))
        )
        self._show_part()

    def _read_certain(self) -> None:
        self._words[CERTAIN] = list(repairing.certain(self._library, self._scoped()))

    def _scoped(self) -> int | None:
        """The article whose repairs are looked at, None for all of the library."""
        return self._article_id if self._scope.value == ARTICLE else None

    def _shows_certain(self) -> bool:
        return self._parts.value == CERTAIN

    def _show_part(self) -> None:
        if self._shows_certain() and not self._words[CERTAIN]:
            self._read_certain()
        self._list.show_words(self._words[self._parts.value])
        self._list.setFocus()
        self._show_word()

    def _look_instead(self) -> None:
        if self._has_nothing():
            self._scope.set_value(LIBRARY)
            self.read()
        else:
            self._parts.set_value(CERTAIN)
            self._show_part()

    def _has_nothing(self) -> bool:
        """Whether what is looked at was not repaired at all, as far as that is known."""
        return self._shows_certain() or (self._scoped() is not None and not self._words[CERTAIN])

    def _order_tabs(self) -> None:
        """Let Tab go through the candidates, which were made last, before what stands below them."""
        detail = self._detail
        above = stops(self._scope, self._parts, self._list)
        below = (detail.other, detail.places, *stops(self._reach), self._skip, self._keep, self._accept)
        set_way(*above, *detail.candidates, *below)

    def word(self) -> DamagedWord | None:
        """The damaged word being decided."""
        return self._list.word()

    def _show_word(self) -> None:
        word = self.word()
        self._detail.show_word(word)
        self._order_tabs()
        self._shown.setCurrentIndex(0 if word else 1)
        self._show_foot(word)
        self._say_place()
        if word is None and self._has_nothing():
            self._emptiness.say_undamaged(is_article=self._scoped() is not None)
        elif word is None:
            self._emptiness.say_decided()

    def _show_foot(self, word: DamagedWord | None) -> None:
        """Show what can be done with a word; without one there is nothing to do."""
        self._foot.setVisible(word is not None)
        self._skip.setEnabled(word is not None)
        self._reach.setVisible(word is not None and len(word.places) > 1)
        self._reach.setEnabled(word is not None)
        everywhere = self.tr("All %n place(s)", "", len(word.places)) if word else self.tr("All places")
        self._reach.set_words(EVERYWHERE, everywhere)
        self._count_decided()

    def _count_decided(self) -> None:
        """Let the button say how many places it decides; where none is ticked there is nothing to decide."""
        count = len(self._chosen_places()) if self.word() else 0
        several = self.tr("Accept {n}").format(n=formatting.count(count))
        self._accept.set_words(several if count > 1 else self.tr("Accept"))
        for button in (self._keep, self._accept):
            button.setEnabled(count > 0)

    def _chosen_places(self) -> list[int]:
        """The repairs that a decision goes to."""
        first = self._detail.places.first()
        here = [first.repair_id] if first else []
        return here if self._reach.value == HERE else sorted(self._detail.places.ticked)

    def _say_place(self) -> None:
        """Say which word of how many this is, and which keys do something now."""
        certain, deciding = self._shows_certain(), self.word() is not None
        place = self.tr("Repair {n} of {all}") if certain else self.tr("Guess {n} of {all}")
        none = self.tr("No repairs") if certain else self.tr("No guesses")
        row, count = formatting.count(self._list.currentRow() + 1), formatting.count(self._list.count())
        self._status.set_place(place.format(n=row, all=count) if deciding else none)
        self._status.set_keys(self._hints(deciding))

    def _hints(self, deciding: bool) -> list[tuple[str, str]]:
        """The keys that do something now."""
        choosing = [("1–9", self.tr("choose")), (self._own.key("other"), self.tr("another word")),
                    (self._own.key("see"), self.tr("see the place"))]  # fmt: skip
        undoing = [(self._own.key("undo"), self.tr("undo the last"))] if deciding or self._steps.count else []
        return [*(choosing if deciding else []), *undoing, ("Esc", self.tr("close"))]

    # Deciding

    def _accept_choice(self) -> None:
        other = self._detail.chosen()
        self._decide(Decision.EDITED if other else Decision.ACCEPTED, other or None)

    def _take_other(self, text: str) -> None:
        self._decide(Decision.EDITED, text)

    def _decide(self, decision: Decision, text: str | None = None) -> None:
        word = self.word()
        if word is None or (decision is Decision.EDITED and not text):
            return
        ids = self._chosen_places()
        if not ids and decision is not Decision.SKIPPED:
            return
        applied = self._steps.make(lambda: repairing.decide(self._library, ids, decision, text), len(ids))
        if applied is not None:
            self._announce(applied)
            row = self._list.currentRow() + (decision is Decision.SKIPPED)
            self.read()
            self._list.go_to(row)

    def _announce(self, applied: Applied) -> None:
        if applied.step is not None:
            self.applied.emit(applied)
            self._status.tell(self.tr("All decisions saved"))

    def _changed(self, size: int) -> str:
        return self.tr("%n place(s) are changed", "", size)

    def _undo(self) -> None:
        """Take back what was decided in this window, and nothing before it."""
        if not self._steps.count:
            self._status.tell(self.tr("Nothing was decided here yet"), "muted")
            return
        applied = self._steps.undo()
        if applied is not None:
            self._announce(applied)
            self.read()

    def _see(self) -> None:
        place = self._detail.places.first()
        if place:
            self.place_chosen.emit(place.article_id, place.repair_id)
            self.accept()

    def _leave_other(self) -> None:
        self._detail.other.clear()
        self._list.setFocus()

    # Keys

    def _key_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "accept": self._accept_choice,
            "keep": lambda: self._decide(Decision.REJECTED),
            "skip": lambda: self._decide(Decision.SKIPPED),
            "other": self._detail.other.setFocus,
            "see": self._see,
            "undo": self._undo,
            "next": lambda: self._list.go_to(self._list.currentRow() + 1),
            "previous": lambda: self._list.go_to(self._list.currentRow() - 1),
        }

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key says outside the line of text; whether it said anything."""
        if event.key() in CANDIDATES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._detail.choose(event.key() - Qt.Key.Key_1)
            return True
        handler = self._handlers.get(self._own.pressed(event))
        if handler:
            handler()
        return handler is not None

    def eventFilter(self, watched: object, event: object) -> bool:  # type: ignore[override]
        # The list would search by first letter; its letters are decisions here.
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._pressed(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._detail.other.hasFocus():
            if event.key() == Qt.Key.Key_Escape:
                self._leave_other()
                return
        elif self._pressed(event):
            return
        super().keyPressEvent(event)
