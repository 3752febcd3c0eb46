"""CSV of any kind as rows: encoding and dialect are told from the beginning of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

from curator.domain.errors import UnreadableFile
from curator.formats.encodings.decoding import codec_and_mark, decode

SNIFFED = 1 << 18
"""Bytes by which encoding and dialect are told."""

LONGEST_CELL = 64 << 20
"""Characters of the longest cell that is read."""

_DELIMITERS = (",", ";", "\t", "|")
_ROWS = 200
_MOST_OPEN = 100
"""Quotation marks left open after which the rest is read as if none meant anything."""


def rows(
    stream: BinaryIO, left_open: list[int] | None = None
) -> Generator[tuple[int, list[str]], None, None]:
    """Each row that holds something, with the line it ends on; UnreadableFile if the table breaks off.

    A quotation mark that is never closed is taken for a sign of its cell, and what follows for rows of
    their own; `left_open` gets its line.
    """
    head = _beginning(stream)
    if len(head) == SNIFFED:
        head = head[: head.rfind(b"\n") + 1] or head
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise UnreadableFile("The table is empty.")
    decoded = decode(head)
    dialect, is_told = _dialect(decoded.text)
    text = _opened(stream, decoded.encoding)
    if is_told:
        text.readline()
    csv.field_size_limit(LONGEST_CELL)
    try:
        for number, row in _read(text, dialect, is_told, [] if left_open is None else left_open):
            if any(cell.strip() for cell in row):
                yield number, row
    finally:
        text.detach()


class _Lines:
    """Lines as they are read, those of the row under way at hand."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.current: list[str] = []
        self.is_over = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.is_over = True
            raise StopIteration
        self.current.append(line)
        return line


def _read(
    text: Iterable[str], delimiter: str, before: int, left_open: list[int]
) -> Iterator[tuple[int, list[str]]]:
    """The rows of lines, of which the first comes after so many."""
    rest = text
    while rest:
        lines, rest = _Lines(rest), []
        quoting = csv.QUOTE_MINIMAL if len(left_open) < _MOST_OPEN else csv.QUOTE_NONE
        reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)
        try:
            for row in reader:
                if lines.is_over:  # asked for more of a row that had begun
                    opening = _opening(lines.current, row)
                    rest = lines.current[opening + 1 :]
                    before += reader.line_num - len(rest)
                    left_open.append(before)
                    yield before, [*row[:-1], *_literal(lines.current[opening], row[-1], delimiter)]
                    break
                lines.current.clear()
                yield before + reader.line_num, row
        except csv.Error as error:
            reason = f"The table cannot be read from line {before + reader.line_num + 1} on: {error}."
            raise UnreadableFile(reason, "A quotation mark may be missing.") from error


def _opening(lines: list[str], row: list[str]) -> int:
    """Which of a row's lines opens its last cell, which nothing closes."""
    return len(lines) - max(1, sum(1 for _ in io.StringIO(row[-1], newline="")))


def _literal(line: str, cell: str, delimiter: str) -> list[str]:
    """The cells of a line from the mark on that opens the cell, which stays as a sign of the first."""
    begun = next(iter(io.StringIO(cell, newline="")), "")
    marks = (place for place, sign in enumerate(line) if sign == '"')
    mark = next((place for place in marks if line[place + 1 :].replace('""', '"') == begun), -1)
    first, *others = next(csv.reader(["_" + line[mark + 1 :]], delimiter=delimiter))
    return ['"' + first[1:], *others]


def _opened(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    codec, mark = codec_and_mark(encoding)
    stream.seek(len(mark))
    return io.TextIOWrapper(stream, codec, "replace", newline="")


def _dialect(text: str) -> tuple[str, int]:
    """What parts the cells, and the rows before the heading: one if a first line "sep=;" says it."""
    first = text[:8].strip("\r\n")
    if first[:4].casefold() == "sep=" and first[4:5] in _DELIMITERS:
        return first[4], 1
    return max(_DELIMITERS, key=lambda each: _fitness(text, each)), 0


def _fitness(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows as wide as the heading, where that is wider than one; and its width."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = [len(row) for row in islice(reader, _ROWS) if row]
    except csv.Error:
        return 0, 0
    if not widths or widths[0] < 2:
        return 0, 0
    # the last row may have been cut off
    whole = widths[:-1] if len(widths) > 2 else widths
    return sum(width == widths[0] for width in whole) / len(whole), widths[0]


def count(stream: BinaryIO) -> int:
    """About how many rows there are, by those that the beginning has."""
    size = stream.seek(0, io.SEEK_END)
    with suppress(UnreadableFile):
        found = sum(1 for _ in rows(io.BytesIO(_beginning(stream)))) - 1
        return max(1, found * size // max(1, min(size, SNIFFED)))
    return 1


def _beginning(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read(SNIFFED)
