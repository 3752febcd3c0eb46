"""Editing fields: every edit is a step in the journal, which undo and redo work from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from curator.domain.articles import LISTS, Fields
from curator.domain.changes import Applied, Change, Subject, Value
from curator.domain.errors import Conflict, CuratorError
from curator.domain.folding import folded
from curator.services.editable_fields import list_field, valid
from curator.store import articles, names
from curator.store.changes import changing, journal

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library


class Verb(StrEnum):
    """What an edit does with a field's value."""

    SET = "="
    ADD = "+="
    REMOVE = "-="


@dataclass(frozen=True, slots=True)
class Edit:
    """One field to be edited; a list field takes its names apart by commas."""

    field: str
    verb: Verb
    value: Value

    @property
    def values(self) -> Value:
        """The value, a text for a list field as its names."""
        if self.field in LISTS and isinstance(self.value, str):
            return [name for name in re.split(r"[,，、]", self.value) if name.strip()]
        return self.value


def check(edit: Edit) -> None:
    """Raise CuratorError if the field cannot have the value."""
    valid(edit.field if edit.verb is Verb.SET else list_field(edit.field), edit.values)


def edit(library: Library, ids: Sequence[int], edits: Sequence[Edit], label: str = "") -> Applied:
    """Edit several fields of these articles in one step."""
    with library.writing() as connection:
        making = changing.Making(connection)
        for each in edits:
            making.change_all(
                Change(Subject.ARTICLE, number, each.field, before, after, number)
                for number, before, after in outcomes(connection, ids, each)
            )
        words = {Verb.SET: "Set", Verb.ADD: "Add to", Verb.REMOVE: "Remove from"}
        said = label or " and ".join(dict.fromkeys(f"{words[each.verb]} {each.field}" for each in edits))
        count = len({change.article_id for change in making.changes})
        return making.finish(said if count <= 1 else f"{said} ({count} articles)", library.who)


def outcomes(connection: Connection, ids: Sequence[int], edit: Edit) -> Iterator[tuple[int, Value, Value]]:
    """What an edit makes of the field: article, before, after, of those of the articles that are there.

    CuratorError if the field cannot have the value.
    """
    wanted = valid(edit.field if edit.verb is Verb.SET else list_field(edit.field), edit.values)
    settled = names.settled(connection, edit.field, wanted) if edit.field in LISTS else wanted
    for number, before in _values(connection, ids, edit.field):
        yield number, before, _after(before, settled, edit.verb)


def _after(before: Value, wanted: Value, verb: Verb) -> Value:
    if verb is Verb.SET:
        return wanted
    if verb is Verb.ADD:
        return joined(before, wanted)
    keys = {folded(name) for name in wanted}
    return [name for name in before if folded(name) not in keys]


def set_field(library: Library, ids: Sequence[int], field: str, value: Value, label: str = "") -> Applied:
    """Give the field of these articles one value; CuratorError if it cannot have it."""
    return edit(library, ids, [Edit(field, Verb.SET, value)], label)


def add(library: Library, ids: Sequence[int], field: str, values: Iterable[str]) -> Applied:
    """Add names to a list field of these articles, after those they have."""
    return edit(library, ids, [Edit(field, Verb.ADD, list(values))])


def remove(library: Library, ids: Sequence[int], field: str, values: Iterable[str]) -> Applied:
    """Take names out of a list field of these articles, however they are spelled."""
    return edit(library, ids, [Edit(field, Verb.REMOVE, list(values))])


def undo(library: Library) -> Applied | None:
    """Take back the last edit that stands, None if there is none.

    CuratorError if it cannot be taken back any more; the next undo then goes on before it.
    """
    return _replay(library, journal.next_undo, "undo")


def redo(library: Library) -> Applied | None:
    """Make the edit again that was taken back last, None if there is none."""
    return _replay(library, journal.next_redo, "redo")


def _replay(
    library: Library, next_step: Callable[[Connection], tuple[int, str] | None], kind: str
) -> Applied | None:
    number, label = 0, ""
    try:
        with library.writing() as connection:
            target = next_step(connection)
            if target is None:
                return None
            number, label = target
            step = journal.whole(connection, number)
            changes = step.inverted().changes if kind == "undo" else step.changes
            return changing.made(connection, label, changes, library.who, kind, number)
    except Conflict as conflict:
        with library.writing() as connection:
            journal.give_up(connection, number)
        verb = "taken back" if kind == "undo" else "made again"
        message = f"“{label}” can no longer be {verb}: {conflict.message}"
        hint = "It was left as it is; the steps before it can still be undone."
        raise CuratorError(message, hint) from conflict


def undoable(library: Library) -> tuple[str | None, str | None]:
    """The labels of what undo and redo would do next."""
    with library.reading() as connection:
        undone, redone = journal.next_undo(connection), journal.next_redo(connection)
    return undone[1] if undone else None, redone[1] if redone else None


def undo_size(library: Library) -> int:
    """How many changes undo would take back."""
    return _next_size(library, journal.next_undo)


def redo_size(library: Library) -> int:
    """How many changes redo would make again."""
    return _next_size(library, journal.next_redo)


def _next_size(library: Library, next_step: Callable[[Connection], tuple[int, str] | None]) -> int:
    with library.reading() as connection:
        target = next_step(connection)
        return journal.size(connection, target[0]) if target else 0


def _values(connection: Connection, ids: Sequence[int], field: str) -> Iterable[tuple[int, Value]]:
    """The articles of these ids that are there, each with the field's value."""
    known = articles.fields_of(connection, ids)
    for number in dict.fromkeys(ids):
        if number in known:
            fields, state = known[number]
            yield number, state.value if field == "state" else _json(fields, field)


def _json(fields: Fields, field: str) -> Value:
    value: Value = getattr(fields, field)
    return list(value) if field in LISTS else value


def joined(before: Sequence[str], more: Sequence[str]) -> list[str]:
    """The names with those added that are not among them, however they are spelled."""
    have = {folded(name) for name in before}
    return [*before, *(name for name in more if folded(name) not in have)]
