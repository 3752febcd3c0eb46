"""What is known of a company, of several, or of a pair that may be the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from curator.domain.companies import CompanyRow, Likeness, Pair, Wording
from curator.ui.companies.words import CompanyWords
from curator.ui.look import theme
from curator.ui.widgets.panes import set_role


class CompanyDetail(QWidget):
    """A card with a name, a line about it and what a change would bring; below it the words that name it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = QFrame(self)
        card.setProperty("card", "true")
        self.title, self.about, self.preview = (QLabel(card) for _ in range(3))
        self.title.setFont(theme.sans(15, 600))
        self.about.setFont(theme.sans(9.5))
        self.preview.setFont(theme.sans(9.5))
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 14, 20, 16)
        box.setSpacing(8)
        for label in (self.title, self.about, self.preview):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            box.addWidget(label)
        set_role(self.about, "muted")
        self.words = CompanyWords(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(self.words, 1)
        column.addStretch(0)

    def show_words(self, title: str, about: str = "", words: Sequence[Wording] | None = None) -> None:
        """Show a name, a line about it, and the words that name it (None: there is no list of them)."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.words.setVisible(words is not None)
        self.words.show_words(words or ())
        self.foretell("")

    def show_pair(self, pair: Pair, sizes: Callable[[CompanyRow], str]) -> None:
        """Show which of a pair would go into which, why they may be the same, and how large both are."""
        about = f"{self._because(pair.likeness)} · {sizes(pair.other)} → {sizes(pair.one)}"
        self.show_words(f"{pair.other.name}  →  {pair.one.name}", about)

    def _because(self, likeness: Likeness) -> str:
        return {
            Likeness.ALIAS: self.tr("One goes by the other's name"),
            Likeness.SPELLING: self.tr("Spelled alike, legal form aside"),
            Likeness.TABLE: self.tr("Known as one company"),
            Likeness.SOUND: self.tr("Sound alike in two alphabets"),
        }[likeness]

    def foretell(self, text: str, *, possible: bool = True) -> None:
        """Say what a change would bring, or why it cannot be."""
        self.preview.setText(text)
        self.preview.setVisible(bool(text))
        set_role(self.preview, "" if possible else "warn")
