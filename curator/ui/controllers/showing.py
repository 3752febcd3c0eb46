"""Showing: which article and which fact are chosen, and what every panel then shows.

Selection is one thing: choosing an article, a fact, a mark on the timeline or words in the text comes
here, and moves all panes. Whatever changes the library ends in `announce`, so that each view refreshes once.
What else follows from it listens to the signals: nothing here knows the other controllers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from curator.domain.articles import Article, StoredFact
from curator.domain.changes import Step, Subject
from curator.domain.errors import Cancelled, CuratorError, QueryError
from curator.domain.facts import Decision
from curator.domain.listings import Cursor, Order, Page
from curator.domain.queries.conditions import conditions
from curator.services import completing, listing, reading, repairing
from curator.services.library import Library
from curator.ui.background.jobs import Jobs
from curator.ui.dialogs import Dialogs
from curator.ui.workspace import Workspace

log = logging.getLogger(__name__)
ANEW = 1000
"""Articles that are read anew at once; of more that are changed or selected, the first."""


class Showing(QObject):
    """Reads from the library what the window's panels show, and keeps them at one place."""

    opened = Signal()
    searched = Signal()
    """The list shows what the query finds."""
    article_shown = Signal()
    """The chosen article is another one, or none."""
    article_reread = Signal()
    """The chosen article is the same as before, and was read anew."""
    moved = Signal()
    """The current fact or the chosen article is another one."""
    announced = Signal(object)
    """Kinds of things that were changed (a frozenset of Subjects)."""
    closing = Signal()
    """The library is about to be let go of."""

    def __init__(self, window: Workspace, library: Library, dialogs: Dialogs) -> None:
        super().__init__(window)
        self.window = window
        self.library = library
        self.dialogs = dialogs
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self.tell_error)
        self.article: Article | None = None
        self.fact_id: int | None = None
        self.query = ""
        self.order = Order()
        self._connect_panels()
        self._connect_actions()

    def tr(self, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The text in the user's language; Qt would look for it under the name of the subclass."""
        return QCoreApplication.translate("Showing", sourceText, disambiguation, n)

    # Library and list

    def begin(self, query: str, order: Order, article_id: int | None) -> None:
        """Show the library: the first page of what a query finds, and an article of it (None: the first)."""
        self.query, self.order = query, order
        self.window.list.set_order(order)
        self.write(query)
        self.window.show_welcome(self.library_is_empty())
        row = self.window.list.model.row_of(article_id) if article_id else None
        first = self.window.list.model.article(row or 0)
        self.show_article(first.id if first else None)
        if self.window.greeting:
            self.tell(self.tr("Library ready"))
        else:
            self.window.list.setFocus()
        self.opened.emit()

    def library_is_empty(self) -> bool:
        """Whether nothing has been imported yet."""
        return self.window.list.model.rowCount() == 0 and listing.count(self.library, "") == 0

    def write(self, query: str) -> None:
        """Put a query into the search field, and show what it finds."""
        self.window.top_bar.search.set_query(query)
        self.search(query)

    def search(self, query: str) -> None:
        """Show what a query finds; a bad one is marked and the last result stays."""
        query = query.strip()

        def fetch(after: Cursor | None) -> Page:
            return listing.page(self.library, query, self.order, after)

        try:
            self.window.list.model.show(fetch)
        except QueryError as error:
            self.window.top_bar.search.mark((error.start, error.end), str(error))
            self.window.banner.tell(str(error), "danger")
            return
        self.query = query
        self.window.top_bar.search.mark(None)
        self.window.banner.tell("")
        self.window.sidebar.mark_active(query, set(conditions(query)))
        if self.article:
            self.window.list.select(self.article.id)
        self.searched.emit()

    def look_again(self) -> None:
        """Show what the query finds by now, at the same place of the list."""
        self.window.list.show_again()
        self.searched.emit()

    def sort(self, order: Order) -> None:
        """Show the same articles in another order."""
        self.order = order
        self.window.list.set_order(order)
        self.search(self.query)

    def selected(self) -> list[int]:
        """The articles that an edit goes to: those selected in the list, else the one that is shown."""
        return self.window.list.selected() or ([self.article.id] if self.article else [])

    def close(self) -> None:
        """Stop what is under way, and let go of the library."""
        self.window.fields.commit()
        self.closing.emit()
        self.jobs.close()
        self.library.close()

    # Article and fact

    def show_article(self, article_id: int | None) -> None:
        """Make an article the chosen one in every pane."""
        self.window.fields.commit()
        if article_id is None:
            self._show(None)
            return
        if self.article and self.article.id == article_id:
            return
        try:
            article = reading.article(self.library, article_id)
        except CuratorError as error:
            self.tell_error(error)
            return
        self._show(article)

    def _show(self, article: Article | None) -> None:
        window = self.window
        self.article = article
        self.fact_id = _first_open(article)
        if window.reader.article != article or article is None:
            window.reader.show_article(article)
        if article:
            window.fields.show_article(article)
            window.list.select(article.id)
        else:
            window.fields.show_nothing()
        window.facts.show_article(article, self.fact_id)
        window.reader.select_fact(self.fact_id, reveal=False)
        self.point_at_mark()
        self.article_shown.emit()
        self.moved.emit()

    def reload(self, step: Step | None = None) -> None:
        """Read again what a step changed of the chosen article (None: all), and keep the place in it."""
        if self.article is None:
            return
        try:
            self.article = reading.article_after(self.library, self.article, step)
        except CuratorError:
            self._show(None)
            return
        self.window.reader.show_article(self.article)
        is_gone = self.fact_id is not None and self.fact() is None
        self.choose_fact(_first_open(self.article) if is_gone else self.fact_id, reveal=False)
        self.article_reread.emit()

    def choose_fact(self, fact_id: int | None, *, reveal: bool = True) -> None:
        """Make a fact of the chosen article the current one in every pane."""
        self.fact_id = fact_id
        self.window.facts.show_article(self.article, fact_id)
        self.window.reader.select_fact(fact_id, reveal=reveal)
        self.point_at_mark()
        self.moved.emit()

    def fact(self) -> StoredFact | None:
        """The current fact."""
        facts = self.article.facts if self.article else ()
        return next((fact for fact in facts if fact.id == self.fact_id), None)

    # News

    def announce(
        self, touched: Collection[Subject], articles: Iterable[int], step: Step | None = None
    ) -> None:
        """Let every view that shows what was touched refresh, once; `step` says what was changed."""
        ids = list(articles)
        if ids:
            self.window.list.model.replace(listing.rows(self.library, ids[:ANEW]))
        if self.article and (self.article.id in ids or not ids or Subject.COMPANY in touched):
            self.reload(step)
        kinds = frozenset(touched)
        self.announced.emit(kinds)
        now = datetime.now().astimezone().strftime("%H:%M")
        self.tell(self.tr("All decisions saved {time}").format(time=now))

    def tell(self, text: str, kind: str = "ok") -> None:
        """Say something in the status bar."""
        self.window.status.tell(text, kind)

    def tell_error(self, error: BaseException) -> None:
        """Say what could not be done, or was stopped; a bug of ours goes to the crash dialog."""
        if isinstance(error, Cancelled):
            self.tell_stopped()
            return
        if not isinstance(error, CuratorError):
            raise error
        log.warning("told: %s", error.message)
        self.tell(str(error), "danger")

    def said_of(self, error: BaseException) -> str:
        """Why a change was not made, in words to stand beside it."""
        return self._stopped() if isinstance(error, Cancelled) else str(error)

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may fail in a way the user can mend; whether it went well."""
        try:
            work()
        except (Cancelled, CuratorError) as error:
            self.tell_error(error)
            return False
        return True

    def tell_stopped(self) -> None:
        """Say that a change was stopped."""
        self.tell(self._stopped(), "muted")

    def _stopped(self) -> str:
        return self.tr("Stopped: nothing was changed")

    def point_at_mark(self) -> None:
        """Let the timeline point at the current fact, or at the article where no fact is current."""
        self.window.timeline.select(self.article.id if self.article else None, self.fact_id)

    # Connections

    def _connect_panels(self) -> None:
        window = self.window
        window.top_bar.search.query_changed.connect(self.search)
        window.list.current_changed.connect(self.show_article)
        window.list.order_changed.connect(self.sort)
        window.facts.chosen.connect(self.choose_fact)
        window.facts.revealed.connect(self.reveal)
        window.reader.fact_clicked.connect(partial(self.choose_fact, reveal=False))
        window.timeline.chosen.connect(self._follow_mark)
        window.fields.complete_with(partial(completing.complete, self.library))
        window.fields.tell_repaired_by(partial(repairing.repaired_values, self.library))
        window.frame.closing.connect(self.close)

    def _connect_actions(self) -> None:
        actions = self.window.actions_
        for name, handler in {
            "original": self.window.reader.toggle_original,
            "find": self.window.reader.open_find,
            "larger": lambda: self.window.reader.scale_by(1),
            "smaller": lambda: self.window.reader.scale_by(-1),
        }.items():
            actions.connect_to(name, handler)

    def reveal(self, fact_id: int) -> None:
        """Show the words that state a fact, and go to them."""
        self.window.reader.select_fact(fact_id)
        self.window.reader.setFocus()

    def _follow_mark(self, article_id: int, fact_id: object) -> None:
        self.show_article(article_id)
        if isinstance(fact_id, int):
            self.choose_fact(fact_id)


def _first_open(article: Article | None) -> int | None:
    """The first fact of an article that is still to decide; those put off come last."""
    waiting = [fact for fact in article.facts if fact.decision.is_open] if article else []
    first = next((fact for fact in waiting if fact.decision is Decision.PROPOSED), next(iter(waiting), None))
    return first.id if first else None
