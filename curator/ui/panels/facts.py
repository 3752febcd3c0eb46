"""The facts of the chosen article in reading order; the current one is open, with its decisions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from curator.domain.articles import Article, StoredFact
from curator.domain.facts import FactKind
from curator.ui.facts.card import FactCard
from curator.ui.facts.fact_list import FactList
from curator.ui.keyboard.mnemonics import letter_menu
from curator.ui.look import formatting
from curator.ui.widgets.panes import FocusEdge, PaneHead, icon_button


class FactsPanel(QWidget):
    """Shows the facts and says what the editor decides of the current one."""

    chosen = Signal(int)
    revealed = Signal(int)
    """Enter on a fact: show its words."""
    menu_requested = Signal(QPoint)
    """What can be done with the current fact, asked for at this place of the screen."""
    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "alt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._article: Article | None = None
        self._current: int | None = None
        self.undecided = 0
        """Facts of the article that are still to decide, shown or not."""
        self.kinds: frozenset[FactKind] = frozenset(FactKind)
        self.undecided_only = False
        self.head = PaneHead(self.tr("Facts"), self)
        self._filter = self._make_filter()
        self.head.add(self._filter)
        self.card = FactCard(self)
        self._list = FactList(self.card, self)
        self._list.chosen.connect(self.chosen)
        self._list.revealed.connect(self.revealed)
        self._list.menu_requested.connect(self.menu_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)
        self._edge = FocusEdge(self)

    def _make_filter(self) -> QToolButton:
        button = icon_button("funnel", self.tr("Which facts to show"), self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = letter_menu(QMenu(button))
        for kind in FactKind:
            action = menu.addAction(formatting.kind(kind))
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(partial(self._filter_kind, kind))
        menu.addSeparator()
        action = menu.addAction(self.tr("Only what is to decide"))
        action.setCheckable(True)
        action.toggled.connect(self._filter_undecided)
        button.setMenu(menu)
        return button

    def _filter_kind(self, kind: FactKind, on: bool) -> None:
        self.kinds = self.kinds | {kind} if on else self.kinds - {kind}
        self._refresh()
        self.filter_changed.emit()

    def _filter_undecided(self, on: bool) -> None:
        self.undecided_only = on
        self._refresh()
        self.filter_changed.emit()

    def show_article(self, article: Article | None, current: int | None) -> None:
        """Show an article's facts, with the one of the id `current` open."""
        if article is not self._article:  # there may be twenty thousand, and one of them is chosen often
            self.undecided = sum(fact.decision.is_open for fact in article.facts) if article else 0
        self._article, self._current = article, current
        self._refresh()

    def visible_facts(self) -> list[StoredFact]:
        """The facts shown, in reading order."""
        if self._article is None:
            return []
        if len(self.kinds) == len(FactKind) and not self.undecided_only:
            return list(self._article.facts)
        return [
            fact
            for fact in self._article.facts
            if fact.fact.kind in self.kinds
            and (not self.undecided_only or fact.decision.is_open or fact.id == self._current)
        ]

    def _refresh(self) -> None:
        everything = self._article.facts if self._article else ()
        if everything:
            text = self.tr("{open} of {all} to decide").format(
                open=formatting.count(self.undecided), all=formatting.count(len(everything))
            )
            self.head.remark.setText(text if self.undecided else self.tr("all decided"))
        else:
            self.head.remark.clear()
        self._list.emptiness = self._emptiness()
        current = next((fact for fact in everything if fact.id == self._current), None)
        if current:
            self.card.show_fact(current)
        shown = self.visible_facts()
        self._list.show_facts(shown, self._current)

    def _emptiness(self) -> str:
        if self._article is None:
            return self.tr("Choose an article to see its facts.")
        if self._article.facts:
            return self.tr("No fact of the kinds chosen. Change the filter above.")
        return self.tr("No facts found. Select words in the text and press F to add one.")
