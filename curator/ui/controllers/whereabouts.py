"""Where the editor is: what the status bar says of the fact and the article, and the keys at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.ui.look import formatting

if TYPE_CHECKING:
    from curator.ui.controllers.overview import Overview
    from curator.ui.controllers.showing import Showing


class Whereabouts(QObject):
    """Says in the status bar which fact of which article is current, and how far the article is."""

    def __init__(self, desk: Showing, overview: Overview) -> None:
        super().__init__(desk)
        self._desk = desk
        self._overview = overview
        for news in (
            desk.opened,
            desk.moved,
            overview.shown,
            desk.window.facts.filter_changed,
        ):
            news.connect(self._say)

    def _say(self) -> None:
        """Say where the editor is now."""
        window = self._desk.window
        window.status.set_remark(self.tr("Nothing leaves this computer") if window.greeting else "")
        if window.greeting:
            window.status.set_place(self.tr("No articles yet"))
            window.status.set_keys(())
            return
        article = self._desk.article
        found = len(article.facts) if article else 0
        done = 1 - window.facts.undecided / found if found else None
        window.status.set_place(self._place(), done)
        window.status.set_keys(self._keys())

    def _place(self) -> str:
        """The place of the fact and of the article, else how many articles there are."""
        found, total = self._overview.counts
        article = self._desk.article
        facts = article.facts if article else ()
        place = next((i + 1 for i, fact in enumerate(facts) if fact.id == self._desk.fact_id), 0)
        row = self._desk.window.list.model.row_of(article.id) if article else None
        texts: list[str] = []
        if place:
            texts.append(
                self.tr("Fact {n} of {all}").format(
                    n=formatting.count(place), all=formatting.count(len(facts))
                )
            )
        if row is not None:
            said = self.tr("article {n} of {all}") if texts else self.tr("Article {n} of {all}")
            texts.append(said.format(n=formatting.count(row + 1), all=formatting.count(max(found, row + 1))))
        return " · ".join(texts) or self.tr("%n article(s)", "", total)

    def _keys(self) -> list[tuple[str, str]]:
        """What one does next: decide the fact, go on once all are decided, or find an article."""
        key, article = self._desk.window.actions_.key, self._desk.article
        steps = (f"{key('next_fact')} {key('previous_fact')}", self.tr("next, previous"))
        ends = [(key("keys"), self.tr("all keys"))]
        if article is None:
            return [
                (key("search"), self.tr("search")),
                (key("palette"), self.tr("any action by name")),
                *ends,
            ]
        if self._desk.fact() and self._desk.window.facts.undecided:
            return [
                (key("accept"), self.tr("accept")),
                (key("reject"), self.tr("reject")),
                (key("skip"), self.tr("skip")),
                (key("edit"), self.tr("edit")),
                steps,
                *ends,
            ]
        on = [(key("reviewed"), self.tr("reviewed, next")), (key("next_article"), self.tr("next article"))]
        if article.facts:
            return [*on, steps, *ends]
        return [*on, (key("add_fact"), self.tr("fact of the selected words")), *ends]
