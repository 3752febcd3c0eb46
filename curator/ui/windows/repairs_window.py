"""Repairs: the guesses one by one, each with its candidates and all the places where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.domain.errors import Cancelled, CuratorError
from curator.domain.facts import Decision
from curator.services import editing, repairing
from curator.ui import formatting, theme
from curator.ui.panels.status_bar import StatusBar
from curator.ui.tab_order import set_way, stops
from curator.ui.waiting import unhurried
from curator.ui.widgets.damaged_word_rows import WORD, DamagedWordRows
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.panes import push_button
from curator.ui.widgets.repair_detail import RepairDetail
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.side_lists import side_list
from curator.ui.window_keys import CANDIDATES, WindowKeys
from curator.ui.windows.layouts import make_foot, make_head, set_out_list
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.domain.damaged_words import DamagedWord
    from curator.services.library import Library

GUESSES, CERTAIN = "guesses", "certain"
HERE, EVERYWHERE = "here", "everywhere"


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
        self._made = 0
        self._own = WindowKeys("repairs", state)
        self.setWindowTitle(self.tr("Repairs"))
        keep_size(self, "repairs", (1120, 720), state)
        head, words = self._make_head(), self._make_list()
        self._detail = RepairDetail(self)
        self._detail.typed.connect(self._take_other)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self._detail)
        self._shown.addWidget(self._make_emptiness())
        foot = self._make_foot()
        self._status = StatusBar(self)
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
            [Choice("article", self.tr("This article")), Choice("library", self.tr("All articles"))], self
        )
        self._scope.set_value("article" if self._article_id is not None else "library")
        self._scope.setVisible(self._article_id is not None)
        self._scope.chosen.connect(self.read)
        head, self._counts = make_head(self, self.tr("Repairs"), self._scope, self._parts)
        return head

    def _make_list(self) -> QWidget:
        self._list = QListWidget(self)
        self._list.setItemDelegate(DamagedWordRows(self._list))
        self._list.currentRowChanged.connect(self._show_word)
        self._list.installEventFilter(self)
        return side_list(self._list, self.tr("Damaged words"), self.tr("Places"), 290, self)

    def _make_emptiness(self) -> QWidget:
        place = QWidget(self)
        self._empty = QLabel(place)
        self._empty.setFont(theme.sans(10, 600))
        self._hint = QLabel(place)
        self._hint.setFont(theme.sans(9.5))
        self._hint.setProperty("role", "muted")
        for label in (self._empty, self._hint):
            label.setWordWrap(True)
        self._instead = push_button("", parent=place)
        self._instead.clicked.connect(self._look_instead)
        column = QVBoxLayout(place)
        column.setContentsMargins(theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN, theme.TEXT_MARGIN)
        column.setSpacing(6)
        column.addWidget(self._empty)
        column.addWidget(self._hint)
        column.addSpacing(6)
        column.addWidget(self._instead, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return place

    def _look_instead(self) -> None:
        if self._has_nothing():
            self._scope.set_value("library")
            self.read()
        else:
            self._parts.set_value(CERTAIN)
            self._show_part()

    def _has_nothing(self) -> bool:
        """Whether what is looked at was not repaired at all, as far as that is known."""
        of_article = self._scope.value == "article"
        return self._parts.value == CERTAIN or (of_article and not self._words[CERTAIN])

    def _say_empty(self) -> None:
        """Say why there is nothing to decide, and what can be looked at instead."""
        hint = self.tr("What was repaired for certain needs no decision, but can be looked through.")
        said, instead = self.tr("No guess is left to decide."), self.tr("Show what is certain")
        if self._has_nothing():
            said, hint = (
                self.tr("Nothing was repaired here."),
                self.tr("The text is as it came, and needs no look."),
            )
            instead = self.tr("Show all articles") if self._scope.value == "article" else ""
        self._empty.setText(said)
        self._hint.setText(hint)
        self._instead.setText(instead)
        self._instead.setVisible(bool(instead))
        if instead:
            self._instead.setFocus()

    def _make_foot(self) -> QHBoxLayout:
        self._reach = Segmented(
            [Choice(HERE, self.tr("This place")), Choice(EVERYWHERE, self.tr("All places"))], self
        )
        self._reach.set_value(EVERYWHERE)
        self._skip = KeyButton(self.tr("Skip"), self._own.key("skip"), parent=self)
        self._keep = KeyButton(self.tr("Keep as it was"), self._own.key("keep"), parent=self)
        self._accept = KeyButton(self.tr("Accept"), self._own.key("accept"), "primary", parent=self)
        self._skip.clicked.connect(lambda: self._decide(Decision.SKIPPED))
        self._keep.clicked.connect(lambda: self._decide(Decision.REJECTED))
        self._accept.clicked.connect(self._accept_choice)
        return make_foot(self._reach, None, self._skip, self._keep, self._accept)

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
        self._parts.set_words(
            GUESSES, self.tr("Guesses {n}").format(n=formatting.count(len(self._words[GUESSES])))
        )
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

    def _order_tabs(self) -> None:
        """Let Tab go through the candidates, which were made last, before what stands below them."""
        detail = self._detail
        above = stops(self._scope, self._parts, self._list)
        below = (detail.other, detail.places, *stops(self._reach), self._skip, self._keep, self._accept)
        set_way(*above, *detail.candidates, *below)

    def word(self) -> DamagedWord | None:
        """The damaged word being decided."""
        item = self._list.currentItem()
        return item.data(WORD) if item else None

    def _show_word(self) -> None:
        word = self.word()
        self._foot.setVisible(word is not None)
        for button in (self._skip, self._keep, self._accept):
            button.setEnabled(word is not None)
        self._reach.setVisible(word is not None and len(word.places) > 1)
        self._detail.show_word(word)
        self._order_tabs()
        self._shown.setCurrentIndex(0 if word else 1)
        if word is None:
            self._say_empty()
        everywhere = self.tr("All %n place(s)", "", len(word.places)) if word else self.tr("All places")
        self._reach.set_words(EVERYWHERE, everywhere)
        self._reach.setEnabled(word is not None)
        row = self._list.currentRow()
        certain = self._parts.value == CERTAIN
        place = self.tr("Repair {n} of {all}") if certain else self.tr("Guess {n} of {all}")
        none = self.tr("No repairs") if certain else self.tr("No guesses")
        self._status.set_place(
            place.format(n=formatting.count(row + 1), all=formatting.count(self._list.count()))
            if word
            else none
        )
        self._status.set_keys(self._hints(word is not None))

    def _hints(self, deciding: bool) -> list[tuple[str, str]]:
        """The keys that do something now."""
        choosing = [("1–9", self.tr("choose")), (self._own.key("other"), self.tr("another word")),
                    (self._own.key("see"), self.tr("see the place"))]  # fmt: skip
        undoing = [(self._own.key("undo"), self.tr("undo the last"))] if deciding or self._made else []
        return [*(choosing if deciding else []), *undoing, ("Esc", self.tr("close"))]

    def _accept_choice(self) -> None:
        other = self._detail.chosen()
        self._decide(Decision.EDITED if other else Decision.ACCEPTED, other or None)

    def _take_other(self, text: str) -> None:
        self._decide(Decision.EDITED, text)

    def _decide(self, decision: Decision, text: str | None = None) -> None:
        word = self.word()
        if word is None or (decision is Decision.EDITED and not text):
            return
        first = self._detail.places.first()
        here = [first.repair_id] if first else []
        ids = here if self._reach.value == HERE else sorted(self._detail.places.ticked)
        applied = self._do(lambda: repairing.decide(self._library, ids, decision, text), len(ids))
        if applied is not None:
            self._made += applied.step is not None
            row = self._list.currentRow() + (decision is Decision.SKIPPED)
            self.read()
            self._list.setCurrentRow(min(row, self._list.count() - 1))

    def _do(self, work: Callable[[], Applied | None], size: int = 1) -> Applied | None:
        label = self.tr("%n place(s) are changed", "", size)
        try:
            applied = unhurried(self._library, work, self, size=size, label=label)
        except CuratorError as error:
            self._status.tell(str(error), "danger")
            return None
        except Cancelled:
            self._status.tell(self.tr("Stopped: nothing was changed"), "muted")
            return None
        if applied is not None and applied.step is not None:
            self.applied.emit(applied)
            self._status.tell(self.tr("All decisions saved"))
        return applied

    def _undo(self) -> None:
        """Take back what was decided in this window, and nothing before it."""
        if not self._made:
            self._status.tell(self.tr("Nothing was decided here yet"), "muted")
        elif self._do(lambda: editing.undo(self._library), editing.undo_size(self._library)):
            self._made -= 1
            self.read()

    def _see(self) -> None:
        place = self._detail.places.first()
        if place:
            self.place_chosen.emit(place.article_id, place.repair_id)
            self.accept()

    def _leave_other(self) -> None:
        self._detail.other.clear()
        self._list.setFocus()

    def _key_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "accept": self._accept_choice,
            "keep": lambda: self._decide(Decision.REJECTED),
            "skip": lambda: self._decide(Decision.SKIPPED),
            "other": self._detail.other.setFocus,
            "see": self._see,
            "undo": self._undo,
            "next": lambda: self._list.setCurrentRow(self._list.currentRow() + 1),
            "previous": lambda: self._list.setCurrentRow(max(0, self._list.currentRow() - 1)),
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
