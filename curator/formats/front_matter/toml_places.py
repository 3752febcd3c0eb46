"""TOML places: where the values of TOML front matter stand, and how new ones are written there.

Dotted keys, inline tables and arrays of tables are found like any other value.
"""

from __future__ import annotations

import json
import re
from collections.abc import KeysView, Mapping, Sequence
from typing import Any, cast

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.encodings.decoding import unsayable
from curator.formats.front_matter import parsing
from curator.formats.front_matter.places import Edit, Place, applied, flow_relisted, named_item

_PART = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_LINE = re.compile(
    rf"[ \t]*(?:(?P<comment>#[^\n]*)|\[(?P<array>\[)?[ \t]*(?P<table>{_KEY})[ \t]*\]\]?[^\n]*"
    rf"|(?P<key>{_KEY})[ \t]*=[ \t]*)?"
)
_INLINE_KEY = re.compile(rf"(?P<key>{_KEY})[ \t]*=[ \t]*")
_PARTS = re.compile(_PART)
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_BARE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}[^\s,\]#}]*|[^\s,\[\]{}#\"']+")
_GAP = re.compile(r"(?:[ \t\n,]|#[^\n]*)*")
_ESCAPED = re.compile(r"[\x00-\x1f\x7f\"\\]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?")


class TomlSyntax:
    """TOML as Hugo's posts have it."""

    _keys: KeysView[str] = dict[str, Any]().keys()

    def __init__(self, encoding: str = "utf-8") -> None:
        self._encoding = encoding

    def opened(self, source: str, line: int) -> tuple[Mapping[str, Any] | None, Place]:
        """The values, and the place of the top table with its tables as members. Raises UnreadableFile."""
        loaded = parsing.loads(source, "toml", line)
        if loaded is None:
            return None, Place(0, 0)
        self._keys = loaded[0].keys()
        return loaded[0], self._root(source)

    def part(self, source: str, edits: Sequence[Edit]) -> dict[str, Any] | None:
        """All values, since it is read as a whole; None if one is missing then."""
        try:
            loaded = parsing.loads(applied(source, edits), "toml")
        except UnreadableFile:
            return None
        return loaded[0] if loaded and self._keys <= loaded[0].keys() else None

    def _root(self, source: str) -> Place:
        root = Place(0, len(source), "mapping", "block")
        table = root
        place = 0
        while place < len(source):
            match = _LINE.match(source, place)
            assert match
            end = match.end()
            if match["table"]:
                root.end = min(root.end, place)
                keys = _keys(match["table"])
                table = (_array if match["array"] else _table)(root, keys, match.start(), end)
            elif match["key"]:
                value = _value(source, end)
                _put(table, _keys(match["key"]), value)
                end = value.end
                _reach(root, table, end)
            line_end = source.find("\n", end)
            place = line_end + 1 if line_end >= 0 else len(source)
        return root

    def scalar(self, value: str | int | None, style: str, *, flow: bool) -> str:  # noqa: ARG002
        """A TOML scalar; a date that had no quotes gets none."""
        if isinstance(value, int):
            return str(value)
        text = value or ""
        if style == "" and _DATE.fullmatch(text):
            return text
        lacking = unsayable(text, self._encoding)
        if style == "'" and not lacking and not re.search(r"['\x00-\x1f\x7f]", text):
            return f"'{text}'"
        return _quoted(text, lacking)

    def replaced(self, source: str, place: Place, value: str | int | None) -> Edit:
        """The edit that gives a scalar another value."""
        old = source[place.start : place.end]
        style = old[0] if old[:1] in ('"', "'") else ""
        return Edit(place.start, place.end, self.scalar(value, style, flow=False))

    def relisted(self, source: str, place: Place, items: list[int | str]) -> list[Edit]:
        """The edits that make a list hold these items."""
        if place.style == "tables":
            return self._tables_relisted(source, place, items)
        key = named_item(place)
        written = [
            source[place.items[item].start : place.items[item].end]
            if isinstance(item, int)
            else f"{{{key} = {self._item(item)}}}"
            if key
            else self._item(item)
            for item in items
        ]
        return flow_relisted(source, place, items, written)

    def _item(self, name: str) -> str:
        return self.scalar(name, '"', flow=True)

    def added(self, source: str, root: Place, key: str, value: Value) -> Edit:
        """The edit that adds a key in a line of its own, before the first table."""
        if isinstance(value, list | tuple):
            written = (
                "[" + ", ".join(self.scalar(each, '"', flow=True) for each in cast("list[str]", value)) + "]"
            )
        else:
            written = self.scalar(value, "" if key == "date" else '"', flow=False)
        at = root.end
        while at > 1 and source[at - 2 : at] == "\n\n":
            at -= 1
        gap = "" if not at or source[at - 1] == "\n" else "\n"
        return Edit(at, at, f"{gap}{key} = {written}\n")

    def maps(self, source: str, root: Place, key: str, items: Sequence[Mapping[str, Value]]) -> list[Edit]:
        """The edits that let a list of maps stand under a key: an array of inline tables, a line each."""
        lines = "".join(f"  {self._inline(dict(each))},\n" for each in items)
        written = f"[\n{lines}]" if items else "[]"
        place = root.member(key)
        if place is None:
            edit = self.added(source, root, key, 0)
            name = key if _PARTS.fullmatch(key) else json.dumps(key, ensure_ascii=False)
            gap = "\n" if edit.text.startswith("\n") else ""
            return [Edit(edit.start, edit.end, f"{gap}{name} = {written}\n")]
        if place.style == "tables" and place.items:
            name = source[place.items[0].start : place.items[0].end].partition("[[")[2].partition("]]")[0]
            anew = self._tables(name.strip(), items)
            first, *rest = [Edit(each.start, _line_end(source, each.end), "") for each in place.items]
            return [Edit(first.start, first.end, anew), *rest]
        return [Edit(place.start, place.end, written)]

    def _tables(self, name: str, items: Sequence[Mapping[str, Value]]) -> str:
        lines: list[str] = []
        for item in items:
            lines.append(f"[[{name}]]\n")
            lines += [f"{key} = {self._inline(value)}\n" for key, value in item.items()]
        return "".join(lines)

    def _inline(self, value: Value) -> str:
        if isinstance(value, dict):
            pairs = cast("dict[str, Value]", value).items()
            return "{" + ", ".join(f"{key} = {self._inline(each)}" for key, each in pairs) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self._inline, cast("list[Value]", value))) + "]"
        if isinstance(value, float):
            return repr(value)
        return self.scalar(value, '"', flow=True)

    def _tables_relisted(self, source: str, place: Place, items: list[int | str]) -> list[Edit]:
        """Tables of an array are dropped, and added after the last; they are not moved."""
        kept = [item for item in items if isinstance(item, int)]
        key = named_item(place)
        if kept != sorted(kept) or items[: len(kept)] != kept:
            raise ValueError("the tables of an array can't be put in another order")
        if not kept or not key:
            raise ValueError("an array of tables")
        gone = [each for n, each in enumerate(place.items) if n not in kept]
        edits = [Edit(each.start, _line_end(source, each.end), "") for each in gone]
        header = source[place.items[0].start :].split("\n", 1)[0].rstrip()
        new = [item for item in items if isinstance(item, str)]
        text = "".join(f"{header}\n{key} = {_quoted(each)}\n" for each in new)
        at = _line_end(source, place.items[-1].end)
        gap = "" if source[at - 1 : at] == "\n" or not text else "\n"
        return [*edits, Edit(at, at, gap + text)] if text else edits


def _keys(written: str) -> list[str]:
    """The keys of a dotted one."""
    return [
        str(json.loads(part)) if part.startswith('"') else part.strip("'") for part in _PARTS.findall(written)
    ]


def _put(table: Place, keys: list[str], value: Place) -> None:
    for key in keys[:-1]:
        below = table.members.setdefault(key, Place(value.start, value.end, "mapping", "dotted"))
        table = _last(below)
    table.members[keys[-1]] = value


def _last(place: Place) -> Place:
    """The table that keys go into: the last one of an array."""
    return place.items[-1] if place.kind == "list" and place.items else place


def _table(root: Place, keys: list[str], start: int, end: int) -> Place:
    table = root
    for key in keys:
        table = _last(table.members.setdefault(key, Place(start, end, "mapping", "block")))
    return table


def _array(root: Place, keys: list[str], start: int, end: int) -> Place:
    parent = _table(root, keys[:-1], start, end)
    array = parent.members.setdefault(keys[-1], Place(start, end, "list", "tables"))
    array.items.append(Place(start, end, "mapping", "block"))
    return array.items[-1]


def _reach(root: Place, table: Place, end: int) -> None:
    """Let a table reach as far as its last value."""
    if table is not root:
        table.end = max(table.end, end)


def _line_end(source: str, place: int) -> int:
    found = source.find("\n", place)
    return found + 1 if found >= 0 else len(source)


def _value(source: str, start: int) -> Place:
    if source.startswith("[", start):
        return _list(source, start)
    if source.startswith("{", start):
        return _inline_table(source, start)
    match = _STRING.match(source, start) or _BARE.match(source, start)
    return Place(start, match.end() if match else start)


def _list(source: str, start: int) -> Place:
    found = Place(start, start, "list", "flow")
    place = _past_gap(source, start + 1)
    while place < len(source) and source[place] != "]":
        item = _value(source, place)
        if item.end == item.start:
            found.fault = "a list that is not understood"
            break
        found.items.append(item)
        place = _past_gap(source, item.end)
    found.end = min(place + 1, len(source))
    return found


def _inline_table(source: str, start: int) -> Place:
    found = Place(start, start, "mapping", "flow")
    place = _past_gap(source, start + 1)
    while place < len(source) and source[place] != "}":
        match = _INLINE_KEY.match(source, place)
        value = _value(source, match.end()) if match else Place(place, place)
        if match is None or value.end == value.start:
            found.fault = "an inline table that is not understood"
            break
        _put(found, _keys(match["key"]), value)
        place = _past_gap(source, value.end)
    found.end = min(place + 1, len(source))
    return found


def _past_gap(source: str, place: int) -> int:
    gap = _GAP.match(source, place)
    return gap.end() if gap else place


def _quoted(text: str, lacking: str = "") -> str:
    written = "".join(_escaped(char) if char in lacking or _ESCAPED.match(char) else char for char in text)
    return f'"{written}"'


def _escaped(char: str) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(char)
    return short or (f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}")
