"""YAML places: where the values of YAML front matter stand, and how new ones are written there."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, cast

from yaml.nodes import MappingNode, ScalarNode

from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.domain.storable import storable
from curator.formats.encodings.decoding import unsayable
from curator.formats.front_matter.places import Edit, Place, applied, flow_relisted, named_item
from curator.formats.front_matter.shielding import Shield
from curator.formats.front_matter.yaml_nodes import Members, ValuesByKey, Walk, repeated
from curator.formats.front_matter.yaml_reading import TEXT, composed, values_of
from curator.formats.front_matter.yaml_scalars import SPECIAL, YAML_DATE, yaml_key, yaml_scalar

_DASH = re.compile(r"[ ]*-(?=\s)")


class YamlSyntax:
    """YAML as the desk's posts have it: a block mapping at the top."""

    _entries: tuple[int, ...] = ()

    def __init__(self, encoding: str = "utf-8") -> None:
        self._encoding = encoding

    def opened(self, source: str, line: int) -> tuple[Mapping[str, Any] | None, Place]:
        """The values and the place of the top mapping; one in braces is at fault. Raises UnreadableFile."""
        shield = Shield.of(source)
        node = composed(shield.raised(source), line)
        if node is None:
            return {}, Place(len(source), len(source), "mapping", "block")
        if not isinstance(node, MappingNode):
            return None, Place(0, 0)
        walk = Walk(source)
        self._entries = walk.entries(node)
        if not self._entries or not all(
            isinstance(key, ScalarNode) and key.tag == TEXT for key, _ in node.value
        ):
            return storable(values_of(node, line, shield)), walk.place(node, 0)
        nodes = {shield.lowered(key.value): (key, value) for key, value in node.value}
        members = Members(walk, nodes, {} if len(nodes) == len(node.value) else repeated(node, shield))
        root = Place(0, len(source), "mapping", "block", members=members)
        return ValuesByKey(nodes, line, shield), root

    def part(self, source: str, edits: Sequence[Edit]) -> dict[str, Any] | None:
        """The values of the edited entries; None where anchors, tags or braces tie them to the rest."""
        if not self._entries or _TIED.search(source):
            return None
        starts = (*self._entries, len(source))
        touched: dict[int, list[Edit]] = {}
        for edit in edits:
            # A line added at the end of an entry is not of the next one.
            number = bisect_left(self._entries, edit.start) - 1
            if number < 0 or edit.end > starts[number + 1] or _TIED.search(edit.text):
                return None
            touched.setdefault(number, []).append(edit)
        return _read_alone(
            "".join(_edited(source, starts[n], starts[n + 1], touched[n]) for n in sorted(touched))
        )

    def scalar(self, value: str | int | None, style: str, *, flow: bool) -> str:
        """A scalar in the quotes it had; one that had none gets them only if it needs them."""
        return yaml_scalar(value, style, flow=flow, escaped=self._lacking(value))

    def _lacking(self, value: str | int | None) -> str:
        """The characters of a value that the file's encoding has no bytes for."""
        return unsayable(value, self._encoding) if isinstance(value, str) else ""

    def replaced(self, source: str, place: Place, value: str | int | None) -> Edit:
        """The edit that gives a scalar another value; a block scalar stays one."""
        old = source[place.start : place.end]
        header, _, body = old.partition("\n")
        if isinstance(value, str) and self._may_be_block(value, header):
            indent = " " * (len(body) - len(body.lstrip(" "))) or "  "
            lines = "".join(f"\n{indent}{line}" if line else "\n" for line in value.split("\n"))
            words = old.rstrip("\n")
            return Edit(place.start, place.start + len(words), header + lines)
        quote = place.style if place.style in ("'", '"') else ""
        written = self.scalar(value, quote, flow=place.flow)
        dated = place.style == "" and YAML_DATE.match(old)
        if dated and isinstance(value, str) and YAML_DATE.fullmatch(value):
            written = value
        end = place.start + len(old.rstrip("\n"))
        if not written and source[place.start - 1 : place.start] == " ":
            return Edit(place.start - 1, end, "")
        if place.start == place.end or source[place.start - 1 : place.start] == ":":
            written = f" {written}" if written else ""
        return Edit(place.start, end, written)

    def _may_be_block(self, value: str, header: str) -> bool:
        """Whether a block scalar that begins so says this value; only one with a bar keeps lines apart."""
        words = value.replace("\n", "")
        if header[:1] not in ("|", ">") or not words or SPECIAL.search(words) or self._lacking(words):
            return False
        return "\n" not in value or re.match(r"\|[-+]?(?:\s|$)", header) is not None

    def relisted(self, source: str, place: Place, items: list[int | str]) -> list[Edit]:
        """The edits that make a list hold these items; each keeps its own lines."""
        flow = place.style == "flow"
        style = _common_style(place)
        key = named_item(place)
        shape = ("{%s: %s}" if flow or place.items[0].style == "flow" else "%s: %s") if key else "%s%s"
        within = flow or shape.startswith("{")
        written = [
            source[place.items[item].start : place.items[item].end]
            if isinstance(item, int)
            else shape % (key, self.scalar(item, style, flow=within))
            for item in items
        ]
        if flow:
            return flow_relisted(source, place, items, written)
        return _block_relisted(source, place, items, written)

    def added(self, source: str, root: Place, key: str, value: Value) -> Edit:  # noqa: ARG002
        """The edit that adds a key in a line of its own, after the last one."""
        indent = _indent(source, self._entries)
        if isinstance(value, list | tuple):
            items = [self.scalar(each, "", flow=False) for each in cast("list[str]", value)]
            listed = "".join(f"\n{indent}- {item}" for item in items)
            text = f"{indent}{key}:{listed or ' []'}\n"
        else:
            plain = key == "date" and isinstance(value, str) and YAML_DATE.fullmatch(value)
            written = value if plain else self.scalar(value, "", flow=False)
            text = f"{indent}{key}: {written}".rstrip() + "\n"
        gap = "" if not source or source.endswith("\n") else "\n"
        return Edit(len(source), len(source), gap + text)

    def maps(self, source: str, root: Place, key: str, items: Sequence[Mapping[str, Value]]) -> list[Edit]:
        """The edits that let a list of maps stand under a key; one in brackets stays so."""
        place = root.member(key)
        if place is None:
            gap = "" if not source or source.endswith("\n") else "\n"
            indent = _indent(source, self._entries)
            return [
                Edit(
                    len(source), len(source), f"{gap}{indent}{yaml_key(key)}:{self._dashes(items, indent)}\n"
                )
            ]
        if place.kind == "list" and place.style == "block" and place.items:
            start = source.rfind("\n", 0, place.items[0].start) + 1
            dash = _DASH.match(source, start)
            indent = dash[0].removesuffix("-") if dash else ""
            end = _end_of(source, place)
            anew = self._dashes(items, indent)[1:] if items else f"{indent or '  '}[]"
            return [Edit(start, end, anew)]
        if place.style == "flow" and place.items:
            written = json.dumps(list(items), ensure_ascii=False)
            if self._lacking(written):
                written = json.dumps(list(items))
            return [Edit(place.start, place.end, written)]
        start = place.start - (source[place.start - 1 : place.start] == " ")
        return [Edit(start, place.end, self._dashes(items, ""))]

    def _dashes(self, items: Sequence[Mapping[str, Value]], indent: str) -> str:
        """A block list of maps, each line with its line end before it."""
        if not items:
            return " []"
        return "".join(f"\n{line}" for item in items for line in self._lines(item, indent))

    def _lines(self, item: Mapping[str, Value], indent: str) -> Iterator[str]:
        mark = "- "
        for key, value in item.items():
            if isinstance(value, list):
                yield f"{indent}{mark}{key}:"
                for each in cast("list[Mapping[str, Value]]", value):
                    yield from self._lines(each, f"{indent}  ")
            else:
                written = repr(value) if isinstance(value, float) else self.scalar(value, "", flow=False)
                yield f"{indent}{mark}{key}: {written}"
            mark = "  "


def _end_of(source: str, place: Place) -> int:
    """Where the last words of a value end."""
    below = place.items[-1:] or list(place.members.values())[-1:]
    if below:
        return _end_of(source, below[0])
    return place.start + len(source[place.start : place.end].rstrip("\n"))


_TIED = re.compile(r"(?:^|[\s\[{,:])[&*!]\S|<<|^(?:---|\.\.\.)", re.MULTILINE)
"""What may be an anchor, an alias, a tag, a merge key or the end of the front matter."""


def _edited(source: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    return applied(source[start:end], [Edit(e.start - start, e.end - start, e.text) for e in edits])


def _read_alone(text: str) -> dict[str, Any] | None:
    shield = Shield.of(text)
    try:
        node = composed(shield.raised(text), 1)
    except UnreadableFile:
        return None
    return storable(values_of(node, 1, shield)) if isinstance(node, MappingNode) else None


def _common_style(place: Place) -> str:
    styles = {item.style for item in place.items}
    return styles.pop() if len(styles) == 1 and styles <= {"'", '"'} else ""


def _indent(source: str, entries: Sequence[int]) -> str:
    """What stands before the keys of the top mapping."""
    first = source[entries[0] :] if entries else ""
    return first[: len(first) - len(first.lstrip(" "))]


def _block_relisted(source: str, place: Place, items: list[int | str], written: list[str]) -> list[Edit]:
    """Whole lines of a list with dashes are kept, dropped and added."""
    starts = [source.rfind("\n", 0, item.start) + 1 for item in place.items]
    dashes = [_DASH.match(source, start) for start in starts]
    if len(set(starts)) < len(starts) or not all(dashes):
        raise ValueError("its items do not stand on lines of their own")
    stops = [_line_end(source, item) for item in place.items]
    bodies = [source[start:stop] for start, stop in zip(starts, stops, strict=True)]
    above = ["", *(source[stop:start] for stop, start in zip(stops, starts[1:], strict=False))]
    if not items:
        colon = source.rfind(":", 0, starts[0])
        if source[colon + 1 : starts[0]].strip() or any(map(str.strip, above)):
            raise ValueError("a comment stands before its items")
        return [Edit(colon + 1, stops[-1], " []\n")]
    prefix = dashes[-1][0] if dashes[-1] else "-"
    left = _remarks_left(above, {item for item in items if isinstance(item, int)})
    lines = [
        left[item] + bodies[item] if isinstance(item, int) else f"{prefix} {written[n]}\n"
        for n, item in enumerate(items)
    ]
    chunks = [remark + body for remark, body in zip(above, bodies, strict=True)]
    if chunks == lines[: len(chunks)]:
        return [Edit(stops[-1], stops[-1], "".join(lines[len(chunks) :]))]
    return [Edit(starts[0], stops[-1], "".join(lines) + left[-1])]


def _line_end(source: str, item: Place) -> int:
    """Where the last line of an item ends, its own remark included."""
    end = source.find("\n", item.start + len(source[item.start : item.end].rstrip("\n")))
    return end + 1 if end >= 0 else len(source)


def _remarks_left(above: Sequence[str], kept: AbstractSet[int]) -> list[str]:
    """The lines above each item of a list, remarks above dropped ones with them; last what is left over."""
    left: list[str] = []
    carried = ""
    for item, remark in enumerate(above):
        left.append(carried + remark if item in kept else "")
        carried = "" if item in kept else carried + remark * bool(remark.strip())
    return [*left, carried]
