"""Storing: what an import made ready, put into the library a batch at a time, known articles told apart."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from curator.domain.intakes import Intake
from curator.services.imports import noting
from curator.services.imports.gathering import Restored
from curator.services.imports.import_reports import BUG_HINT, ImportItem, Outcome, Revisions, bug, item_of
from curator.services.imports.parting import KNOWN, part, source_of
from curator.store import additions, facts, originals, revisions
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
        self.read: list[int] = []
        """The articles that have the facts that were found in their files, not those of an export."""

    @property
    def is_open(self) -> bool:
        """Whether something is left to be done at the end."""
        return bool(self.read) or any(each.apart for each in self.numberings.values())

    def finish(self, connection: Connection) -> None:
        """Do what can be done only when all is there: a later file may list what an earlier one names."""
        facts.know_companies(connection, self.read)
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
            different = part([each for _, each in left])
            outcomes = self._store(connection, different)
            self.read += _read(different, outcomes)
            done |= dict(zip([n for n, _ in left], outcomes, strict=False))
            left = left[len(different) :]
        return [done[n] for n in range(len(waiting))]

    def _store(self, connection: Connection, wanted: Sequence[Intake | Restored]) -> list[ImportItem]:
        """Store different articles; if one cannot be stored, only it is taken back."""
        try:
            with connection.begin_nested():
                done = self._store_all(connection, wanted)
        except (ValueError, TypeError, OverflowError, ArithmeticError) as error:
            for each in self.numberings.values():
                each.back()
            self.noted = noting.Articles()
            if len(wanted) > 1:
                return [item for each in wanted for item in self._store(connection, [each])]
            _log.exception("A file could not be stored.")
            item = item_of(wanted[0], Outcome.FAILED, None)
            return [replace(item, reason=bug(error), hint=BUG_HINT)]
        for each in self.numberings.values():
            each.mark()
        return done

    def _store_all(self, connection: Connection, wanted: Sequence[Intake | Restored]) -> list[ImportItem]:
        """Store them in stretches of one source, in order: they are numbered as if each came alone."""
        known = dict(enumerate(zip(wanted, self._known_as(connection, wanted), strict=True)))
        done = {n: self._told(each, *way) for n, (each, way) in known.items() if way and not self._acts(way)}
        left = [(n, each, way) for n, (each, way) in known.items() if n not in done]
        for source, group in groupby(left, lambda one: KNOWN if one[2] else source_of(one[1])):
            stretch = list(group)
            if source == KNOWN:
                done |= {n: self._known(connection, each, *way) for n, each, way in stretch if way}
                continue
            ids = self._add(connection, [each for _, each, _ in stretch])
            self.noted.add(connection, ids)
            for (n, each, _), number in zip(stretch, ids, strict=True):
                done[n] = item_of(each, Outcome.ADDED, number)
        return [done[n] for n in known]

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
        """Store new articles of one source and give their ids in order."""
        wholes = [each for each in new if isinstance(each, Restored)]
        if wholes:
            return restored.put(connection, [each.whole for each in wholes], self._numbering(wholes[0]))
        read = [each for each in new if isinstance(each, Intake)]
        return additions.add(connection, read, changing.now())

    def _numbering(self, each: Restored) -> Numbering:
        """The numbers of the articles of one collection: their own if it is the first of an empty library."""
        keeps = self.was_empty and each.collection == 0
        return self.numberings.setdefault(each.collection, Numbering(keeps=keeps))

    def _acts(self, way: tuple[int, str]) -> bool:
        """Whether anything is stored of what is known so."""
        return way[1] == NOTES or (way[1] != "sha256" and self.policy is Revisions.REPLACE)

    def _known(self, connection: Connection, each: Intake | Restored, number: int, way: str) -> ImportItem:
        """What becomes of a file whose article is there and changes."""
        if way == NOTES and isinstance(each, Restored):
            return self._note(connection, each, number)
        intake = each if isinstance(each, Intake) else each.intake()
        revisions.replace_with(connection, number, intake, self.who)
        return item_of(each, Outcome.REVISION, number)

    def _told(self, each: Intake | Restored, number: int, way: str) -> ImportItem:
        """What is told of a file whose article is there and stays as it is."""
        if way == "sha256":
            return item_of(each, Outcome.PRESENT, number)
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


def _read(wanted: Iterable[Intake | Restored], done: Iterable[ImportItem]) -> list[int]:
    """The articles whose facts were found now."""
    return [
        item.article_id
        for each, item in zip(wanted, done, strict=True)
        if item.article_id and item.changed and isinstance(each, Intake)
    ]
