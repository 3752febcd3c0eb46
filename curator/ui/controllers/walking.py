"""Walking: from fact to fact and from article to article by key, and back to what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.domain.articles import State
from curator.ui.controllers.seen import Seen

if TYPE_CHECKING:
    from curator.ui.controllers.showing import Showing


class Walking(QObject):
    """Chooses the next fact or article that an editor means by a key."""

    def __init__(self, desk: Showing) -> None:
        super().__init__(desk)
        self._desk = desk
        self._seen = Seen()
        desk.article_shown.connect(self._remember)
        actions = desk.window.actions_
        for name, handler in {
            "next_fact": lambda: self.step_fact(1),
            "previous_fact": lambda: self.step_fact(-1),
            "next_article": lambda: self.step_article(1),
            "previous_article": lambda: self.step_article(-1),
            "back": lambda: self._go(-1),
            "forward": lambda: self._go(1),
        }.items():
            actions.connect_to(name, handler)

    def step_fact(self, by: int) -> None:
        """Make the next or previous fact current."""
        facts, current = self._desk.window.facts.visible_facts(), self._desk.fact_id
        place = next((i for i, fact in enumerate(facts) if fact.id == current), -1 if by > 0 else 0)
        if facts and 0 <= place + by < len(facts):
            self._desk.choose_fact(facts[place + by].id)

    def step_article(self, by: int) -> None:
        """Show the next or previous article that is not reviewed."""
        model, article = self._desk.window.list.model, self._desk.article
        row = model.row_of(article.id) if article else None
        place = (row if row is not None else -1) + by
        while True:
            while place >= model.rowCount() and model.canFetchMore(model.index(-1)):
                model.fetchMore(model.index(-1))
            entry = model.article(place)
            if entry is None:
                self._desk.tell(self.tr("No further article to review in this list"), "muted")
                return
            if entry.state != State.REVIEWED:
                self._desk.show_article(entry.id)
                return
            place += by

    def _go(self, by: int) -> None:
        """Show what was seen before or after, which stays in its place among the articles seen."""
        number = self._seen.at(by)
        if number is not None:
            self._seen.go(by)
            self._desk.show_article(number)

    def _remember(self) -> None:
        article, actions = self._desk.article, self._desk.window.actions_
        if article and article.id != self._seen.at(0):
            self._seen.add(article.id)
        actions["back"].setEnabled(self._seen.at(-1) is not None)
        actions["forward"].setEnabled(self._seen.at(1) is not None)
