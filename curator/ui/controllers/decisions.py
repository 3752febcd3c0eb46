"""What the editor decides of the facts and repairs that the engines propose, and the editor's own facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from curator.domain.articles import published_day
from curator.domain.errors import Cancelled, CuratorError
from curator.domain.facts import Decision, FactKind, Verdict
from curator.services import repairing, reviewing, stating
from curator.ui.facts.menu import fact_menu
from curator.ui.look import formatting
from curator.ui.reader.word_edges import named_words, whole_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from curator.domain.articles import Article, StoredFact
    from curator.domain.changes import Applied
    from curator.domain.facts import Fact
    from curator.domain.spans import Span
    from curator.ui.controllers.changing import Changing
    from curator.ui.controllers.showing import Showing


class Decisions(QObject):
    """Carries out what is decided in the facts' card, by key and in the text."""

    def __init__(self, desk: Showing, changing: Changing) -> None:
        super().__init__(desk)
        self._desk, self._changing = desk, changing
        self._library = desk.library
        self._window = desk.window
        self._connect_panels()
        self._connect_actions()

    def _connect_panels(self) -> None:
        fields, facts, reader = self._window.fields, self._window.facts, self._window.reader
        fields.value_added.connect(self.add_value)
        fields.value_removed.connect(self.remove_value)
        facts.menu_requested.connect(self._ask_for_menu)
        facts.card.decided.connect(self.decide)
        facts.card.judged.connect(self.judge)
        facts.card.retyped.connect(self.retype)
        facts.card.edit_requested.connect(facts.card.begin_edit)
        facts.card.edit_left.connect(facts.setFocus)
        reader.repairs_requested.connect(self.walk_repairs)
        reader.repair_decided.connect(self.decide_repair)

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
        actions.connect_to("reopen", self.reopen)
        actions.connect_to("edit", self._edit)
        actions.connect_to("add_fact", self.add_fact)
        actions.connect_to("decisions", self.show_last)
        actions.connect_to("repairs", self.walk_repairs)
        actions.keys_changed.connect(self._show_keys)
        self._show_keys()

    def _show_keys(self) -> None:
        self._window.facts.card.show_keys(self._window.actions_.key)

    # The current fact

    def decide(self, decision: Decision) -> None:
        """Decide the current fact and go on to the next one that is open."""
        fact = self._desk.fact()
        if fact and self._changing.make(lambda: reviewing.decide(self._library, [fact.id], decision)):
            self._go_on(fact.id)

    def reopen(self) -> None:
        """Put the current fact back to be decided, and stay at it."""
        fact = self._desk.fact()
        if fact and fact.decision is not Decision.PROPOSED:
            self._changing.make(lambda: reviewing.decide(self._library, [fact.id], Decision.PROPOSED))

    def _ask_for_menu(self, place: QPoint) -> None:
        fact = self._desk.fact()
        if fact:
            fact_menu(fact, self._window.actions_, self._desk.reveal, self._window.facts).popup(place)

    def _go_on(self, fact_id: int) -> None:
        facts = self._window.facts.visible_facts()
        place = next((i for i, fact in enumerate(facts) if fact.id == fact_id), 0)
        ordered = facts[place + 1 :] + facts[:place]
        # What was skipped comes back once nothing else is open.
        waiting = [f for f in ordered if f.decision is Decision.PROPOSED] or [
            f for f in ordered if f.decision.is_open
        ]
        if waiting:
            self._desk.choose_fact(waiting[0].id)
        elif left := sum(fact.decision.is_open for fact in self._facts_of_article()):
            self._desk.tell(self.tr("%n fact(s) left to decide", "", left), "muted")
        else:
            key = self._window.actions_.key("reviewed")
            self._desk.tell(self.tr("All facts decided. {key}: reviewed, next article").format(key=key))

    def _facts_of_article(self) -> Sequence[StoredFact]:
        return self._desk.article.facts if self._desk.article else ()

    def judge(self, verdict: Verdict) -> None:
        """Give the current fact a verdict; the same one again takes it away."""
        fact = self._desk.fact()
        if fact:
            wanted = Verdict.UNCHECKED if fact.verdict is verdict else verdict
            self._changing.make(lambda: reviewing.judge(self._library, [fact.id], wanted))

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
            return reviewing.edit_fact(self._library, fact.id, _parsed(fact.fact.kind, text, article))

        try:
            applied = self._changing.unhurried(work)
        except (CuratorError, Cancelled) as error:
            self._window.facts.card.show_problem(self._desk.said_of(error))
            return
        self._window.facts.card.end_edit()
        self._window.facts.setFocus()
        self._changing.announce(applied)
        self._go_on(fact.id)

    def show_last(self) -> None:
        """List the last decisions, to look at them again and to change them."""
        from curator.ui.windows.decisions_window import DecisionsWindow

        window = DecisionsWindow(self._library, self._window, self._window.state)
        window.applied.connect(self._changing.announce)
        window.fact_chosen.connect(self._show_fact)
        window.exec()
        window.deleteLater()

    def _show_fact(self, article_id: int, fact_id: int) -> None:
        self._desk.show_article(article_id)
        self._desk.choose_fact(fact_id)
        self._window.facts.setFocus()

    # The editor's own facts

    def add_fact(self) -> None:
        """Make a fact of the words selected in the reader."""
        article, span = self._desk.article, self._window.reader.selected_span()
        if article is None or span is None or span.start == span.end:
            self._desk.tell(self.tr("Select words in the cleaned text first"), "muted")
            return
        selected = span

        def work() -> Applied:
            return reviewing.add_fact(self._library, article.id, self._understood(article, selected))

        before = {fact.id for fact in article.facts}
        if self._changing.make(work):
            now = self._desk.article.facts if self._desk.article else ()
            new = [fact.id for fact in now if fact.id not in before]
            self._desk.choose_fact(new[0] if new else self._desk.fact_id)

    def _understood(self, article: Article, selected: Span) -> Fact:
        """What selected words state: a figure or a date if the whole words read as one, else a company.

        A company's name may leave out an ending: “Velmor” of “Velmoru”, where the rest is its case.
        """
        whole, name = whole_words(article.text, selected), named_words(article.text, selected)
        for kind in (FactKind.MONEY, FactKind.PERCENT, FactKind.QUANTITY, FactKind.DATE, FactKind.COMPANY):
            span = name if kind is FactKind.COMPANY else whole
            words = span.of(article.text)
            try:
                fact = _parsed(kind, words, article)
            except CuratorError:
                continue
            return replace(fact, start=span.start, end=span.end, quote=words)
        raise CuratorError(self.tr("These words state no value."), self.tr("Select the words of one value."))

    def add_value(self, kind: FactKind, text: str) -> None:
        """Add an amount or a date that the editor typed into the fields."""
        article = self._desk.article
        if article is None:
            return

        def work() -> Applied:
            return reviewing.add_fact(self._library, article.id, _parsed(kind, text, article))

        self._changing.make(work, field=str(kind))

    def remove_value(self, kind: FactKind, shown: str) -> None:
        """Reject what the fields show as this amount or date."""
        article = self._desk.article
        ids = [
            f.id
            for f in (article.facts if article else ())
            if f.fact.kind is kind and formatting.whole(f.fact) == shown and not f.decision.is_open
        ]
        if ids:
            self._changing.make(lambda: reviewing.decide(self._library, ids, Decision.REJECTED))

    # Repairs

    def walk_repairs(self) -> None:
        """Show the repairs of the chosen article, the guesses first."""
        from curator.ui.windows.repairs_window import RepairsWindow

        article = self._desk.article
        number = article.id if article else None
        window = RepairsWindow(self._library, number, self._window, self._window.state)
        window.applied.connect(self._changing.announce)
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
            title, action = self.tr("Another word"), self.tr("Use it")
            words = self._desk.dialogs.text(title, label, stored.repair.after, action=action) or ""
            if not words:
                return
        text = words if decision is Decision.EDITED else None
        self._changing.make(lambda: repairing.decide(self._library, [repair_id], decision, text))

    def _show_repair(self, article_id: int, repair_id: int) -> None:
        self._desk.show_article(article_id)
        self._window.reader.reveal_repair(repair_id)


def _parsed(kind: FactKind, text: str, article: Article) -> Fact:
    """The fact that words state in an article's language, from its day; CuratorError if they state none."""
    fields = article.fields
    return stating.parse_value(kind, text, fields.language, published_day(fields.published))
