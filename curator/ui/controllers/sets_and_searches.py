"""Curated sets and saved searches: kept under names, renamed, exported and deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from curator.services import sets
from curator.ui.keyboard.mnemonics import letter_menu
from curator.ui.widgets.sidebar_rows import Entry

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library
    from curator.ui.controllers.changing import Changing
    from curator.ui.controllers.showing import Showing


class SetsAndSearches(QObject):
    """Changes what the sidebar lists under these heads."""

    export_requested = Signal(str)
    """What a query finds is to be exported."""

    def __init__(self, desk: Showing, changing: Changing) -> None:
        super().__init__(desk)
        self._desk, self._changing = desk, changing
        self._library = desk.library
        window = desk.window
        window.top_bar.search.save_requested.connect(self.save_search)
        window.sidebar.save_search_requested.connect(self.save_search)
        window.sidebar.new_set_requested.connect(self.add_to_set)
        window.sidebar.entry_menu_requested.connect(self.entry_menu)
        window.actions_.connect_to("save_search", self.save_search)
        window.actions_.connect_to("add_to_set", self.add_to_set)

    def add_to_set(self) -> None:
        """Add the selected articles to a curated set, old or new."""
        ids = self._desk.selected()
        if not ids:
            self._desk.tell(self.tr("Choose articles first, then add them to a set"), "muted")
            return
        names = [name for name, _ in sets.sets(self._library)]
        title = self.tr("Add to a curated set")
        label = self.tr("Set for %n article(s), known or new:", "", len(ids))
        choices = [*names, ""] if names else ()
        name = self._desk.dialogs.text(title, label, "", choices, action=self.tr("Add"))
        if name:
            self._add(name, ids)

    def _add(self, name: str, ids: list[int]) -> None:
        added: set[int] = set()

        def adding() -> Applied:
            applied = sets.add(self._library, name, ids)
            added.update(applied.articles)
            return applied

        if self._changing.make(adding, len(ids)):
            told = self.tr("%n article(s) added to “{name}”", "", len(added)).format(name=name)
            self._desk.tell(told if added else self.tr("“{name}” has them already").format(name=name))

    def save_search(self) -> None:
        """Keep the present query under a name."""
        query = self._desk.query
        if not query:
            self._desk.tell(self.tr("Search for something first, then save it"), "muted")
            return
        title = self.tr("Save this search")
        label = self.tr("Name of the search:")
        name = self._desk.dialogs.text(title, label, query, action=self.tr("Save"))
        if name:
            self._changing.make(lambda: sets.save_search(self._library, name, query))

    def entry_menu(self, entry: Entry, place: QPoint) -> None:
        """What can be done with a saved search or a curated set in the sidebar."""
        menu = letter_menu(QMenu(self._desk.window.sidebar))
        if entry.icon == "bookmark-simple":
            self._fill_for_search(menu, entry.text)
        elif entry.icon == "stack":
            self._fill_for_set(menu, entry.text, entry.query)
        if not menu.isEmpty():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def _fill_for_search(self, menu: QMenu, name: str) -> None:
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(
            lambda: self._rename(name, self.tr("Name of the search:"), sets.rename_search)
        )
        delete = menu.addAction(self.tr("Delete the search “{name}”").format(name=name))
        delete.triggered.connect(lambda: self._changing.make(lambda: sets.delete_search(self._library, name)))

    def _fill_for_set(self, menu: QMenu, name: str, query: str) -> None:
        take_out = menu.addAction(self.tr("Take the selected articles out"))
        take_out.triggered.connect(lambda: self._take_out(name))
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: self._rename(name, self.tr("Name of the set:"), sets.rename))
        export = menu.addAction(self.tr("Export this set…"))
        export.triggered.connect(lambda: self.export_requested.emit(query))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete the set “{name}”").format(name=name))
        delete.triggered.connect(lambda: self._changing.make(lambda: sets.remove(self._library, name)))

    def _take_out(self, name: str) -> None:
        ids = self._desk.selected()
        self._changing.make(lambda: sets.remove(self._library, name, ids), len(ids))

    def _rename(self, name: str, label: str, rename: Callable[[Library, str, str], Applied]) -> None:
        title = self.tr("Rename “{name}”").format(name=name)
        new = self._desk.dialogs.text(title, label, name, action=self.tr("Rename"))
        if new:
            self._changing.make(lambda: rename(self._library, name, new))
