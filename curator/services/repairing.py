"""Walking through repairs: the damaged words of an article or of the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from curator.domain.articles import Article, StoredRepair
from curator.domain.damaged_words import DamagedWord
from curator.domain.repairs import RepairedValue, undone
from curator.domain.spans import Span
from curator.services import editing
from curator.store import articles, damaged_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from curator.services.library import Library


def guesses(library: Library, article_id: int | None = None) -> tuple[DamagedWord, ...]:
    """The damaged words whose repair is a guess; what is undecided comes first, most places first."""
    with library.reading() as connection:
        return damaged_words.guesses(connection, article_id)


def certain(library: Library, article_id: int | None = None) -> tuple[DamagedWord, ...]:
    """The damaged words whose repair is certain."""
    with library.reading() as connection:
        return damaged_words.certain(connection, article_id)


def repaired_values(library: Library, article: Article) -> dict[str, RepairedValue]:
    """The fields whose value in the file was damaged, with that value as it was and as it was repaired.

    A decision that put the original words back counts as none here: both values are offered.
    """
    found: dict[str, RepairedValue] = {}
    for field in ("title", "description"):
        span: Span = getattr(article, field)
        own = [r for r in article.repairs if span.start <= r.repair.cleaned.start < span.end]
        stands = span.of(article.text)
        if own and stands in (getattr(article.imported, field), getattr(article.fields, field)):
            found[field] = _value(stands, span.start, own)
    paths = {each.field for each in article.field_repairs}
    if not paths:
        return found
    with library.reading() as connection:
        cleaned = {path: articles.front_matter_text(connection, article.id, path) for path in paths}
    for path, words in cleaned.items():
        for field in editing.TEXTS if words else ():
            if field not in found and getattr(article.imported, field) == words:
                original = undone(words or "", (r.repair for r in article.field_repairs if r.field == path))
                found[field] = RepairedValue(original, words or "")
    return found


def _value(stands: str, start: int, own: Sequence[StoredRepair]) -> RepairedValue:
    """A part of the reading text without its repairs, and with all of them."""
    moved = [replace(each.repair, cleaned=each.repair.cleaned.shifted(-start)) for each in own]
    repaired, end = "", 0
    for each in moved:
        repaired, end = repaired + stands[end : each.cleaned.start] + each.after, each.cleaned.end
    return RepairedValue(undone(stands, moved), repaired + stands[end:])
