"""What the editor changes of articles: their fields and states, of one or many; and of companies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from curator.domain.articles import State
from curator.domain.queries.conditions import condition
from curator.services import editing, reviewing
from curator.ui.keyboard.mnemonics import letter_menu
from curator.ui.windows.bulk_edit_dialog import BulkEditDialog

if TYPE_CHECKING:
    from curator.ui.controllers.changing import Changing
    from curator.ui.controllers.showing import Showing
    from curator.ui.controllers.walking import Walking


class Edits(QObject):
    """Carries out what is edited in the fields, by key and in the windows for many articles."""

    def __init__(self, desk: Showing, changing: Changing, walking: Walking) -> None:
        super().__init__(desk)
        self._desk, self._changing, self._walking = desk, changing, walking
        self._library = desk.library
        self._window = desk.window
        self._connect_panels()
        self._connect_actions()

    def _connect_panels(self) -> None:
        window, fields = self._window, self._window.fields
        fields.edited.connect(self.set_field)
        fields.added.connect(self.add)
        fields.removed.connect(self.remove)
        fields.left.connect(window.list.setFocus)
        fields.company_menu_requested.connect(self.company_menu)
        window.list.menu_requested.connect(self.list_menu)
        window.banner.button.clicked.connect(self.edit_several)

    def _connect_actions(self) -> None:
        actions = self._window.actions_
        for number in range(6):
            actions.connect_to(f"importance_{number}", lambda number=number: self.set_importance(number))
        for name, handler in {
            "reviewed": self.mark_reviewed,
            "add_tag": lambda: self._window.fields.begin("tags"),
            "add_company": lambda: self._window.fields.begin("companies"),
            "edit_several": self.edit_several,
            "companies": self.show_companies,
        }.items():
            actions.connect_to(name, handler)

    # Fields

    def set_field(self, field: str, value: object) -> None:
        """Set a field of the selected articles."""
        ids = self._desk.selected()
        if ids:
            self._changing.make(
                lambda: editing.set_field(self._library, ids, field, value), len(ids), field=field
            )

    def set_importance(self, importance: int) -> None:
        """Set the importance of the chosen article (0: none), of it alone: a bare key does nothing bulk."""
        article = self._desk.article
        if article:
            ids, value = [article.id], importance or None
            self._changing.make(lambda: editing.set_field(self._library, ids, "importance", value))

    def add(self, field: str, name: str) -> None:
        """Add a company or tag to the selected articles."""
        ids = self._desk.selected()
        if ids:
            self._changing.make(lambda: editing.add(self._library, ids, field, [name]), len(ids), field=field)

    def remove(self, field: str, name: str) -> None:
        """Take a company or tag from the selected articles."""
        ids = self._desk.selected()
        if ids:
            self._changing.make(
                lambda: editing.remove(self._library, ids, field, [name]), len(ids), field=field
            )

    # Articles

    def mark_reviewed(self) -> None:
        """Mark the selected articles as reviewed and go on to the next one that is not."""
        desk, fields = self._desk, self._window.fields
        before = desk.article
        if self.set_state(State.REVIEWED):
            self._walking.step_article(1)
            is_other = before and desk.article and desk.article.id != before.id
            focus = self._window.focusWidget()
            if is_other and focus and fields.isAncestorOf(focus):
                # What is typed next is a key for the other article, no word of its note.
                self._window.list.setFocus()

    def set_state(self, state: State) -> bool:
        """Put the selected articles into a state; whether that was done."""
        ids = self._desk.selected()
        return bool(ids) and self._changing.make(
            lambda: reviewing.set_state(self._library, ids, state), len(ids)
        )

    def list_menu(self, place: QPoint) -> None:
        """What can be done with the selected articles."""
        menu = letter_menu(QMenu(self._window.list))
        for state, text in (
            (State.INBOX, self.tr("Back to the inbox")),
            (State.IN_REVIEW, self.tr("In review")),
            (State.REVIEWED, self.tr("Reviewed")),
        ):
            menu.addAction(text).triggered.connect(lambda _c=False, state=state: self.set_state(state))
        menu.addSeparator()
        for name in ("edit_several", "add_tag", "add_company", "add_to_set", "export", "reclean"):
            menu.addAction(self._window.actions_[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def edit_several(self) -> None:
        """Change a field of many articles, once what would change has been seen."""
        dialog = BulkEditDialog(
            self._library,
            self._desk.jobs,
            query=self._desk.query,
            selected=self._window.list.selected(),
            state=self._window.state,
            parent=self._window,
        )
        if dialog.exec():
            ids, edit = dialog.ids, dialog.edit()
            self._changing.make(lambda: editing.edit(self._library, ids, [edit]), len(ids))
        dialog.deleteLater()

    # Companies

    def show_companies(self, company: str = "") -> None:
        """Show the companies, to merge, split and rename them."""
        from curator.ui.windows.companies_window import CompaniesWindow

        beside = self._window
        window = CompaniesWindow(self._library, company, beside, beside.state, self._desk.jobs)
        window.applied.connect(self._changing.announce)
        window.company_chosen.connect(self._show_articles)
        window.exec()
        window.deleteLater()

    def _show_articles(self, company: str) -> None:
        self._desk.write(condition("company", company))

    def company_menu(self, company: str, place: QPoint) -> None:
        """What can be done with a company in the fields."""
        menu = letter_menu(QMenu(self._window.fields))
        shown = menu.addAction(self.tr("Show its articles"))
        shown.triggered.connect(lambda: self._show_articles(company))
        merged = menu.addAction(self.tr("Merge, split or rename…"))
        merged.triggered.connect(lambda: self.show_companies(company))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
