"""The finder: takes words from the find bar and shows where they stand in the article."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from curator.ui.reader.article_view import ArticleView
from curator.ui.reader.find_bar import FindBar
from curator.ui.reader.search import Haystack


class Finder(QObject):
    """Joins a find bar to an article view."""

    def __init__(self, bar: FindBar, view: ArticleView) -> None:
        super().__init__(bar)
        self._bar, self._view = bar, view
        self._haystack: Haystack | None = None
        self._found: list[tuple[int, int]] = []
        self._match = -1
        bar.needle_changed.connect(self._find)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar, with the selected words in it."""
        self._bar.show()
        selected = self._view.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._bar.field.setText(selected)
        self._bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.field.selectAll()
        self._find(self._bar.field.text())

    def close(self) -> None:
        """Take the bar away; the words stay in it, and those found last are selected."""
        self._bar.hide()
        if 0 <= self._match < len(self._found):
            self._view.select_shown(*self._found[self._match])
        self._view.set_matches([])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_changed(self) -> None:
        """Search again in the page that is shown now."""
        self._haystack = None
        if self._bar.isVisible():
            self._find(self._bar.field.text())

    def _find(self, needle: str) -> None:
        if self._haystack is None:
            self._view.complete_page()
            self._haystack = Haystack(self._view.page.toRawText())
        self._found = self._haystack.find(needle)
        here = self._view.page.places.position(self._view.place().offset) if self._found else 0
        later = (index for index, found in enumerate(self._found) if found[0] >= here)
        self._show(next(later, 0 if self._found else -1))

    def _step(self, step: int) -> None:
        if self._found:
            self._show((self._match + step) % len(self._found))

    def _show(self, index: int) -> None:
        self._match = index
        self._view.set_matches(self._found, index)
        self._bar.set_count(index, len(self._found))
