"""Making changes: each is checked against what stands, made, and collected for the journal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby

from sqlalchemy import Connection

from curator.domain.changes import Applied, Change, Step, Subject
from curator.domain.errors import Conflict
from curator.store import articles
from curator.store.changes import bulk_changes, journal
from curator.store.changes.single_changes import GONE, WAYS, stands
from curator.store.database import full_text


def now() -> str:
    """The time as the library writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Making:
    """One step in the making, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.at = now()
        self.changes: list[Change] = []
        self._reworded: dict[int, None] = {}

    def change(self, wanted: Change) -> Change | None:
        """Make a change and give it as made, None if it stands already; Conflict if something else does."""
        if wanted.before == wanted.after:
            return None
        made = WAYS[wanted.subject](self, wanted)
        if made is not None:
            self.changes.append(made)
        return made

    def change_all(self, wanted: Iterable[Change]) -> None:
        """Make changes in this order, those of one kind that follow each other together."""
        for _, group in groupby(wanted, lambda each: (each.subject, each.field)):
            alike = list(group)
            way = bulk_changes.way(alike)
            if way is None:
                for each in alike:
                    self.change(each)
                continue
            current = way.standing(self.connection, alike)
            for each in alike:
                if each.subject_id not in current:
                    raise Conflict(f"“{each.field}” cannot be changed.", GONE)
            new = [each for each in alike if not stands(current[each.subject_id], each)]
            if new:
                way.write(self, new)
                self.changes += new

    def finish(self, label: str, who: str, kind: str = "edit", target: int | None = None) -> Applied:
        """Index the words anew, count what is open, write the journal; nothing if nothing changed."""
        full_text.index(self.connection, self._reworded)
        decided = {
            each.article_id
            for each in self.changes
            if each.article_id is not None and each.subject in (Subject.FACT, Subject.REPAIR)
        }
        if decided:
            articles.refresh_counts(self.connection, sorted(decided))
        step = Step(label, tuple(self.changes))
        if self.changes or target is not None:
            journal.record(self.connection, step, who, now(), kind, target)
        return Applied.of(step)

    def reword(self, article_id: int) -> None:
        """Take an article's words out of the index before they change."""
        if article_id not in self._reworded:
            self._reworded[article_id] = None
            full_text.unindex(self.connection, [article_id])


def made(
    connection: Connection,
    label: str,
    changes: Iterable[Change],
    who: str,
    kind: str = "edit",
    target: int | None = None,
) -> Applied:
    """Make these changes as one step."""
    making = Making(connection)
    making.change_all(changes)
    return making.finish(label, who, kind, target)
