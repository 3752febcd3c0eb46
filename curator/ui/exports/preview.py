"""What an export would write of an article, one article at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.domain.errors import CuratorError
from curator.domain.exports import Contents
from curator.services import listing, reading
from curator.services.exports import exporting
from curator.services.library import Library
from curator.ui.background.jobs import Jobs
from curator.ui.look import formatting, theme
from curator.ui.widgets.panes import ElidedLabel, icon_button, section_head
from curator.ui.widgets.source_view import SourceView

PREVIEW = "export-preview"
PREVIEWED = 20
"""Articles whose preview can be leafed through."""


class ExportPreview(QWidget):
    """Shows the text of a file; of an article's own file it marks the lines that are new."""

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._ids: Sequence[int] = ()
        self._shown: tuple[str, Contents] = ("markdown", Contents())
        self._page = 0
        self._name = ElidedLabel("", self)
        self.number = QLabel(self)
        for label in (self._name, self.number):
            label.setFont(theme.sans(9.5))
            label.setProperty("role", "muted")
        earlier = icon_button("caret-left", self.tr("Previous article"), self)
        later = icon_button("caret-right", self.tr("Next article"), self)
        earlier.clicked.connect(lambda: self.leaf(-1))
        later.clicked.connect(lambda: self.leaf(1))
        head = QHBoxLayout()
        self._head = section_head(self.tr("Preview"), self)
        head.addWidget(self._head)
        for widget, stretch in ((self._name, 1), (earlier, 0), (self.number, 0), (later, 0)):
            head.addWidget(widget, stretch)
        self.text = SourceView(self)
        self.text.setAccessibleName(self.tr("Preview"))
        column = QVBoxLayout()
        column.setContentsMargins(24, 12, 28, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self.setLayout(column)

    def show_articles(self, ids: Sequence[int]) -> None:
        """Leaf through these articles from now on, from the first."""
        self._ids, self._page = ids, 0

    def show_format(self, name: str, contents: Contents) -> None:
        """Show the article in a format."""
        self._shown = (name, contents)
        self._show()

    def leaf(self, by: int) -> None:
        """Go to another article; after the last comes the first."""
        most = min(len(self._ids), PREVIEWED)
        if most:
            self._page = (self._page + by) % most
            self._show()

    def show_failures(self, lines: Sequence[str]) -> None:
        """Show what could not be written, and why, until something else is chosen."""
        self._head.setText(self.tr("Not exported"))
        self._name.set_text("")
        self.number.setText("")
        self.text.show_text("\n".join(lines))

    def _show(self) -> None:
        self._head.setText(self.tr("Preview"))
        count = len(self._ids)
        if not count:
            self.text.show_text("")
            self._name.set_text("")
            self.number.clear()
            return
        self.number.setText(
            self.tr("{n} of {all}").format(n=formatting.count(self._page + 1), all=formatting.count(count))
        )
        article = self._ids[self._page]
        row = listing.rows(self._library, [article])
        self._name.set_text(row[0].path if row else "")
        name, contents = self._shown
        self._jobs.forget(PREVIEW)
        if name != "template":
            self._show_preview(self._text(article, name, contents), self._before(article, name))
            return
        # An editor's template may take its time.
        self.text.say(self.tr("Filling in the template…"))
        self._jobs.read(PREVIEW, partial(self._text, article, name, contents), self._show_preview)

    def _show_preview(self, text: str | CuratorError, before: str | None = None) -> None:
        if isinstance(text, CuratorError):
            self.text.say(str(text))
        elif text:
            self.text.show_text(text, before)
        else:
            self.text.say(self.tr("This format has no text to show. Export it, then open the file."))

    def _text(self, article: int, name: str, contents: Contents) -> str | CuratorError:
        """The text that would be written, or why there is none."""
        try:
            return exporting.preview(self._library, article, name, contents)
        except CuratorError as error:
            return error

    def _before(self, article: int, name: str) -> str | None:
        """The article's own file, where that is what is written."""
        if name != "markdown":
            return None
        return reading.original_bytes(self._library, article).decode("utf-8", "replace")
