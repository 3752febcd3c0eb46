"""TOML places: where the values of TOML front matter stand, and how new ones are written there.

Values of plain keys at the top and in tables are found; dotted keys, inline tables and arrays of
tables are left alone.
"""

from __future__ import annotations

import re
from typing import cast

from curator.domain.changes import Value
from curator.formats.places import Edit, Place, flow_relisted

_LINE = re.compile(
    r"[ \t]*(?:(?P<comment>#[^\n]*)|\[(?P<array>\[)?[ \t]*(?P<table>[^\]\n]+?)[ \t]*\]\]?[^\n]*"
    r"|(?P<key>[A-Za-z0-9_-]+|\"[^\"\\\n]*\"|'[^'\n]*')[ \t]*=[ \t]*)?"
)
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_BARE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}[^\s,\]#}]*|[^\s,\[\]{}#\"']+")
_GAP = re.compile(r"(?:[ \t\n,]|#[^\n]*)*")
_ESCAPED = re.compile(r"[\x00-\x1f\x7f\"\\]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?")


class TomlSyntax:
    """TOML as Hugo's posts have it."""

    def root(self, source: str, line: int) -> Place:  # noqa: ARG002 - as `Syntax` has it
        """The place of the top table, its tables as members. The source was read before."""
        root = Place(0, len(source), "mapping", "block")
        table = root
        place = 0
        while place < len(source):
            match = _LINE.match(source, place)
            assert match
            if match["table"]:
                root.end = min(root.end, place)
                table = Place(match.start(), match.end(), "mapping", "block")
                name = match["table"].strip("\"'")
                if "." not in name and not match["array"]:
                    root.members.setdefault(name, table)
            elif match["key"]:
                value = _value(source, match.end())
                table.members[match["key"].strip("\"'")] = value
                place = value.end
            line_end = source.find("\n", max(place, match.end() if not match["key"] else place))
            place = line_end + 1 if line_end >= 0 else len(source)
        return root

    def scalar(self, value: str | int | None, style: str, *, flow: bool) -> str:  # noqa: ARG002
        """A TOML scalar; a date that had no quotes gets none."""
        if isinstance(value, int):
            return str(value)
        text = value or ""
        if style == "" and _DATE.fullmatch(text):
            return text
        if style == "'" and not re.search(r"['\x00-\x1f\x7f]", text):
            return f"'{text}'"
        return '"' + _ESCAPED.sub(_escaped, text) + '"'

    def replaced(self, source: str, place: Place, value: str | int | None) -> Edit:
        """The edit that gives a scalar another value."""
        old = source[place.start : place.end]
        style = old[0] if old[:1] in ('"', "'") else ""
        return Edit(place.start, place.end, self.scalar(value, style, flow=False))

    def relisted(self, source: str, place: Place, items: list[int | str]) -> list[Edit]:
        """The edits that make a list hold these items."""
        written = [
            source[place.items[item].start : place.items[item].end]
            if isinstance(item, int)
            else self.scalar(item, '"', flow=True)
            for item in items
        ]
        return flow_relisted(source, place, items, written)

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


def _value(source: str, start: int) -> Place:
    if source.startswith("[", start):
        return _list(source, start)
    if source.startswith("{", start):
        line_end = source.find("\n", start)
        return Place(start, line_end if line_end >= 0 else len(source), fault="the value is an inline table")
    match = _STRING.match(source, start) or _BARE.match(source, start)
    return Place(start, match.end() if match else start)


def _list(source: str, start: int) -> Place:
    found = Place(start, start, "list", "flow")
    place = start + 1
    while True:
        gap = _GAP.match(source, place)
        place = gap.end() if gap else place
        if place >= len(source) or source[place] == "]":
            break
        item = _value(source, place)
        if item.fault or item.end == item.start:
            found.fault = "a list of tables"
            break
        found.items.append(item)
        place = item.end
    found.end = min(place + 1, len(source))
    return found


def _escaped(match: re.Match[str]) -> str:
    return {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(match[0]) or f"\\u{ord(match[0]):04X}"
