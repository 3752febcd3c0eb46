"""Markdown tables: GitHub's, a line of headings over a line of dashes, and the cells of their rows."""

from __future__ import annotations

import re

from curator.domain.spans import Span
from curator.formats.blocks.inlines import markdown_runs
from curator.formats.blocks.markdown_lines import MarkdownLine
from curator.formats.blocks.page_blocks import Run

_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = re.compile(r"(?:\\.|[^|\\])+|\\$")


def is_heading(line: str, below: str) -> bool:
    """Whether a line is the heading of a table, by the dashes below it."""
    if "|" not in below or not _DASHES.match(below):
        return False
    return "|" in line and _columns(line) == _columns(below)


def _columns(row: str) -> int:
    return len(_CELL.findall(row.strip(" \t").strip("|")))


def row_runs(text: str, line: MarkdownLine) -> list[Run]:
    """The runs of a row, cell after cell."""
    first = line.past_blank()
    runs: list[Run] = []
    for number, cell in enumerate(_CELL.finditer(line.words, first + line.words.startswith("|", first))):
        words = cell[0].strip(" \t")
        if words:
            place = line.start + cell.start() + cell[0].index(words)
            runs += markdown_runs(text, [Span(place, place + len(words))], number)
    return runs
