"""JSON places: where the values of JSON front matter stand, and how new ones are written there."""

from __future__ import annotations

import json
import re
from collections.abc import KeysView, Mapping, Sequence
from typing import Any

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats.encodings.decoding import unsayable
from curator.formats.front_matter import parsing
from curator.formats.front_matter.json_reading import end_of_object
from curator.formats.front_matter.places import Edit, Place, applied, flow_relisted, named_item

_BLANK = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s,\[\]{}"]+')


class JsonSyntax:
    """One JSON object; non-ASCII characters are written as they are if the file does so."""

    _ascii = False
    _keys: KeysView[str] = dict[str, Any]().keys()

    def __init__(self, encoding: str = "utf-8") -> None:
        self._encoding = encoding

    def opened(self, source: str, line: int) -> tuple[Mapping[str, Any] | None, Place]:
        """The values of the object and its place. Raises UnreadableFile."""
        loaded = parsing.loads(source, "json", line)
        if loaded is None or not source.strip():
            return None, Place(0, 0)
        self._keys = loaded[0].keys()
        start = _past_blank(source, 0)
        end_of_object(source, start)
        self._ascii = source.isascii() and "\\u" in source
        return loaded[0], self._value(source, start)

    def part(self, source: str, edits: Sequence[Edit]) -> dict[str, Any] | None:
        """All values, since it is read as a whole; None if one is missing then."""
        try:
            loaded = parsing.loads(applied(source, edits), "json")
        except UnreadableFile:
            return None
        return loaded[0] if loaded and self._keys <= loaded[0].keys() else None

    def scalar(self, value: str | int | None, style: str, *, flow: bool) -> str:  # noqa: ARG002
        """A JSON scalar."""
        return self._written(value)

    def _written(self, value: Value) -> str:
        """A value, in ASCII where the file is so or its encoding could not say it."""
        written = json.dumps(value, ensure_ascii=self._ascii)
        return json.dumps(value) if unsayable(written, self._encoding) else written

    def replaced(self, source: str, place: Place, value: str | int | None) -> Edit:  # noqa: ARG002
        """The edit that gives a scalar another value."""
        return Edit(place.start, place.end, self.scalar(value, "", flow=True))

    def relisted(self, source: str, place: Place, items: list[int | str]) -> list[Edit]:
        """The edits that make a list hold these items."""
        key = named_item(place)
        written = [
            source[place.items[item].start : place.items[item].end]
            if isinstance(item, int)
            else f"{{{json.dumps(key)}: {self.scalar(item, '', flow=True)}}}"
            if key
            else self.scalar(item, "", flow=True)
            for item in items
        ]
        return flow_relisted(source, place, items, written)

    def added(self, source: str, root: Place, key: str, value: Value) -> Edit:
        """The edit that adds a key after the last one, set apart as that one is."""
        written = f"{json.dumps(key)}: {self._written(value)}"
        if not root.members:
            return Edit(root.start + 1, root.start + 1, written)
        last = list(root.members.values())[-1].end
        return Edit(last, last, f",{_first_gap(source, root) or ' '}{written}")

    def maps(self, source: str, root: Place, key: str, items: Sequence[Mapping[str, Value]]) -> list[Edit]:
        """The edits that let a list of maps stand under a key, a line each."""
        gap = _first_gap(source, root)
        outer = gap if "\n" in gap else "\n  "
        inner = outer + (outer.rpartition("\n")[2] or "  ")
        lines = f",{inner}".join(self._written(dict(each)) for each in items)
        written = f"[{inner}{lines}{outer}]" if items else "[]"
        place = root.member(key)
        if place is not None:
            return [Edit(place.start, place.end, written)]
        edit = self.added(source, root, key, 0)
        return [Edit(edit.start, edit.end, edit.text.removesuffix("0") + written)]

    def _value(self, source: str, start: int) -> Place:
        sign = source[start]
        if sign == "{":
            return self._mapping(source, start)
        if sign == "[":
            return self._list(source, start)
        scalar = _SCALAR.match(source, start)
        assert scalar
        return Place(start, scalar.end(), style='"' if sign == '"' else "")

    def _list(self, source: str, start: int) -> Place:
        found = Place(start, start, "list", "flow")
        place = _past_blank(source, start + 1)
        while source[place] != "]":
            found.items.append(self._value(source, place))
            place = _past_blank(source, found.items[-1].end)
            place = _past_blank(source, place + 1) if source[place] == "," else place
        found.end = place + 1
        return found

    def _mapping(self, source: str, start: int) -> Place:
        found = Place(start, start, "mapping", "flow")
        place = _past_blank(source, start + 1)
        while source[place] != "}":
            key = _SCALAR.match(source, place)
            assert key
            name = str(json.loads(key[0], strict=False))
            value = self._value(source, _past_blank(source, _past_blank(source, key.end()) + 1))
            if name in found.members:
                value.fault = f"“{name[:40]}” stands twice"
            found.members[name] = value
            place = _past_blank(source, value.end)
            place = _past_blank(source, place + 1) if source[place] == "," else place
        found.end = place + 1
        return found


def _first_gap(source: str, root: Place) -> str:
    """What stands before the first key of the object."""
    return source[root.start + 1 : _past_blank(source, root.start + 1)]


def _past_blank(source: str, place: int) -> int:
    blank = _BLANK.match(source, place)
    return blank.end() if blank else place
