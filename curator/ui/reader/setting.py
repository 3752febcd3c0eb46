"""Setting: an article's text made into a Qt document, with the place of every word in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from curator.domain.spans import Span
from curator.formats.blocks.page_blocks import Block, BlockKind, Run
from curator.formats.blocks.pages import page
from curator.ui.reader.places import Places
from curator.ui.reader.typography import HANG, JOINED, MARKER, QUOTE, Role, Type, upright
from curator.ui.widgets.quotes import is_leftward

MOST_ROWS = 500
"""Longer tables are set line by line: Qt lays a table out as a whole."""
QUOTE_INDENT = 16.0
STRETCH = 24_000
"""Code points that are set at once, in some 60 ms; the rest of a longer text follows while it is read."""
_PARAGRAPH = re.compile(r"\n[ \t]*\n(?=\w)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
# What Qt takes for the end of a block, for an inline object or for nothing at all is shown as a sign of
# the same length, so that positions keep counting. Control characters have pictures of their own.
_SIGNS = str.maketrans(
    {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    | {"\x7f": "\u2421", "\n": " ", "\u2028": " ", "\u2029": " ", "\ufffc": "\ufffd"}
    | {"\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\r": " "}
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufffc\ufdd0\ufdd1\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to set: title, description and body are its parts, `markup` says how the body is marked up."""

    text: str
    title: Span
    description: Span
    body: Span
    markup: str = "markdown"
    untitled: str = ""
    """The title to show where the text has none."""
    byline: str = ""


class Page(QTextDocument):
    """A set text; nothing from outside is ever loaded into it."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.places = Places()
        self._rest: Iterator[int] = iter(())
        self._set_to = 0

    @property
    def complete(self) -> bool:
        """Whether all of the text is set."""
        return self._set_to < 0

    def set_more(self) -> None:
        """Set the next stretch of the text, below what is set already."""
        self._set_to = next(self._rest, -1)

    def set_to(self, offset: int) -> None:
        """Set the text at least as far as an offset."""
        while 0 <= self._set_to <= offset:
            self.set_more()

    def set_by(self, rest: Iterator[int]) -> None:
        """Take the stretches to set: each step gives the offset up to which the text is set then."""
        self._rest = rest
        self.set_more()

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        return None


def page_of(reading: Reading, type_: Type) -> Page:
    """The text as a page in the formats of `type_`; of a long text only the beginning is set yet."""
    setter = _Setter(reading.text, type_)
    setter.page.set_by(setter.steps(reading))
    return setter.page


class _Setter:
    """Writes block after block into a new page."""

    def __init__(self, text: str, type_: Type) -> None:
        self._text = text
        self._type = type_
        self._odd = _ODD.search(text) is not None
        self.page = Page()
        self.page.places = Places(pairs=bool(text) and max(text) > "\uffff")
        self._cursor = QTextCursor(self.page)
        self._above: Role | None = None
        self._words = QTextCharFormat()
        self._indents = [0.0]
        self._quoted = 0
        self._after_table = False
        self.page.rootFrame().setFrameFormat(type_.frame())

    def steps(self, reading: Reading) -> Iterator[int]:
        """Set the text stretch by stretch; gives the offset up to which it is set after each."""
        self._cursor.beginEditBlock()
        self.title(reading)
        self.part(reading.description, "plain")
        for stretch in stretches(self._text, reading.body):
            self.part(stretch, reading.markup)
            last = stretch.end >= reading.body.end
            if last and self._after_table:  # Qt wants a paragraph after a table
                self._block(Role.PARAGRAPH)
            self._cursor.endEditBlock()
            yield -1 if last else stretch.end
            self._cursor.beginEditBlock()

    def title(self, reading: Reading) -> None:
        self._block(Role.TITLE)
        if reading.title.start < reading.title.end:
            self._run(reading.title.start, reading.title.end)
        else:
            self._cursor.insertText(reading.untitled.translate(_SIGNS), self._words)
        title = self._text[reading.title.start : reading.title.end] or reading.untitled
        self._block(Role.BYLINE, leftward=is_leftward(title))
        self._cursor.insertText(reading.byline.translate(_SIGNS), self._words)

    def part(self, span: Span, markup: str) -> None:
        """Set one part of the text as formats reads it."""
        if span.start >= span.end:
            return
        # Line ends of the original become those that formats expects, of the same length.
        text = self._text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in self._text else self._text
        for kind, blocks in groupby(page(text, markup, span).blocks, key=_group):
            group = list(blocks)
            if kind is BlockKind.ROW and len(group) <= MOST_ROWS:
                self._table(group)
                continue
            longest = max(
                (block.bullet for block in group if block.kind is BlockKind.ITEM), key=len, default=""
            )
            for block in group:
                self._paragraph(block, longest)

    def _paragraph(self, block: Block, longest: str) -> None:
        self._quoted, joined = block.quote, min(block.quote, self._quoted)
        role = _role(block)
        if block.kind is BlockKind.ITEM:
            role, indent = Role.ITEM, self._type.indent(longest if len(block.bullet) > 1 else block.bullet)
            del self._indents[max(1, block.depth) :]
            self._indents.append(self._indents[-1] + indent)
            left = self._indents[-1]
        else:
            indent, left = 0.0, self._indents[min(block.depth, len(self._indents) - 1)]
        stands_in = left or block.quote
        words = "".join(self._text[run.start : run.end] for run in block.runs) if stands_in else ""
        left += QUOTE_INDENT * block.quote
        self._block(role, left, (block.bullet, indent), joined, leftward=is_leftward(words))
        self._runs(block.runs)

    def _runs(self, runs: Iterable[Run]) -> None:
        plain = self._words
        was_picture = False
        for run in runs:
            if run.before:
                self._cursor.insertText("\u2028" if run.before == "\n" else run.before, plain)
            if run.picture and not was_picture:  # it is not shown: nothing is fetched from outside
                said = QCoreApplication.translate("Page", "Picture:")
                self._cursor.insertText(f"{said} ", self._styled(run))
            was_picture = run.picture
            styled = run.strong or run.emphasis or run.code or run.struck or run.link or run.picture
            self._run(run.start, run.end, self._styled(run) if styled else plain)

    def _table(self, rows: list[Block]) -> None:
        """A table under what stands above: a row of cells a block, the heading row in bold."""
        columns = max((run.cell + 1 for row in rows for run in row.runs), default=1)
        table = self._cursor.insertTable(len(rows), columns, self._type.table(self._above or Role.PARAGRAPH))
        self._above = Role.CELL
        for number, row in enumerate(rows):
            words = QTextCharFormat(self._type.words(Role.CELL))
            words.setFontWeight(600 if row.level else 400)
            for column in range(columns):
                cell = table.cellAt(number, column)
                format_ = self._type.cell(last=column == columns - 1)
                format_.merge(words)
                cell.setFormat(format_)
                self._cursor = cell.firstCursorPosition()
                self._cursor.setBlockFormat(self._type.block(Role.CELL, None))
                self._words = words
                self._runs(run for run in row.runs if run.cell == column)
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._after_table = True

    def _block(
        self,
        role: Role,
        left: float = 0.0,
        marker: tuple[str, float] = ("", 0.0),
        joined: int = 0,
        *,
        leftward: bool = False,
    ) -> None:
        """Begin a block; the marker is drawn so far before its first edge, in pixels of the design.

        `joined` is how many of its quotes hold the block above too. A block that is `leftward` begins at
        the right and stands in from there.
        """
        format_ = self._type.block(role, self._above, left)
        if leftward:
            format_ = QTextBlockFormat(format_)
            format_.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            format_.setLeftMargin(0)
            format_.setRightMargin(left * self._type.unit)
        if marker[0] or self._quoted:
            format_ = QTextBlockFormat(format_)
            format_.setProperty(MARKER, marker[0])
            format_.setProperty(HANG, marker[1] * self._type.unit)
            format_.setProperty(QUOTE, self._quoted)
            format_.setProperty(JOINED, joined)
        self._words = self._type.words(role)
        if self._above is None or self._after_table:
            self._cursor.setBlockFormat(format_)
            self._cursor.setBlockCharFormat(self._words)
        else:
            self._cursor.insertBlock(format_, self._words)
        self._above, self._after_table = role, False

    def _run(self, start: int, end: int, format_: QTextCharFormat | None = None) -> None:
        words = self._text[start:end]
        self.page.places.add(self._cursor.position(), start, words)
        shown = words.translate(_SIGNS) if self._odd else words.replace("\n", " ")
        self._cursor.insertText(shown, format_ or self._words)

    def _styled(self, run: Run) -> QTextCharFormat:
        result = QTextCharFormat(self._words)
        if run.code:
            result.setFont(self._type.code(self._above or Role.PARAGRAPH))
        if run.strong:
            result.setFontWeight(600)
        if run.emphasis and upright(self._text[run.start : run.end]):
            result.setFontWeight(max(result.fontWeight(), 500))
        elif run.emphasis:
            result.setFontItalic(True)
        if run.struck:
            result.setFontStrikeOut(True)
        if run.picture:
            result.setForeground(self._type.theme.color("muted"))
        if run.link:
            result.setAnchor(True)
            result.setAnchorHref(run.link)
            result.setForeground(self._type.theme.color("accent"))
        return result


def stretches(text: str, span: Span) -> Iterator[Span]:
    """A part of the text in stretches that can be set one after the other: cut where a paragraph begins."""
    start = span.start
    for cut in _PARAGRAPH.finditer(text, start + STRETCH, span.end):
        if cut.end() - start >= STRETCH and len(_FENCE.findall(text, start, cut.end())) % 2 == 0:
            yield Span(start, cut.end())
            start = cut.end()
    yield Span(start, span.end)


def _group(block: Block) -> BlockKind:
    """What is set together: the rows of a table, a list with all its paragraphs, or anything else."""
    if block.kind is BlockKind.ROW:
        return BlockKind.ROW
    return BlockKind.ITEM if block.depth else BlockKind.PARAGRAPH


def _role(block: Block) -> Role:
    if block.kind is BlockKind.HEADING:
        return Role.HEADING if block.level <= 3 else Role.SUBHEADING
    if block.kind is BlockKind.PARAGRAPH and block.depth:
        return Role.ITEM
    roles = {BlockKind.CODE: Role.CODE, BlockKind.RULE: Role.RULE, BlockKind.ROW: Role.CELL}
    return roles.get(block.kind, Role.PARAGRAPH)


def marker_of(format_: QTextBlockFormat) -> tuple[str, float]:
    """The marker that hangs before a block ("" for none), and how far before its left edge."""
    marker, hang = format_.property(MARKER), format_.property(HANG)
    return (str(marker), float(hang)) if marker else ("", 0.0)
