"""Parting: how much of what waits to be stored can be stored at once, as surely different articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TypeAlias

from curator.domain.intakes import Intake
from curator.services.imports.gathering import Restored

Mark: TypeAlias = "tuple[str, str]"

KNOWN = -2
FILES = -1
"""The sources beside the numbers of collections: articles that are there, and files that are one article."""


def part(waiting: Sequence[Intake | Restored]) -> list[Intake | Restored]:
    """As many from the front as are surely different articles, and those they may be in the library."""
    return list(takewhile(_Seen().is_another, waiting))


def source_of(each: Intake | Restored) -> int:
    """The collection that an article is restored from, by its number, or `FILES`."""
    return each.collection if isinstance(each, Restored) else FILES


class _Seen:
    """What has been seen of the articles of a part."""

    def __init__(self) -> None:
        self.marks: set[Mark] = set()
        self.sources: dict[Mark, int] = {}
        self.has_articles = False

    def is_another(self, each: Intake | Restored) -> bool:
        """Whether it is none of those seen, which it now belongs to."""
        source, marks, loose = source_of(each), set(_marks(each)), set(_loose_marks(each))
        on = each.whole.notes_on if isinstance(each, Restored) else ""
        if on:
            marks.add(("notes on", on))
        if marks & self.marks or any(self.sources.get(mark, source) != source for mark in loose):
            return False
        if on and self.has_articles:
            return False
        self.has_articles |= not on
        self.marks |= marks
        self.sources |= dict.fromkeys(loose, source)
        return True


def _marks(each: Intake | Restored) -> Iterator[Mark]:
    """What no two articles have in common."""
    yield from (mark for mark in (("path", each.path), ("sha", each.sha256)) if mark[1])
    if not isinstance(each, Restored):
        yield from _loose_marks(each)
    elif not each.whole.notes_on:
        yield f"collection {each.collection}", str(each.whole.article.id)


def _loose_marks(each: Intake | Restored) -> Iterator[Mark]:
    """What only articles of one export have in common, which are different ones there."""
    for mark in (("url", each.fields.url), ("slug", each.fields.slug), ("file", each.source_path)):
        if mark[1]:
            yield mark
