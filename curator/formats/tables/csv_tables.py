"""CSV of any kind as rows: encoding and dialect are told from the beginning of the file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Generator
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

from curator.domain.errors import UnreadableFile
from curator.formats.encodings.decoding import codec_and_mark, decode
from curator.formats.tables.csv_rows import CsvRows

SNIFFED = 1 << 18
"""Bytes by which encoding and dialect are told."""

LONGEST_CELL = 64 << 20
"""Characters of the longest cell that is read."""

_DELIMITERS = (",", ";", "\t", "|")
_ROWS = 200
_ESCAPED_MARK = re.compile(r'\\"\w')
_DOUBLED_MARK = re.compile(r'\w ?""|"" ?\w')
_ESCAPED = re.compile(r'\\(["\\])')


def rows(
    stream: BinaryIO, left_open: list[int] | None = None
) -> Generator[tuple[int, list[str]], None, None]:
    """Each row that holds something, with the line it ends on; UnreadableFile if the table breaks off.

    A quotation mark that no other closes is taken for a sign of its cell, and what follows for rows of
    their own; `left_open` gets its line.
    """
    head = _beginning(stream)
    if len(head) == SNIFFED:
        head = head[: head.rfind(b"\n") + 1] or head
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise UnreadableFile("The table is empty.")
    decoded = decode(head)
    text = _opened(stream, decoded.encoding)
    escapes = _escapes(decoded.text)
    dialect, is_told = _dialect(_doubled(decoded.text) if escapes else decoded.text)
    if is_told:
        text.readline()
    csv.field_size_limit(LONGEST_CELL)
    try:
        lines = map(_doubled, text) if escapes else text
        for number, row in CsvRows(lines, dialect, is_told, [] if left_open is None else left_open):
            if any(cell.strip() for cell in row):
                yield number, row
    finally:
        text.detach()


def _opened(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    codec, mark = codec_and_mark(encoding)
    stream.seek(len(mark))
    return io.TextIOWrapper(stream, codec, "replace", newline="")


def _escapes(text: str) -> bool:
    """Whether marks inside cells have a backslash before them, as of databases, and none is doubled."""
    return _ESCAPED_MARK.search(text) is not None and _DOUBLED_MARK.search(text) is None


def _doubled(text: str) -> str:
    """The text with marks inside cells doubled instead of escaped (RFC 4180), which keeps its lines."""
    return _ESCAPED.sub(lambda found: '""' if found[1] == '"' else "\\", text)


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
