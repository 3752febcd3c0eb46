"""Selections: the articles of an export, with what its format needs of each and of the whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from curator.domain.articles import Article
from curator.domain.exports import Contents, Edition, Exported
from curator.domain.progress import Progress
from curator.formats.writing import Needs, Writer
from curator.services import listing, timelines
from curator.store import articles, editions, originals, records
from curator.store.changes import journal

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

PART = 200
"""Articles that are in memory together."""

_EVERY = 1_000_000
"""Steps of an article's journal that are written: all of them."""


class Selection:
    """Articles chosen for an export: those a query finds, or ids, read in parts as they are written."""

    def __init__(
        self,
        library: Library,
        chosen: str | Sequence[int],
        form: Writer,
        contents: Contents,
        progress: Progress,
    ) -> None:
        self.library = library
        self.form = form
        self.query = chosen if isinstance(chosen, str) else ""
        self.contents = contents
        self.progress = progress
        self.by_query = isinstance(chosen, str)
        self.ids = listing.newest_first(library, chosen) if isinstance(chosen, str) else list(chosen)
        self.written: list[int] = []

    def edition(self) -> Edition:
        """What writers are told of the whole."""
        with self.library.reading() as connection:
            updated = editions.newest_moment(connection, self.ids)
            newest = editions.newest_publication(connection, self.ids)
        title = self.contents.title or self.query or self.library.path.stem
        marks = timelines.marks_of(self.library, self.ids) if Needs.MARKS in self.form.needs else ()
        return Edition(title, self.query, len(self.ids), updated, self.contents, marks, newest)

    def articles(self, ids: Sequence[int] | None = None) -> Iterator[Exported]:
        """Each article with what the format needs; those that are gone are missing."""
        ids = self.ids if ids is None else ids
        for start in range(0, len(ids), PART):
            with self.library.reading() as connection:
                part = self._part(connection, ids[start : start + PART])
            for place, each in enumerate(part, start):
                self.progress(place, len(ids), each.article.path)
                self.written.append(each.article.id)
                yield each
        self.progress(len(ids), len(ids), "")

    def _part(self, connection: Connection, ids: Sequence[int]) -> list[Exported]:
        little = Needs.LITTLE in self.form.needs
        found = articles.wholes(
            connection,
            ids,
            with_facts=not little or bool(self.contents.facts_key),
            with_repairs=not little or self.contents.repaired,
        )
        data: dict[int, bytes] = {}
        if Needs.ORIGINAL in self.form.needs:
            packed = originals.originals_of(connection, ids)
            data = {number: zlib.decompress(each) for number, each in packed.items()}
        steps = {}
        if Needs.JOURNAL in self.form.needs:
            changed = journal.changed(connection, ids)
            steps = {number: journal.entries(connection, number, _EVERY) for number in changed}
        if Needs.RECORD in self.form.needs:
            kept = records.of_articles(connection, found)
            return [
                Exported(_as_wanted(each, self.contents), journal=entries, record=record)
                for each in found
                for record, entries in [kept[each.id]]
            ]
        return [
            Exported(_as_wanted(each, self.contents), data.get(each.id, b""), steps.get(each.id, ()))
            for each in found
        ]


def _as_wanted(article: Article, contents: Contents) -> Article:
    """The article with those of its facts that are wanted."""
    if not contents.accepted_only:
        return article
    return replace(article, facts=tuple(fact for fact in article.facts if fact.decision.is_accepted))
