"""Companies: which there are and how they are written; merged, split and renamed with a preview."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from curator.domain.companies import CompanyRow, Likeness, Pair
from curator.domain.errors import CuratorError
from curator.services import companies
from curator.ui import formatting, theme
from curator.ui.company_changes import CompanyChanges
from curator.ui.jobs import Job, Lane
from curator.ui.panels.status_bar import StatusBar
from curator.ui.widgets.company_detail import CompanyDetail
from curator.ui.widgets.company_list import CompanyList
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.own_keys import ENTER
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.side_lists import side_list
from curator.ui.window_keys import WindowKeys
from curator.ui.windows.layouts import make_foot, make_head, set_out_list
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library
    from curator.ui.jobs import Jobs

ALL, ALIKE = "all", "alike"
COMPARE = "companies-alike"
PAUSE = 150
"""Milliseconds after a key until the list is narrowed."""


class CompaniesWindow(QDialog):
    """Lists companies and pairs that may be the same; every change is one step that can be undone."""

    applied = Signal(object)
    company_chosen = Signal(str)
    """The articles of a company are to be shown."""

    def __init__(
        self,
        library: Library,
        company: str = "",
        parent: QWidget | None = None,
        state: QSettings | None = None,
        jobs: Jobs | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._rows: tuple[CompanyRow, ...] = ()
        self._pairs: tuple[Pair, ...] = ()
        self._swapped = False
        self._own = WindowKeys("companies", state)
        self.setWindowTitle(self.tr("Companies"))
        keep_size(self, "companies", (1040, 680), state)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._fill)
        self._changes = CompanyChanges(library, self)
        self._changes.applied.connect(self._changed)
        head, list_ = self._make_head(), self._make_list()
        self._detail = CompanyDetail(self)
        self._words = self._detail.words
        self._words.ticked_changed.connect(self._enable)
        self._words.alias_added.connect(self._add_alias)
        self._words.alias_removed.connect(self._remove_alias)
        foot = self._make_foot()
        self._status = StatusBar(self)
        self._changes.told.connect(self._status.tell)
        set_out_list(self, head, list_, self._detail, foot, self._status)
        self.read(company)

    def _make_head(self) -> QHBoxLayout:
        self._filter = QLineEdit(self)
        self._filter.setFont(theme.sans(9.5))
        self._filter.setFixedWidth(220)
        self._filter.setMinimumHeight(28)
        self._filter.setPlaceholderText(self.tr("Name or alias"))
        self._filter.setAccessibleName(self.tr("Name or alias"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._wait)
        self._filter.installEventFilter(self)
        self._parts = Segmented(
            [Choice(ALL, self.tr("All")), Choice(ALIKE, self.tr("May be the same"))], self
        )
        self._parts.chosen.connect(self._show_part)
        head, self._counts = make_head(self, self.tr("Companies"), self._filter, self._parts)
        return head

    def _make_list(self) -> QWidget:
        self._list = CompanyList(self)
        self._list.itemSelectionChanged.connect(self._show)
        self._list.installEventFilter(self)
        return side_list(self._list, self.tr("Company"), self.tr("Articles"), 400, self)

    def _make_foot(self) -> QHBoxLayout:
        self._buttons = {
            "show": KeyButton(self.tr("Show its articles"), self._own.key("show"), parent=self),
            "rename": KeyButton(self.tr("Rename…"), self._own.key("rename"), parent=self),
            "split": KeyButton(self.tr("Split off…"), self._own.key("split"), parent=self),
            "merge": KeyButton(self.tr("Merge into…"), self._own.key("merge"), "primary", parent=self),
            "swap": KeyButton(self.tr("Other way round"), self._own.key("swap"), parent=self),
            "apart": KeyButton(self.tr("Not the same"), self._own.key("apart"), parent=self),
            "one": KeyButton(self.tr("Merge"), "↵", "primary", parent=self),
        }
        self._handlers: dict[str, Callable[[], object]] = {
            "show": self._show_articles,
            "rename": self._rename,
            "split": self._split,
            "merge": self._merge,
            "swap": self._swap,
            "apart": self._keep_apart,
            "one": self._merge_pair,
        }
        for name, button in self._buttons.items():
            button.clicked.connect(self._handlers[name])
        return make_foot(None, *self._buttons.values())

    # Showing

    def read(self, company: str = "") -> None:
        """Read the companies anew; choose one if it is named, else stay where the list is."""
        self._rows = companies.listed(self._library)
        self._counts.setText(self.tr("%n in the library", "", len(self._rows)))
        self._compare()
        self._fill(company)

    def _compare(self) -> None:
        """Look which companies may be the same: in the background where there is one, since it takes time."""
        library = self._library
        if self._jobs is None:
            self._take_pairs(companies.suggested(library))
            return
        there = {row.name for row in self._rows}
        self._take_pairs(tuple(pair for pair in self._pairs if {pair.one.name, pair.other.name} <= there))
        self._jobs.start(
            Job(COMPARE, lambda _run: companies.suggested(library), self._show_pairs, lane=Lane.LONG)
        )

    def _take_pairs(self, pairs: tuple[Pair, ...]) -> None:
        self._pairs = pairs
        self._parts.set_words(ALIKE, self.tr("May be the same {n}").format(n=formatting.count(len(pairs))))

    def _show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        self._take_pairs(pairs)
        if self._parts.value == ALIKE:
            self._fill()

    def _wait(self) -> None:
        self._pause.start()

    def _show_part(self) -> None:
        self._fill()

    def _fill(self, company: str = "") -> None:
        self._pause.stop()
        several = self._parts.value == ALL
        entries = self._rows if several else self._pairs
        self._list.show_entries(entries, self._filter.text(), company, several=several)
        if not self._filter.hasFocus():
            self._list.setFocus()
        self._show()

    def chosen(self) -> list[CompanyRow]:
        """The companies selected, the most used first."""
        return self._list.chosen()

    def pair(self) -> tuple[CompanyRow, CompanyRow] | None:
        """The pair chosen: what stays, and what goes into it."""
        pair = self._list.pair()
        if pair is None:
            return None
        return (pair.other, pair.one) if self._swapped else (pair.one, pair.other)

    def _show(self) -> None:
        self._swapped = False
        self._show_entry()

    def _show_entry(self) -> None:
        rows, pair, found, detail = self.chosen(), self.pair(), self._list.pair(), self._detail
        if pair and found:
            self._show_pair(*pair, found.likeness)
        elif len(rows) > 1:
            detail.show_words(self.tr("%n selected", "", len(rows)), ", ".join(row.name for row in rows))
        elif rows:
            words = companies.wordings(self._library, rows[0].name)
            detail.show_words(rows[0].name, self._sizes(rows[0]), words)
        else:
            filtered = self.tr("Clear the filter to see all.") if self._filter.text() else ""
            detail.show_words(self._emptiness(), filtered)
        self._enable()
        self._say_place()

    def _say_place(self) -> None:
        place = self.tr("{n} of {all}").format(
            n=formatting.count(self._list.currentRow() + 1), all=formatting.count(self._list.count())
        )
        self._status.set_place(place if self._list.count() else "")
        merge = "↵" if self._parts.value == ALIKE else self._own.key("merge")
        others = [
            (self._own.key("filter"), self.tr("filter")),
            (self._own.key("undo"), self.tr("undo the last")),
            ("Esc", self.tr("close")),
        ]
        self._status.set_keys([(merge, self.tr("merge")), *others])

    def _emptiness(self) -> str:
        if self._filter.text():
            return self.tr("No company goes by this name")
        alike = self._parts.value == ALIKE
        return self.tr("No two companies look the same") if alike else self.tr("No companies yet")

    def _show_pair(self, into: CompanyRow, other: CompanyRow, likeness: Likeness) -> None:
        about = f"{self._because()[likeness]} · {self._sizes(other)} → {self._sizes(into)}"
        self._detail.show_words(f"{other.name}  →  {into.name}", about)
        try:
            self._detail.foretell(self._changes.foretold(into.name, [other.name]))
        except CuratorError as error:
            self._detail.foretell(str(error), possible=False)

    def _because(self) -> dict[Likeness, str]:
        return {
            Likeness.ALIAS: self.tr("One goes by the other's name"),
            Likeness.SPELLING: self.tr("Spelled alike, legal form aside"),
            Likeness.TABLE: self.tr("Known as one company"),
            Likeness.SOUND: self.tr("Sound alike in two alphabets"),
        }

    def _sizes(self, row: CompanyRow) -> str:
        return self._changes.sizes(row.articles, row.facts)

    def _enable(self) -> None:
        alike, rows = self._parts.value == ALIKE, self.chosen()
        possible = {"show": len(rows) == 1, "rename": len(rows) == 1, "split": bool(self._words.ticked())}
        for name, button in self._buttons.items():
            button.setVisible((name in {"swap", "apart", "one"}) == alike)
            button.setEnabled(self.pair() is not None if alike else possible.get(name, bool(rows)))

    # Changing

    def _merge(self) -> None:
        rows = self.chosen()
        if rows:
            self._changes.merge(rows)

    def _merge_pair(self) -> None:
        pair = self.pair()
        if pair:
            self._changes.merge_pair(*pair)

    def _keep_apart(self) -> None:
        pair, found = self.pair(), self._list.pair()
        if pair:
            self._pairs = tuple(each for each in self._pairs if each is not found)
            self._changes.keep_apart(*pair)

    def _swap(self) -> None:
        self._swapped = not self._swapped
        self._show_entry()

    def _rename(self) -> None:
        rows = self.chosen()
        if len(rows) == 1:
            self._changes.rename(rows[0])

    def _split(self) -> None:
        rows, words = self.chosen(), self._words.ticked()
        if len(rows) == 1 and words:
            self._changes.split(rows[0], words)

    def _add_alias(self, words: str) -> None:
        if self._changes.add_alias(self.chosen()[0].name, words):
            self._words.line.clear()

    def _remove_alias(self, words: str) -> None:
        self._changes.remove_alias(self.chosen()[0].name, words)

    def _show_articles(self) -> None:
        rows = self.chosen()
        if len(rows) == 1:
            self.company_chosen.emit(rows[0].name)
            self.accept()

    def _changed(self, applied: Applied, company: str) -> None:
        self.applied.emit(applied)
        self.read(company)

    def done(self, result: int) -> None:
        """Close, and heed no more of what is under way."""
        if self._jobs is not None:
            self._jobs.forget(COMPARE)
        super().done(result)

    # Keys

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key says outside the lines of text; whether it said anything."""
        if event.key() in ENTER and self._parts.value == ALIKE:
            self._merge_pair()
            return True
        name = self._own.pressed(event)
        if name == "filter":
            self._filter.setFocus()
        elif name == "undo":
            self._changes.undo()
        elif name and self._buttons[name].isVisible() and self._buttons[name].isEnabled():
            self._handlers[name]()
        return bool(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self._list:  # it would search by first letter; its letters are actions here
            return self._pressed(event)
        if watched is self._filter and event.key() in {Qt.Key.Key_Down, *ENTER}:
            self._fill()
            self._list.setFocus()
            return True
        if watched is self._filter and event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = self._filter.hasFocus() or self._words.is_typing()
        if typing or not self._pressed(event):
            super().keyPressEvent(event)
