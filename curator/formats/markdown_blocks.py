"""Markdown blocks: headings, paragraphs, lists, quotes, code and tables, by their places in the text.

markdown-it-py finds the blocks and their lines; the words inside are found by `inlines`. A line no
block claims (nested too deeply, say) is shown as a paragraph: no word is ever left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from curator.domain.spans import Span
from curator.formats.inlines import markdown_runs
from curator.formats.pages import Block, BlockKind, Run

_RULES = ["table", "code", "fence", "blockquote", "hr", "list", "heading", "lheading", "paragraph"]
_HASHES = re.compile(r"#{1,6}[ \t]*")
_BULLET = "•"
_DEEPEST = 24


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": _DEEPEST})
    parser.block.ruler.enable(_RULES)  # link definitions stay text: nothing may vanish
    parser.core.ruler.enableOnly(["block"])
    return parser


def markdown_blocks(text: str, start: int, end: int) -> list[Block]:
    """The blocks of the Markdown that stands from `start` to `end`."""
    source = text[start:end].translate(_SAFE)  # one character for one: places stay
    lines = _Lines(source, start)
    found = list(_Walk(lines, text).blocks(_parser().parse(source)))
    found += _unclaimed(lines, text)
    return [block for _, block in sorted(found, key=lambda each: each[0])]


_SAFE = {0: "\ufffd", ord("\r"): " "}


class _Lines:
    """The lines of a source: their places in the text, and which of them some block shows."""

    def __init__(self, source: str, start: int) -> None:
        self.strings = source.split("\n")
        self.claimed = [False] * len(self.strings)
        self._starts: list[int] = []
        for string in self.strings:
            self._starts.append(start)
            start += len(string) + 1

    def claim(self, token: Token) -> range:
        """The numbers of a token's lines, now taken."""
        first, last = token.map or (0, 0)
        numbers = range(first, min(last, len(self.strings)))
        for number in numbers:
            self.claimed[number] = True
        return numbers

    def span(self, number: int, first: int = 0, length: int | None = None) -> Span:
        """The place of a line, or of some characters of it."""
        start = self._starts[number] + first
        return Span(start, start + (len(self.strings[number]) - first if length is None else length))

    def of_content(self, numbers: range, content: str) -> list[Span]:
        """Where the lines of a block's content stand, without the marks of quotes and lists before them."""
        pieces = content.split("\n")
        if len(pieces) != len(numbers):
            return [self._trimmed(number) for number in numbers]
        return [self._suffix(number, piece.strip()) for number, piece in zip(numbers, pieces, strict=True)]

    def _suffix(self, number: int, piece: str) -> Span:
        string = self.strings[number].rstrip()
        if not string.endswith(piece):
            return self._trimmed(number)
        return self.span(number, len(string) - len(piece))  # with blanks at its end: two break the line

    def _trimmed(self, number: int) -> Span:
        string = self.strings[number]
        return self.span(number, len(string) - len(string.lstrip()), len(string.strip()))

    def of_heading(self, number: int, content: str) -> Span:
        """Where the words of a heading with hashes stand."""
        string = self.strings[number]
        hashes = _HASHES.search(string)
        if hashes and string.startswith(content, hashes.end()):
            return self.span(number, hashes.end(), len(content))
        return self._trimmed(number)


@dataclass(slots=True)
class _Walk:
    """Goes through the tokens and remembers which containers are open."""

    lines: _Lines
    text: str
    quote: int = 0
    heading: Token | None = None
    lists: list[str] = field(default_factory=list[str])
    bullet: str = ""

    def blocks(self, tokens: list[Token]) -> Iterator[tuple[int, Block]]:
        """The blocks with the number of their first line."""
        in_table = False
        for token in tokens:
            if token.type == "table_open":
                in_table = True
                yield from self._table(token)
            elif token.type == "table_close":
                in_table = False
            elif in_table:
                continue
            elif token.type in ("fence", "code_block"):
                yield from self._code(token)
            elif token.type == "hr":
                yield self.lines.claim(token)[0], self._block(BlockKind.RULE, [])
            elif token.type == "inline":
                yield from self._inline(token)
            else:
                self._container(token)

    def _container(self, token: Token) -> None:
        kind = token.type
        if kind in ("blockquote_open", "blockquote_close"):
            self.quote += token.nesting
        elif kind == "bullet_list_open":
            self.lists.append("")
        elif kind == "ordered_list_open":
            self.lists.append(token.markup or ".")
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            self.bullet = f"{token.info}{self.lists[-1]}" if self.lists[-1] else _BULLET
        elif kind == "heading_open":
            self.heading = token
            self.lines.claim(token)
        elif kind == "heading_close":
            self.heading = None

    def _inline(self, token: Token) -> Iterator[tuple[int, Block]]:
        numbers = self.lines.claim(token)
        if not token.content.strip() or not numbers:
            return
        heading = self.heading
        if heading is None:
            kind = BlockKind.ITEM if self.bullet else BlockKind.PARAGRAPH
            spans = self.lines.of_content(numbers, token.content)
        else:
            kind = BlockKind.HEADING
            hashes = heading.markup.startswith("#")
            spans = (
                [self.lines.of_heading(numbers[0], token.content)]
                if hashes
                else self.lines.of_content(numbers, token.content)
            )
        level = int(heading.tag[1:]) if heading else 0
        yield numbers[0], self._block(kind, markdown_runs(self.text, spans), level)

    def _code(self, token: Token) -> Iterator[tuple[int, Block]]:
        numbers = self.lines.claim(token)
        contents = token.content.removesuffix("\n").split("\n")
        first = numbers[0] + (1 if token.type == "fence" else 0)
        runs: list[Run] = []
        for number, content in zip(range(first, numbers.stop), contents, strict=False):
            string = self.lines.strings[number]
            words = content if string.endswith(content) else content.strip()
            span = self.lines.span(number, len(string) - len(words) if string.endswith(words) else 0)
            if span.end > span.start:
                runs.append(Run(span.start, span.end, code=True, before="\n" if runs else ""))
        if runs:
            yield numbers[0], self._block(BlockKind.CODE, runs)

    def _table(self, token: Token) -> Iterator[tuple[int, Block]]:
        numbers = self.lines.claim(token)
        for number in numbers:
            if number == numbers[0] + 1:
                continue  # the line of dashes
            runs: list[Run] = []
            for cell, span in enumerate(self._cells(number)):
                runs += markdown_runs(self.text, [span], cell)
            if runs:
                yield number, self._block(BlockKind.ROW, runs, 1 if number == numbers[0] else 0)

    def _cells(self, number: int) -> Iterator[Span]:
        string = self.lines.strings[number]
        start = len(string) - len(string.lstrip(" \t>"))
        for cell in _CELL.finditer(string, start + string.startswith("|", start)):
            words = cell[0].strip()
            if words:
                yield self.lines.span(number, cell.start() + len(cell[0]) - len(cell[0].lstrip()), len(words))

    def _block(self, kind: BlockKind, runs: list[Run], level: int = 0) -> Block:
        bullet, self.bullet = self.bullet if kind is BlockKind.ITEM else "", ""
        return Block(kind, tuple(runs), level, len(self.lists), bullet, self.quote)


_CELL = re.compile(r"(?:\\.|[^|\\])+|\\$", re.DOTALL)


def _unclaimed(lines: _Lines, text: str) -> Iterator[tuple[int, Block]]:
    for number, claimed in enumerate(lines.claimed):
        if not claimed and any(map(str.isalnum, lines.strings[number])):
            (span,) = lines.of_content(range(number, number + 1), lines.strings[number])
            yield number, Block(BlockKind.PARAGRAPH, tuple(markdown_runs(text, [span])))
