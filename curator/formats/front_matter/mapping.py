"""Mapping: which keys of front matter hold which fields.

Any type is taken as far as it makes sense: a title that is a number, companies that are a mapping,
tags that are null. What makes no sense stays among the unknown keys, with a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.formats import dates
from curator.formats.encodings.line_ends import with_lf
from curator.formats.front_matter.field_keys import KEYS, plain
from curator.formats.language_codes import language_code

FRONT_MATTER = "front matter"
_BLANKS = re.compile(r"[ \t\r\n]+")  # not \s: in damaged text a no-break space may be half a letter
_SEPARATOR = re.compile(r"[,;，、；]")


@dataclass(frozen=True, slots=True)
class Mapped:
    """The fields that front matter gives, and the keys it gives beside them."""

    fields: Fields
    keys: Mapping[str, str]
    """Field to the key it came from, as it is written."""
    unknown: tuple[str, ...]
    notes: tuple[str, ...]
    published: tuple[str, ...] = ()
    """All keys that state the moment of publication and agree on it."""


def mapped(front_matter: Mapping[str, Any]) -> Mapped:
    """The fields in the values of front matter."""
    return _Mapping(front_matter).result()


@dataclass(frozen=True, slots=True)
class MappedField:
    """One field that front matter gives, and the keys that state it: several only of the date."""

    value: Any
    keys: tuple[str, ...]


def each_field(front_matter: Mapping[str, Any]) -> Callable[[str], MappedField]:
    """Gives what `mapped` says of a field, by its name, without looking at the others."""
    return _Mapping(front_matter).field


def one_line(value: Value) -> str:
    """A value as one line of text; "" for what has no such form."""
    if isinstance(value, str):
        return _BLANKS.sub(" ", value).strip(" ")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return _named(value)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, list):
        return ", ".join(filter(None, map(one_line, value)))  # pyright: ignore[reportUnknownArgumentType]
    return ""


def own_lines(value: Value) -> str:
    """A value as text in the lines that it has, parted by line feeds, without blanks at their ends."""
    if not isinstance(value, str):
        return one_line(value)
    lines = with_lf(value).split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).strip(" \t\n")


def names(value: Value) -> tuple[str, ...]:
    """A value as a list of names without repetition: a list, text with commas, or a mapping's names."""
    found: Iterable[str]
    if isinstance(value, list):
        found = map(one_line, value)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, dict):
        own = _named(value)  # pyright: ignore[reportUnknownArgumentType]
        found = [own] if own else map(one_line, value)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, str):
        found = map(one_line, _SEPARATOR.split(value))
    else:
        found = [one_line(value)]
    return tuple(dict.fromkeys(filter(None, found)))


def _named(value: Mapping[str, Any]) -> str:
    for key in ("name", "title", "label"):
        if isinstance(value.get(key), str | int | float):
            return one_line(value[key])
    return ""


def _importance(value: Value) -> int | None:
    if isinstance(value, bool):
        return None
    match = re.fullmatch(r"\s*([1-5])(?:\.0)?\s*(?:/\s*5)?\s*", str(value))
    return int(match[1]) if match else None


_HOW: dict[str, tuple[Callable[[Any], Any], Any]] = {
    "language": (lambda value: language_code(one_line(value)), ""),
    **dict.fromkeys(("title", "description", "source", "author", "category", "url", "slug"), (one_line, "")),
    "note": (own_lines, ""),
    "companies": (names, ()),
    "tags": (names, ()),
    "importance": (_importance, None),
}
"""How each field but the date understands a value, and what it is without one."""


class _Mapping:
    def __init__(self, front_matter: Mapping[str, Any]) -> None:
        self._values = front_matter
        self._written = {plain(key): key for key in reversed(list(front_matter))}
        self._keys: dict[str, str] = {}
        self._used: set[str] = set()
        self._notes: list[str] = []
        self._agreeing: list[str] = []

    def result(self) -> Mapped:
        values: dict[str, Any] = {name: self._first(name, *how) for name, how in _HOW.items()}
        fields = Fields(**values, published=self._published(values["language"]))
        unknown = tuple(key for key in self._values if key not in self._used)
        return Mapped(fields, self._keys, unknown, tuple(self._notes), tuple(self._agreeing))

    def field(self, name: str) -> MappedField:
        if name == "published":
            value = self._published(self._first("language", *_HOW["language"]))
            return MappedField(value, tuple(self._agreeing))
        value = self._first(name, *_HOW[name])
        return MappedField(value, (self._keys[name],) if name in self._keys else ())

    def _candidates(self, field: str) -> list[str]:
        return [self._written[key] for key in KEYS[field] if key in self._written]

    def _first(self, field: str, understood: Callable[[Any], Any], nothing: Value) -> Value:
        """The value of the first key that gives one; empty ones before it count as used."""
        for key in self._candidates(field):
            value = self._values[key]
            result = understood(value)
            if result or value is None or value in ("", [], {}):
                self._used.add(key)
            if result:
                self._keys[field] = key
                return result
            if key not in self._used:
                self._notes.append(f"Front matter: {key} “{_shown(value)}” is not understood.")
        return nothing

    def _published(self, language: str) -> str | None:
        """The moment with a stated zone wins where all agree; else the first that is understood."""
        stated: list[tuple[str, str, bool]] = []
        for key in self._candidates("published"):
            value = self._values[key]
            written = "" if isinstance(value, list | dict) else one_line(value)
            moment = dates.published(written, language)
            if moment:
                stated.append((key, moment, dates.has_offset(written)))
            elif value is None or value == "":
                self._used.add(key)
            else:
                self._notes.append(f"Front matter: {key} “{_shown(value)}” is not a date.")
        if not stated:
            return None
        key, best, _ = max(
            stated, key=lambda each: (each[2], len(each[1])) if self._agree(stated) else (0, 0)
        )
        self._keys["published"] = key
        for other, moment, _ in stated:
            if dates.same_time(moment, best):
                self._used.add(other)
                self._agreeing.append(other)
        if not self._agree(stated):
            self._notes.append(
                f"Front matter: {' and '.join(each[0] for each in stated)} disagree; {key} is taken."
            )
        return best

    @staticmethod
    def _agree(stated: list[tuple[str, str, bool]]) -> bool:
        return all(dates.same_time(one[1], stated[0][1]) for one in stated)


def _shown(value: Value) -> str:
    text = _BLANKS.sub(" ", str(value))
    return text if len(text) <= 40 else text[:39] + "…"
