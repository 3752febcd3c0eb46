"""Styled runs: the content of a block cut into pieces of one style, by their places in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from curator.domain.spans import Span
from curator.formats.blocks.page_blocks import Run

FIRST_CJK = 0x2E80
"""From here on letters are Chinese, Japanese or Korean, which no blanks stand between."""


@dataclass(slots=True)
class Style:
    """A stretch of content in one style: `kind` is a flag of `Run`, or "link" with its target."""

    start: int
    end: int
    kind: str
    target: str = ""


class Content:
    """The lines of a block as one string, with the way back to the text."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        self.string = "\n".join(text[line.start : line.end] for line in lines)
        self._lines = lines
        self._starts: list[int] = []
        place = 0
        for line in lines:
            self._starts.append(place)
            place += line.end - line.start + 1

    def place(self, at: int) -> int:
        """The place in the text of a character of the content."""
        line = bisect_right(self._starts, at) - 1
        return self._lines[line].start + at - self._starts[line]


def styled_runs(
    content: Content, hidden: list[Span], styles: list[Style], *, gap: str = "", cell: int = 0
) -> list[Run]:
    """The runs of a content: cut at markup, which is `hidden`, at the borders of styles and at line ends.

    `gap` is what is shown between lines, unless Markdown says it; `cell` the cell of a table that it is.
    """
    string = content.string
    state = _Turns(styles)
    cuts = {0, len(string), *state.turns}
    for span in hidden:
        cuts.update(span)
    for line_end in re.finditer("\n", string):
        cuts.update((line_end.start(), line_end.end()))
    skipped = dict(hidden)
    runs: list[Run] = []
    before = ""
    visible_from = 0
    for start, end in pairwise(sorted(cuts)):
        state.turn(start)
        visible_from = max(visible_from, skipped.get(start, 0))
        if start < visible_from:
            continue
        if string[start] == "\n":
            before = gap or _gap(string, start)
            continue
        first, last = _shown(string, start, end)
        if first < last:
            place = content.place(first)
            plain = Run(place, place + last - first, before=before if runs else "", cell=cell)
            runs.append(state.set(plain))
            before = ""
    return runs


class _Turns:
    """Which styles are on at a place, while going along the content."""

    def __init__(self, styles: list[Style]) -> None:
        self.turns: dict[int, list[tuple[int, Style]]] = {}
        for style in styles:
            self.turns.setdefault(style.start, []).append((1, style))
            self.turns.setdefault(style.end, []).append((-1, style))
        self._on: dict[str, int] = {}
        self._links: list[str] = []

    def turn(self, place: int) -> None:
        """Switch the styles that begin or end here."""
        for change, style in self.turns.get(place, ()):
            self._on[style.kind] = self._on.get(style.kind, 0) + change
            if style.kind == "link" and change > 0:
                self._links.append(style.target)
            elif style.kind == "link":
                self._links.remove(style.target)

    def set(self, run: Run) -> Run:
        """The run in the styles that are on."""
        if not any(self._on.values()):
            return run
        on = {kind for kind, count in self._on.items() if count > 0}
        return replace(
            run,
            strong="strong" in on,
            emphasis="emphasis" in on,
            code="code" in on,
            struck="struck" in on,
            picture="picture" in on,
            link=self._links[-1] if self._links else "",
        )


def _shown(string: str, start: int, end: int) -> tuple[int, int]:
    """A piece of a line without the blanks at the line's ends."""
    if start == 0 or string[start - 1] == "\n":
        start += len(string[start:end]) - len(string[start:end].lstrip(" \t"))
    if end == len(string) or string[end] == "\n":
        end = start + len(string[start:end].rstrip(" \t"))
    return start, end


def _gap(string: str, line_end: int) -> str:
    """What a line end shows: a break after two blanks or a backslash, nothing between Chinese letters."""
    before, after = string[max(0, line_end - 2) : line_end], string[line_end + 1 : line_end + 2]
    if before == "  " or before.endswith("\\"):
        return "\n"
    both = before and after and ord(before[-1]) >= FIRST_CJK and ord(after) >= FIRST_CJK
    return "" if both else " "
