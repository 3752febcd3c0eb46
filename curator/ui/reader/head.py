"""The head of the reader: which text is shown, what was repaired in it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from curator.domain.articles import Article, StoredRepair
from curator.domain.repairs import CERTAIN
from curator.ui.look import formatting, theme
from curator.ui.reader.repairs_button import GuessesPill, RepairsButton
from curator.ui.widgets.panes import icon_button
from curator.ui.widgets.segmented import Choice, Segmented

MARGIN = 20
CLEANED, ORIGINAL = "cleaned", "original"


class ReaderHead(QWidget):
    """Forty pixels and a hair line: Cleaned or Original, repairs and guesses, text size, find, more."""

    original_chosen = Signal(bool)
    repairs_requested = Signal()
    find_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.HEAD_HEIGHT + 1)
        self.modes = Segmented(
            [
                Choice(CLEANED, self.tr("Cleaned"), tooltip=self.tr("The repaired text")),
                Choice(ORIGINAL, self.tr("Original"), tooltip=self.tr("The text as it came")),
            ],
            self,
        )
        self.modes.chosen.connect(self._chosen)
        self.repairs = RepairsButton(self)
        self.repairs.setToolTip(self.tr("Show the repairs"))
        self.repairs.clicked.connect(self.repairs_requested)
        self.guesses = GuessesPill(self)
        self.guesses.setToolTip(self.tr("Show the guesses"))
        self.guesses.clicked.connect(self.repairs_requested)
        self.sizes = self._button("text-aa", self.tr("Text size"))
        self.search = self._button("magnifying-glass", self.tr("Find in this article"))
        self.search.clicked.connect(self.find_requested)
        self.more = self._button("dots-three-bold", self.tr("More"))
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN // 2, 1)
        row.setSpacing(0)
        row.addWidget(self.modes)
        row.addSpacing(12)
        row.addWidget(self.repairs)
        row.addSpacing(6)
        row.addWidget(self.guesses)
        row.addStretch(1)
        for button in (self.sizes, self.search, self.more):
            row.addWidget(button)

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = icon_button(icon, tip, self, size=theme.BAR_ICON)
        button.setIconSize(QSize(theme.BAR_ICON, theme.BAR_ICON))
        button.setFixedSize(30, 28)
        return button

    def show_keys(self, original: str, find: str) -> None:
        """Show the keys of the original and of finding, "" for none."""
        self.modes.set_key(ORIGINAL, original, _with_key(self.tr("The text as it came"), original))
        self.search.setToolTip(_with_key(self.tr("Find in this article"), find))

    def show_article(self, article: Article | None) -> None:
        """Say what was repaired in an article, text and fields; without one nothing can be done."""
        for widget in (self.modes, self.sizes, self.search, self.more):
            widget.setEnabled(article is not None)
        made = (*article.repairs, *article.field_repairs) if article else ()
        count, guesses = len(made), sum(map(_open_guess, made))
        words = self.tr("%n repair(s)", "", count) if count else self.tr("No repairs needed")
        brief = formatting.count(count) if count else self.tr("No repairs")
        self.repairs.setVisible(article is not None)
        self.repairs.say(words, brief, some=count > 0)
        self.guesses.say(self.tr("%n guess(es)", "", guesses) if guesses else "")

    def show_original(self, original: bool) -> None:
        """Say which text is shown."""
        self.modes.set_value(ORIGINAL if original else CLEANED)

    def _chosen(self, value: str) -> None:
        self.original_chosen.emit(value == ORIGINAL)


def _with_key(words: str, key: str) -> str:
    return f"{words}  {key}" if key else words


def _open_guess(stored: StoredRepair) -> bool:
    return stored.repair.confidence < CERTAIN and stored.decision.is_open


def pop_below(menu: QMenu, button: QToolButton) -> None:
    """Open a menu under its button."""
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
