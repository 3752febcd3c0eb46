"""YAML nodes: the values of a mapping and the places where they stand, each found when it is asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from curator.domain.changes import Value
from curator.domain.storable import storable
from curator.formats.front_matter.places import Place
from curator.formats.front_matter.shielding import Shield
from curator.formats.front_matter.yaml_reading import values_of


class Walk:
    """Turns nodes into places; marks count lines and columns."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lines = [0]
        for match in re.finditer("\n", source):
            self._lines.append(match.end())

    def _at(self, mark: yaml.Mark) -> int:
        return self._lines[mark.line] + mark.column if mark.line < len(self._lines) else len(self._source)

    def entries(self, node: MappingNode) -> tuple[int, ...]:
        """Where the lines of the top mapping's entries begin; none if they are not lines of their own."""
        starts: list[int] = []
        for key, _ in node.value:
            start = self._at(key.start_mark)
            line = self._source.rfind("\n", 0, start) + 1
            if self._source[line:start].strip() or node.flow_style:
                return ()
            starts.append(line)
        return tuple(starts) if len(set(starts)) == len(starts) else ()

    def place(self, node: Node, after: int) -> Place:
        """The place of a node; one that begins before `after` is an alias of what stands there."""
        start, end = self._at(node.start_mark), self._at(node.end_mark)
        if start < after:
            return Place(after, after, fault="the value is an alias")
        found = Place(start, end)
        if self._source[start : start + 1] in ("&", "!"):
            found.fault = "the value has an anchor or a tag"
        if isinstance(node, ScalarNode):
            found.style = node.style or ""
        elif isinstance(node, SequenceNode):
            found.kind, found.style = "list", "flow" if node.flow_style else "block"
            found.items = self._items(node, start)
        elif isinstance(node, MappingNode):
            found.kind, found.style = "mapping", "flow" if node.flow_style else "block"
            self._members(node, found)
        return found

    def _items(self, node: SequenceNode, after: int) -> list[Place]:
        items: list[Place] = []
        for each in node.value:
            items.append(self.place(each, after))
            items[-1].flow = bool(node.flow_style)
            after = max(after, items[-1].end)
        return items

    def _members(self, node: MappingNode, found: Place) -> None:
        after = found.start
        for key, value in node.value:
            name = str(key.value)
            place = self.value(key, value, after)
            place.flow = bool(node.flow_style)
            if name in found.members:
                place.fault = f"“{name[:40]}” stands twice"
            found.members[name] = place
            after = max(after, place.end)

    def value(self, key: Node, value: Node, after: int = 0) -> Place:
        """The place of a key's value; where there is none it is that behind the colon."""
        place = self.place(value, max(after, self._at(key.end_mark)))
        if place.start == place.end and not place.fault:
            colon = self._source.find(":", self._at(key.end_mark))
            place.start = place.end = colon + 1
        return place


class ValuesByKey(Mapping[str, Any]):
    """The values of a mapping, each made when it is asked for."""

    def __init__(self, nodes: Mapping[str, tuple[Node, Node]], line: int, shield: Shield) -> None:
        self._nodes = nodes
        self._line = line
        self._shield = shield
        self._made: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._made:
            self._made[key] = storable(values_of(self._nodes[key][1], self._line, self._shield))
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


class Members(dict[str, Place]):
    """The places of a mapping's values, each found when it is asked for."""

    def __init__(self, walk: Walk, nodes: Mapping[str, tuple[Node, Node]], faults: Mapping[str, str]) -> None:
        super().__init__()
        self._walk = walk
        self._nodes = nodes
        self._faults = faults

    def __missing__(self, key: str) -> Place:
        place = self._walk.value(*self._nodes[key])
        place.fault = self._faults.get(key, place.fault)
        self[key] = place
        return place


def repeated(node: MappingNode, shield: Shield) -> dict[str, str]:
    """Why keys that stand twice cannot be edited."""
    names = Counter(shield.lowered(key.value) for key, _ in node.value)
    return {name: f"“{name[:40]}” stands twice" for name, count in names.items() if count > 1}
