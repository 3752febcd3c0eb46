"""What the editor changes: fields, decisions, verdicts, sets, searches; and undo and redo of it all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from curator.domain.articles import Article, State
from curator.domain.changes import Subject
from curator.domain.errors import Cancelled, CuratorError
from curator.domain.facts import Decision, Fact, FactKind, Verdict
from curator.domain.spans import Span
from curator.services import editing, reading, repairing, reviewing, sets, stating
from curator.ui import formatting
from curator.ui.mnemonics import letter_menu
from curator.ui.panels.facts import is_open
from curator.ui.widgets.sidebar_rows import Entry
from curator.ui.windows.bulk_edit_dialog import BulkEditDialog

if TYPE_CHECKING:
    from curator.domain.changes import Applied
    from curator.services.library import Library
    from curator.ui.showing import Showing

LOOKED_BACK = 20
"""Steps of the journal in which the last edit that stands is looked for."""


class Edits(QObject):
    """Carries out edits on the library and announces what really changed."""

    export_requested = Signal(str)
    """What a query finds is to be exported."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._library = desk.library
        self._window = desk.window
        self._connect_panels()
        self._connect_actions()

    def _connect_panels(self) -> None:
        fields, facts = self._window.fields, self._window.facts
        fields.edited.connect(self.set_field)
        fields.added.connect(self.add)
        fields.removed.connect(self.remove)
        fields.value_added.connect(self.add_value)
        fields.left.connect(self._window.list.setFocus)
        fields.company_menu_requested.connect(self.company_menu)
        self._window.reader.repairs_requested.connect(self.walk_repairs)
        self._window.reader.repair_decided.connect(self.decide_repair)
        facts.card.decided.connect(self.decide)
        facts.card.judged.connect(self.judge)
        facts.card.retyped.connect(self.retype)
        facts.card.edit_requested.connect(facts.card.begin_edit)
        facts.card.edit_left.connect(facts.setFocus)

    def _connect_actions(self) -> None:
        actions = self._window.actions_
        for name, decision in (
            ("accept", Decision.ACCEPTED), ("reject", Decision.REJECTED), ("skip", Decision.SKIPPED),
        ):  # fmt: skip
            actions.connect_to(name, lambda decision=decision: self.decide(decision))
        for name, verdict in (
            ("confirmed", Verdict.CONFIRMED), ("doubtful", Verdict.DOUBTFUL), ("wrong", Verdict.WRONG),
        ):  # fmt: skip
            actions.connect_to(name, lambda verdict=verdict: self.judge(verdict))
        for number in range(6):
            actions.connect_to(f"importance_{number}", lambda number=number: self.set_importance(number))
        self._window.banner.button.clicked.connect(self.edit_several)
        actions.keys_changed.connect(self._show_keys)
        self._show_keys()
        for name, handler in {
            "edit": self._edit,
            "undo": self.undo,
            "redo": self.redo,
            "undo_decision": self.undo_decision,
            "reviewed": self.mark_reviewed,
            "add_fact": self.add_fact,
            "add_tag": lambda: self._window.fields.begin("tags"),
            "add_company": lambda: self._window.fields.begin("companies"),
            "add_to_set": self.add_to_set,
            "edit_several": self.edit_several,
            "save_search": self.save_search,
            "repairs": self.walk_repairs,
            "companies": self.show_companies,
        }.items():
            actions.connect_to(name, handler)

    # Fields

    def set_field(self, field: str, value: object) -> None:
        """Set a field of the selected articles."""
        ids = self._desk.chosen_articles()
        if ids:
            self._do(lambda: editing.set_field(self._library, ids, field, value), field, len(ids))

    def set_importance(self, importance: int) -> None:
        """Set the importance of the chosen article (0: none), of it alone: a bare key does nothing bulk."""
        article = self._desk.article
        if article:
            ids, value = [article.id], importance or None
            self._do(lambda: editing.set_field(self._library, ids, "importance", value))

    def add(self, field: str, name: str) -> None:
        """Add a company or tag to the selected articles."""
        ids = self._desk.chosen_articles()
        if ids:
            self._do(lambda: editing.add(self._library, ids, field, [name]), field, len(ids))

    def remove(self, field: str, name: str) -> None:
        """Take a company, a tag, an amount or a date from the selected articles."""
        if field in set(FactKind):
            self._remove_value(FactKind(field), name)
            return
        ids = self._desk.chosen_articles()
        self._do(lambda: editing.remove(self._library, ids, field, [name]), field, len(ids))

    def add_value(self, kind: FactKind, text: str) -> None:
        """Add an amount or a date that the editor typed."""
        article = self._desk.article
        if article is None:
            return

        def work() -> Applied:
            fact = self._parse(kind, text, article)
            return reviewing.add_fact(self._library, article.id, fact)

        self._do(work, str(kind))

    def _remove_value(self, kind: FactKind, shown: str) -> None:
        article = self._desk.article
        ids = [
            f.id
            for f in (article.facts if article else ())
            if f.fact.kind is kind and formatting.whole(f.fact) == shown and not is_open(f)
        ]
        if ids:
            self._do(lambda: reviewing.decide(self._library, ids, Decision.REJECTED))

    # Facts

    def decide(self, decision: Decision) -> None:
        """Decide the current fact and go on to the next one that is open."""
        fact = self._desk.fact()
        if fact and self._do(lambda: reviewing.decide(self._library, [fact.id], decision)):
            self._go_on(fact.id)

    def _go_on(self, fact_id: int) -> None:
        facts = self._window.facts.visible_facts()
        place = next((i for i, fact in enumerate(facts) if fact.id == fact_id), 0)
        ordered = facts[place + 1 :] + facts[:place]
        # What was skipped comes back once nothing else is open.
        waiting = [f for f in ordered if f.decision is Decision.PROPOSED] or [
            f for f in ordered if is_open(f)
        ]
        if waiting:
            self._desk.choose_fact(waiting[0].id)
        else:
            key = self._window.actions_.key("reviewed")
            self._desk.tell(self.tr("All facts decided. {key}: reviewed, next article").format(key=key))

    def judge(self, verdict: Verdict) -> None:
        """Give the current fact a verdict; the same one again takes it away."""
        fact = self._desk.fact()
        if fact:
            wanted = Verdict.UNCHECKED if fact.verdict is verdict else verdict
            self._do(lambda: reviewing.judge(self._library, [fact.id], wanted))

    def _show_keys(self) -> None:
        self._window.facts.card.show_keys(self._window.actions_.key)

    def _edit(self) -> None:
        if self._desk.fact():
            self._window.actions_["facts"].setChecked(True)
            self._window.facts.card.begin_edit()

    def retype(self, text: str) -> None:
        """Give the current fact the value that the editor typed."""
        fact, article = self._desk.fact(), self._desk.article
        if not fact or not article:
            return

        def work() -> Applied:
            parsed = self._parse(fact.fact.kind, text, article)
            return reviewing.edit_fact(self._library, fact.id, parsed)

        try:
            applied = self._desk.unhurried(work)
        except (CuratorError, Cancelled) as error:
            self._window.facts.card.show_problem(self._desk.said_of(error))
            return
        self._window.facts.card.end_edit()
        self._window.facts.setFocus()
        self._announce(applied)
        self._go_on(fact.id)

    def add_fact(self) -> None:
        """Make a fact of the words selected in the reader."""
        article, span = self._desk.article, self._window.reader.selected_span()
        if article is None or span is None or span.start == span.end:
            self._desk.tell(self.tr("Select words in the cleaned text first"), "muted")
            return
        before = {fact.id for fact in article.facts}
        if self._do(lambda: reviewing.add_fact(self._library, article.id, self._understood(article, span))):
            now = self._desk.article.facts if self._desk.article else ()
            new = [fact.id for fact in now if fact.id not in before]
            self._desk.choose_fact(new[0] if new else self._desk.fact_id)

    def _parse(self, kind: FactKind, text: str, article: Article) -> Fact:
        published = article.fields.published or ""
        day = date.fromisoformat(published[:10]) if len(published) >= 10 else None
        return stating.parse_value(kind, text, article.fields.language, day)

    def _understood(self, article: Article, span: Span) -> Fact:
        """What the words of a place state: a figure or a date if they read as one, else a company."""
        words = span.of(article.text)
        for kind in (FactKind.MONEY, FactKind.PERCENT, FactKind.QUANTITY, FactKind.DATE, FactKind.COMPANY):
            try:
                fact = self._parse(kind, words, article)
            except CuratorError:
                continue
            return replace(fact, start=span.start, end=span.end, quote=words)
        raise CuratorError(self.tr("These words state no value."), self.tr("Select the words of one value."))

    # Repairs

    def walk_repairs(self) -> None:
        """Show the repairs of the chosen article, the guesses first."""
        from curator.ui.windows.repairs_window import RepairsWindow

        article = self._desk.article
        number = article.id if article else None
        window = RepairsWindow(self._library, number, self._window, self._window.state)
        window.applied.connect(self._announce)
        window.place_chosen.connect(self._show_repair)
        window.exec()
        window.deleteLater()

    def decide_repair(self, repair_id: int, decision: Decision, words: str = "") -> None:
        """Decide one repair; for other words than the program's the editor is asked."""
        article = self._desk.article
        stored = next((each for each in article.repairs if each.id == repair_id), None) if article else None
        if stored is None:
            return
        if decision is Decision.EDITED and not words:
            label = self.tr("What stands in the place of “{word}”:").format(word=stored.repair.before)
            words = self._desk.dialogs.text(self.tr("Another word"), label, stored.repair.after) or ""
            if not words:
                return
        text = words if decision is Decision.EDITED else None
        self._do(lambda: repairing.decide(self._library, [repair_id], decision, text))

    def _show_repair(self, article_id: int, repair_id: int) -> None:
        self._desk.show_article(article_id)
        self._window.reader.reveal_repair(repair_id)

    # Companies

    def show_companies(self, company: str = "") -> None:
        """Show the companies, to merge, split and rename them."""
        from curator.ui.windows.companies_window import CompaniesWindow

        beside = self._window
        window = CompaniesWindow(self._library, company, beside, beside.state, self._desk.jobs)
        window.applied.connect(self._announce)
        window.company_chosen.connect(self._desk.narrowing.show_company)
        window.exec()
        window.deleteLater()

    def company_menu(self, company: str, place: QPoint) -> None:
        """What can be done with a company in the fields."""
        menu = letter_menu(QMenu(self._window.fields))
        shown = menu.addAction(self.tr("Show its articles"))
        shown.triggered.connect(lambda: self._desk.narrowing.show_company(company))
        merged = menu.addAction(self.tr("Merge, split or rename…"))
        merged.triggered.connect(lambda: self.show_companies(company))
        menu.popup(place)

    # Articles

    def mark_reviewed(self) -> None:
        """Mark the selected articles as reviewed and go on to the next one that is not."""
        ids = self._desk.chosen_articles()
        if ids and self._do(lambda: reviewing.set_state(self._library, ids, State.REVIEWED), size=len(ids)):
            self._desk.step_article(1)

    def set_state(self, state: State) -> None:
        """Put the selected articles into a state."""
        ids = self._desk.chosen_articles()
        if ids:
            self._do(lambda: reviewing.set_state(self._library, ids, state), size=len(ids))

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
        _pop(menu, place)

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
            self._do(lambda: editing.edit(self._library, ids, [edit]), size=len(ids))
        dialog.deleteLater()

    # Sets and searches

    def add_to_set(self) -> None:
        """Add the selected articles to a curated set, old or new."""
        ids = self._desk.chosen_articles()
        if not ids:
            self._desk.tell(self.tr("Choose articles first, then add them to a set"), "muted")
            return
        names = [name for name, _ in sets.sets(self._library)]
        title = self.tr("Add to a curated set")
        label = self.tr("Set for %n article(s), known or new:", "", len(ids))
        name = self._desk.dialogs.text(title, label, "", [*names, ""] if names else ())
        if name:
            self._do(lambda: sets.add(self._library, name, ids), size=len(ids))

    def save_search(self) -> None:
        """Keep the present query under a name."""
        if not self._desk.query:
            self._desk.tell(self.tr("Search for something first, then save it"), "muted")
            return
        title = self.tr("Save this search")
        name = self._desk.dialogs.text(title, self.tr("Name of the search:"), self._desk.query)
        if name:
            self._do(lambda: sets.save_search(self._library, name, self._desk.query))

    def entry_menu(self, entry: Entry, place: QPoint) -> None:
        """What can be done with a saved search or a curated set in the sidebar."""
        menu = letter_menu(QMenu(self._window.sidebar))
        if entry.icon == "bookmark-simple":
            menu.addAction(self.tr("Rename…")).triggered.connect(
                lambda: self._rename(entry.text, self.tr("Name of the search:"), sets.rename_search)
            )
            action = menu.addAction(self.tr("Delete the search “{name}”").format(name=entry.text))
            action.triggered.connect(lambda: self._do(lambda: sets.delete_search(self._library, entry.text)))
        elif entry.icon == "stack":
            shown = menu.addAction(self.tr("Take the selected articles out"))
            shown.triggered.connect(
                lambda: self._do(lambda: sets.remove(self._library, entry.text, self._desk.chosen_articles()))
            )
            menu.addAction(self.tr("Rename…")).triggered.connect(
                lambda: self._rename(entry.text, self.tr("Name of the set:"), sets.rename)
            )
            export = menu.addAction(self.tr("Export this set…"))
            export.triggered.connect(lambda: self.export_requested.emit(entry.query))
            menu.addSeparator()
            action = menu.addAction(self.tr("Delete the set “{name}”").format(name=entry.text))
            action.triggered.connect(lambda: self._do(lambda: sets.remove(self._library, entry.text)))
        if not menu.isEmpty():
            _pop(menu, place)

    def _rename(self, name: str, label: str, rename: Callable[[Library, str, str], Applied]) -> None:
        new = self._desk.dialogs.text(self.tr("Rename “{name}”").format(name=name), label, name)
        if new:
            self._do(lambda: rename(self._library, name, new))

    # Undo

    def undo_decision(self) -> None:
        """Take the last step back if it decided a fact: a bare key undoes nothing else."""
        steps = reading.journal(self._library, None, LOOKED_BACK)
        last = next((entry.step for entry in steps if entry.kind == "edit" and not entry.undone), None)
        if last is None or any(change.subject is Subject.FACT for change in last.changes):
            self.undo()
            return
        text = self.tr("The last change was no decision. {key} takes it back: {what}")
        key = self._window.actions_.key("undo")
        self._desk.tell(text.format(key=key, what=last.label), "muted")

    def undo(self) -> None:
        """Take the last step back."""
        size = editing.undo_size(self._library)
        self._travel(editing.undo, size, self.tr("Undone: {what}"), self.tr("Nothing to undo"))

    def redo(self) -> None:
        """Do again what was taken back."""
        size = editing.redo_size(self._library)
        self._travel(editing.redo, size, self.tr("Done again: {what}"), self.tr("Nothing to redo"))

    def _travel(self, way: Callable[[Library], Applied | None], size: int, said: str, nothing: str) -> None:
        applied: list[Applied | None] = []
        label = self.tr("%n change(s) are taken back or made again", "", size)

        def work() -> None:
            applied.append(self._desk.unhurried(lambda: way(self._library), size, label))

        if not self._desk.attempt(work):
            return
        if applied[0] is None:
            self._desk.tell(nothing, "muted")
            return
        self._announce(applied[0])
        step = applied[0].step
        self._desk.tell(said.format(what=step.label if step else ""))
        facts = [c.subject_id for c in step.changes if c.subject == "fact"] if step else []
        if len(facts) == 1:
            self._desk.choose_fact(facts[0])

    def show_undo(self) -> None:
        """Let the undo and redo actions say what they would do."""
        labels = editing.undoable(self._library)
        for name, label, said, nothing in (
            ("undo", labels[0], self.tr("Undo: {what}"), self.tr("Nothing to undo")),
            ("redo", labels[1], self.tr("Redo: {what}"), self.tr("Nothing to redo")),
        ):
            action = self._window.actions_[name]
            action.setEnabled(label is not None)
            text = said.format(what=label) if label else nothing
            action.setToolTip(f"{text}  {self._window.actions_.key(name)}")

    def _do(self, work: Callable[[], Applied], field: str = "", size: int = 1) -> bool:
        """Make a change; whether it was made. If not, what was typed into the field stays there."""
        try:
            applied = self._desk.unhurried(work, size, self.tr("%n article(s) are changed", "", size))
        except (Cancelled, CuratorError) as error:
            if field:
                self._window.fields.mark_bad(field, self._desk.said_of(error))
            self._desk.tell_error(error)
            return False
        self._announce(applied)
        return True

    def _announce(self, applied: Applied) -> None:
        self._desk.announce(applied.touched, applied.articles)


def _pop(menu: QMenu, place: QPoint) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
