"""What the reader sets of an article: its cleaned text, or the original, under a byline."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from curator.domain.articles import Article, Fields
from curator.domain.repairs import to_original, undone
from curator.domain.spans import Span
from curator.ui import formatting
from curator.ui.widgets.quotes import is_leftward
from curator.ui.widgets.text_setting import Reading

translate = QCoreApplication.translate


def reading_of(article: Article, *, original: bool) -> Reading:
    """The cleaned text of an article with its parts, or (`original`) the text before its repairs."""
    text, parts = article.text, (article.title, article.description, article.body)
    if original:
        repairs = [stored.repair for stored in article.repairs]
        text = undone(text, repairs)
        parts = tuple(
            Span(to_original(part.start, repairs), to_original(part.end, repairs)) for part in parts
        )
    title = article.fields.title or article.path
    return Reading(text, *parts, markup=article.markup, untitled=title, byline=byline(article.fields))


def byline(fields: Fields) -> str:
    """Author, source and date of an article, or what is missing of them."""
    parts = (
        fields.author or translate("ReaderPanel", "No author"),
        fields.source or translate("ReaderPanel", "No source"),
        formatting.published(fields.published, time=True),
    )
    return " · ".join(map(_isolated, parts))


def _isolated(words: str) -> str:
    """Words that change no direction beside them: a source in Arabic does not part a date (UAX 9)."""
    return f"\u2068{words}\u2069" if is_leftward(words) else words
