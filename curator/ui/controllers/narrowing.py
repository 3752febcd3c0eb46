"""Narrowing: the conditions that panels put into the query, and take out where nothing is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from curator.domain.queries.conditions import condition, conditions, toggled

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing


class Narrowing(QObject):
    """Writes the query for the editor, who sees it in the search field and can go on from there."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        window = desk.window
        window.sidebar.query_chosen.connect(desk.write)
        window.sidebar.facet_chosen.connect(self._toggle)
        window.fields.company_activated.connect(self._toggle_company)
        window.list.widening_requested.connect(self._widen)
        window.actions_.connect_to("clear_search", lambda: desk.write(""))
        desk.searched.connect(self._show_emptiness)

    def _toggle_company(self, name: str) -> None:
        self._toggle(condition("company", name))

    def _toggle(self, term: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        leave_out = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        self._desk.write(toggled(self._desk.query, term, leave_out=leave_out))

    def _widen(self) -> None:
        query, last = self._desk.query, self._last_condition()
        self._desk.write("" if last == query else toggled(query, last))
        self._desk.window.list.setFocus()

    def _show_emptiness(self) -> None:
        """Let the list say why it is empty, should it be, and offer to drop the last condition."""
        if self._desk.query:
            said = self.tr("No article matches.")
            offer = self.tr("Remove {term}").format(term=self._last_condition())
        else:
            said, offer = self.tr("No articles yet. Import a folder to begin."), ""
        self._desk.window.list.set_emptiness(said, offer)

    def _last_condition(self) -> str:
        """The last condition of the query, or all of it where brackets or “or” join them."""
        query = self._desk.query
        terms = conditions(query)
        return query if any(term.lower() in {"(", ")", "-(", "or"} for term in terms) else terms[-1]
