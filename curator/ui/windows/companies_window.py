"""Companies: which there are and how they are written; merged, split and renamed with a preview."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from curator.domain.companies import CompanyRow, Pair
from curator.domain.errors import CuratorError
from curator.services import companies
from curator.ui.companies.changes import CompanyChanges
from curator.ui.companies.company_list import CompanyList
from curator.ui.companies.detail import CompanyDetail
from curator.ui.companies.pairs import CompanyPairs
from curator.ui.keyboard.own_keys import ENTER
from curator.ui.keyboard.window_keys import WindowKeys
from curator.ui.look import formatting
from curator.ui.panels.status_bar import StatusBar
from curator.ui.widgets.filter_line import FilterLine
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.side_lists import side_list
from curator.ui.windows.layouts import make_foot, make_head, set_out_list
from curator.ui.windows.sizes import keep_size

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library
    from curator.ui.background.jobs import Jobs

ALL, ALIKE = "all", "alike"


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
        self._library = library
        self._rows: tuple[CompanyRow, ...] = ()
        self._alike = CompanyPairs(library, jobs, self)
        self._alike.found.connect(self._show_pairs)
        self._own = WindowKeys("companies", state)
        self.setWindowTitle(self.tr("Companies"))
        keep_size(self, "companies", (1040, 680), state)
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
        self._filter = FilterLine(self.tr("Name or alias"), self)
        self._filter.setFixedWidth(220)
        self._filter.narrowed.connect(self._fill)
        self._filter.left.connect(self._go_to_list)
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
        handlers: dict[str, tuple[str, Callable[[], object]]] = {
            "show": (self.tr("Show its articles"), self._show_articles),
            "rename": (self.tr("Rename…"), lambda: self._changes.rename(self.chosen()[0])),
            "split": (self.tr("Split off…"), self._split),
            "merge": (self.tr("Merge into…"), lambda: self._changes.merge(self.chosen())),
            "swap": (self.tr("Other way round"), self._turn_pair),
            "apart": (self.tr("Not the same"), self._keep_apart),
            "one": (self.tr("Merge"), self._merge_pair),
        }
        self._buttons: dict[str, KeyButton] = {}
        for name, (words, handler) in handlers.items():
            key = "↵" if name == "one" else self._own.key(name)
            kind = "primary" if name in {"merge", "one"} else ""
            self._buttons[name] = button = KeyButton(words, key, kind, parent=self)
            button.clicked.connect(handler)
        return make_foot(None, *self._buttons.values())

    # Showing

    def read(self, company: str = "") -> None:
        """Read the companies anew; choose one if it is named, else stay where the list is."""
        self._rows = companies.listed(self._library)
        self._counts.setText(self.tr("%n in the library", "", len(self._rows)))
        self._alike.look(self._rows)
        if not self._shows_pairs():  # they are shown as they are found
            self._fill(company)

    def _show_pairs(self) -> None:
        count = formatting.count(len(self._alike.pairs))
        self._parts.set_words(ALIKE, self.tr("May be the same {n}").format(n=count))
        if self._shows_pairs():
            self._fill()

    def _show_part(self) -> None:
        self._fill()

    def _shows_pairs(self) -> bool:
        return self._parts.value == ALIKE

    def _fill(self, company: str = "") -> None:
        alike = self._shows_pairs()
        entries = self._alike.pairs if alike else self._rows
        self._list.show_entries(entries, self._filter.text(), company, several=not alike)
        if not self._filter.hasFocus():
            self._list.setFocus()
        self._show()

    def _go_to_list(self) -> None:
        self._fill()
        self._list.setFocus()

    def chosen(self) -> list[CompanyRow]:
        """The companies selected, the most used first."""
        return self._list.chosen()

    def pair(self) -> Pair | None:
        """The pair chosen: `one` is to stay, and `other` to go into it."""
        return self._list.pair()

    def _show(self) -> None:
        rows, pair, detail = self.chosen(), self.pair(), self._detail
        if pair:
            self._show_pair(pair)
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

    def _show_pair(self, pair: Pair) -> None:
        self._detail.show_pair(pair, self._sizes)
        try:
            self._detail.foretell(self._changes.foretold(pair.one.name, [pair.other.name]))
        except CuratorError as error:
            self._detail.foretell(str(error), possible=False)

    def _sizes(self, row: CompanyRow) -> str:
        return self._changes.sizes(row.articles, row.facts)

    def _emptiness(self) -> str:
        if self._filter.text():
            return self.tr("No company goes by this name")
        return (
            self.tr("No two companies look the same") if self._shows_pairs() else self.tr("No companies yet")
        )

    def _say_place(self) -> None:
        place = self.tr("{n} of {all}").format(
            n=formatting.count(self._list.currentRow() + 1), all=formatting.count(self._list.count())
        )
        self._status.set_place(place if self._list.count() else "")
        merge = "↵" if self._shows_pairs() else self._own.key("merge")
        others = [
            (self._own.key("filter"), self.tr("filter")),
            (self._own.key("undo"), self.tr("undo the last")),
            ("Esc", self.tr("close")),
        ]
        self._status.set_keys([(merge, self.tr("merge")), *others])

    def _enable(self) -> None:
        """Show the buttons of the part, and let those be pressed that can do something."""
        alike, rows = self._shows_pairs(), self.chosen()
        one = len(rows) == 1
        possible = {"show": one, "rename": one, "split": one and bool(self._words.ticked())}
        for name, button in self._buttons.items():
            button.setVisible((name in {"swap", "apart", "one"}) == alike)
            button.setEnabled(self.pair() is not None if alike else possible.get(name, bool(rows)))

    # Changing

    def _split(self) -> None:
        self._changes.split(self.chosen()[0], self._words.ticked())

    def _merge_pair(self) -> None:
        pair = self.pair()
        if pair:
            self._changes.merge_pair(pair.one, pair.other)

    def _keep_apart(self) -> None:
        pair = self.pair()
        if pair and self._changes.keep_apart(pair.one, pair.other):
            self._alike.leave_out(pair)

    def _turn_pair(self) -> None:
        self._list.turn_pair()
        self._show()

    def _add_alias(self, words: str) -> None:
        if self._changes.add_alias(self.chosen()[0].name, words):
            self._words.line.clear()

    def _remove_alias(self, words: str) -> None:
        self._changes.remove_alias(self.chosen()[0].name, words)

    def _show_articles(self) -> None:
        self.company_chosen.emit(self.chosen()[0].name)
        self.accept()

    def _changed(self, applied: Applied, company: str) -> None:
        self.applied.emit(applied)
        self.read(company)

    def done(self, result: int) -> None:
        """Close, and heed no more of what is under way."""
        self._alike.stop()
        super().done(result)

    # Keys

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key says outside the lines of text; whether it said anything."""
        merges = event.key() in ENTER and self._shows_pairs()
        name = "one" if merges else self._own.pressed(event)
        if name == "filter":
            self._filter.setFocus()
        elif name == "undo":
            self._changes.undo()
        elif name and self._buttons[name].isVisible():
            self._buttons[name].click()
        return bool(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list would search by first letter; its letters are actions here.
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typing = self._filter.hasFocus() or self._words.is_typing()
        if typing or not self._pressed(event):
            super().keyPressEvent(event)
