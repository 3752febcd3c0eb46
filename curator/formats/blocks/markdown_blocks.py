"""Markdown blocks: headings, paragraphs, lists, quotes, code and tables, by their places in the text.

The block structure of CommonMark 0.31 and GitHub's tables, read line by line. HTML and definitions
of links are text like any other: no word is ever left out. Linear in the length of the text. (A
library would need half as long to import as the window takes to open, and tells no columns.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from curator.domain.spans import Span
from curator.formats.blocks.inlines import markdown_runs
from curator.formats.blocks.page_blocks import Block, BlockKind, Run

_ITEM = re.compile(r"(?P<marker>[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_HEADING = re.compile(r"(?P<hashes>#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = re.compile(r"(?:\\.|[^|\\])+|\\$")
_BULLET = "•"
_DEEPEST = 32
"""Further marks of quotes and lists within one another are text."""

_WIDEST = 24
"""No item's words begin further in than this from what stands around it."""


def markdown_blocks(text: str, start: int, end: int) -> list[Block]:
    """The blocks of the Markdown that stands from `start` to `end`."""
    reader = _Reader(text)
    for line in text[start:end].split("\n"):
        reader.read(line, start)
        start += len(line) + 1
    reader.close()
    return reader.blocks


@dataclass(slots=True)
class _Container:
    """A quote, or an item of a list whose words begin `width` columns after what stands around it."""

    width: int = 0
    bullet: str = ""


@dataclass(slots=True)
class _Leaf:
    """The block that is being read: its kind and the places of its lines."""

    kind: BlockKind
    lines: list[Span] = field(default_factory=list[Span])
    fence: str = ""


class _Reader:
    """Takes line after line, keeping the open containers and the open leaf."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self._text = text
        self._containers: list[_Container] = []
        self._leaf: _Leaf | None = None
        self._bullet = ""
        self._line = ""
        self._start = 0
        self._at = 0

    def read(self, line: str, start: int) -> None:
        """Take the next line; `start` is its place in the text."""
        self._line, self._start, self._at = line, start, 0
        matched = self._match()
        leaf = self._leaf
        if matched == len(self._containers) and leaf and leaf.kind is BlockKind.CODE and self._in_code(leaf):
            return
        if not line[self._at :].strip(" \t"):
            self._blank(matched)
            return
        lazy = leaf is not None and leaf.kind is BlockKind.PARAGRAPH and matched < len(self._containers)
        if lazy and not self._begins_block():
            self._paragraph()
            return
        if matched < len(self._containers):
            self.close()
            del self._containers[matched:]
        self._open_containers()
        self._leaf_line()

    def close(self) -> None:
        """End the open leaf and set it as a block."""
        leaf, self._leaf = self._leaf, None
        if leaf is None or leaf.kind is BlockKind.ROW:
            return
        if leaf.kind is BlockKind.CODE:
            runs = [
                Run(line.start, line.end, code=True, before="\n" if number else "")
                for number, line in enumerate(line for line in leaf.lines if line.end > line.start)
            ]
            if runs:
                self._add(BlockKind.CODE, runs)
        else:
            kind = BlockKind.ITEM if self._bullet else BlockKind.PARAGRAPH
            self._add(kind, markdown_runs(self._text, leaf.lines))

    def _match(self) -> int:
        """How many of the open containers go on in this line."""
        for number, container in enumerate(self._containers):
            indent = self._indent()
            if container.width:
                if self._line[self._at :].strip(" \t"):
                    if indent < container.width:
                        return number
                    self._skip(container.width)
            elif indent <= 3 and self._line.startswith(">", self._past_blank()):
                self._past_quote_mark()
            else:
                return number
        return len(self._containers)

    def _in_code(self, leaf: _Leaf) -> bool:
        """Take a line into the open code block; False if it ends before this line."""
        words = self._line[self._at :]
        if leaf.fence:
            closing = words.strip(" \t")
            if closing.startswith(leaf.fence) and not closing.strip(leaf.fence[0]) and self._indent() <= 3:
                self.close()
                return True
        elif words.strip(" \t") and self._indent() < 4:
            self.close()
            return False
        else:
            self._skip(4)
        leaf.lines.append(self._rest())
        return True

    def _blank(self, matched: int) -> None:
        """A blank line ends a paragraph, a table and the quotes that do not go on in it."""
        self.close()
        quotes = [n for n, each in enumerate(self._containers) if not each.width and n >= matched]
        if quotes:
            del self._containers[quotes[0] :]
        last = self._containers[-1] if self._containers else None
        if last and last.width and self._bullet:
            self._bullet = ""  # an item that begins with a blank line is empty
            self._containers.pop()

    def _begins_block(self) -> bool:
        """Whether the line can't go on with a paragraph it would have to be lazy for."""
        if self._indent() > 3:
            return False
        words = self._line[self._past_blank() :]
        starts = (_RULE, _HEADING, _FENCE, _ITEM)
        return words.startswith(">") or any(pattern.match(words) for pattern in starts)

    def _open_containers(self) -> None:
        """Open the quotes and items that begin in this line."""
        while len(self._containers) < _DEEPEST and self._indent() <= 3:
            first = self._past_blank()
            words = self._line[first:]
            if words.startswith(">"):
                self.close()
                self._past_quote_mark()
                self._containers.append(_Container())
                continue
            item = _ITEM.match(words)
            if item is None or _RULE.match(words) or self._goes_on(item, words):
                return
            self.close()
            self._open_item(item["marker"], first)

    def _goes_on(self, item: re.Match[str], words: str) -> bool:
        """Whether what looks like an item goes on with the open paragraph."""
        leaf = self._leaf
        if leaf is None or leaf.kind is not BlockKind.PARAGRAPH:
            return False
        if _UNDERLINE.match(words):
            return True
        if not words[item.end() :].strip(" \t"):
            return True  # an empty item can't begin right below a paragraph, nor can one
        return item["marker"][0].isdigit() and int(item["marker"][:-1]) != 1  # that doesn't count from one

    def _open_item(self, marker: str, first: int) -> None:
        before = self._indent()
        self._at = first + len(marker)
        gap = self._indent()
        empty = not self._line[self._at :].strip(" \t")
        gap = 1 if gap > 4 or empty else gap
        self._skip(gap)
        self._containers.append(_Container(before + len(marker) + gap, marker))
        self._bullet = marker if marker[0].isdigit() else _BULLET

    def _leaf_line(self) -> None:
        """Read what the line holds inside its containers."""
        words = self._line[self._past_blank() :]
        leaf = self._leaf
        if not words.strip(" \t"):
            return
        if leaf and leaf.kind is BlockKind.ROW and not self._begins_block() and self._indent() <= 3:
            self._row(0)
            return
        if leaf and leaf.kind is BlockKind.ROW:
            self._leaf = leaf = None
        if self._indent() > 3:
            self._indented()
        elif leaf and _UNDERLINE.match(words):
            self._leaf = None
            self._add(BlockKind.HEADING, markdown_runs(self._text, leaf.lines), 1 if words[0] == "=" else 2)
        elif _RULE.match(words):
            self.close()
            self._add(BlockKind.RULE, [])
        elif heading := _HEADING.match(words):
            self.close()
            self._heading(heading)
        elif fence := _FENCE.match(words):
            self.close()
            self._leaf = _Leaf(BlockKind.CODE, fence=fence["fence"])
        elif leaf and self._is_table(leaf, words):
            self._table(leaf)
        else:
            self._paragraph()

    def _indented(self) -> None:
        """Four columns in: code, unless a paragraph goes on."""
        if self._leaf:
            self._paragraph()
            return
        self._skip(4)
        self._leaf = _Leaf(BlockKind.CODE, [self._rest()])

    def _heading(self, heading: re.Match[str]) -> None:
        first = self._past_blank() + heading.end()
        words = _CLOSING_HASHES.sub("", self._line[first:]).rstrip(" \t")
        span = Span(self._start + first, self._start + first + len(words))
        self._add(BlockKind.HEADING, markdown_runs(self._text, [span]), len(heading["hashes"]))

    def _paragraph(self) -> None:
        first = self._past_blank()
        if self._leaf is None:
            self._leaf = _Leaf(BlockKind.PARAGRAPH)
        self._leaf.lines.append(Span(self._start + first, self._start + len(self._line)))

    def _is_table(self, leaf: _Leaf, words: str) -> bool:
        if "|" not in words or not _DASHES.match(words):
            return False
        heading = leaf.lines[-1].of(self._text)
        return "|" in heading and _columns(heading) == _columns(words)

    def _table(self, leaf: _Leaf) -> None:
        heading = leaf.lines.pop()
        if leaf.lines:
            self.close()
        self._leaf = _Leaf(BlockKind.ROW)
        dashes, start = self._line, self._start
        self._line, self._start, self._at = heading.of(self._text), heading.start, 0
        self._row(1)
        self._line, self._start = dashes, start

    def _row(self, level: int) -> None:
        first = self._past_blank()
        runs: list[Run] = []
        for number, cell in enumerate(_CELL.finditer(self._line, first + self._line.startswith("|", first))):
            words = cell[0].strip(" \t")
            if words:
                place = self._start + cell.start() + cell[0].index(words)
                runs += markdown_runs(self._text, [Span(place, place + len(words))], number)
        if runs:
            self._add(BlockKind.ROW, runs, level)

    def _add(self, kind: BlockKind, runs: list[Run], level: int = 0) -> None:
        bullet, self._bullet = self._bullet if kind is BlockKind.ITEM else "", ""
        depth = sum(1 for container in self._containers if container.width)
        quote = len(self._containers) - depth
        if runs or kind is BlockKind.RULE:
            self.blocks.append(Block(kind, tuple(runs), level, depth, bullet, quote))

    def _past_blank(self) -> int:
        rest = self._line[self._at :]
        return self._at + len(rest) - len(rest.lstrip(" \t"))

    def _indent(self) -> int:
        """How many columns are blank before the next words; a tab reaches to the next fourth column."""
        column = 0
        for char in self._line[self._at : self._past_blank()]:
            column += 4 - column % 4 if char == "\t" else 1
            if column > _WIDEST:
                break
        return column

    def _skip(self, columns: int) -> None:
        column = 0
        while column < columns and self._line[self._at : self._at + 1] in (" ", "\t"):
            column += 4 - column % 4 if self._line[self._at] == "\t" else 1
            self._at += 1

    def _past_quote_mark(self) -> None:
        self._at = self._past_blank() + 1
        self._skip(1)

    def _rest(self) -> Span:
        return Span(self._start + self._at, self._start + len(self._line))


def _columns(row: str) -> int:
    return len(_CELL.findall(row.strip(" \t").strip("|")))
