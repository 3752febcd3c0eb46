"""Storing: what an import made ready, put into the library a batch at a time, known articles told apart."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from curator.domain.intakes import Intake
from curator.services.imports import noting
from curator.services.imports.gathering import Restored
from curator.services.imports.import_reports import BUG_HINT, ImportItem, Outcome, Revisions, bug, item_of
from curator.store import additions, originals, revisions
from curator.store.changes import changing
from curator.store.database import sqlite
from curator.store.restoring import restored, restored_beside
from curator.store.restoring.numbering import Numbering

if TYPE_CHECKING:
    from sqlalchemy import Connection

NOTES = "notes"
"""How an article is known that a file holds notes on."""

_log = logging.getLogger(__name__)


class Storing:
    """The storing of one import; `was_empty` says whether the library has never had an article."""

    def __init__(self, policy: Revisions, who: str, *, was_empty: bool) -> None:
        self.policy = policy
        self.who = who
        self.was_empty = was_empty
        self.numberings: dict[int, Numbering] = {}
        self.noted = noting.Articles()

    @property
    def is_open(self) -> bool:
        """Whether something is left to be done at the end."""
        return any(each.apart for each in self.numberings.values())

    def finish(self, connection: Connection) -> None:
        """Do what can be done only when all is there."""
        for each in self.numberings.values():
            restored_beside.keep_apart(connection, each)
        sqlite.measure(connection)

    def stored(
        self, connection: Connection, waiting: Sequence[Intake | Restored | ImportItem]
    ) -> list[ImportItem]:
        """The items of a batch in order; files that are one article are stored one after the other."""
        done: dict[int, ImportItem] = {
            n: each for n, each in enumerate(waiting) if isinstance(each, ImportItem)
        }
        left = [(n, each) for n, each in enumerate(waiting) if not isinstance(each, ImportItem)]
        while left:
            part, left = _apart(left)
            outcomes = self._store(connection, [each for _, each in part])
            done |= dict(zip([n for n, _ in part], outcomes, strict=True))
        return [done[n] for n in range(len(waiting))]

    def _store(self, connection: Connection, wanted: Sequence[Intake | Restored]) -> list[ImportItem]:
        """Store different articles; if one cannot be stored, only it is taken back."""
        try:
            with connection.begin_nested():
                done = self._store_all(connection, wanted)
        except (ValueError, TypeError, OverflowError, ArithmeticError) as error:
            for each in self.numberings.values():
                each.back()
            if len(wanted) > 1:
                return [item for each in wanted for item in self._store(connection, [each])]
            _log.exception("A file could not be stored.")
            item = item_of(wanted[0], Outcome.FAILED, None)
            return [replace(item, reason=bug(error), hint=BUG_HINT)]
        for each in self.numberings.values():
            each.mark()
        return done

    def _store_all(self, connection: Connection, wanted: Sequence[Intake | Restored]) -> list[ImportItem]:
        known = self._known_as(connection, wanted)
        new = [each for each, way in zip(wanted, known, strict=True) if way is None]
        ids = iter(self._add(connection, new))
        return [
            item_of(each, Outcome.ADDED, next(ids)) if way is None else self._known(connection, each, *way)
            for each, way in zip(wanted, known, strict=True)
        ]

    def _known_as(
        self, connection: Connection, wanted: Sequence[Intake | Restored]
    ) -> list[tuple[int, str] | None]:
        """The article each is, and by what it is known; entries of one export are different articles."""
        found = originals.known_as(connection, wanted)
        composed = [each for each in wanted if isinstance(each, Restored) and each.is_composed]
        by_path = originals.with_paths(
            connection, [(each.path, each.whole.article.text) for each in composed]
        )
        for place, each in enumerate(wanted):
            if isinstance(each, Restored):
                if each.whole.notes_on and (noted := self._noted_on(connection, each)):
                    found[place] = noted
                    continue
                numbering = self._numbering(each)
                number = numbering.articles.get(each.whole.article.id)
                way = found[place]
                if each.is_composed:
                    way = found[place] = by_path.get((each.path, each.whole.article.text), way)
                if number is not None:
                    found[place] = (number, "sha256")
                elif way is not None and (numbering.keeps or numbering.made(way[0])):
                    found[place] = None
        return found

    def _noted_on(self, connection: Connection, each: Restored) -> tuple[int, str] | None:
        """The article that notes are on; 0 where it is not there and the notes do not have it either."""
        number = self.noted.of(connection, each.whole.notes_on)
        return (number or 0, NOTES) if number or not each.whole.article.text else None

    def _add(self, connection: Connection, new: Sequence[Intake | Restored]) -> list[int]:
        """Store new articles and give their ids in order."""
        ids: dict[int, int] = {}
        read = [(n, each) for n, each in enumerate(new) if isinstance(each, Intake)]
        added = additions.add(connection, [each for _, each in read], changing.now())
        ids |= dict(zip([n for n, _ in read], added, strict=True))
        for collection in {each.collection for each in new if isinstance(each, Restored)}:
            wholes = [
                (n, each)
                for n, each in enumerate(new)
                if isinstance(each, Restored) and each.collection == collection
            ]
            numbering = self._numbering(wholes[0][1])
            added = restored.put(connection, [each.whole for _, each in wholes], numbering)
            ids |= dict(zip([n for n, _ in wholes], added, strict=True))
        return [ids[n] for n in range(len(new))]

    def _numbering(self, each: Restored) -> Numbering:
        """The numbers of the articles of one collection: their own if it is the first of an empty library."""
        keeps = self.was_empty and each.collection == 0
        return self.numberings.setdefault(each.collection, Numbering(keeps=keeps))

    def _known(self, connection: Connection, each: Intake | Restored, number: int, way: str) -> ImportItem:
        """What becomes of a file whose article is there."""
        if way == "sha256":
            return item_of(each, Outcome.PRESENT, number)
        if way == NOTES and isinstance(each, Restored):
            return self._note(connection, each, number)
        if self.policy is Revisions.REPLACE:
            intake = each if isinstance(each, Intake) else each.intake()
            revisions.replace_with(connection, number, intake, self.who)
            return item_of(each, Outcome.REVISION, number)
        outcome = Outcome.REVISION if self.policy is Revisions.ASK else Outcome.SKIPPED
        reason = f"Article {number} has the same {way}, and other bytes."
        hint = "Import it again with “replace” to make it the current revision."
        return replace(item_of(each, outcome, number), reason=reason, hint=hint)

    def _note(self, connection: Connection, each: Restored, number: int) -> ImportItem:
        """What becomes of notes on an article that is there."""
        if not number:
            item = item_of(each, Outcome.FAILED, None)
            reason = f"There are notes on {each.whole.notes_on[:200]}, which is not in the library."
            return replace(item, reason=reason, hint="Import the article first.")
        noted = noting.add(connection, number, each.whole, self.who)
        outcome = Outcome.REVISION if noted.added or noted.settled else Outcome.PRESENT
        return replace(item_of(each, outcome, number), notes=noted.words)


def _apart(
    waiting: Sequence[tuple[int, Intake | Restored]],
) -> tuple[list[tuple[int, Intake | Restored]], list[tuple[int, Intake | Restored]]]:
    """As many from the front as are surely different articles, and the rest."""
    seen: set[tuple[str, str]] = set()
    for place, (_, each) in enumerate(waiting):
        marks = _marks(each)
        if marks & seen:
            return list(waiting[:place]), list(waiting[place:])
        seen |= marks
    return list(waiting), []


def _marks(each: Intake | Restored) -> set[tuple[str, str]]:
    if isinstance(each, Restored):
        marks = {("path", each.path), ("sha", each.sha256)}
        if not each.whole.notes_on:
            marks.add((f"collection {each.collection}", str(each.whole.article.id)))
        return {mark for mark in marks if mark[1]}
    marks = {
        ("sha", each.sha256),
        ("url", each.fields.url),
        ("slug", each.fields.slug),
        ("file", each.source_path),
        ("path", each.path),
    }
    return {mark for mark in marks if mark[1]}
