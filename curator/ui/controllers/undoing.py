"""Undo and redo: the steps of the journal, whoever made them, taken back and made again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.domain.changes import Subject
from curator.domain.errors import Cancelled, CuratorError
from curator.services import editing, reading

if TYPE_CHECKING:
    from curator.domain.changes import Applied, Step
    from curator.services.library import Library
    from curator.ui.controllers.changing import Changing
    from curator.ui.controllers.showing import Showing

LOOKED_BACK = 20
"""Steps of the journal in which the last edit that stands is looked for."""


class Undoing(QObject):
    """Takes steps back, makes them again, and says which ones come next."""

    def __init__(self, desk: Showing, changing: Changing) -> None:
        super().__init__(desk)
        self._desk, self._changing = desk, changing
        self._library = desk.library
        self._actions = desk.window.actions_
        self._actions.connect_to("undo", self.undo)
        self._actions.connect_to("redo", self.redo)
        self._actions.connect_to("undo_decision", self.undo_decision)

    def undo(self) -> None:
        """Take the last step back."""
        size = editing.undo_size(self._library)
        self._travel(editing.undo, size, self.tr("Undone: {what}"), self.tr("Nothing to undo"))

    def redo(self) -> None:
        """Do again what was taken back."""
        size = editing.redo_size(self._library)
        self._travel(editing.redo, size, self.tr("Done again: {what}"), self.tr("Nothing to redo"))

    def undo_decision(self) -> None:
        """Take the last step back if it decided a fact: a bare key undoes nothing else."""
        steps = reading.journal(self._library, None, LOOKED_BACK)
        last = next((entry.step for entry in steps if entry.kind == "edit" and not entry.undone), None)
        if last is None or any(change.subject is Subject.FACT for change in last.changes):
            self.undo()
            return
        text = self.tr("The last change was no decision. {key} takes it back: {what}")
        self._desk.tell(text.format(key=self._actions.key("undo"), what=last.label), "muted")

    def _travel(self, way: Callable[[Library], Applied | None], size: int, said: str, nothing: str) -> None:
        label = self.tr("%n change(s) are taken back or made again", "", size)
        try:
            applied = self._changing.unhurried(lambda: way(self._library), size, label)
        except (Cancelled, CuratorError) as error:
            self._desk.tell_error(error)
            return
        if applied is None:
            self._desk.tell(nothing, "muted")
            return
        self._changing.announce(applied)
        step = applied.step
        self._desk.tell(said.format(what=step.label if step else ""))
        if step:
            self._show_place(step)

    def _show_place(self, step: Step) -> None:
        """Go where the step changed something, if that is one article; and to the fact, if that is one."""
        if len(step.articles) == 1:
            self._desk.show_article(next(iter(step.articles)))
        facts = [each.subject_id for each in step.changes if each.subject is Subject.FACT]
        known = {fact.id for fact in self._desk.article.facts} if self._desk.article else set[int]()
        if len(facts) == 1 and facts[0] in known:
            self._desk.choose_fact(facts[0])

    def show_next(self) -> None:
        """Let the undo and redo actions say what they would do."""
        labels = editing.undoable(self._library)
        for name, label, said, nothing in (
            ("undo", labels[0], self.tr("Undo: {what}"), self.tr("Nothing to undo")),
            ("redo", labels[1], self.tr("Redo: {what}"), self.tr("Nothing to redo")),
        ):
            action = self._actions[name]
            action.setEnabled(label is not None)
            text = said.format(what=label) if label else nothing
            action.setToolTip(f"{text}  {self._actions.key(name)}")
