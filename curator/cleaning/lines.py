"""Lines: the lines of a document's parts, and what is changed in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curator.cleaning.damage.suspicions import suspicions
from curator.cleaning.edits import Edit, Found

_MARK = "```"
_FENCE = re.compile(f"^{_MARK}", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class Line:
    """A line with something beyond ASCII: its part's number, and where it begins there."""

    part: int
    start: int
    text: str
    damaged: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Its part's number, and where it begins there: what tells lines apart."""
        return self.part, self.start

    @property
    def end(self) -> int:
        """Where the line ends in its part."""
        return self.start + len(self.text)


def lines_of(parts: Sequence[str]) -> Iterator[Line]:
    """The lines of all parts that are not plain ASCII, in order."""
    for number, part in enumerate(parts):
        start = 0
        for text in _LINE.findall(part):
            if not text.isascii():
                yield Line(number, start, text)
            start += len(text)


def suspicious_lines(parts: Sequence[str]) -> Iterator[Line]:
    """The lines of all parts that may hold mojibake, in order; all other text is looked at only once."""
    for number, part in enumerate(parts):
        end = 0
        for place in suspicions(part):
            if place >= end:
                start = part.rfind("\n", 0, place) + 1
                end = part.find("\n", place) + 1 or len(part)
                yield Line(number, start, part[start:end])


def outside_fences(lines: Iterable[Line], parts: Sequence[str]) -> Iterator[Line]:
    """Those of the lines, which are in order, that don't stand in fenced code."""
    fences = [[match.start() for match in _FENCE.finditer(part)] if _MARK in part else [] for part in parts]
    for line in lines:
        if bisect_right(fences[line.part], line.start) % 2 == 0:
            yield line


def with_edits(found: Found, lines: Sequence[Line]) -> Iterator[tuple[Line, list[Edit]]]:
    """Each line with its edits, relative to it; takes the edits away from what was found."""
    rest = [iter(edits) for edits in found.edits]
    following = [next(edits, None) for edits in rest]
    found.edits = [[] for _ in found.edits]
    for line in lines:
        ours: list[Edit] = []
        while (edit := following[line.part]) is not None and edit.start < line.end:
            ours.append(moved(edit, -line.start))
            following[line.part] = next(rest[line.part], None)
        yield line, ours


def moved(edit: Edit, by: int) -> Edit:
    """An edit so many code points further on."""
    return edit._replace(start=edit.start + by, end=edit.end + by)
