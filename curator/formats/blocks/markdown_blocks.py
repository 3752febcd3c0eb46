"""Markdown blocks: headings, paragraphs, lists, quotes, code and tables, by their places in the text.

The block structure of CommonMark 0.31 and GitHub's tables, read line by line. HTML and definitions
of links are text like any other: no word is ever left out. Linear in the length of the text. (A
library would need half as long to import as the window takes to open, and tells no columns.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from curator.domain.spans import Span
from curator.formats.blocks import markdown_tables
from curator.formats.blocks.inlines import markdown_runs
from curator.formats.blocks.markdown_lines import MarkdownLine
from curator.formats.blocks.page_blocks import Block, BlockKind, Run

_ITEM = re.compile(r"(?P<marker>[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_HEADING = re.compile(r"(?P<hashes>#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_BULLET = "•"
_DEEPEST = 32
"""Further marks of quotes and lists within one another are text."""


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
        self._line = MarkdownLine("", 0)

    def read(self, line: str, start: int) -> None:
        """Take the next line; `start` is its place in the text."""
        self._line = MarkdownLine(line, start)
        matched = self._match()
        leaf = self._leaf
        if matched == len(self._containers) and leaf and leaf.kind is BlockKind.CODE and self._in_code(leaf):
            return
        if self._line.is_blank:
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
            line = self._line
            indent = line.indent()
            if container.width:
                if not line.is_blank:
                    if indent < container.width:
                        return number
                    line.skip(container.width)
            elif indent <= 3 and line.words.startswith(">", line.past_blank()):
                line.skip_quote_mark()
            else:
                return number
        return len(self._containers)

    def _in_code(self, leaf: _Leaf) -> bool:
        """Take a line into the open code block; False if it ends before this line."""
        line = self._line
        if leaf.fence:
            closing = line.words[line.at :].strip(" \t")
            if closing.startswith(leaf.fence) and not closing.strip(leaf.fence[0]) and line.indent() <= 3:
                self.close()
                return True
        elif not line.is_blank and line.indent() < 4:
            self.close()
            return False
        else:
            line.skip(4)
        leaf.lines.append(line.rest())
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
        if self._line.indent() > 3:
            return False
        words = self._line.left()
        starts = (_RULE, _HEADING, _FENCE, _ITEM)
        return words.startswith(">") or any(pattern.match(words) for pattern in starts)

    def _open_containers(self) -> None:
        """Open the quotes and items that begin in this line."""
        line = self._line
        while len(self._containers) < _DEEPEST and line.indent() <= 3:
            words = line.left()
            if words.startswith(">"):
                self.close()
                line.skip_quote_mark()
                self._containers.append(_Container())
                continue
            item = _ITEM.match(words)
            if item is None or _RULE.match(words) or self._goes_on(item, words):
                return
            self.close()
            self._open_item(item["marker"])

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

    def _open_item(self, marker: str) -> None:
        line = self._line
        before = line.indent()
        line.at = line.past_blank() + len(marker)
        gap = line.indent()
        gap = 1 if gap > 4 or line.is_blank else gap
        line.skip(gap)
        self._containers.append(_Container(before + len(marker) + gap, marker))
        self._bullet = marker if marker[0].isdigit() else _BULLET

    def _leaf_line(self) -> None:
        """Read what the line holds inside its containers."""
        words = self._line.left()
        leaf = self._leaf
        if not words.strip(" \t"):
            return
        if leaf and leaf.kind is BlockKind.ROW:
            if not self._begins_block() and self._line.indent() <= 3:
                self._row(self._line, 0)
                return
            self._leaf = leaf = None
        if self._line.indent() > 3:
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
        elif leaf and markdown_tables.is_heading(leaf.lines[-1].of(self._text), words):
            self._table(leaf)
        else:
            self._paragraph()

    def _indented(self) -> None:
        """Four columns in: code, unless a paragraph goes on."""
        if self._leaf:
            self._paragraph()
            return
        self._line.skip(4)
        self._leaf = _Leaf(BlockKind.CODE, [self._line.rest()])

    def _heading(self, heading: re.Match[str]) -> None:
        line = self._line
        first = line.past_blank() + heading.end()
        words = _CLOSING_HASHES.sub("", line.words[first:]).rstrip(" \t")
        span = Span(line.start + first, line.start + first + len(words))
        self._add(BlockKind.HEADING, markdown_runs(self._text, [span]), len(heading["hashes"]))

    def _paragraph(self) -> None:
        if self._leaf is None:
            self._leaf = _Leaf(BlockKind.PARAGRAPH)
        self._leaf.lines.append(self._line.words_place())

    def _table(self, leaf: _Leaf) -> None:
        heading = leaf.lines.pop()
        if leaf.lines:
            self.close()
        self._leaf = _Leaf(BlockKind.ROW)
        self._row(MarkdownLine(heading.of(self._text), heading.start), 1)

    def _row(self, line: MarkdownLine, level: int) -> None:
        runs = markdown_tables.row_runs(self._text, line)
        if runs:
            self._add(BlockKind.ROW, runs, level)

    def _add(self, kind: BlockKind, runs: list[Run], level: int = 0) -> None:
        bullet, self._bullet = self._bullet if kind is BlockKind.ITEM else "", ""
        depth = sum(1 for container in self._containers if container.width)
        quote = len(self._containers) - depth
        if runs or kind is BlockKind.RULE:
            self.blocks.append(Block(kind, tuple(runs), level, depth, bullet, quote))
