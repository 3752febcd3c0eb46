"""Edits: changes to a text, laid over each other stage by stage and kept as repairs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from itertools import accumulate, repeat
from operator import add, sub
from typing import NamedTuple

from curator.domain.repairs import Alternative, Repair, RepairKind
from curator.domain.spans import Span

_SLOTS: list[Callable[[Repair, object], None]] = [
    getattr(Repair, field.name).__set__ for field in fields(Repair)
]
"""What fills the slots of repairs: their class, being frozen, takes several times as long to make many."""
_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)  # pyright: ignore[reportUnknownMemberType]
"""A span of its two ends, in half the time."""


class Edit(NamedTuple):
    """A place in a text and what shall stand there; edits of one text are in order and apart."""

    start: int
    end: int
    after: str
    kind: RepairKind
    channel: str = ""
    confidence: float = 1.0
    alternatives: tuple[Alternative, ...] = ()


edit_of: Callable[[tuple[object, ...]], Edit] = partial(tuple.__new__, Edit)  # pyright: ignore[reportUnknownMemberType]
"""An edit of all its fields, in half the time."""


@dataclass(slots=True)
class Found:
    """The edits of each part, and what the document was taken for."""

    edits: list[list[Edit]]
    language: str = ""
    channel: str = ""
    notes: tuple[str, ...] = ()
    unread: int = 0
    """How many damaged words could not be read."""

    def add(self, other: Found) -> None:
        """Add what was found in other lines of the same parts."""
        for mine, its in zip(self.edits, other.edits, strict=True):
            mine += its
            mine.sort(key=lambda edit: edit.start)
        self.language, self.channel = self.language or other.language, self.channel or other.channel
        self.notes = tuple(dict.fromkeys((*self.notes, *other.notes)))
        self.unread += other.unread


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made."""
    parts: list[str] = []
    end = 0
    for edit in edits:
        parts += text[end : edit.start], edit.after
        end = edit.end
    parts.append(text[end:])
    return "".join(parts)


def composed(text: str, first: Sequence[Edit], middle: str, second: Sequence[Edit]) -> list[Edit]:
    """The edits of `text` that do what `first`, giving `middle`, and then `second` do.

    Edits of the two stages that meet become one, which keeps kind, channel and confidence of the
    first stage. Edits that change nothing in the end are left out. Linear in the number of edits.
    """
    if not second:
        return list(first)
    if not first:
        return [edit for edit in second if text[edit.start : edit.end] != edit.after]
    result: list[Edit] = []
    for group in _groups(first, second):
        edit = _merged(group, middle)
        if text[edit.start : edit.end] != edit.after:
            result.append(edit)
    return result


def repairs_of(text: str, edits: Sequence[Edit]) -> tuple[Repair, ...]:
    """The edits of `text` as repairs, with their places before and after."""
    if not edits:
        return ()
    starts, ends, afters, *rest = zip(*edits, strict=True)
    befores = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    sizes = list(map(len, afters))
    shifts = accumulate(map(sub, sizes, map(len, befores)), initial=0)
    begins = list(map(add, starts, shifts))
    originals, cleaned = _spans(starts, ends), _spans(begins, map(add, begins, sizes))
    return _filled([originals, cleaned, befores, afters, *rest])


def _spans(starts: Iterable[int], ends: Iterable[int]) -> list[Span]:
    return list(map(_span, zip(starts, ends, strict=False)))


def _filled(columns: Sequence[Sequence[object]]) -> tuple[Repair, ...]:
    """Repairs of columns of values, which are in the order of their fields."""
    repairs = list(map(object.__new__, repeat(Repair, len(columns[0]))))
    for fill, column in zip(_SLOTS, columns, strict=True):
        deque(map(fill, repairs, column), maxlen=0)
    return tuple(repairs)


@dataclass(slots=True)
class _Group:
    """Edits that meet in the middle text: `start` to `end` there, `shift` back to the first text."""

    start: int
    end: int
    shift: int
    first: list[Edit]
    second: list[Edit]
    growth: int = 0


def _groups(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[_Group]:
    """Edits of both stages in order, those that overlap (or touch with nothing between) together."""
    group: _Group | None = None
    shift = 0  # from a place in the first text to the same in the middle text
    for start, end, stage, edit in _in_middle(first, second):
        if group is not None and _meet(group, start, end):
            group.end = max(group.end, end)
        else:
            if group is not None:
                yield group
            group = _Group(start, end, shift, [], [])
        if stage == 0:
            growth = (end - start) - (edit.end - edit.start)
            group.growth += growth
            shift += growth
            group.first.append(edit)
        else:
            group.second.append(edit)
    if group is not None:
        yield group


def _in_middle(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[tuple[int, int, int, Edit]]:
    """All edits by their place in the middle text: start, end, stage, edit."""
    shift = 0
    rest = iter(second)
    later = next(rest, None)
    for edit in first:
        start = edit.start + shift
        while later is not None and (later.start, later.end) < (start, start):
            yield later.start, later.end, 1, later
            later = next(rest, None)
        shift += len(edit.after) - (edit.end - edit.start)
        yield start, start + len(edit.after), 0, edit
    while later is not None:
        yield later.start, later.end, 1, later
        later = next(rest, None)


def _meet(group: _Group, start: int, end: int) -> bool:
    if start < group.end:
        return True
    return start == group.end and (start == end or group.start == group.end)


def _merged(group: _Group, middle: str) -> Edit:
    origin = (group.first or group.second)[0]
    start = group.start - group.shift
    end = group.end - group.shift - group.growth
    parts: list[str] = []
    place = group.start
    for edit in group.second:
        parts += middle[place : edit.start], edit.after
        place = edit.end
    parts.append(middle[place : group.end])
    changed = bool(group.second)
    return Edit(
        start=start,
        end=end,
        after="".join(parts),
        kind=origin.kind,
        channel=origin.channel,
        confidence=origin.confidence,
        alternatives=() if changed else origin.alternatives,
    )
