"""Weighing: taking the importance that articles' evidence speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from curator.domain.changes import Applied, Change, Subject
from curator.domain.importances import proposal
from curator.store import articles
from curator.store.changes import changing

if TYPE_CHECKING:
    from curator.services.library import Library


def take(library: Library, ids: Sequence[int]) -> Applied:
    """Give each of these articles that has none the importance proposed for it, in one step."""
    with library.writing() as connection:
        changes = [
            Change(Subject.ARTICLE, article.id, "importance", None, found.importance, article.id)
            for article in articles.wholes(connection, ids)
            if (found := proposal(article)) is not None
        ]
        return changing.made(connection, "Take the proposed importance", changes, library.who)
