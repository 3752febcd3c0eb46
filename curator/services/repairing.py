"""Walking through repairs: the damaged words of an article or of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.domain.damaged_words import DamagedWord
from curator.store import damaged_words

if TYPE_CHECKING:
    from curator.services.library import Library


def guesses(library: Library, article_id: int | None = None) -> tuple[DamagedWord, ...]:
    """The damaged words whose repair is a guess; what is undecided comes first, most places first."""
    with library.reading() as connection:
        return damaged_words.guesses(connection, article_id)


def certain(library: Library, article_id: int | None = None) -> tuple[DamagedWord, ...]:
    """The damaged words whose repair is certain."""
    with library.reading() as connection:
        return damaged_words.certain(connection, article_id)
