"""Journals of restored articles: the steps they share stand once, each change in its old place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from curator.domain.articles import Fields
from curator.domain.changes import Change, JournalEntry, Subject
from curator.store import facts, readings
from curator.store.changes import journal
from curator.store.database import statements
from curator.store.database.tables import change, repair, step

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.store.restoring.numbering import Numbering


@dataclass
class Place:
    """Where an article stands: its old and new number, and those of what belongs to it."""

    old: int
    new: int
    facts: dict[int, int] = field(default_factory=dict[int, int])
    repairs: dict[int, int] = field(default_factory=dict[int, int])

    @property
    def is_kept(self) -> bool:
        """Whether everything has its old number."""
        numbers = [*self.facts.items(), *self.repairs.items(), (self.old, self.new)]
        return all(old == new for old, new in numbers)


def put(
    connection: Connection,
    wanted: Sequence[tuple[Place, Sequence[JournalEntry]]],
    numbering: Numbering,
) -> None:
    """Write the steps of these articles into the journal; those that are there get their changes only."""
    entries = {each.id: each for _, journal_ in wanted for each in journal_}
    fresh = [entries[number] for number in sorted(entries) if number not in numbering.steps]
    ids = numbering.new(connection, step, [each.id for each in fresh])
    for each, number in zip(fresh, ids, strict=True):
        numbering.note(numbering.steps, each.id, number)
    if fresh:
        rows = [_step_row(each, n, numbering) for each, n in zip(fresh, ids, strict=True)]
        connection.execute(insert(step), rows)
    rows = [
        _change_row(numbering.steps[entry.id], spot, each, place, numbering)
        for place, steps in wanted
        for entry in steps
        for spot, each in zip(entry.places, entry.step.changes, strict=True)
    ]
    statements.insert_or_ignore(connection, change, rows)
    for place, steps in wanted:
        if numbering.keeps and not place.is_kept:
            for entry in steps:
                journal.give_up(connection, numbering.steps[entry.id])


def _step_row(entry: JournalEntry, number: int, numbering: Numbering) -> dict[str, Any]:
    return {
        "id": number,
        "made_at": entry.made_at,
        "who": entry.who,
        "label": entry.step.label,
        "kind": entry.kind,
        "target_id": numbering.steps.get(entry.target or 0),
        "undone": entry.undone,
        "stale": entry.stale or not numbering.keeps or not all(map(_is_known, entry.step.changes)),
    }


def _is_known(each: Change) -> bool:
    """Whether a change is one that Curator makes."""
    return each.field in _FIELDS[each.subject]


_FIELDS: Mapping[Subject, Collection[str]] = {
    Subject.ARTICLE: frozenset({*(each.name for each in fields(Fields)), "state", "file"}),
    Subject.FACT: frozenset({"", "fact", "company", *facts.WHOLE}),
    Subject.REPAIR: frozenset({readings.FIELD, *repair.c.keys()}),
    Subject.COMPANY: frozenset({"", "name", "alias", "distinct"}),
    Subject.SET: frozenset({"", "name", "article"}),
    Subject.SEARCH: frozenset({"", "name", "query"}),
}


def _change_row(number: int, spot: int, each: Change, place: Place, numbering: Numbering) -> dict[str, Any]:
    return {
        "step_id": number,
        "position": spot,
        "subject": each.subject.value,
        "subject_id": _subject(each, place, numbering),
        "field": each.field,
        "before": each.before,
        "after": each.after,
        "article_id": None if each.article_id is None else place.new,
    }


def _subject(each: Change, place: Place, numbering: Numbering) -> int:
    """The number of what was changed; 0 where it is gone and its number is now another's."""
    if each.subject is Subject.ARTICLE or each.field == readings.FIELD:
        return place.new
    numbers: Mapping[Subject, Mapping[int, int]] = {
        Subject.FACT: place.facts,
        Subject.REPAIR: place.repairs,
        Subject.COMPANY: numbering.companies,
        Subject.SET: numbering.sets,
    }
    gone = each.subject_id if numbering.keeps else 0
    return numbers.get(each.subject, {}).get(each.subject_id, gone)
