"""The selection: what the banner says of several articles, and their fields."""

from __future__ import annotations

from PySide6.QtCore import QObject

from curator.services import reading
from curator.ui.controllers.showing import ANEW, Showing


class Selection(QObject):
    """Knows whether several articles are selected, and shows the fields of all of them then."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._list, self._banner = desk.window.list, desk.window.banner
        self._several = False
        self._list.selection_changed.connect(self._follow)
        desk.searched.connect(self._look)
        desk.article_reread.connect(self._show_fields)

    def _look(self) -> None:
        """Follow the list, which shows other articles."""
        self._follow(len(self._list.selected()))

    def _show_fields(self) -> None:
        """Show the fields of the articles that an edit goes to."""
        fields = self._desk.window.fields
        if self._several:
            fields.show_several(reading.fields(self._desk.library, self._list.selected()[:ANEW]))
        elif self._desk.article:
            fields.show_article(self._desk.article)

    def _follow(self, count: int) -> None:
        if count > 1:
            self._banner.tell(self._words(count), action=self.tr("Edit several articles…"))
        elif self._several:
            self._banner.tell("")
        if count > 1 or self._several:
            self._several = count > 1
            self._show_fields()

    def _words(self, count: int) -> str:
        model = self._list.model
        if count == model.rowCount() and not model.complete:
            return self.tr("The first %n articles selected; all that are found can be edited", "", count)
        return self.tr("%n articles selected", "", count)
