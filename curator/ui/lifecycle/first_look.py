"""The first look: the list and the article of last time, in the outline, before the rest is made."""

from __future__ import annotations

from curator.ui.lifecycle.frame import Outline
from curator.ui.lifecycle.snapshots import Snapshot
from curator.ui.panels.article_list import ArticleListPanel
from curator.ui.panels.reader import ReaderPanel


class FirstLook:
    """The two panels an editor looks for first; the workspace takes them over."""

    def __init__(self, outline: Outline) -> None:
        self.list = ArticleListPanel(outline)
        self.reader = ReaderPanel(outline)
        outline.hold(self.list, self.reader)

    def show(self, last: Snapshot) -> None:
        """Show what was there at the last closing, until it is read anew."""
        self.list.set_order(last.order)
        self.list.model.show(lambda _after: last.page)
        self.list.select(last.article.id)
        self.reader.text_scale = last.text_scale
        self.reader.show_article(last.article)
        self.list.show()
        self.reader.show()
