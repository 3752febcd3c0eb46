"""Places: where each value of front matter stands in its source, so that it alone can be replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from curator.domain.changes import Value
from curator.domain.errors import CuratorError


@dataclass(slots=True)
class Place:
    """One value in the source of front matter.

    `kind` is "text" (any scalar), "list" or "mapping"; `style` is the quote or sign that opens a
    scalar, or "flow" or "block". A list's `items` and a mapping's `members` are in order. `fault`
    says why the value can't be replaced safely, "" if it can. `flow` says that it stands within brackets.
    """

    start: int
    end: int
    kind: str = "text"
    style: str = ""
    items: list[Place] = field(default_factory=list["Place"])
    members: dict[str, Place] = field(default_factory=dict[str, "Place"])
    fault: str = ""
    flow: bool = False

    def member(self, key: str) -> Place | None:
        """The place of one member, None if there is none; `members` may find it only when it is asked for."""
        try:
            return self.members[key]
        except KeyError:
            return None


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement in the source: what stands from `start` to `end` becomes `text`."""

    start: int
    end: int
    text: str


class Syntax(Protocol):
    """What patching needs to know of YAML, TOML or JSON."""

    def opened(self, source: str, line: int) -> tuple[Mapping[str, Any] | None, Place]:
        """The values of the source (None if it is no mapping) and the place of the top mapping.

        Raises UnreadableFile.
        """
        ...

    def part(self, source: str, edits: Sequence[Edit]) -> dict[str, Any] | None:
        """The values of the keys that the edits touch, read apart from the rest once they are made.

        None where that cannot be.
        """
        ...

    def scalar(self, value: str | int | None, style: str, *, flow: bool) -> str:
        """A scalar written in a style as far as its value allows; `flow`: inside brackets."""
        ...

    def replaced(self, source: str, place: Place, value: str | int | None) -> Edit:
        """The edit that gives a scalar another value."""
        ...

    def relisted(self, source: str, place: Place, items: list[int | str]) -> list[Edit]:
        """The edits that make a list hold these items: numbers are items it holds, text is new."""
        ...

    def added(self, source: str, root: Place, key: str, value: Value) -> Edit:
        """The edit that adds a key at the end of the top mapping."""
        ...

    def maps(self, source: str, root: Place, key: str, items: Sequence[Mapping[str, Value]]) -> list[Edit]:
        """The edits that let a list of maps stand under a key, in the place of what stands there."""
        ...


NAMES = ("name", "title", "label")
"""Keys under which a mapping has its name."""


def named_item(place: Place) -> str:
    """The key under which the items of a list have their names, "" if they are no such mappings."""
    if not place.items or any(each.kind != "mapping" for each in place.items):
        return ""
    return next((key for key in NAMES if all(key in each.members for each in place.items)), "")


def refused(line: int, reason: str) -> CuratorError:
    """What to raise where front matter cannot be patched safely."""
    return CuratorError(
        f"Front matter, line {line}: {reason}.", "The file is left as it is; change that line in an editor."
    )


def flow_relisted(source: str, place: Place, items: list[int | str], written: list[str]) -> list[Edit]:
    """The edits for a list in brackets: items are dropped where they stand and added at its end.

    Only where they change places the list is joined anew, on the lines that it has. `written` are the items
    as they are to stand; those kept are slices of the source.
    """
    kept = [item for item in items if isinstance(item, int)]
    if kept and kept == sorted(set(kept)) and items[: len(kept)] == kept:
        last = place.items[kept[-1]].end
        new = "".join(_separator(source, place) + text for text in written[len(kept) :])
        return [*_dropped(source, place, kept), *([Edit(last, last, new)] if new else [])]
    if "#" in _outside(source, place):
        raise ValueError("a comment stands between its items")
    if not place.items or not items:
        return [Edit(place.start + 1, place.end - 1, ", ".join(written))]
    joined = _separator(source, place).join(written)
    return [Edit(place.items[0].start, place.items[-1].end, joined)]


def _dropped(source: str, place: Place, kept: list[int]) -> list[Edit]:
    """The edits that take items out of a list, each with what parts it from the one before or after."""
    edits: list[Edit] = []
    first, last = kept[0], kept[-1]
    if first:
        edits.append(Edit(place.items[0].start, place.items[first].start, ""))
    edits += [
        Edit(place.items[number - 1].end, place.items[number].end, "")
        for number in range(first + 1, last)
        if number not in kept
    ]
    if last + 1 < len(place.items):
        edits.append(Edit(place.items[last].end, place.items[-1].end, ""))
    if any("#" in source[edit.start : edit.end] for edit in edits):
        raise ValueError("a comment stands between its items")
    return edits


def _separator(source: str, place: Place) -> str:
    """What stands between the items of a list in brackets."""
    if len(place.items) < 2:
        return ", "
    between = source[place.items[-2].end : place.items[-1].start]
    return between if between.strip() == "," and between.count(",") == 1 else ", "


def _outside(source: str, place: Place) -> str:
    edges = [place.start, *(edge for item in place.items for edge in (item.start, item.end)), place.end]
    return "".join(source[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; CuratorError if two of them touch."""
    parts: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < end:
            raise refused(text.count("\n", 0, edit.start) + 1, "two edits touch each other")
        parts += text[end : edit.start], edit.text
        end = edit.end
    return "".join([*parts, text[end:]])
