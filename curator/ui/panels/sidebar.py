"""The sidebar: library states, saved searches, curated sets, and facets of what the search found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from curator.domain.articles import State
from curator.domain.queries.conditions import condition
from curator.ui.look import formatting
from curator.ui.widgets.panes import FocusEdge
from curator.ui.widgets.sidebar_notes import SidebarNote
from curator.ui.widgets.sidebar_rows import Entry, Section

SHOWN = 5
"""Facet values shown before "more…"."""


class Sidebar(QWidget):
    """Where the library's parts are chosen; a click writes a query, which the desk carries out."""

    query_chosen = Signal(str)
    """A whole query: it takes the place of the present one."""
    facet_chosen = Signal(str, Qt.KeyboardModifier)
    """One condition, added to or taken from the query."""
    save_search_requested = Signal()
    new_set_requested = Signal()
    entry_menu_requested = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.library = Section(self.tr("Library"))
        self.searches = Section(self.tr("Saved searches"), self.tr("Save this search"))
        self.sets = Section(self.tr("Curated sets"), self.tr("New curated set…"))
        self.companies = Section(self.tr("Company"))
        self.languages = Section(self.tr("Language"))
        self.sources = Section(self.tr("Source"))
        self.tags = Section(self.tr("Tag"))
        inside = QWidget(self)
        inside.setProperty("surface", "window")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 6, 0, 12)
        column.setSpacing(2)
        for section in self.sections():
            column.addWidget(section)
            facet = section not in (self.library, self.searches, self.sets)
            section.clicked.connect(self._facet if facet else self._whole)
            section.menu_requested.connect(self.entry_menu_requested)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        self.files_note = SidebarNote(self.tr("Compare…"), self)
        self.note = SidebarNote(self.tr("Clean again…"), self)
        layout.addWidget(self.files_note)
        layout.addWidget(self.note)
        self.searches.add_button.clicked.connect(self.save_search_requested)
        self.sets.add_button.clicked.connect(self.new_set_requested)
        self._edge = FocusEdge(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus on to the row in force, else to the first one."""
        rows = [row for section in self.sections() if section.isVisible() for row in section.rows()]
        if rows:
            next((row for row in rows if row.checked), rows[0]).setFocus(event.reason())

    def sections(self) -> tuple[Section, ...]:
        """All sections, top to bottom."""
        return (
            self.library, self.searches, self.sets,
            self.companies, self.languages, self.sources, self.tags,
        )  # fmt: skip

    def show_states(self, counts: Mapping[State, int]) -> None:
        """The states with their counts."""
        rows = (
            (State.INBOX, self.tr("Inbox"), "tray"),
            (State.IN_REVIEW, self.tr("In review"), "eye"),
            (State.REVIEWED, self.tr("Reviewed"), "check-circle"),
        )
        total = Entry(self.tr("All articles"), "", sum(counts.values()), "stack-simple")
        self.library.show_entries(
            [
                total,
                *(Entry(text, f"state:{state}", counts.get(state, 0), icon) for state, text, icon in rows),
            ]
        )

    def show_searches(
        self, searches: Sequence[tuple[str, str]], found: Mapping[str, int] | None = None
    ) -> None:
        """Saved searches as (name, query), with how many articles a query finds as far as that is known."""
        counts = found or {}
        self.searches.show_entries(
            [Entry(name, query, counts.get(query), "bookmark-simple") for name, query in searches],
            emptiness=self.tr("Save a search to keep it here."),
        )

    def show_sets(self, sets: Sequence[tuple[str, int]]) -> None:
        """Curated sets as (name, number of articles)."""
        self.sets.show_entries(
            [Entry(name, condition("set", name), count, "stack") for name, count in sets],
            emptiness=self.tr("Pick articles, then add them to a set."),
        )

    def show_facets(
        self,
        companies: Sequence[tuple[str, int]],
        languages: Sequence[tuple[str, int]],
        sources: Sequence[tuple[str, int]],
        tags: Sequence[tuple[str, int]],
    ) -> None:
        """What the present query holds, most frequent first."""
        for section, field, values in (
            (self.companies, "company", companies),
            (self.sources, "source", sources),
            (self.tags, "tag", tags),
        ):
            section.show_entries(
                [
                    Entry(name, condition(field, name), count, checkable=True)
                    for name, count in values
                    if name
                ],
                most=SHOWN,
            )
            section.setVisible(bool(values))
        self.languages.show_entries(
            [
                Entry(
                    formatting.language_name(code) or code, condition("language", code), count,
                    code=code, checkable=True,
                )
                for code, count in languages
                if code
            ],
            most=SHOWN,
        )  # fmt: skip
        self.languages.setVisible(bool(languages))

    def mark_active(self, query: str, conditions: set[str]) -> None:
        """Show which whole query, and which single conditions, are in force."""
        for section in self.sections():
            facet = section not in (self.library, self.searches, self.sets)
            section.set_active(conditions if facet else {query.strip()})

    def _whole(self, entry: Entry, _modifiers: Qt.KeyboardModifier) -> None:
        self.query_chosen.emit(entry.query)

    def _facet(self, entry: Entry, modifiers: Qt.KeyboardModifier) -> None:
        self.facet_chosen.emit(entry.query, modifiers)
