"""Companies: which there are and how they are written; merged, split and renamed with a preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from curator.domain.companies import CompanyRow, Likeness, Pair
from curator.domain.errors import CuratorError
from curator.services import companies
from curator.ui import theme
from curator.ui.company_changes import CompanyChanges
from curator.ui.panels.status_bar import StatusBar
from curator.ui.widgets.company_rows import ENTRY, CompanyRows
from curator.ui.widgets.company_words import CompanyWords
from curator.ui.widgets.key_buttons import KeyButton
from curator.ui.widgets.own_keys import ENTER
from curator.ui.widgets.panes import set_role
from curator.ui.widgets.segmented import Choice, Segmented
from curator.ui.widgets.side_lists import side_list
from curator.ui.windows.list_and_detail import set_out

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library

ALL, ALIKE = "all", "alike"
PAUSE = 150
"""Milliseconds after a key until the list is narrowed."""


class CompaniesWindow(QDialog):
    """Lists companies and pairs that may be the same; every change is one step that can be undone."""

    applied = Signal(object)
    company_chosen = Signal(str)
    """The articles of a company are to be shown."""

    def __init__(self, library: Library, company: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._rows: tuple[CompanyRow, ...] = ()
        self._pairs: tuple[Pair, ...] | None = None
        self._swapped = False
        self.setWindowTitle(self.tr("Companies"))
        self.resize(1040, 680)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._fill)
        self._changes = CompanyChanges(library, self)
        self._changes.applied.connect(self._changed)
        head, list_ = self._make_head(), self._make_list()
        detail, foot = self._make_detail(), self._make_foot()
        self._status = StatusBar(self)
        self._changes.told.connect(self._status.tell)
        set_out(self, head, list_, detail, foot, self._status)
        self.read(company)

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Companies"), self)
        title.setFont(theme.sans(16, 600))
        self._counts = QLabel(self)
        self._counts.setFont(theme.sans(10))
        self._counts.setProperty("role", "muted")
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
        row = QHBoxLayout()
        row.setContentsMargins(24, 16, 24, 16)
        row.setSpacing(16)
        row.addWidget(title)
        row.addWidget(self._counts, 1)
        row.addWidget(self._filter)
        row.addWidget(self._parts)
        return row

    def _make_list(self) -> QWidget:
        self._list = QListWidget(self)
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(CompanyRows(self._list))
        self._list.itemSelectionChanged.connect(self._show)
        self._list.installEventFilter(self)
        return side_list(self._list, self.tr("Company"), self.tr("Articles"), 400, self)

    def _make_detail(self) -> QWidget:
        inside = QWidget(self)
        inside.setProperty("surface", "window")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = QFrame(inside)
        card.setProperty("card", "true")
        self._title, self._meta, self._preview = (QLabel(card) for _ in range(3))
        self._title.setFont(theme.sans(15, 600))
        self._meta.setFont(theme.sans(9.5))
        self._preview.setFont(theme.sans(9.5))
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 14, 20, 16)
        box.setSpacing(8)
        for label in (self._title, self._meta, self._preview):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            box.addWidget(label)
        set_role(self._meta, "muted")
        self._words = CompanyWords(inside)
        self._words.ticked_changed.connect(self._enable)
        self._words.alias_added.connect(self._add_alias)
        self._words.alias_removed.connect(self._remove_alias)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(self._words, 1)
        column.addStretch(0)
        return inside

    def _make_foot(self) -> QHBoxLayout:
        self._buttons = {
            "show": KeyButton(self.tr("Show its articles"), "O", parent=self),
            "rename": KeyButton(self.tr("Rename…"), "R", parent=self),
            "split": KeyButton(self.tr("Split off…"), "S", parent=self),
            "merge": KeyButton(self.tr("Merge into…"), "M", "primary", parent=self),
            "swap": KeyButton(self.tr("Other way round"), "W", parent=self),
            "apart": KeyButton(self.tr("Not the same"), "N", parent=self),
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
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addStretch(1)
        for name, button in self._buttons.items():
            button.clicked.connect(self._handlers[name])
            row.addWidget(button)
        return row

    # Showing

    def read(self, company: str = "") -> None:
        """Read the companies anew; choose one if it is named, else stay where the list is."""
        self._rows = companies.listed(self._library)
        self._pairs = companies.suggested(self._library)
        self._parts.set_words(ALIKE, self.tr("May be the same {n}").format(n=len(self._pairs)))
        self._counts.setText(self.tr("%n in the library", "", len(self._rows)))
        self._fill(company)

    def _wait(self) -> None:
        self._pause.start()

    def _show_part(self) -> None:
        self._fill()

    def _fill(self, company: str = "") -> None:
        self._pause.stop()
        place = max(0, self._list.currentRow())
        wanted = self._filter.text().casefold().strip()
        several = self._parts.value == ALL
        entries: Sequence[CompanyRow | Pair] = self._rows if several else self._pairs or ()
        shown = [entry for entry in entries if any(wanted in name.casefold() for name in names(entry))]
        mode = QAbstractItemView.SelectionMode
        self._list.blockSignals(True)
        self._list.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self._list.clear()
        for entry in shown:
            item = QListWidgetItem(names(entry)[0])
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._said(entry))
            self._list.addItem(item)
        if company:
            place = next((i for i, entry in enumerate(shown) if names(entry)[0] == company), 0)
        self._list.blockSignals(False)
        self._list.setCurrentRow(min(place, len(shown) - 1))
        if not self._filter.hasFocus():
            self._list.setFocus()
        self._show()

    def _said(self, entry: CompanyRow | Pair) -> str:
        if isinstance(entry, Pair):
            return self.tr("{one} and {other}").format(one=entry.one.name, other=entry.other.name)
        return f"{entry.name}, {self._changes.articles(entry.articles)}"

    def chosen(self) -> list[CompanyRow]:
        """The companies selected, the most used first."""
        entries = [item.data(ENTRY) for item in self._list.selectedItems()]
        rows = [entry for entry in entries if isinstance(entry, CompanyRow)]
        return sorted(rows, key=lambda row: (-row.articles, -row.facts))

    def pair(self) -> tuple[CompanyRow, CompanyRow] | None:
        """The pair chosen: what stays, and what goes into it."""
        item = self._list.currentItem()
        entry = item.data(ENTRY) if item else None
        if not isinstance(entry, Pair):
            return None
        return (entry.other, entry.one) if self._swapped else (entry.one, entry.other)

    def _show(self) -> None:
        self._swapped = False
        self._show_entry()

    def _show_entry(self) -> None:
        rows, pair = self.chosen(), self.pair()
        self._preview.clear()
        set_role(self._preview, "")
        if pair:
            self._show_pair(*pair)
        elif len(rows) > 1:
            self._title.setText(self.tr("%n selected", "", len(rows)))
            self._meta.setText(", ".join(row.name for row in rows))
        else:
            row = rows[0] if rows else None
            self._title.setText(row.name if row else self._emptiness())
            filtered = self.tr("Clear the filter to see all.") if self._filter.text() else ""
            self._meta.setText(self._sizes(row) if row else filtered)
        self._preview.setVisible(bool(self._preview.text()))
        self._words.setVisible(len(rows) == 1)
        self._words.show_words(companies.wordings(self._library, rows[0].name) if len(rows) == 1 else ())
        self._enable()
        place = self.tr("{n} of {all}").format(n=self._list.currentRow() + 1, all=self._list.count())
        self._status.set_place(place if self._list.count() else "")
        first = ("↵", self.tr("merge")) if self._parts.value == ALIKE else ("M", self.tr("merge"))
        self._status.set_keys(
            [
                first,
                ("/", self.tr("filter")),
                ("Backspace", self.tr("undo the last")),
                ("Esc", self.tr("close")),
            ]
        )

    def _emptiness(self) -> str:
        if self._filter.text():
            return self.tr("No company goes by this name")
        alike = self._parts.value == ALIKE
        return self.tr("No two companies look the same") if alike else self.tr("No companies yet")

    def _show_pair(self, into: CompanyRow, other: CompanyRow) -> None:
        self._title.setText(f"{other.name}  →  {into.name}")
        likeness = self._list.currentItem().data(ENTRY).likeness
        self._meta.setText(f"{self._because()[likeness]} · {self._sizes(other)} → {self._sizes(into)}")
        try:
            self._preview.setText(self._changes.foretold(into.name, [other.name]))
        except CuratorError as error:
            self._preview.setText(str(error))
            set_role(self._preview, "warn")

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
        pair = self.pair()
        if pair:
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

    # Keys

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key says outside the lines of text; whether it said anything."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in ENTER and self._parts.value == ALIKE:
            self._merge_pair()
        elif key == Qt.Key.Key_Slash:
            self._filter.setFocus()
        elif key == Qt.Key.Key_Backspace:
            self._changes.undo()
        else:
            name = KEYS.get(Qt.Key(key))
            if name is None:
                return False
            if self._buttons[name].isVisible() and self._buttons[name].isEnabled():
                self._handlers[name]()
        return True

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


KEYS = {
    Qt.Key.Key_O: "show",
    Qt.Key.Key_R: "rename",
    Qt.Key.Key_F2: "rename",
    Qt.Key.Key_S: "split",
    Qt.Key.Key_M: "merge",
    Qt.Key.Key_W: "swap",
    Qt.Key.Key_N: "apart",
}


def names(entry: CompanyRow | Pair) -> list[str]:
    """The names by which an entry is found, its own first."""
    rows = (entry.one, entry.other) if isinstance(entry, Pair) else (entry,)
    return [name for row in rows for name in (row.name, *row.aliases)]
