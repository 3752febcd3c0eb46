"""Editing fields: every edit is a step in the journal, which undo and redo work from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from curator.domain.articles import Fields, State
from curator.domain.changes import Applied, Change, Subject, Value
from curator.domain.errors import Conflict, CuratorError
from curator.domain.folding import folded
from curator.domain.storable import storable_text
from curator.formats.front_matter import mapping
from curator.formats.language_codes import language_code
from curator.store import articles, changing, journal, names

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from curator.services.library import Library

LISTS = ("companies", "tags")
TEXTS = ("title", "description", "source", "author", "language", "category", "note", "url", "slug")
FIELDS = (*TEXTS, "published", "importance", "state", *LISTS)
"""The fields that can be edited."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?)?)?")

_OFFSET = re.compile(r"\d:\d\d(?:\.\d+)?[ ]?[-+]\d\d:?\d\d$")
_BLANKS = re.compile(r"[ \t\r\n]+")


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
    valid(edit.field if edit.verb is Verb.SET else _list_field(edit.field), edit.values)


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
    wanted = valid(edit.field if edit.verb is Verb.SET else _list_field(edit.field), edit.values)
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


def valid(field: str, value: Value) -> Value:
    """The value as the field keeps it; CuratorError if it cannot have it."""
    if field not in FIELDS:
        raise CuratorError(f"There is no field “{field}” to edit.", f"Fields are {', '.join(FIELDS)}.")
    if field in LISTS:
        given = [value] if isinstance(value, str) else list(value or ())
        return [" ".join(_text(field, name).split()) for name in given if str(name).strip()]
    if field == "importance":
        return _importance(value)
    if field == "published":
        return _published(value)
    if field == "state":
        return _state(value)
    text = _text(field, value)
    return _language(text) if field == "language" and text else text


def _text(field: str, value: Value) -> str:
    """A text as front matter gives it: of one line, but for a note."""
    if value is not None and not isinstance(value, str):
        raise CuratorError(f"{field} is a text, not {value!r}.")
    text = storable_text(value or "").replace("\0", "")
    return mapping.own_lines(text) if field == "note" else _BLANKS.sub(" ", text).strip()


def _language(text: str) -> str:
    """The code of a language that is given by its code or its name: cs, zh-Hant, Czech."""
    code = language_code(text)
    if not code:
        raise CuratorError(f"“{text}” is not a language.", "Write its code: cs, de, zh …")
    _, dash, more = text.replace("_", "-").partition("-")
    return f"{code}{dash}{more}"


def _importance(value: Value) -> int | None:
    if value in (None, "", 0, "0"):
        return None
    text = str(value)
    if isinstance(value, bool) or text not in ("1", "2", "3", "4", "5"):
        raise CuratorError(f"Importance is a number from 1 to 5, not “{value}”.", "Leave it empty for none.")
    return int(text)


def _state(value: Value) -> str:
    try:
        return State(str(value).replace("-", "_")).value
    except ValueError:
        states = ", ".join(state.value for state in State)
        raise CuratorError(f"There is no state “{value}”.", f"States are {states}.") from None


def _published(value: Value) -> str | None:
    """An ISO date at the precision given: 2026, 2026-01, 2026-01-27 or 2026-01-27T03:25:33Z."""
    text = str(value or "").strip()
    if not text:
        return None
    try:
        match = _ISO.fullmatch(_in_utc(text))
        if match is None:
            raise ValueError
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        date(year, month or 1, day or 1)
        if match[4] is None:
            if (match[2] and not month) or (match[3] and not day):
                raise ValueError
            return text
        moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - UTC by the format
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if year >= 1000 else f"{text[:10]}T{text[11:19]}Z"
    except ValueError:
        hint = "Write 2026, 2026-01, 2026-01-27 or 2026-01-27T03:25:33Z."
        raise CuratorError(f"“{text}” is not a date.", hint) from None


def _in_utc(text: str) -> str:
    """A moment with another zone's offset in UTC; any other text as it is."""
    if not _OFFSET.search(text):
        return text
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _list_field(field: str) -> str:
    if field not in LISTS:
        raise CuratorError(f"“{field}” is not a list.", f"Lists are {', '.join(LISTS)}.")
    return field


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
