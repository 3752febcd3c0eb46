"""Markdown lines: a line and how far it is read, its blanks counted in columns as CommonMark does."""

from __future__ import annotations

from curator.domain.spans import Span

_WIDEST = 24
"""No item's words begin further in than this from what stands around it."""


class MarkdownLine:
    """A line that is read from its beginning; `start` is its place in the text, `at` how far it is read."""

    __slots__ = ("at", "start", "words")

    def __init__(self, words: str, start: int) -> None:
        self.words = words
        self.start = start
        self.at = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing but blanks is left."""
        return not self.words[self.at :].strip(" \t")

    def past_blank(self) -> int:
        """Where the next words begin."""
        rest = self.words[self.at :]
        return self.at + len(rest) - len(rest.lstrip(" \t"))

    def left(self) -> str:
        """What is left, from the next words on."""
        return self.words[self.past_blank() :]

    def indent(self) -> int:
        """How many columns are blank before the next words; a tab reaches to the next fourth column."""
        column = 0
        for char in self.words[self.at : self.past_blank()]:
            column += 4 - column % 4 if char == "\t" else 1
            if column > _WIDEST:
                break
        return column

    def skip(self, columns: int) -> None:
        """Read over so many blank columns, as far as they are there."""
        column = 0
        while column < columns and self.words[self.at : self.at + 1] in (" ", "\t"):
            column += 4 - column % 4 if self.words[self.at] == "\t" else 1
            self.at += 1

    def skip_quote_mark(self) -> None:
        """Read over the mark of a quote and the blank behind it."""
        self.at = self.past_blank() + 1
        self.skip(1)

    def rest(self) -> Span:
        """Where what is left stands in the text."""
        return Span(self.start + self.at, self.start + len(self.words))

    def words_place(self) -> Span:
        """Where the next words stand in the text, to the end of the line."""
        return Span(self.start + self.past_blank(), self.start + len(self.words))
